"""School years and terms: which one a day belongs to, and what a country's year usually looks like."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
from collections.abc import Iterable, Sequence
from enum import StrEnum

FIRST_MONTH = 9


class TermPlan(StrEnum):
    """How a school year is divided."""

    SEMESTERS = "semesters"
    QUARTERS = "quarters"
    HALVES = "halves"


@dataclasses.dataclass(frozen=True, slots=True)
class TermDates:
    """A part of a school year, first and last day included."""

    number: int
    name: str
    starts_on: datetime.date
    ends_on: datetime.date


@dataclasses.dataclass(frozen=True, slots=True)
class YearDates:
    """A school year, first and last day included, with its terms in order."""

    name: str
    starts_on: datetime.date
    ends_on: datetime.date
    terms: tuple[TermDates, ...] = ()


Day = tuple[int, int]

# Name, first day, last day as (month, day); months before September fall into the second calendar year.
# Vietnam: opening on 5 September, semester I ends before 18 January, the year before 31 May at the latest
# (QĐ 2308/QĐ-BGDĐT of 2026). Russia: the vacations recommended for 2025-2026; each school fixes its own days.
PLANS: dict[TermPlan, tuple[tuple[str, Day, Day], ...]] = {
    TermPlan.SEMESTERS: (
        ("Học kỳ I", (9, 5), (1, 17)),
        ("Học kỳ II", (1, 18), (5, 31)),
    ),
    TermPlan.QUARTERS: (
        ("I четверть", (9, 1), (10, 24)),
        ("II четверть", (11, 3), (12, 30)),
        ("III четверть", (1, 12), (3, 27)),
        ("IV четверть", (4, 6), (5, 26)),
    ),
    TermPlan.HALVES: (
        ("Первое полугодие", (9, 1), (12, 30)),
        ("Второе полугодие", (1, 12), (5, 26)),
    ),
}
USUAL_PLAN = {"vn": TermPlan.SEMESTERS, "ru": TermPlan.QUARTERS}


def first_year_of(day: datetime.date) -> int:
    """The calendar year in which the school year of `day` began.

    The year turns on 1 September; the summer belongs to the year that closes.
    """
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def years_around(day: datetime.date) -> tuple[int, ...]:
    """The calendar years a school reckons with on `day`: the one before, for what is still reported, to two ahead."""
    return tuple(range(day.year - 1, day.year + 3))


def year_name(first: int) -> str:
    """The name of the school year that begins in the calendar year `first`."""
    return f"{first}-{first + 1}"


def usual_year(first: int, plan: TermPlan) -> YearDates:
    """The school year that begins in the calendar year `first`, as `plan` usually divides it."""
    terms = tuple(
        TermDates(number, name, _date(first, starts), _date(first, ends))
        for number, (name, starts, ends) in enumerate(PLANS[plan], start=1)
    )
    return YearDates(year_name(first), terms[0].starts_on, terms[-1].ends_on, terms)


def _date(first: int, day: Day) -> datetime.date:
    month, number = day
    return datetime.date(first if month >= FIRST_MONTH else first + 1, month, number)


def year_of(day: datetime.date, years: Iterable[YearDates]) -> YearDates | None:
    """The school year that `day` belongs to; a day in the summer belongs to the year that closes.

    None where that year is not among `years`.
    """
    known = sorted(years, key=lambda year: year.starts_on)
    containing = (year for year in known if year.starts_on <= day <= year.ends_on)
    name = year_name(first_year_of(day))
    return next(containing, None) or next((year for year in known if year.name == name), None)


def term_of(day: datetime.date, year: YearDates) -> TermDates | None:
    """The term that `day` falls into; None in the vacations between and after the terms."""
    return next((term for term in year.terms if term.starts_on <= day <= term.ends_on), None)


def faults_of(terms: Sequence[TermDates]) -> tuple[int, ...]:
    """Numbers of the terms that end before they begin, or begin before the one before them ended."""
    found = [term.number for term in terms if term.ends_on < term.starts_on]
    found += [later.number for earlier, later in itertools.pairwise(terms) if later.starts_on <= earlier.ends_on]
    return tuple(sorted(set(found)))
