"""The published table of a year's days off and swapped working days, from the package `holidays`.

The table is a start, never the last word: swaps are announced late, regional days and the school's
own are not in it. So what a person entered is never overwritten, and a confirmed year not at all.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable

import holidays

from school.models import CalendarDay, CalendarYear, School
from school.rules.calendar import WorkingWeek

SOURCE = f"holidays {holidays.__version__}"
LANGUAGES = {"vn": "vi", "ru": "ru"}
SWAPPED = {"vn": "Ngày làm bù (hoán đổi)", "ru": "Рабочая суббота (перенос)"}
FIRST_YEAR, LAST_YEAR = 2000, 2099
SATURDAY = 6


@dataclasses.dataclass(frozen=True, slots=True)
class PublishedDay:
    """A day of the published table; `kind` is a `CalendarDay.Kind`."""

    day: datetime.date
    kind: str
    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class LoadedYear:
    """What loading a year did. A confirmed year is left as it is."""

    year: int
    was_confirmed: bool = False
    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0

    @property
    def has_changed(self) -> bool:
        """Whether any day of the school's calendar is different now."""
        return bool(self.added or self.changed or self.removed)


def published_days(country: str, year: int) -> dict[datetime.date, PublishedDay]:
    """The table of `country` ("vn" or "ru") for one year, by day, in the country's language.

    Days in lieu and days off by swap are in it, and the working Saturdays they were swapped with.
    Raises ValueError for a year the package cannot know.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the table is known for the years {FIRST_YEAR} to {LAST_YEAR}")
    near = range(year - 1, year + 2)  # a swap reaches over New Year
    table = holidays.country_holidays(country.upper(), years=near, language=LANGUAGES[country], observed=True)
    found = {
        day: PublishedDay(day, CalendarDay.Kind.DAY_OFF.value, name[:120])
        for day, name in sorted(table.items())
        if day.year == year
    }
    for day in sorted(getattr(table, "weekend_workdays", ())):
        if day.year == year:
            found[day] = PublishedDay(day, CalendarDay.Kind.WORKING_DAY.value, _swapped_name(country, day))
    return found


def _swapped_name(country: str, day: datetime.date) -> str:
    if country == "ru" and day.isoweekday() != SATURDAY:
        return "Рабочий день (перенос)"
    return SWAPPED[country]


def published_week(country: str, years: Iterable[int], weekly_days_off: Iterable[int] = (6, 7)) -> WorkingWeek:
    """A school's week with nothing but the published tables of these years."""
    rows = [row for year in years for row in published_days(country, year).values()]
    return WorkingWeek(
        weekly_days_off=frozenset(weekly_days_off),
        days_off=frozenset(row.day for row in rows if row.kind == CalendarDay.Kind.DAY_OFF),
        working_days=frozenset(row.day for row in rows if row.kind == CalendarDay.Kind.WORKING_DAY),
    )


def load_year(school: School, year: int, at: datetime.datetime) -> LoadedYear:
    """Bring the school's calendar of one year in line with the published table; safe to repeat.

    What a person entered, changed or took out stays; so does a year that was confirmed. Must stand
    inside a transaction. Raises ValueError for a year the package cannot know.
    """
    table = published_days(school.country, year)
    known, _made = CalendarYear.objects.select_for_update().get_or_create(
        school=school, year=year, defaults={"source": SOURCE, "loaded_at": at}
    )
    if known.is_confirmed:
        return LoadedYear(year, was_confirmed=True)
    loaded = _merge(school, year, table)
    if loaded.has_changed or known.source != SOURCE:
        CalendarYear.objects.filter(pk=known.pk).update(source=SOURCE, loaded_at=at)
    return loaded


def _merge(school: School, year: int, table: dict[datetime.date, PublishedDay]) -> LoadedYear:
    rows = {row.day: row for row in CalendarDay.objects.filter(school=school, day__year=year)}
    own = {day for day, row in rows.items() if row.origin != CalendarDay.Origin.PUBLISHED}
    new = [published_row(school, row) for day, row in table.items() if day not in rows]
    stale = [row for day, row in rows.items() if day not in own and day not in table]
    differing = [rows[day] for day, row in table.items() if day in rows and day not in own and _differs(rows[day], row)]
    CalendarDay.objects.bulk_create(new)
    CalendarDay.objects.filter(pk__in=[row.pk for row in stale]).delete()
    for row in differing:
        put_back(row, table[row.day])
    return LoadedYear(year, added=len(new), changed=len(differing), removed=len(stale), kept=len(own))


def _differs(row: CalendarDay, published: PublishedDay) -> bool:
    return (row.kind, row.name) != (published.kind, published.name)


def published_row(school: School, published: PublishedDay) -> CalendarDay:
    """A day of the school's calendar as the table has it, not saved yet."""
    return CalendarDay(
        school=school,
        day=published.day,
        kind=published.kind,
        name=published.name,
        source=SOURCE,
        origin=CalendarDay.Origin.PUBLISHED,
    )


def put_back(row: CalendarDay, published: PublishedDay) -> None:
    """Make a day of the school's calendar what the table says."""
    row.kind, row.name, row.source = published.kind, published.name, SOURCE
    row.origin = CalendarDay.Origin.PUBLISHED
    row.declared_by, row.declared_at = None, None
    row.save()
