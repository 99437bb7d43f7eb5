"""What a schedule says about one event, and why a file or a row cannot be read."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from enum import StrEnum

from core.folding import fold
from editorial.rules.duties import EventKind

MOST_ROWS = 200
TITLE_LENGTH, PLACE_LENGTH = 200, 150


class Fault(StrEnum):
    """What a person should look at in a row before it is entered."""

    NO_DAY = "no_day"
    YEAR_GUESSED = "year_guessed"
    DAY_FROM_WEEKDAY = "day_from_weekday"
    TITLE_CUT = "title_cut"
    REPEATS = "repeats"


class Problem(StrEnum):
    """Why a file gives no rows at all, or not all of them."""

    TOO_BIG = "too_big"
    UNKNOWN_KIND = "unknown_kind"
    BROKEN = "broken"
    NO_HEADER = "no_header"
    NO_ROWS = "no_rows"
    TOO_MANY_ROWS = "too_many_rows"


class Unreadable(Exception):
    """The file cannot be read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclasses.dataclass(frozen=True, slots=True)
class Days:
    """First and last day of an event with local times; None where the file is silent."""

    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    starts_time: datetime.time | None = None
    ends_time: datetime.time | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class ScheduleRow:
    """An event as the schedule has it. `units_text`: who takes part, in the schedule's own words."""

    title: str
    days: Days = Days()
    place: str = ""
    units_text: str = ""
    uid: str = ""
    kind: EventKind = EventKind.OTHER
    faults: tuple[Fault, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Schedule:
    """The rows of a file; `problem` is set when some were left out."""

    rows: list[ScheduleRow]
    problem: Problem | None = None


def one_line(text: str, length: int) -> str:
    """The text without line breaks and doubled blanks, at most `length` characters."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain if len(plain) <= length else plain[: length - 1].rstrip() + "…"


def uid_of(title: str, starts_on: datetime.date | None, starts_time: datetime.time | None) -> str:
    """The key of an event that its schedule gives none: the same line read twice has the same; "" without a day."""
    if starts_on is None:
        return ""
    words = " ".join(fold(title).split())
    digest = hashlib.sha256(f"{starts_on}|{starts_time or ''}|{words}".encode()).hexdigest()
    return f"sheet-{digest[:40]}"
