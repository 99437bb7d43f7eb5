"""The yearly review: what nobody touched for a year is looked at, and said to be still right (Đ5.3 dash 9)."""

from __future__ import annotations

import datetime

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.facts import Item
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import VISIBLE

STALE_MONTHS = 12
"""A page is reviewed when nobody touched or confirmed it for a year: Đ5.3 dash 9 asks for a yearly review."""


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months earlier; the month's last day where it has no such day."""
    number = day.year * 12 + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    first_of_next = datetime.date(year + month // 12, month % 12 + 1, 1)
    return datetime.date(year, month, min(day.day, (first_of_next - datetime.timedelta(days=1)).day))


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later; the month's last day where it has no such day."""
    return months_before(day, -months)


def is_stale(touched_on: datetime.date, on: datetime.date, months: int = STALE_MONTHS) -> bool:
    """Whether nobody touched it within `months` months before the day `on`."""
    return touched_on < months_before(on, months)


def may_confirm_current(actor: Actor, item: Item) -> Answer:
    """The unit says of its own item, anybody of the board of any, that what stands on the site is still right."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.unit_id not in actor.unit_ids and not actor.is_board:
        return Refused(Reason.NOT_YOUR_UNIT)
    return ALLOWED if item.public_state in VISIBLE else Refused(Reason.NOT_ONLINE)
