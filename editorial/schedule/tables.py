"""The events in a table of a schedule: columns are found by the words of their headings."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from editorial.schedule.days import dates_in, times_in, weekday_of_week
from editorial.schedule.rows import PLACE_LENGTH, TITLE_LENGTH, Days, Fault, ScheduleRow, one_line, uid_of
from editorial.schedule.sheets import Grid
from editorial.schedule.words import Column, column_of, kind_of

HEADER_WITHIN = 25
LONGEST_TEXT = 2000
Places = Mapping[Column, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What is known while a table is read from above: its columns, its week, the day reached."""

    places: Places
    week: datetime.date | None
    near: datetime.date


@dataclasses.dataclass(frozen=True, slots=True)
class DayFound:
    """The day of a line, and how surely it was read."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    faults: tuple[Fault, ...] = (Fault.NO_DAY,)


def rows_of(grid: Grid, name: str, today: datetime.date) -> list[ScheduleRow] | None:
    """The events of one sheet; None when no line looks like a heading. `today` tells years that are left out."""
    found = _header(grid)
    if found is None:
        return None
    number, places = found
    week = _week(" ".join([name, *(_text(value) for line in grid[:number] for value in dict.fromkeys(line))]), today)
    return list(_rows(grid[number + 1 :], Reading(places, week, week or today)))


def _week(above: str, today: datetime.date) -> datetime.date | None:
    """The first day the lines above the table name; a year that one of them has holds for all."""
    dates = dates_in(above[:LONGEST_TEXT], today)
    sure = next((day for day, is_guess in dates if not is_guess), None)
    named = dates_in(above[:LONGEST_TEXT], sure) if sure else dates
    return named[0][0] if named else None


def _header(grid: Grid) -> tuple[int, Places] | None:
    for number, line in enumerate(grid[:HEADER_WITHIN]):
        places: dict[Column, int] = {}
        for at, value in enumerate(line):
            column = column_of(_text(value))
            if column is not None:
                places.setdefault(column, at)
        if Column.TITLE in places and len(places) > 1:
            return number, places
    return None


def _rows(lines: Grid, reading: Reading) -> Iterator[ScheduleRow]:
    reached = DayFound()
    for line in lines:
        cells = {column: _text(line[at]) for column, at in reading.places.items()}
        told = cells.get(Column.DAY) or (cells.get(Column.TIME, "") if Column.DAY not in reading.places else "")
        if told:
            reached = _day(line, told, reading) or (reached if Column.DAY not in reading.places else DayFound())
        title = cells[Column.TITLE].strip()
        if title and title != told.strip():
            yield _row(title, cells, reached)


def _day(line: list[Any], told: str, reading: Reading) -> DayFound | None:
    """The day a cell tells; None when it tells none."""
    at = reading.places.get(Column.DAY, reading.places.get(Column.TIME, 0))
    typed = line[at]
    if isinstance(typed, datetime.datetime | datetime.date):
        day = typed.date() if isinstance(typed, datetime.datetime) else typed
        return DayFound(day, day, ())
    dates = dates_in(told, reading.near)
    if dates:
        guessed = any(is_guess for _day, is_guess in dates) and reading.week is None
        first, last = dates[0][0], max(dates[0][0], dates[-1][0])
        return DayFound(first, last, (Fault.YEAR_GUESSED,) if guessed else ())
    named = weekday_of_week(told, reading.week) if reading.week else None
    return DayFound(named, named, (Fault.DAY_FROM_WEEKDAY,)) if named else None


def _row(title: str, cells: Mapping[Column, str], day: DayFound) -> ScheduleRow:
    told = cells.get(Column.TIME, "")
    times = times_in(told, is_time_column=True) or times_in(cells.get(Column.DAY, ""))
    starts_time, ends_time = (times[0] if times else None), (times[1] if len(times) > 1 else None)
    line = one_line(title, TITLE_LENGTH)
    cut = (Fault.TITLE_CUT,) if line.endswith("…") and not title.rstrip().endswith("…") else ()
    return ScheduleRow(
        title=line,
        days=Days(day.first, day.last, starts_time, ends_time),
        place=one_line(cells.get(Column.PLACE, ""), PLACE_LENGTH),
        units_text=one_line(cells.get(Column.UNITS, ""), 500),
        uid=uid_of(line, day.first, starts_time),
        kind=kind_of(line),
        faults=(*day.faults, *cut),
    )


def _text(value: Any) -> str:
    """A cell as text; a time without its seconds."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d %H:%M") if value.time() != datetime.time.min else value.strftime("%Y-%m-%d")
    return value.strftime("%H:%M") if isinstance(value, datetime.time) else str(value)[:LONGEST_TEXT]
