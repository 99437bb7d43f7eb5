"""How a figure of a report is written: rounded once, the same in every file (issue 5)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from editorial.reports.cells import NOTHING, clean, lines_of, moment_with_zone, one_line, rounded, written
from editorial.reports.file_words import ENGLISH, RUSSIAN, VIETNAMESE, FileWords, words_of
from editorial.reports.paper import Kind, Value

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MOMENT = dt.datetime(2026, 2, 1, 0, 1, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("value", "kind", "words", "text"),
    [
        (1234567, Kind.COUNT, VIETNAMESE, "1.234.567"),
        (1234567, Kind.COUNT, RUSSIAN, "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        (1234567, Kind.COUNT, ENGLISH, "1,234,567"),
        (-3, Kind.COUNT, VIETNAMESE, "-3"),
        (0.855, Kind.SHARE, VIETNAMESE, "85,5%"),
        (0.855, Kind.SHARE, RUSSIAN, "85,5\N{NO-BREAK SPACE}%"),
        (0.855, Kind.SHARE, ENGLISH, "85.5%"),
        (1, Kind.SHARE, VIETNAMESE, "100,0%"),
        (0.0, Kind.SHARE, VIETNAMESE, "0,0%"),
        (12, Kind.HOURS, VIETNAMESE, "12,0"),
        (1234.56, Kind.HOURS, RUSSIAN, "1\N{NO-BREAK SPACE}234,6"),
        (dt.date(2026, 9, 2), Kind.DAY, VIETNAMESE, "02/09/2026"),
        (dt.date(2026, 9, 2), Kind.DAY, RUSSIAN, "02.09.2026"),
        (dt.date(2026, 9, 2), Kind.DAY, ENGLISH, "2026-09-02"),
        (MOMENT, Kind.DAY, VIETNAMESE, "01/02/2026"),
        (MOMENT, Kind.MOMENT, VIETNAMESE, "01/02/2026 00:01"),
        (7, Kind.TEXT, VIETNAMESE, "7"),
        ("Tổng số", Kind.COUNT, VIETNAMESE, "Tổng số"),
        ("một\thai", Kind.TEXT, VIETNAMESE, "một hai"),
        (None, Kind.COUNT, VIETNAMESE, NOTHING),
        (float("nan"), Kind.SHARE, VIETNAMESE, NOTHING),
        (float("inf"), Kind.HOURS, VIETNAMESE, NOTHING),
    ],
)
def test_written__is_how_the_language_writes_it(value: Value, kind: Kind, words: FileWords, text: str) -> None:
    assert written(value, kind, words) == text


@pytest.mark.parametrize(
    ("value", "kind", "result"),
    [
        (0.8545, Kind.SHARE, 0.855),  # 85.45 %: half goes up, though the float lies below the half
        (0.8544, Kind.SHARE, 0.854),
        (2 / 3, Kind.SHARE, 0.667),
        (18.25, Kind.HOURS, 18.3),
        (31.05, Kind.HOURS, 31.1),
        (5, Kind.COUNT, 5),
    ],
)
def test_rounded__half_goes_up(value: float, kind: Kind, result: float) -> None:
    assert rounded(value, kind) == result


def test_clean__drops_what_no_file_may_hold() -> None:
    assert clean("a\x00b\x0bc\ud800d\r\ne\rf") == "abcd\ne\nf"


def test_lines__are_those_that_hold_something() -> None:
    assert lines_of(" một \n\n\t\nhai") == ["một", "hai"]
    assert one_line("một\nhai") == "một hai"
    assert one_line("Số:        /BC-BBT") == "Số:        /BC-BBT"


def test_moment_with_zone__names_its_distance_from_utc() -> None:
    assert moment_with_zone(MOMENT, VIETNAMESE) == "01/02/2026 00:01 (UTC+07:00)"
    assert moment_with_zone(MOMENT.replace(tzinfo=None), VIETNAMESE) == "01/02/2026 00:01"


@pytest.mark.parametrize(
    ("language", "words"), [("vi", VIETNAMESE), ("ru-RU", RUSSIAN), ("EN", ENGLISH), ("kk", ENGLISH), ("", ENGLISH)]
)
def test_words_of__an_unknown_language_reads_english(language: str, words: FileWords) -> None:
    assert words_of(language) is words
