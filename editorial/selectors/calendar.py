"""The school's calendar at a glance: a year by month, its school years."""

from __future__ import annotations

import calendar
import dataclasses
import datetime

from school.models import CalendarDay, CalendarYear, School, SchoolYear

Kind, Origin = CalendarDay.Kind, CalendarDay.Origin


@dataclasses.dataclass(frozen=True, slots=True)
class Cell:
    """A day in a month's table. mark: "", "weekly", "off", "closed", "work" or "ordinary"."""

    day: datetime.date
    mark: str
    row: CalendarDay | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Month:
    """A month: its weeks from Monday, None for days of its neighbours, and its days by hand and by table."""

    first: datetime.date
    weeks: list[list[Cell | None]]
    days: list[CalendarDay]


@dataclasses.dataclass(frozen=True, slots=True)
class YearTable:
    """A year of the school's calendar; `table` is None when nothing was loaded for it."""

    year: int
    table: CalendarYear | None
    months: list[Month]

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody on the board looked the table through."""
        return self.table is not None and self.table.is_confirmed


def year_table(school: School, year: int) -> YearTable:
    """The calendar of one year; two queries."""
    rows = {
        row.day: row for row in CalendarDay.objects.filter(school=school, day__year=year).select_related("declared_by")
    }
    table = CalendarYear.objects.filter(school=school, year=year).select_related("confirmed_by").first()
    return YearTable(year, table, [_month(school, rows, year, month) for month in range(1, 13)])


def _month(school: School, rows: dict[datetime.date, CalendarDay], year: int, month: int) -> Month:
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    return Month(
        first=datetime.date(year, month, 1),
        weeks=[[_cell(school, rows, day) if day.month == month else None for day in week] for week in weeks],
        days=[row for day, row in sorted(rows.items()) if day.month == month],
    )


def _cell(school: School, rows: dict[datetime.date, CalendarDay], day: datetime.date) -> Cell:
    row = rows.get(day)
    is_weekly = day.isoweekday() in (school.weekly_days_off or (6, 7))
    return Cell(day, mark_of(row) or ("weekly" if is_weekly else ""), row)


def mark_of(row: CalendarDay | None) -> str:
    """How a day is marked; empty for one that is like any other of its week."""
    if row is None or row.kind == Kind.ORDINARY:
        return ""
    if row.kind == Kind.WORKING_DAY:
        return "work"
    return "closed" if row.origin == Origin.CLOSURE else "off"


def school_years_around(school: School, year: int) -> list[SchoolYear]:
    """The school years that reach into a calendar year, with their terms; two queries."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    rows = SchoolYear.objects.filter(school=school, starts_on__lte=last, ends_on__gte=first)
    return list(rows.prefetch_related("terms"))
