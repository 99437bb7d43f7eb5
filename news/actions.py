"""Writes of the news: the urgent notice, page and release in one; drafts of what was taken in and of announcements."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.html import escape
from django.utils.timezone import localdate
from wagtail.rich_text import RichText

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions import release_notice
from editorial.actions.events import locked_event
from editorial.intake.drafts import DraftText
from editorial.models import EditorialRecord, Event
from editorial.rules.posting import NoticeFacts, may_release_notice
from editorial.rules.reasons import Reason
from editorial.selectors.people import fresh_actor
from editorial.selectors.records import record_of_page, rules_in_force
from news.models import EventPage, NewsPage, NoticePage, UnitIndexPage
from news.models.events import TIMES
from news.rules.announcing import may_announce
from school.models import School, Unit, User
from school.selectors import units_of

NEW_LINE = "\n"


@transaction.atomic
def publish_notice(
    *, school: School, user: User, notice: NoticeFacts, at: datetime.datetime | None = None
) -> EditorialRecord:
    """Write an urgent notice in the board's section and put it on the site (rule 7 of the chain).

    Raises RuleRefused; then there is neither page nor record.
    """
    moment = at or clock_now()
    demand(may_release_notice(fresh_actor(user.pk, localdate(moment)), notice, rules_in_force(school)))
    section = notice_section(school, user, localdate(moment))
    page = NoticePage(
        title=notice.title.strip(),
        text=notice.text,
        owner=user,
        author_name=user.get_full_name(),
        live=False,
    )
    section.add_child(instance=page)
    page.save_revision(user=user)
    record: Any = record_of_page(page)
    return release_notice(record_id=record.pk, user=user, notice=notice, at=moment)


def notice_section(school: School, user: User, on: datetime.date) -> UnitIndexPage:
    """Where a notice stands: the board's own section, else that of the person's first unit.

    Raises RuleRefused when there is no section at all.
    """
    sections = UnitIndexPage.objects.filter(unit__school=school, unit__is_active=True)
    section = sections.filter(unit__kind=Unit.Kind.BOARD).first()
    for unit in units_of(user, on) if section is None else []:
        section = section or sections.filter(unit=unit).first()
    section = section or sections.order_by("unit__sort_order").first()
    if section is None:
        raise RuleRefused(Refused(Reason.NO_BOARD_YET))
    return section


def write_draft(*, unit: Unit, user: User, text: DraftText) -> EditorialRecord:
    """An article draft in the unit's section, of what the intake register took in (Đ6 dash 4).

    The lead and what each picture shows stay empty: only a person can say that, and handing in asks
    for it. Raises RuleRefused when the unit has no section.
    """
    section = UnitIndexPage.objects.filter(unit=unit, unit__is_active=True).first()
    if section is None:
        raise RuleRefused(Refused(Reason.INTAKE_NO_UNIT))
    page = NewsPage(
        title=text.title,
        body=_body(text),
        channel=text.channel,
        origin=text.origin,
        owner=user,
        live=False,
        has_unpublished_changes=True,
    )
    section.add_child(instance=page)
    page.save_revision(user=user, clean=False)
    record: Any = record_of_page(page)
    return record


def _body(text: DraftText) -> list[tuple[str, Any]]:
    """Paragraphs as one block of text, then each picture, then each file under its own name."""
    words = "".join(f"<p>{escape(part).replace(NEW_LINE, '<br/>')}</p>" for part in text.paragraphs)
    body: list[tuple[str, Any]] = [("text", RichText(words))] if words else []
    body += [("image", {"image": row, "alt": "", "caption": "", "credit": ""}) for row in text.pictures]
    return body + [("file", {"document": row, "title": row.title}) for row in text.files]


@transaction.atomic
def announce_event(*, event_id: int, user: User, at: datetime.datetime | None = None) -> EventPage:
    """Begin the announcement of an event, a draft with the facts of the board's calendar; or the one that is there.

    It stands in the section of a unit of the person, if possible one that takes part. Raises
    RuleRefused.
    """
    day = localdate(at or clock_now())
    event = locked_event(event_id)
    written = EventPage.objects.filter(event=event).first()
    if written is not None:
        return written
    concerned = _units_concerned(event)
    demand(may_announce(fresh_actor(user.pk, day), concerned, is_cancelled=event.is_cancelled))
    facts = {name: getattr(event, name) for name in ("title", "kind", "place", *TIMES)}
    page = EventPage(event=event, owner=user, live=False, has_unpublished_changes=True, **facts)
    page.units = event.units.all()
    _section_for(event, user, day, concerned).add_child(instance=page)
    page.save_revision(user=user, clean=False)
    return page


def _units_concerned(event: Event) -> set[int]:
    """The units that take part in an event, and the one that writes about it."""
    return {*event.units.values_list("pk", flat=True), *filter(None, [event.duty.unit_id])}


def _section_for(event: Event, user: User, on: datetime.date, concerned: set[int]) -> UnitIndexPage:
    """The section where a person announces an event: of a concerned unit before others of his."""
    units = sorted(units_of(user, on), key=lambda unit: unit.pk not in concerned)
    sections = {row.unit_id: row for row in UnitIndexPage.objects.filter(unit__in=units, unit__school=event.school_id)}
    section = next((sections[unit.pk] for unit in units if unit.pk in sections), None)
    if section is None:
        raise RuleRefused(Refused(Reason.NOT_YOUR_UNIT))
    return section
