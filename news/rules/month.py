"""One month of the calendar: which one is asked for, its weeks, and how far visitors may leaf."""

from __future__ import annotations

import calendar
import dataclasses
import datetime
import re
from collections.abc import Iterator

NEAR_MONTHS = 18  # search engines are sent no further
FAR_MONTHS = 120  # nobody is
CODE = re.compile(r"([0-9]{4})-([0-9]{2})")
ONE_DAY = datetime.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True)
class Month:
    """A month of a year; `number` from 1 to 12."""

    year: int
    number: int

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.year, self.number, 1)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return datetime.date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def code(self) -> str:
        """As it stands in an address: 2026-11."""
        return f"{self.year:04d}-{self.number:02d}"

    def shifted(self, months: int) -> Month:
        """The month so many months later, or earlier."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)


def month_of(day: datetime.date) -> Month:
    """The month of a day."""
    return Month(day.year, day.month)


def read_month(text: str, today: datetime.date) -> Month:
    """The month that an address names ("2026-11"); the month of today when it names none."""
    found = CODE.fullmatch(text)
    if found is None or not 1 <= int(found[2]) <= 12:
        return month_of(today)
    return Month(int(found[1]), int(found[2]))


def distance(month: Month, today: datetime.date) -> int:
    """Months between a month and the one of today, whichever comes first."""
    return abs((month.year - today.year) * 12 + month.number - today.month)


def is_far(month: Month, today: datetime.date) -> bool:
    """Whether search engines should leave this month alone."""
    return distance(month, today) > NEAR_MONTHS


def is_out_of_reach(month: Month, today: datetime.date) -> bool:
    """Whether there is no page for this month."""
    return distance(month, today) > FAR_MONTHS


def weeks(month: Month) -> list[list[datetime.date]]:
    """The weeks that touch the month, each from Monday to Sunday."""
    return calendar.Calendar(calendar.MONDAY).monthdatescalendar(month.year, month.number)


def days_within(
    starts_on: datetime.date, ends_on: datetime.date, first: datetime.date, last: datetime.date
) -> Iterator[datetime.date]:
    """The days of an event that lie between `first` and `last`."""
    day, end = max(starts_on, first), min(ends_on, last)
    while day <= end:
        yield day
        day += ONE_DAY
