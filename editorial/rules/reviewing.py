"""The yearly review: what nobody touched for a year is looked at, and said to be still right (Đ5.3 dash 9)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.facts import Item
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import VISIBLE

STALE_MONTHS = 12
"""A page is reviewed when nobody touched or confirmed it for a year: Đ5.3 dash 9 asks for a yearly review."""

REMINDED_DAYS = 30
"""So many days before and after the day of review its people are reminded."""


class ReviewState(StrEnum):
    """How near the day of review is."""

    FRESH = "fresh"
    SOON = "soon"
    OVERDUE = "overdue"


class ReviewReminder(StrEnum):
    """What is said of a review, each once."""

    MONTH_BEFORE = "month_before"
    ON_THE_DAY = "on_the_day"
    MONTH_AFTER = "month_after"


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


def review_state(due_on: datetime.date, on: datetime.date) -> ReviewState:
    """How near the day of review is on the day `on`; the day itself is not overdue."""
    if due_on < on:
        return ReviewState.OVERDUE
    return ReviewState.SOON if due_on - on <= datetime.timedelta(days=REMINDED_DAYS) else ReviewState.FRESH


def review_reminder(due_on: datetime.date, on: datetime.date) -> ReviewReminder | None:
    """What has to be said on the day `on`; None when it is too early. What was missed is said late, the rest not."""
    month = datetime.timedelta(days=REMINDED_DAYS)
    if on >= due_on + month:
        return ReviewReminder.MONTH_AFTER
    if on >= due_on:
        return ReviewReminder.ON_THE_DAY
    return ReviewReminder.MONTH_BEFORE if on >= due_on - month else None


def may_confirm_current(actor: Actor, item: Item) -> Answer:
    """The unit says of its own item, anybody of the board of any, that what stands on the site is still right."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.unit_id not in actor.unit_ids and not actor.is_board:
        return Refused(Reason.NOT_YOUR_UNIT)
    return ALLOWED if item.public_state in VISIBLE else Refused(Reason.NOT_ONLINE)


def may_confirm_unit(actor: Actor, unit_id: int) -> Answer:
    """The unit says of its own entry, anybody of the board of any, that name, head and people are still right."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board or unit_id in actor.unit_ids else Refused(Reason.NOT_YOUR_UNIT)
