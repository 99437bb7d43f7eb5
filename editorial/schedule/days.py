"""Days and times as people write them in a schedule."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from core.folding import fold
from editorial.schedule.words import MONTHS, month_called, weekday_in

Found = tuple[int, int, int | None]  # day, month, year
NAMES = "|".join(name for names in MONTHS for name in names)
DASH = r"\s*[-–—]\s*"
PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[tuple[str | int, ...]]]], ...] = (
    (re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)"), lambda m: [(m[3], m[2], m[1])]),
    (re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)"), lambda m: [(m[1], m[2], m[3])]),
    (
        re.compile(rf"(?<![\d/.])(\d{{1,2}}){DASH}(\d{{1,2}})[/.](\d{{1,2}})(?:[/.](\d{{4}}))?(?!\d)"),
        lambda m: [(m[1], m[3], m[4] or 0), (m[2], m[3], m[4] or 0)],
    ),
    (
        re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2})(?!\d))?"),
        lambda m: [(m[1], m[2], m[3] or 0)],
    ),
    (
        re.compile(r"(?:ngay )?(?<!\d)(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?"),
        lambda m: [(m[1], m[2], m[3] or 0)],
    ),
    (
        re.compile(rf"(?<!\d)(\d{{1,2}})\.? ({NAMES})\b\.?(?:,? (\d{{4}}))?"),
        lambda m: [(m[1], month_called(m[2]) or 0, m[3] or 0)],
    ),
    (
        re.compile(rf"\b({NAMES})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (\d{{4}}))?"),
        lambda m: [(m[2], month_called(m[1]) or 0, m[3] or 0)],
    ),
)
CLOCK = re.compile(r"(?<![\d/.:])([01]?\d|2[0-4])\s*(?:gio|h|g|:|ч)\s*([0-5]\d)?(?!\d)")
DOTTED = re.compile(r"(?<![\d/.:])([01]?\d|2[0-4])\.([0-5]\d)(?![\d.])")


def dates_in(text: str, near: datetime.date) -> list[tuple[datetime.date, bool]]:
    """The dates in a text in their order, each with whether its year was guessed: the one nearest to `near`."""
    folded, found = " ".join(fold(text).split()), []
    for pattern, read in PATTERNS:
        for match in pattern.finditer(folded):
            found += [(match.start(), parts) for parts in read(match)]
        folded = pattern.sub(lambda match: " " * len(match[0]), folded)
    ordered = (parts for _at, parts in sorted(found, key=lambda pair: pair[0]))
    dated = (_date(int(day), int(month), int(year), near) for day, month, year in ordered)
    return [pair for pair in dated if pair is not None]


def _date(day: int, month: int, year: int, near: datetime.date) -> tuple[datetime.date, bool] | None:
    if year:
        made = _made(year if year > 99 else 2000 + year, month, day)
        return (made, False) if made else None
    tries = (_made(near.year + step, month, day) for step in (-1, 0, 1))
    best = min((made for made in tries if made), key=lambda made: abs(made - near), default=None)
    return (best, True) if best else None


def _made(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def weekday_of_week(text: str, week: datetime.date) -> datetime.date | None:
    """The day of the week around `week` that a text names; None when it names no weekday."""
    number = weekday_in(" ".join(fold(text).split()))
    if number is None:
        return None
    return week + datetime.timedelta(days=number - week.isoweekday())


def times_in(text: str, *, is_time_column: bool = False) -> list[datetime.time]:
    """The times of day in a text, in their order; "8.30" counts only in a column of times."""
    folded = fold(text)
    found = list(_clock_times(CLOCK, folded))
    return found or (list(_clock_times(DOTTED, folded)) if is_time_column else [])


def _clock_times(pattern: re.Pattern[str], folded: str) -> Iterator[datetime.time]:
    for match in pattern.finditer(folded):
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour < 24:
            yield datetime.time(hour, minute)
        elif not minute:
            yield datetime.time.min
