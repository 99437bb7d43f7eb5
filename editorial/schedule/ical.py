"""The events of an iCal file (RFC 5545): what a school's calendar programs send."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from editorial.schedule.rows import (
    PLACE_LENGTH,
    TITLE_LENGTH,
    Days,
    Fault,
    Problem,
    ScheduleRow,
    Unreadable,
    one_line,
    uid_of,
)
from editorial.schedule.words import kind_of

Property = tuple[dict[str, str], str]
Facts = Mapping[str, Property]
Moment = tuple[datetime.date, datetime.time | None]
UID_LENGTH = 150
LONGEST_LINE = 5000
ONE_DAY = datetime.timedelta(days=1)
ESCAPED = re.compile(r"\\([\\;,nN])")
DURATION = re.compile(r"^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$")
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^;:]*)')


def rows_of(data: bytes, zone: ZoneInfo) -> list[ScheduleRow]:
    """The events of a calendar in the school's `zone`; cancelled ones are left out. Raises Unreadable."""
    lines = unfolded(_decoded(data))
    if not any(line.strip().upper() == "BEGIN:VCALENDAR" for line in lines[:5]):
        raise Unreadable(Problem.BROKEN)
    return [row for facts in _events(lines) if (row := _row(facts, zone)) is not None]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(Problem.BROKEN) from error


def unfolded(text: str) -> list[str]:
    """The content lines; a line that begins with a blank continues the one before it."""
    return [line[:LONGEST_LINE] for line in re.split(r"\r\n|\n|\r", re.sub(r"\r?\n[ \t]", "", text))]


def _events(lines: list[str]) -> Iterator[Facts]:
    """The properties of each VEVENT, without those of its alarms."""
    inside: list[str] = []
    facts: dict[str, Property] = {}
    for line in lines:
        name, parameters, value = _parsed(line)
        if name == "BEGIN":
            inside.append(value.strip().upper())
            facts = {} if inside[-1] == "VEVENT" else facts
        elif name == "END" and inside:
            if inside.pop() == "VEVENT":
                yield facts
        elif name and inside and inside[-1] == "VEVENT":
            facts.setdefault(name, (parameters, value))


def _parsed(line: str) -> tuple[str, dict[str, str], str]:
    head = re.match(r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^;:\"]*))*):", line)
    if head is None:
        return "", {}, ""
    parameters = {name.upper(): value.strip('"') for name, value in PARAMETER.findall(head[2])}
    return head[1].upper(), parameters, line[head.end() :]


def _row(facts: Facts, zone: ZoneInfo) -> ScheduleRow | None:
    title = _words(facts, "SUMMARY")
    if not title.strip() or _words(facts, "STATUS").strip().upper() == "CANCELLED":
        return None
    days = _days(facts, zone)
    line = one_line(title, TITLE_LENGTH)
    faults = [
        *([Fault.NO_DAY] if days.starts_on is None else []),
        *([Fault.REPEATS] if "RRULE" in facts or "RDATE" in facts else []),
        *([Fault.TITLE_CUT] if len(one_line(title, len(title) + 1)) > TITLE_LENGTH else []),
    ]
    return ScheduleRow(
        title=line,
        days=days,
        place=one_line(_words(facts, "LOCATION"), PLACE_LENGTH),
        units_text=one_line(_words(facts, "DESCRIPTION"), 500),
        uid=_uid(facts) or uid_of(line, days.starts_on, days.starts_time),
        kind=kind_of(line),
        faults=tuple(faults),
    )


def _words(facts: Facts, name: str) -> str:
    value = facts.get(name, ({}, ""))[1]
    return ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _uid(facts: Facts) -> str:
    """The calendar's own key; one exception of a series has its own."""
    own, which = _words(facts, "UID").strip(), _words(facts, "RECURRENCE-ID").strip()
    key = one_line(f"ical-{own} {which}".strip(), 1000) if own else ""
    return key if len(key) <= UID_LENGTH else uid_of(key, datetime.date.min, None)


def _days(facts: Facts, zone: ZoneInfo) -> Days:
    first = _moment(facts.get("DTSTART"), zone)
    if first is None:
        return Days()
    last = _moment(facts.get("DTEND"), zone) or _after(first, facts.get("DURATION", ({}, ""))[1])
    if last is None or last[0] < first[0]:
        return Days(first[0], first[0], first[1])
    if last[1] is None:  # the day after the last one (RFC 5545, 3.6.1)
        return Days(first[0], max(first[0], last[0] - ONE_DAY))
    return Days(first[0], last[0], first[1], last[1])


def _after(first: Moment, duration: str) -> Moment | None:
    match = DURATION.match(duration.strip().lstrip("+"))
    if match is None:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    length = datetime.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    try:
        ends = datetime.datetime.combine(first[0], first[1] or datetime.time.min) + length
    except OverflowError:
        return None
    return ends.date(), ends.time() if first[1] else None


def _moment(found: Property | None, zone: ZoneInfo) -> Moment | None:
    """A date, or a local date and time; None for what is neither."""
    if found is None:
        return None
    parameters, value = found
    text = value.strip()
    try:
        if len(text) == 8:
            return datetime.datetime.strptime(text, "%Y%m%d").date(), None
        at = datetime.datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")
        there = datetime.UTC if text.endswith("Z") else _zone(parameters.get("TZID", ""))
        local = at.replace(tzinfo=there).astimezone(zone) if there else at
    except (ValueError, OverflowError):
        return None
    return local.date(), local.time().replace(second=0, microsecond=0)


def _zone(name: str) -> ZoneInfo | None:
    """A zone by its name; None, which means the school's own, for a name nobody knows."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, KeyError, OSError):
        return None
