"""Events as calendar programs read them (RFC 5545): hours in UTC, whole days without a zone."""

from __future__ import annotations

import dataclasses
import datetime
import unicodedata
from collections.abc import Iterable, Iterator

from news.rules.announcing import EventState, Times

LINE_OCTETS = 75
PRODUCT = "-//School portal//Events//EN"
ONE_DAY = datetime.timedelta(days=1)
STATUS = {
    EventState.PLANNED: "CONFIRMED",
    EventState.MOVED: "TENTATIVE",
    EventState.CANCELLED: "CANCELLED",
}
Point = datetime.date | datetime.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One event. `uid` never changes; `sequence` grows with every change; `changed_at` is an aware moment."""

    uid: str
    title: str
    times: Times
    state: EventState
    sequence: int
    changed_at: datetime.datetime
    summary: str = ""
    place: str = ""
    category: str = ""
    url: str = ""


def calendar_text(name: str, entries: Iterable[Entry], zone: datetime.tzinfo) -> str:
    """A calendar file; `zone` is the school's, in which hours are meant."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for entry in entries:
        lines += _entry_lines(entry, zone)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entry_lines(entry: Entry, zone: datetime.tzinfo) -> Iterator[str]:
    starts, ends = span(entry.times, zone)
    stamp = _written(entry.changed_at)
    yield from ("BEGIN:VEVENT", f"UID:{escaped(entry.uid)}", f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}")
    yield from (f"SEQUENCE:{entry.sequence}", f"STATUS:{STATUS[entry.state]}")
    yield _point("DTSTART", starts)
    if ends is not None:
        yield _point("DTEND", ends)
    texts = {"SUMMARY": entry.title, "DESCRIPTION": entry.summary, "LOCATION": entry.place}
    texts["CATEGORIES"] = entry.category
    yield from (f"{key}:{escaped(text)}" for key, text in texts.items() if text)
    if entry.url:
        yield f"URL:{entry.url}"
    yield "END:VEVENT"


def span(times: Times, zone: datetime.tzinfo) -> tuple[Point, Point | None]:
    """Begin and end as a calendar wants them; the end of whole days is the day after the last.

    Hours count when both are known, or the beginning of an event of one day; else it lasts whole days.
    """
    if times.starts_on is None or times.ends_on is None:
        raise ValueError("an event without days is not announced")
    if times.starts_time and times.ends_time:
        return _moment(times.starts_on, times.starts_time, zone), _moment(times.ends_on, times.ends_time, zone)
    if times.starts_time and times.starts_on == times.ends_on:
        return _moment(times.starts_on, times.starts_time, zone), None
    return times.starts_on, times.ends_on + ONE_DAY


def _moment(day: datetime.date, hour: datetime.time, zone: datetime.tzinfo) -> datetime.datetime:
    return datetime.datetime.combine(day, hour, zone)


def _point(key: str, value: Point) -> str:
    if isinstance(value, datetime.datetime):
        return f"{key}:{_written(value)}"
    return f"{key};VALUE=DATE:{value:%Y%m%d}"


def _written(moment: datetime.datetime) -> str:
    return f"{moment.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """A text value: ends of lines are written as the format wants them, other control signs vanish."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in plain if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of them cut inside a letter."""
    pieces, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LINE_OCTETS:
            pieces.append("")
            size = 1  # the space that begins a continued line
        pieces[-1] += sign
        size += octets
    return "\r\n ".join(pieces)
