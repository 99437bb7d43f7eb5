"""One item a month from each subject group (Đ13.2, domain/clocks.md §5.3)."""

from __future__ import annotations

import calendar
import dataclasses
import datetime
from collections.abc import Iterable
from enum import StrEnum

from editorial.rules.charter import CharterRules
from editorial.rules.clock_terms import SUBJECT_GROUP, QuotaBasis

__all__ = [
    "Month",
    "QuotaBasis",
    "QuotaItem",
    "QuotaRules",
    "QuotaState",
    "QuotaUsage",
    "month_of",
    "next_month",
    "per_month_of",
    "quota_reminder",
    "quota_rules",
    "quota_usage",
    "reminder_days",
]

Month = tuple[int, int]
"""A calendar month in local time: year and number."""
DAYS_BEFORE_THE_END = (7, 2)


@dataclasses.dataclass(frozen=True, slots=True)
class QuotaItem:
    """An item that was handed in, as the quota sees it.

    handed_in_on: local date of the first handing in; posted_at: first posting, aware, in any zone;
    is_with_board: on its way, false when returned, refused or withdrawn; taken_down_for_fault:
    taken down as untrue or against the law. News and topical articles count alike.
    """

    record_id: int
    unit_id: int
    handed_in_on: datetime.date
    posted_at: datetime.datetime | None = None
    co_unit_ids: frozenset[int] = frozenset()
    taken_down_for_fault: bool = False
    is_with_board: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class QuotaRules:
    """How items are counted; see the entries of the same name in the charter."""

    basis: QuotaBasis = QuotaBasis.HANDED_IN
    cut_off_day: int = 3
    months: frozenset[int] = frozenset({1, 2, 3, 4, 5, 9, 10, 11, 12})
    counts_co_units: bool = False
    per_month: int = 1


def quota_rules(charter: CharterRules) -> QuotaRules:
    """The charter's entries about the quota."""
    return QuotaRules(
        basis=charter.quota_basis,
        cut_off_day=charter.quota_cut_off_day,
        months=frozenset(charter.quota_months),
        counts_co_units=charter.quota_counts_co_units,
        per_month=charter.quota_per_month,
    )


def per_month_of(unit_kind: str, rules: QuotaRules) -> int:
    """Items a unit of this kind owes in a month: subject groups only, one by one."""
    return rules.per_month if unit_kind == SUBJECT_GROUP else 0


class QuotaState(StrEnum):
    """Where a unit stands in a month.

    met: enough is posted; open: it still can be; short: it cannot any more; upcoming: the month has
    not begun; not_counted: nothing is owed in this month or by this unit.
    """

    MET = "met"
    SHORT = "short"
    OPEN = "open"
    NOT_COUNTED = "not_counted"
    UPCOMING = "upcoming"


@dataclasses.dataclass(frozen=True, slots=True)
class QuotaUsage:
    """A unit's month. `owed`: demanded in all; `published`: posted and counted here; `pending`: on its
    way and would count here if posted today; `flagged`: posted, but taken down for a fault, so that it
    does not count; `posted_after`: how many of the published ones were posted after the month's end.
    No month carries anything over to another.
    """

    unit_id: int
    month: Month
    owed: int
    published: int
    pending: int
    flagged: int
    state: QuotaState
    posted_after: int = 0

    @property
    def still_owed(self) -> int:
        """What is missing until the month is met."""
        return max(0, self.owed - self.published)


def next_month(month: Month) -> Month:
    """The month after `month`."""
    year, number = month
    return (year + 1, 1) if number == 12 else (year, number + 1)


def _last_day(month: Month) -> datetime.date:
    return datetime.date(*month, calendar.monthrange(*month)[1])


def cut_off(month: Month, rules: QuotaRules) -> datetime.date:
    """The last day on which a posting counts for an item handed in in `month` (basis: handed in)."""
    if not rules.cut_off_day:
        return _last_day(month)
    return datetime.date(*next_month(month), rules.cut_off_day)


def _month_if_posted_on(item: QuotaItem, posted_on: datetime.date, rules: QuotaRules) -> Month:
    """The month of handing in while its cut-off lasts, so that no unit pays for the board's delay."""
    handed_in = (item.handed_in_on.year, item.handed_in_on.month)
    in_time = rules.basis is QuotaBasis.HANDED_IN and posted_on <= cut_off(handed_in, rules)
    return handed_in if in_time else (posted_on.year, posted_on.month)


def month_of(item: QuotaItem, rules: QuotaRules, zone: datetime.tzinfo) -> Month | None:
    """The one month a posted item counts in; None as long as it is not posted ("đăng trên Cổng")."""
    if item.posted_at is None:
        return None
    return _month_if_posted_on(item, item.posted_at.astimezone(zone).date(), rules)


def quota_usage(
    unit_id: int,
    per_month: int,
    month: Month,
    items: Iterable[QuotaItem],
    rules: QuotaRules,
    today: datetime.date,
    zone: datetime.tzinfo,
) -> QuotaUsage:
    """How a unit stands in a month that owes `per_month` items; `today` is the local date."""
    own = [item for item in items if _counts_for(item, unit_id, rules)]
    posted = [item for item in own if month_of(item, rules, zone) == month]
    flagged = sum(item.taken_down_for_fault for item in posted)
    pending = sum(_is_pending(item, month, rules, today) for item in own)
    owed = per_month if month[1] in rules.months else 0
    missing = owed - (len(posted) - flagged)
    state = _state(owed, missing, pending, month, today)
    after = sum(_posted_on(item, zone) > _last_day(month) for item in posted if not item.taken_down_for_fault)
    return QuotaUsage(unit_id, month, owed, len(posted) - flagged, pending, flagged, state, after)


def _posted_on(item: QuotaItem, zone: datetime.tzinfo) -> datetime.date:
    assert item.posted_at is not None
    return item.posted_at.astimezone(zone).date()


def _counts_for(item: QuotaItem, unit_id: int, rules: QuotaRules) -> bool:
    return item.unit_id == unit_id or (rules.counts_co_units and unit_id in item.co_unit_ids)


def _is_pending(item: QuotaItem, month: Month, rules: QuotaRules, today: datetime.date) -> bool:
    if item.posted_at is not None or not item.is_with_board:
        return False
    return _month_if_posted_on(item, today, rules) == month


def _state(owed: int, missing: int, pending: int, month: Month, today: datetime.date) -> QuotaState:
    """A month that is over stays open only while what is on its way can still count for it."""
    if owed == 0:
        return QuotaState.NOT_COUNTED
    if missing <= 0:
        return QuotaState.MET
    if (today.year, today.month) < month:
        return QuotaState.UPCOMING
    can_be_met = today <= _last_day(month) or pending >= missing
    return QuotaState.OPEN if can_be_met else QuotaState.SHORT


def reminder_days(month: Month) -> tuple[datetime.date, ...]:
    """The days on which a unit is reminded: 7 and 2 days before the month's last day."""
    return tuple(_last_day(month) - datetime.timedelta(days=days) for days in DAYS_BEFORE_THE_END)


def quota_reminder(usage: QuotaUsage, today: datetime.date) -> datetime.date | None:
    """The reminder day that holds today, as the key under which it is sent once; None when none does.

    Only inside the month, and only as long as more is missing than is on its way.
    """
    in_month = (today.year, today.month) == usage.month
    if not in_month or usage.state is not QuotaState.OPEN or usage.pending >= usage.still_owed:
        return None
    return max((day for day in reminder_days(usage.month) if day <= today), default=None)
