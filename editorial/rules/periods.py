"""The stretches of time a report covers, and when it is due (Đ5.3, Đ16; reports by quarter and half-year, 000 §8)."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from school.rules.calendar import WorkingWeek, working_day_after
from school.rules.years import TermDates, YearDates

ONE_DAY = datetime.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2000, 2100
LAST_CUTOFF_DAY = 28
DUE_WORKING_DAYS = 2
"""A report is sent within two working days of the day after its period ends (QĐ 01/2023/QĐ-UBND Khánh Hòa, Điều 4)."""


class PeriodError(ValueError):
    """No period is called so; the message says what was read."""


class PeriodKind(StrEnum):
    """What a report covers."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    CALENDAR_YEAR = "calendar_year"
    TERM = "term"
    SCHOOL_YEAR = "school_year"
    DATES = "dates"


MONTHS_IN = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.CALENDAR_YEAR: 12,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, first and last included, in the school's own time.

    key: what it is called in an address and a command ("2026-10", "2026-Q4", "2026-H1", "2026",
    "2026-2027-T1", "2026-2027", "2026-09-01..2026-10-15"). Parts of its title: `year` and `number`
    of a month, quarter, half-year or term; `name` of a term or school year as the school wrote it;
    `school_year` is the name of the year a term belongs to.
    """

    kind: PeriodKind
    key: str
    first_on: datetime.date
    last_on: datetime.date
    year: int = 0
    number: int = 0
    name: str = ""
    school_year: str = ""

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last_on - self.first_on).days + 1


def _month_end(year: int, month: int, cutoff: int) -> datetime.date:
    """The last day of a reporting month: its own last day for 0, else the cut-off day."""
    if cutoff:
        return datetime.date(year, month, cutoff)
    return _plus_months(datetime.date(year, month, 1), 1) - ONE_DAY


def _plus_months(first: datetime.date, months: int) -> datetime.date:
    """The first of the month so many months later."""
    number = first.year * 12 + first.month - 1 + months
    return datetime.date(number // 12, number % 12 + 1, 1)


def _calendar(kind: PeriodKind, year: int, number: int, cutoff: int) -> Period:
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= number <= 12 // MONTHS_IN[kind]:
        raise PeriodError(f"{kind.value} {number} of {year}")
    if not 0 <= cutoff <= LAST_CUTOFF_DAY:
        raise PeriodError(f"cut-off day {cutoff}")
    last_month = number * MONTHS_IN[kind]
    before_first = _plus_months(datetime.date(year, last_month, 1), -MONTHS_IN[kind])
    first = _month_end(before_first.year, before_first.month, cutoff) + ONE_DAY
    return Period(kind, _key(kind, year, number), first, _month_end(year, last_month, cutoff), year, number)


def _key(kind: PeriodKind, year: int, number: int) -> str:
    ends = {
        PeriodKind.MONTH: f"-{number:02}",
        PeriodKind.QUARTER: f"-Q{number}",
        PeriodKind.HALF_YEAR: f"-H{number}",
    }
    return f"{year}{ends.get(kind, '')}"


def month(year: int, number: int, cutoff: int = 0) -> Period:
    """A month. `cutoff` 0: from its first to its last day; n: from day n+1 of the month before to day n.

    Raises PeriodError for a month that does not exist.
    """
    return _calendar(PeriodKind.MONTH, year, number, cutoff)


def quarter(year: int, number: int, cutoff: int = 0) -> Period:
    """Three reporting months. Raises PeriodError."""
    return _calendar(PeriodKind.QUARTER, year, number, cutoff)


def half_year(year: int, number: int, cutoff: int = 0) -> Period:
    """Six reporting months. Raises PeriodError."""
    return _calendar(PeriodKind.HALF_YEAR, year, number, cutoff)


def calendar_year(year: int, cutoff: int = 0) -> Period:
    """Twelve reporting months. Raises PeriodError."""
    return _calendar(PeriodKind.CALENDAR_YEAR, year, 1, cutoff)


def term(dates: TermDates, school_year: str) -> Period:
    """A term as the school set it up."""
    return Period(
        PeriodKind.TERM,
        f"{school_year}-T{dates.number}",
        dates.starts_on,
        dates.ends_on,
        number=dates.number,
        name=dates.name,
        school_year=school_year,
    )


def school_year(dates: YearDates) -> Period:
    """A school year as the school set it up, without the summer after it."""
    return Period(
        PeriodKind.SCHOOL_YEAR,
        dates.name,
        dates.starts_on,
        dates.ends_on,
        name=dates.name,
        school_year=dates.name,
    )


def between(first_on: datetime.date, last_on: datetime.date) -> Period:
    """Any two dates, both included. Raises PeriodError when the last day comes first."""
    if last_on < first_on or not FIRST_YEAR <= first_on.year <= last_on.year <= LAST_YEAR:
        raise PeriodError(f"{first_on}..{last_on}")
    return Period(PeriodKind.DATES, f"{first_on}..{last_on}", first_on, last_on)


_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_PART = re.compile(r"([0-9]{4})-([QH])([1-4])")
_YEAR = re.compile(r"[0-9]{4}")
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DATES = re.compile(rf"({_DAY})\.\.({_DAY})")
_TERM = re.compile(r"(.+)-T([0-9]{1,2})")


def parse_period(key: str, years: Iterable[YearDates] = (), cutoff: int = 0) -> Period:
    """The period of a key; `years` are the school years that were set up. Raises PeriodError."""
    if found := _MONTH.fullmatch(key):
        return month(int(found[1]), int(found[2]), cutoff)
    if found := _PART.fullmatch(key):
        make = quarter if found[2] == "Q" else half_year
        return make(int(found[1]), int(found[3]), cutoff)
    if _YEAR.fullmatch(key):
        return calendar_year(int(key), cutoff)
    if found := _DATES.fullmatch(key):
        return _between_written(found[1], found[2])
    return _of_school_years(key, tuple(years))


def _between_written(first: str, last: str) -> Period:
    try:
        return between(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    except ValueError as error:
        raise PeriodError(f"{first}..{last}") from error


def _of_school_years(key: str, years: Sequence[YearDates]) -> Period:
    found = next((school_year(year) for year in years if year.name == key), None)
    if found is None and (parts := _TERM.fullmatch(key)):
        found = _term(years, parts[1], int(parts[2]))
    if found is None:
        raise PeriodError(key[:60])
    return found


def _term(years: Iterable[YearDates], name: str, number: int) -> Period | None:
    terms = (term(row, year.name) for year in years if year.name == name for row in year.terms)
    return next((row for row in terms if row.number == number), None)


def before(period: Period, years: Iterable[YearDates] = (), cutoff: int = 0) -> Period | None:
    """The period before: the same kind, or as many days just before any two dates.

    None where the school has not set up the term or school year before.
    """
    if period.kind in MONTHS_IN:
        return _moved(period, -MONTHS_IN[period.kind], cutoff)
    if period.kind is PeriodKind.DATES:
        last = period.first_on - ONE_DAY
        return _between(last - ONE_DAY * (period.days - 1), last)
    earlier = [row for row in _of_kind(period.kind, years) if row.last_on < period.first_on]
    return max(earlier, key=lambda row: row.last_on, default=None)


def year_ago(period: Period, years: Iterable[YearDates] = (), cutoff: int = 0) -> Period | None:
    """The same period one year earlier; None where the school has not set it up.

    Any two dates move back by a year, 29 February to the 28th. Of a term: the one with its number.
    """
    if period.kind in MONTHS_IN:
        return _moved(period, -12, cutoff)
    if period.kind is PeriodKind.DATES:
        return _between(_a_year_earlier(period.first_on), _a_year_earlier(period.last_on))
    known = sorted(years, key=lambda year: year.starts_on)
    names = [year.name for year in known]
    if period.school_year not in names[1:]:
        return None
    earlier = known[names.index(period.school_year) - 1]
    if period.kind is PeriodKind.SCHOOL_YEAR:
        return school_year(earlier)
    return _term([earlier], earlier.name, period.number)


def _moved(period: Period, months: int, cutoff: int) -> Period | None:
    size = MONTHS_IN[period.kind]
    last = _plus_months(datetime.date(period.year, period.number * size, 1), months)
    return _calendar(period.kind, last.year, last.month // size, cutoff) if last.year >= FIRST_YEAR else None


def _between(first_on: datetime.date, last_on: datetime.date) -> Period | None:
    return between(first_on, last_on) if first_on.year >= FIRST_YEAR else None


def _a_year_earlier(day: datetime.date) -> datetime.date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def _of_kind(kind: PeriodKind, years: Iterable[YearDates]) -> list[Period]:
    if kind is PeriodKind.SCHOOL_YEAR:
        return [school_year(year) for year in years]
    return [term(row, year.name) for year in years for row in year.terms]


@dataclasses.dataclass(frozen=True, slots=True)
class Release:
    """A line of the release calendar: the day the report is drafted, and the day it is due."""

    period: Period
    drafted_on: datetime.date
    due_on: datetime.date


def release(period: Period, week: WorkingWeek) -> Release:
    """Drafted on the first day after the period; due two working days after that day."""
    drafted_on = period.last_on + ONE_DAY
    return Release(period, drafted_on, working_day_after(drafted_on, week, DUE_WORKING_DAYS))


def release_calendar(year: YearDates, week: WorkingWeek, cutoff: int = 0) -> list[Release]:
    """The reports of a school year in order of their days: September to August, terms, the year.

    Quarters, half-years and the calendar year stand where they end. A year without terms has none.
    """
    first = datetime.date(year.starts_on.year, 9, 1)
    months = [_plus_months(first, step) for step in range(12)]
    periods = [month(day.year, day.month, cutoff) for day in months]
    for kind in (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.CALENDAR_YEAR):
        size = MONTHS_IN[kind]
        periods += [_calendar(kind, day.year, day.month // size, cutoff) for day in months if day.month % size == 0]
    periods += [term(row, year.name) for row in year.terms]
    periods.append(school_year(year))
    return sorted((release(period, week) for period in periods), key=lambda row: (row.drafted_on, row.period.days))
