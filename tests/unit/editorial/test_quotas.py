"""One item a month from each subject group (A66, Đ13.2)."""

from __future__ import annotations

import dataclasses
import datetime
from zoneinfo import ZoneInfo

import pytest

from editorial.rules.charter import CharterRules
from editorial.rules.quotas import (
    QuotaBasis,
    QuotaItem,
    QuotaRules,
    QuotaState,
    QuotaUsage,
    month_of,
    next_month,
    per_month_of,
    quota_reminder,
    quota_rules,
    quota_usage,
    reminder_days,
)
from tests.unit.editorial.people import OTHER_UNIT, UNIT

SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")
OCTOBER, NOVEMBER = (2026, 10), (2026, 11)
RULES = QuotaRules()
AT_ONCE = QuotaRules(cut_off_day=0)
POSTED = QuotaRules(basis=QuotaBasis.POSTED)


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2026, month, number)


def item(handed_in: datetime.date, posted: datetime.date | None = None, **changes) -> QuotaItem:
    """An item of `UNIT`, posted at noon."""
    moment = posted and datetime.datetime.combine(posted, datetime.time(12), tzinfo=SAIGON)
    return QuotaItem(**{"record_id": 1, "unit_id": UNIT, "handed_in_on": handed_in, "posted_at": moment, **changes})


def usage(
    *items: QuotaItem,
    today: datetime.date,
    month: tuple[int, int] = OCTOBER,
    rules: QuotaRules = RULES,
    per_month: int = 1,
    unit_id: int = UNIT,
) -> QuotaUsage:
    return quota_usage(unit_id, per_month, month, items, rules, today, SAIGON)


@pytest.mark.parametrize(
    ("handed_in", "posted", "rules", "month"),
    [
        (day(10, 5), day(10, 7), RULES, OCTOBER),
        (day(10, 31), day(11, 3), RULES, OCTOBER),
        (day(10, 31), day(11, 4), RULES, NOVEMBER),
        (day(10, 31), day(11, 1), AT_ONCE, NOVEMBER),
        (day(10, 31), day(10, 31), AT_ONCE, OCTOBER),
        (day(10, 31), day(11, 1), POSTED, NOVEMBER),
        (day(10, 5), day(12, 7), RULES, (2026, 12)),
        (day(12, 31), datetime.date(2027, 1, 3), RULES, (2026, 12)),
        (day(12, 31), datetime.date(2027, 1, 4), RULES, (2027, 1)),
    ],
)
def test_month_of__handed_in_and_posted_by_the_cut_off_else_where_it_was_posted(handed_in, posted, rules, month):
    """A66: an item handed in at month's end is not lost because the board posts it after."""
    assert month_of(item(handed_in, posted), rules, SAIGON) == month


def test_month_of__none_as_long_as_it_is_not_posted():
    assert month_of(item(day(10, 5)), RULES, SAIGON) is None


def test_month_of__the_cut_off_ends_at_midnight_where_the_school_is():
    midnight = datetime.datetime(2026, 11, 4, tzinfo=SAIGON)
    before = item(day(10, 31), posted_at=(midnight - datetime.timedelta(minutes=1)).astimezone(datetime.UTC))
    after = item(day(10, 31), posted_at=(midnight + datetime.timedelta(minutes=1)).astimezone(datetime.UTC))
    assert month_of(before, RULES, SAIGON) == OCTOBER
    assert month_of(after, RULES, SAIGON) == NOVEMBER


def test_quota_usage__met_by_one_posted_item():
    found = usage(item(day(10, 5), day(10, 7)), today=day(10, 8))
    assert found == QuotaUsage(UNIT, OCTOBER, 1, 1, 0, 0, QuotaState.MET)
    assert found.still_owed == 0


def test_quota_usage__not_met_by_what_is_only_on_its_way():
    found = usage(item(day(10, 5)), today=day(10, 8))
    assert found == QuotaUsage(UNIT, OCTOBER, 1, 0, 1, 0, QuotaState.OPEN)
    assert found.still_owed == 1


def test_quota_usage__what_was_returned_refused_or_withdrawn_is_not_on_its_way():
    found = usage(item(day(10, 5), is_with_board=False), today=day(10, 8))
    assert (found.pending, found.state) == (0, QuotaState.OPEN)


def test_quota_usage__a_posted_item_counts_though_a_new_version_was_returned():
    found = usage(item(day(10, 5), day(10, 6), is_with_board=False), today=day(10, 8))
    assert found.state is QuotaState.MET


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (day(9, 30), QuotaState.UPCOMING),
        (day(10, 1), QuotaState.OPEN),
        (day(10, 31), QuotaState.OPEN),
        (day(11, 1), QuotaState.SHORT),
    ],
)
def test_quota_usage__with_nothing_handed_in(today, state):
    assert usage(today=today).state is state


@pytest.mark.parametrize(
    ("today", "october", "november"),
    [
        (day(10, 31), (1, QuotaState.OPEN), (0, QuotaState.UPCOMING)),
        (day(11, 3), (1, QuotaState.OPEN), (0, QuotaState.OPEN)),
        (day(11, 4), (0, QuotaState.SHORT), (1, QuotaState.OPEN)),
    ],
)
def test_quota_usage__handed_in_at_months_end_is_shown_for_what_it_is(today, october, november):
    """It can still count for October until the cut-off, and for November after it, never for both."""
    waiting = item(day(10, 30))
    first, second = usage(waiting, today=today), usage(waiting, today=today, month=NOVEMBER)
    assert (first.pending, first.state) == october
    assert (second.pending, second.state) == november


def test_quota_usage__too_little_on_its_way_after_the_month_is_short():
    assert usage(item(day(10, 30)), today=day(11, 1), per_month=2).state is QuotaState.SHORT
    assert usage(item(day(10, 30)), item(day(10, 31)), today=day(11, 1), per_month=2).state is QuotaState.OPEN


def test_quota_usage__nothing_is_carried_over():
    two = (item(day(10, 5), day(10, 7)), item(day(10, 6), day(10, 8)))
    assert usage(*two, today=day(12, 1)).published == 2
    assert usage(*two, today=day(12, 1), month=NOVEMBER).state is QuotaState.SHORT


@pytest.mark.parametrize("number", [6, 7, 8])
def test_quota_usage__the_summer_is_not_counted_unless_the_charter_says_so(number):
    with_summer = dataclasses.replace(RULES, months=RULES.months | {number})
    found = usage(today=day(12, 1), month=(2026, number))
    assert (found.owed, found.state) == (0, QuotaState.NOT_COUNTED)
    assert usage(today=day(12, 1), month=(2026, number), rules=with_summer).state is QuotaState.SHORT


def test_quota_usage__a_unit_that_owes_nothing_is_not_counted():
    assert usage(today=day(10, 8), per_month=0).state is QuotaState.NOT_COUNTED


def test_quota_usage__a_take_down_undoes_it_only_for_a_fault():
    kept = item(day(10, 5), day(10, 7))
    faulty = item(day(10, 5), day(10, 7), taken_down_for_fault=True)
    assert usage(kept, today=day(10, 8)).flagged == 0
    assert usage(faulty, today=day(10, 8)) == QuotaUsage(UNIT, OCTOBER, 1, 0, 0, 1, QuotaState.OPEN)
    assert usage(faulty, kept, today=day(10, 8)) == QuotaUsage(UNIT, OCTOBER, 1, 1, 0, 1, QuotaState.MET)


def test_quota_usage__a_joint_item_counts_for_the_main_unit_or_for_all_by_the_charter():
    joint = item(day(10, 5), day(10, 7), co_unit_ids=frozenset({OTHER_UNIT}))
    for_all = dataclasses.replace(RULES, counts_co_units=True)
    today = day(10, 8)
    assert usage(joint, today=today).published == 1
    assert usage(joint, today=today, unit_id=OTHER_UNIT).published == 0
    assert usage(joint, today=today, unit_id=OTHER_UNIT, rules=for_all).published == 1
    assert usage(joint, today=today, unit_id=99, rules=for_all).published == 0


def test_quota_rules__are_the_charters_numbers():
    assert quota_rules(CharterRules()) == RULES
    charter = CharterRules(
        quota_per_month=2,
        quota_months=(9,),
        quota_basis=QuotaBasis.POSTED,
        quota_cut_off_day=0,
        quota_counts_co_units=True,
    )
    assert quota_rules(charter) == QuotaRules(QuotaBasis.POSTED, 0, frozenset({9}), counts_co_units=True, per_month=2)


def test_per_month_of__subject_groups_only():
    assert per_month_of("subject_group", RULES) == 1
    assert {per_month_of(kind, RULES) for kind in ("office_group", "trade_union", "youth_union", "other")} == {0}


def test_next_month__goes_on_in_january():
    assert next_month(OCTOBER) == NOVEMBER
    assert next_month((2026, 12)) == (2027, 1)


@pytest.mark.parametrize(
    ("month", "days"), [((2026, 10), ("2026-10-24", "2026-10-29")), ((2028, 2), ("2028-02-22", "2028-02-27"))]
)
def test_reminder_days__seven_and_two_days_before_the_months_end(month, days):
    assert tuple(found.isoformat() for found in reminder_days(month)) == days


@pytest.mark.parametrize(
    ("today", "reminder"),
    [
        (day(10, 23), None),
        (day(10, 24), day(10, 24)),
        (day(10, 28), day(10, 24)),
        (day(10, 29), day(10, 29)),
        (day(10, 31), day(10, 29)),
        (day(11, 1), None),
    ],
)
def test_quota_reminder__the_latest_one_and_only_inside_the_month(today, reminder):
    assert quota_reminder(usage(today=today), today) == reminder


def test_quota_reminder__none_for_a_month_that_is_over_though_something_may_still_count():
    waiting = usage(item(day(10, 31)), today=day(11, 1))
    assert waiting.state is QuotaState.OPEN
    assert quota_reminder(waiting, day(11, 1)) is None


def test_quota_reminder__none_once_enough_is_posted_or_on_its_way():
    today = day(10, 29)
    assert quota_reminder(usage(item(day(10, 5)), today=today), today) is None
    assert quota_reminder(usage(item(day(10, 5), day(10, 6)), today=today), today) is None
    assert quota_reminder(usage(item(day(10, 5)), today=today, per_month=2), today) == today
