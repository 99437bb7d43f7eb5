"""Calendar files as RFC 5545 has them."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.rules.announcing import EventState, Times
from news.rules.ical import Entry, calendar_text, escaped, folded, span

HANOI, MOSCOW = ZoneInfo("Asia/Ho_Chi_Minh"), ZoneInfo("Europe/Moscow")
DAY = datetime.date(2026, 11, 20)
NEXT = DAY + datetime.timedelta(days=1)
GOLDEN = Path(__file__).parents[2] / "golden" / "events.ics"
WHOLE_DAY = Entry(
    uid="0b5c3f6e-0000-4000-8000-000000000001",
    title="Kỷ niệm ngày Nhà giáo Việt Nam; văn nghệ, thể thao",
    times=Times(DAY, None, DAY, None),
    state=EventState.PLANNED,
    sequence=0,
    changed_at=datetime.datetime(2026, 11, 1, 1, 30, tzinfo=datetime.UTC),
    summary="Dòng một\nDòng hai \\ hết.",
    place="Sân trường",
    category="Văn nghệ",
    url="https://school.example/tin-tuc/doan/ky-niem/",
)
HOURS = dataclasses.replace(
    WHOLE_DAY,
    uid="0b5c3f6e-0000-4000-8000-000000000002",
    title="Họp",
    times=Times(DAY, datetime.time(7, 30), DAY, datetime.time(9)),
    state=EventState.CANCELLED,
    sequence=3600,
    summary="",
    place="",
)


def test_calendar_text__is_the_golden_file() -> None:
    text = calendar_text("Lịch hoạt động", [WHOLE_DAY, HOURS], HANOI)
    assert text.encode() == GOLDEN.read_bytes()


@pytest.mark.parametrize(("zone", "hour"), [(HANOI, "003000Z"), (MOSCOW, "043000Z")])
def test_hours__are_those_of_the_school_in_utc(zone: ZoneInfo, hour: str) -> None:
    assert f"DTSTART:20261120T{hour}\r\n" in calendar_text("x", [HOURS], zone)


@pytest.mark.parametrize(
    ("times", "ends"),
    [
        (Times(DAY, None, DAY, None), NEXT),
        (Times(DAY, None, NEXT, datetime.time(9)), NEXT + datetime.timedelta(days=1)),
        (Times(DAY, datetime.time(9), NEXT, None), NEXT + datetime.timedelta(days=1)),
    ],
)
def test_span__lasts_whole_days_when_an_hour_is_open(times: Times, ends: datetime.date) -> None:
    assert span(times, HANOI) == (DAY, ends)


def test_span__of_one_day_may_have_only_a_beginning() -> None:
    starts, ends = span(Times(DAY, datetime.time(9), DAY, None), HANOI)
    assert (starts, ends) == (datetime.datetime(2026, 11, 20, 9, tzinfo=HANOI), None)


def test_span__runs_over_midnight() -> None:
    starts, ends = span(Times(DAY, datetime.time(22), NEXT, datetime.time(0)), HANOI)
    assert ends - starts == datetime.timedelta(hours=2)


def test_span__refuses_an_event_without_days() -> None:
    with pytest.raises(ValueError, match="without days"):
        span(Times(DAY, None, None, None), HANOI)


@pytest.mark.parametrize(
    ("state", "status"),
    [(EventState.PLANNED, "CONFIRMED"), (EventState.MOVED, "TENTATIVE"), (EventState.CANCELLED, "CANCELLED")],
)
def test_status__says_what_the_announcement_is_worth(state: EventState, status: str) -> None:
    assert f"STATUS:{status}\r\n" in calendar_text("x", [dataclasses.replace(HOURS, state=state)], HANOI)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a,b;c\\d", "a\\,b\\;c\\\\d"),
        ("a\r\nb\rc\nd", "a\\nb\\nc\\nd"),
        ("a\x00\x0bb", "ab"),
        ("10\u00a0ч", "10\u00a0ч"),
    ],
)
def test_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped__never_breaks_the_line(text: str) -> None:
    assert not {"\r", "\n"} & set(escaped(text))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=400))
def test_folded__no_line_is_too_long_and_nothing_is_lost(text: str) -> None:
    pieces = folded(text).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text
