"""Which days are working days (Đ14.1 with Bộ luật Dân sự 2015, Điều 148)."""

from __future__ import annotations

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True, slots=True)
class WorkingWeek:
    """A school's week and the days that differ from it. Weekdays as ISO numbers, Monday 1."""

    weekly_days_off: frozenset[int] = frozenset({6, 7})
    days_off: frozenset[datetime.date] = frozenset()
    working_days: frozenset[datetime.date] = frozenset()


def is_working_day(day: datetime.date, week: WorkingWeek) -> bool:
    """Whether people work on `day`: a swapped working day beats every day off."""
    if day in week.working_days:
        return True
    return day.isoweekday() not in week.weekly_days_off and day not in week.days_off


def working_day_after(day: datetime.date, week: WorkingWeek, count: int = 1) -> datetime.date:
    """The `count`-th working day after `day`, which itself is not counted.

    Raises ValueError when a year of days holds no such working day.
    """
    current, left = day, count
    for _ in range(366 + 7 * count):
        current += datetime.timedelta(days=1)
        left -= is_working_day(current, week)
        if left == 0:
            return current
    raise ValueError("no working day within a year: the weekly days off cover the whole week")
