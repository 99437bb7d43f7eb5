"""Working days, on real days of 2024 (domain/clocks.md)."""

from __future__ import annotations

import datetime

import pytest

from school.rules.calendar import WorkingWeek, is_working_day, working_day_after

FIVE_DAYS = WorkingWeek()
SIX_DAYS = WorkingWeek(weekly_days_off=frozenset({7}))
VIETNAM = WorkingWeek(
    days_off=frozenset({datetime.date(2024, 4, 29), datetime.date(2024, 4, 30), datetime.date(2024, 5, 1)}),
    working_days=frozenset({datetime.date(2024, 5, 4)}),
)
FRIDAY, SATURDAY, SUNDAY, MONDAY = (datetime.date(2024, 4, day) for day in (26, 27, 28, 29))
SWAPPED_SATURDAY = datetime.date(2024, 5, 4)


@pytest.mark.parametrize(
    ("day", "week", "works"),
    [
        (FRIDAY, FIVE_DAYS, True),
        (SATURDAY, FIVE_DAYS, False),
        (SATURDAY, SIX_DAYS, True),
        (SUNDAY, SIX_DAYS, False),
        (MONDAY, FIVE_DAYS, True),
        (MONDAY, VIETNAM, False),
        (SWAPPED_SATURDAY, FIVE_DAYS, False),
        (SWAPPED_SATURDAY, VIETNAM, True),
    ],
)
def test_is_working_day(day, week, works):
    assert is_working_day(day, week) is works


def test_is_working_day__swapped_day_beats_a_day_off():
    both = WorkingWeek(days_off=frozenset({FRIDAY}), working_days=frozenset({FRIDAY}))
    assert is_working_day(FRIDAY, both)


@pytest.mark.parametrize(
    ("week", "count", "due"),
    [
        (FIVE_DAYS, 1, MONDAY),
        (SIX_DAYS, 1, SATURDAY),
        (VIETNAM, 1, datetime.date(2024, 5, 2)),
        (VIETNAM, 3, SWAPPED_SATURDAY),
        (VIETNAM, 4, datetime.date(2024, 5, 6)),
    ],
)
def test_working_day_after__counts_working_days_only(week, count, due):
    assert working_day_after(FRIDAY, week, count) == due


def test_working_day_after__does_not_count_the_day_itself():
    assert working_day_after(MONDAY, FIVE_DAYS) == datetime.date(2024, 4, 30)


def test_working_day_after__says_that_a_week_without_work_has_none():
    with pytest.raises(ValueError, match="no working day"):
        working_day_after(FRIDAY, WorkingWeek(weekly_days_off=frozenset(range(1, 8))))
