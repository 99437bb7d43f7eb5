"""Working days, for any week and any calendar."""

from __future__ import annotations

import dataclasses
import datetime

from hypothesis import given
from hypothesis import strategies as st

from school.rules.calendar import WorkingWeek, is_working_day, working_day_after

ONE = datetime.timedelta(days=1)
DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
NEAR = st.frozensets(st.dates(datetime.date(2024, 1, 1), datetime.date(2025, 3, 1)), max_size=20)
COUNTS = st.integers(1, 10)
WEEKS = st.builds(WorkingWeek, st.frozensets(st.integers(1, 7), max_size=6), NEAR, NEAR)


def days_until(day: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Every day after `day` up to `last`."""
    return [day + ONE * count for count in range(1, (last - day).days + 1)]


@given(DAYS, WEEKS, COUNTS)
def test_working_day_after__is_the_working_day_of_that_number(day, week, count):
    due = working_day_after(day, week, count)
    assert is_working_day(due, week)
    assert sum(is_working_day(other, week) for other in days_until(day, due)) == count


@given(DAYS, WEEKS, COUNTS)
def test_working_day_after__steps_can_be_taken_one_by_one(day, week, count):
    step = day
    for _ in range(count):
        step = working_day_after(step, week)
    assert step == working_day_after(day, week, count)


@given(DAYS, WEEKS, COUNTS, NEAR)
def test_working_day_after__days_off_never_make_it_earlier(day, week, count, more):
    fuller = dataclasses.replace(week, days_off=week.days_off | more)
    assert working_day_after(day, fuller, count) >= working_day_after(day, week, count)


@given(DAYS, WEEKS, COUNTS, NEAR)
def test_working_day_after__swapped_working_days_never_make_it_later(day, week, count, more):
    fuller = dataclasses.replace(week, working_days=week.working_days | more)
    assert working_day_after(day, fuller, count) <= working_day_after(day, week, count)


@given(DAYS, DAYS, WEEKS, COUNTS)
def test_working_day_after__a_later_start_is_never_due_earlier(one, other, week, count):
    early, late = sorted((one, other))
    assert working_day_after(early, week, count) <= working_day_after(late, week, count)
