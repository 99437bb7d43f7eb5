"""By when an item about an event must be on the portal (Đ14.1, domain/clocks.md §5.2)."""

from __future__ import annotations

import dataclasses
import datetime

from editorial.rules.charter import CharterRules
from editorial.rules.clock_terms import DeadlineUnit
from school.rules.calendar import WorkingWeek, is_working_day, working_day_after

__all__ = ["DeadlineRules", "DeadlineUnit", "DueDate", "deadline_rules", "due_date", "is_on_time", "limit_of"]

ONE_DAY = datetime.timedelta(days=1)
LONGEST_BREAK = 366


@dataclasses.dataclass(frozen=True, slots=True)
class DeadlineRules:
    """How long a unit and the board have: so many days, counted how, moved on from a day off or not."""

    days: int = 3
    unit: DeadlineUnit = DeadlineUnit.CALENDAR
    rolls_over: bool = True


REGULATION = DeadlineRules()


@dataclasses.dataclass(frozen=True, slots=True)
class DueDate:
    """The last day in time and how it came about; `passed_over` are the days off that moved it."""

    ended_on: datetime.date
    raw: datetime.date
    due: datetime.date
    passed_over: tuple[datetime.date, ...]


def deadline_rules(charter: CharterRules) -> DeadlineRules:
    """The charter's numbers for the clock of an event."""
    return DeadlineRules(charter.deadline_days, charter.deadline_unit, charter.deadline_rolls_over)


def due_date(ended_on: datetime.date, week: WorkingWeek, rules: DeadlineRules = REGULATION) -> DueDate:
    """The due date of an event whose last day was `ended_on`.

    The event's own day is not counted. Days off inside the period count; only the last day moves, to
    the next working day (Bộ luật Dân sự 2015, Điều 147 and 148; ГК РФ ст. 191 and 193). Raises ValueError
    when a year of days holds no working day.
    """
    raw = _raw_due(ended_on, week, rules)
    passed_over = _days_off_from(raw, week) if rules.rolls_over else ()
    return DueDate(ended_on, raw, raw + ONE_DAY * len(passed_over), passed_over)


def _raw_due(ended_on: datetime.date, week: WorkingWeek, rules: DeadlineRules) -> datetime.date:
    if rules.unit is DeadlineUnit.WORKING and rules.days:
        return working_day_after(ended_on, week, rules.days)
    return ended_on + ONE_DAY * rules.days


def _days_off_from(day: datetime.date, week: WorkingWeek) -> tuple[datetime.date, ...]:
    """The unbroken days off that begin with `day`; none when people work on it."""
    found: list[datetime.date] = []
    while not is_working_day(day, week):
        found.append(day)
        if len(found) > LONGEST_BREAK:
            raise ValueError("no working day within a year: the days off cover it all")
        day += ONE_DAY
    return tuple(found)


def limit_of(due: datetime.date, zone: datetime.tzinfo) -> datetime.datetime:
    """The first moment that is late: `due` ends at 24:00 local time (Điều 148.6). Aware, in `zone`."""
    return datetime.datetime.combine(due + ONE_DAY, datetime.time.min, tzinfo=zone)


def is_on_time(first_published_at: datetime.datetime, due: datetime.date, zone: datetime.tzinfo) -> bool:
    """Whether an item posted at this moment (aware, any zone) was there before the due date ended."""
    return first_published_at.astimezone(datetime.UTC) < limit_of(due, zone).astimezone(datetime.UTC)
