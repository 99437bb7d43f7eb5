"""Writes of the news: the urgent notice, page and release in one."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions import release_notice
from editorial.models import EditorialRecord
from editorial.rules.posting import NoticeFacts, may_release_notice
from editorial.rules.reasons import Reason
from editorial.selectors.people import fresh_actor
from editorial.selectors.records import record_of_page, rules_in_force
from news.models import NoticePage, UnitIndexPage
from school.models import School, Unit, User
from school.selectors import units_of


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
