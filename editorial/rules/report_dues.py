"""Which reports have to be there on a day: drafted on the first day after the period, caught up after a silence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from editorial.rules.periods import LAST_YEAR, Period, month, school_year, term
from editorial.rules.reports import CAUGHT_UP_DAYS
from school.rules.years import YearDates


def due_periods(
    on: datetime.date, since: datetime.date, years: Iterable[YearDates] = (), cutoff: int = 0
) -> list[Period]:
    """Months, terms and school years that ended before the day `on`, the earliest first (Đ5.3, Đ16).

    since: the day from which reports are owed; what ended before it is nobody's report.
    """
    oldest = max(since, on - datetime.timedelta(days=CAUGHT_UP_DAYS))
    candidates = [*_months(oldest, on, cutoff), *_of_years(years)]
    ended = [period for period in candidates if oldest <= period.last_on < on]
    return sorted(ended, key=lambda period: (period.last_on, period.days))


def _months(first: datetime.date, last: datetime.date, cutoff: int) -> Iterator[Period]:
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1):
        year, number = divmod(count, 12)
        if year <= LAST_YEAR:
            yield month(year, number + 1, cutoff)


def _of_years(years: Iterable[YearDates]) -> Iterator[Period]:
    for year in years:
        yield from (term(row, year.name) for row in year.terms)
        yield school_year(year)
