"""Letting an inspector in by a link for a time, and ending it (Đ5.3)."""

from __future__ import annotations

import datetime
import secrets

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import demand
from editorial.actions.desk import school_line
from editorial.intake.plain import plain_line
from editorial.models.reports import LABEL_LENGTH, InspectorLink
from editorial.rules import inspection as rules
from editorial.selectors.inspector_links import token_of
from editorial.selectors.people import fresh_actor
from editorial.tracking import hash_of
from school.models import School, User

AN_HOUR = datetime.timedelta(hours=1)


@transaction.atomic
def make_inspector_link(
    *, school: School, user: User, label: str, valid_until: datetime.date, at: datetime.datetime | None = None
) -> InspectorLink:
    """A new link, valid from now on until `valid_until`. Raises RuleRefused."""
    moment = at or clock_now()
    named, today = plain_line(label, LABEL_LENGTH), localdate(moment)
    demand(rules.may_make_inspector(fresh_actor(user.pk, today), named, valid_until, today))
    number = secrets.token_hex(16)
    link = InspectorLink.objects.create(
        school=school,
        label=named,
        number=number,
        token_hash=hash_of(token_of(number)),
        valid_until=valid_until,
        made_by=user,
        made_at=moment,
    )
    _line(link, user, "make_inspector_link", moment)
    return link


@transaction.atomic
def close_inspector_link(*, link_id: int, user: User, at: datetime.datetime | None = None) -> InspectorLink:
    """The link opens nothing any more; ended twice it is ended once. Raises RuleRefused."""
    moment = at or clock_now()
    link = InspectorLink.objects.select_for_update(of=("self",)).select_related("school").get(pk=link_id)
    demand(rules.may_close_inspector(fresh_actor(user.pk, localdate(moment))))
    if link.closed_at is None:
        link.closed_at, link.closed_by = moment, user
        link.save(update_fields=["closed_at", "closed_by"])
        _line(link, user, "close_inspector_link", moment)
    return link


def note_use(link: InspectorLink, at: datetime.datetime) -> None:
    """It was opened; written at most once an hour."""
    if link.used_at is None or at - link.used_at >= AN_HOUR:
        InspectorLink.objects.filter(pk=link.pk).update(used_at=at)


def _line(link: InspectorLink, user: User, action: str, at: datetime.datetime) -> None:
    facts = {"link": link.pk, "valid_until": str(link.valid_until)}
    school_line(link.school, user, f"editorial.{action}", at, **facts)
