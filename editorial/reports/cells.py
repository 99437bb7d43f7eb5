"""How one value of a report is written: a figure is rounded once, here, and is the same in every file."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from editorial.exports import UNPRINTABLE
from editorial.reports.file_words import FileWords
from editorial.reports.paper import Kind, Value

NOTHING = "\N{EM DASH}"
CHANGES = frozenset({Kind.COUNT_CHANGE, Kind.SHARE_CHANGE, Kind.HOURS_CHANGE})
SHARES = frozenset({Kind.SHARE, Kind.SHARE_CHANGE})
NUMBERS = frozenset({Kind.COUNT, Kind.SHARE, Kind.HOURS}) | CHANGES
TENTHS = frozenset({Kind.HOURS, Kind.HOURS_CHANGE})
TENTH = Decimal("0.1")
WHOLE = 2**53  # from here on a float has no tenths


def clean(text: str) -> str:
    """A text without what no file may hold, and with one sign for each new line."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def for_paper(text: str) -> str:
    """A text without what no file may hold, and without jumps inside a line."""
    return clean(text).replace("\t", " ")


def lines_of(text: str) -> list[str]:
    """The lines of a text that hold something, without blanks around."""
    return [line.strip() for line in for_paper(text).splitlines() if line.strip()]


def one_line(text: str) -> str:
    """A text for a place that has one line: a title, a name of a property."""
    return " ".join(lines_of(text))


def rounded(value: Value, kind: Kind) -> Value:
    """The value as it is printed: a share to a tenth of a percent, hours to a tenth, half goes up.

    What cannot be counted (no value, no number) is None.
    """
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, str):
        return clean(value)
    if not isinstance(value, int | float):
        return value
    if kind in SHARES:
        return float(_tenth(Decimal(str(value)) * 100) / 100)
    return float(_tenth(Decimal(str(value)))) if isinstance(value, float) else value


def written(value: Value, kind: Kind, words: FileWords) -> str:
    """The value as people read it on paper, in the words of its language."""
    value = rounded(value, kind)
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return for_paper(value)
    if isinstance(value, dt.datetime) and kind is not Kind.DAY:
        return value.strftime(f"{words.day} %H:%M")
    if isinstance(value, dt.date):
        return value.strftime(words.day)
    sign = "+" if kind in CHANGES and value > 0 else ""
    if kind in SHARES:
        unit = words.points if kind in CHANGES else words.percent
        return f"{sign}{_number(_tenth(Decimal(str(value)) * 100), words)}{unit}"
    return sign + _number(_tenth(Decimal(str(value))) if kind in TENTHS else value, words)


def local(value: Value, zone: dt.tzinfo | None) -> Value:
    """A moment as the clock on the wall of `zone` shows it, without a zone; anything else as it is."""
    if not isinstance(value, dt.datetime) or value.tzinfo is None:
        return value
    return value.astimezone(zone).replace(tzinfo=None)


def zone_in(values: Iterable[Value]) -> dt.tzinfo | None:
    """The time zone the moments of a column stand in: that of the first."""
    zones = (value.tzinfo for value in values if isinstance(value, dt.datetime) and value.tzinfo is not None)
    return next(zones, None)


def zone_name(zone: dt.tzinfo) -> str:
    """Its name as calendars know it ("Asia/Ho_Chi_Minh"), else its distance from UTC."""
    return getattr(zone, "key", "") or str(zone)


def moment_with_zone(moment: dt.datetime, words: FileWords) -> str:
    """A moment for a line of its own, with its distance from UTC: "02/11/2026 15:04 (UTC+07:00)"."""
    distance = moment.strftime("%z")
    zone = f" (UTC{distance[:3]}:{distance[3:5]})" if distance else ""
    return written(moment, Kind.MOMENT, words) + zone


def _tenth(value: Decimal) -> Decimal:
    return value.quantize(TENTH, ROUND_HALF_UP) if abs(value) < WHOLE else value


def _number(value: int | float | Decimal, words: FileWords) -> str:
    whole, _, part = f"{value:,}".partition(".")
    return whole.replace(",", words.thousands) + (words.point + part if part else "")
