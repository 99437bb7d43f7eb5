"""From an uploaded file to the rows of a schedule."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable
from typing import Protocol
from zoneinfo import ZoneInfo

from editorial.schedule import ical, tables
from editorial.schedule.rows import MOST_ROWS, Problem, Schedule, ScheduleRow, Unreadable
from editorial.schedule.sheets import MOST_LINES, Grid, grids_of

MOST_BYTES = 2 * 1024 * 1024
ZIP, CALENDAR = b"PK\x03\x04", b"BEGIN:VCALENDAR"
BOM = b"\xef\xbb\xbf"


class Named(Protocol):
    """A unit, by all that people call it."""

    pk: int
    name: str
    short_name: str


def read_schedule(data: bytes, today: datetime.date, zone: ZoneInfo) -> Schedule:
    """The events of an XLSX or iCal file, told apart by their first bytes.

    `today` is the day from which years that are left out are guessed. Raises Unreadable.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(Problem.TOO_BIG)
    rows, is_cut = _rows(data, today, zone)
    if not rows:
        raise Unreadable(Problem.NO_ROWS)
    is_cut = is_cut or len(rows) > MOST_ROWS
    return Schedule(rows[:MOST_ROWS], Problem.TOO_MANY_ROWS if is_cut else None)


def _rows(data: bytes, today: datetime.date, zone: ZoneInfo) -> tuple[list[ScheduleRow], bool]:
    if data.startswith(ZIP):
        return _from_sheets(grids_of(data), today)
    if data.removeprefix(BOM).lstrip()[: len(CALENDAR)].upper() == CALENDAR:
        return ical.rows_of(data, zone), False
    raise Unreadable(Problem.UNKNOWN_KIND)


def _from_sheets(sheets: list[tuple[str, Grid]], today: datetime.date) -> tuple[list[ScheduleRow], bool]:
    found = [tables.rows_of(grid[:MOST_LINES], name, today) for name, grid in sheets]
    if all(rows is None for rows in found):
        raise Unreadable(Problem.NO_HEADER)
    is_cut = any(len(grid) > MOST_LINES and any(grid[MOST_LINES]) for _name, grid in sheets)
    return [row for rows in found if rows for row in rows], is_cut


def units_named(text: str, units: Iterable[Named]) -> list[int]:
    """Which units a schedule's words name, by name or short name: whole words, marks and all.

    "Toàn trường" does not name "Toán".
    """
    words = f" {_words(text)} "
    return [unit.pk for unit in units if any(_is_named(name, words) for name in (unit.name, unit.short_name))]


def _is_named(name: str, words: str) -> bool:
    plain = _words(name)
    return len(plain) > 1 and f" {plain} " in words


def _words(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in composed).split())
