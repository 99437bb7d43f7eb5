"""The due date of an event: every given vector, the limit at 24:00 local time (A69)."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from editorial.rules.charter import CharterRules
from editorial.rules.deadlines import (
    DeadlineRules,
    DeadlineUnit,
    DueDate,
    deadline_rules,
    due_date,
    is_on_time,
    limit_of,
)
from school.rules.calendar import WorkingWeek

GOLDEN = Path(__file__).parents[2] / "golden"
CALENDAR = json.loads((GOLDEN / "calendar_days.json").read_text(encoding="utf-8"))
VECTORS = json.loads((GOLDEN / "deadline_vectors.json").read_text(encoding="utf-8"))["vectors"]
TABLE = [
    ("VN", "2023-09-20", "2023-09-25", "2023-09-25", "2023-09-23"),
    ("VN", "2023-09-22", "2023-09-25", "2023-09-27", "2023-09-25"),
    ("VN", "2024-04-26", "2024-05-02", "2024-05-04", "2024-05-02"),
    ("VN", "2024-05-01", "2024-05-04", "2024-05-04", "2024-05-04"),
    ("VN", "2026-02-11", "2026-02-23", "2026-02-23", "2026-02-14"),
    ("VN", "2026-08-19", "2026-08-22", "2026-08-22", "2026-08-22"),
    ("RU", "2026-02-20", "2026-02-24", "2026-02-26", "2026-02-24"),
]
SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")
WORKING = DeadlineRules(unit=DeadlineUnit.WORKING)
MINUTE = datetime.timedelta(minutes=1)
MICROSECOND = datetime.timedelta(microseconds=1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def week(country: str, *weekly_days_off: int) -> WorkingWeek:
    """The calendar of a country, as the golden file keeps it."""
    off, working = (frozenset(map(day, CALENDAR[name][country])) for name in ("days_off", "working_days"))
    return WorkingWeek(frozenset(weekly_days_off or (6, 7)), off, working)


def name_of(vector: dict[str, Any]) -> str:
    return f"{vector['country']} {vector['event_end']}"


@pytest.mark.parametrize("vector", VECTORS, ids=name_of)
def test_due_date__of_every_given_vector(vector):
    """A69: three calendar days, the last one moved over days off; the days it passed are told."""
    expected = DueDate(
        day(vector["event_end"]),
        day(vector["raw_third_day"]),
        day(vector["due"]),
        tuple(map(day, vector["moved_over"])),
    )
    assert due_date(day(vector["event_end"]), week(vector["country"])) == expected
    assert expected.due.strftime("%a") == vector["due_weekday"]


@pytest.mark.parametrize("vector", VECTORS, ids=name_of)
def test_due_date__of_every_vector_read_as_working_days(vector):
    found = due_date(day(vector["event_end"]), week(vector["country"]), WORKING)
    assert found.due == day(vector["due_if_three_working_days"])
    assert found.passed_over == ()


@pytest.mark.parametrize("vector", VECTORS, ids=name_of)
def test_due_date__of_every_vector_in_a_six_day_week(vector):
    found = due_date(day(vector["event_end"]), week(vector["country"], 7))
    assert found.due == day(vector["due_if_six_day_week"])


@pytest.mark.parametrize(("country", "ended", "due", "working", "six_days"), TABLE)
def test_due_date__of_the_printed_table(country, ended, due, working, six_days):
    """The rows of domain/clocks.md that the vectors lack."""
    assert due_date(day(ended), week(country)).due == day(due)
    assert due_date(day(ended), week(country), WORKING).due == day(working)
    assert due_date(day(ended), week(country, 7)).due == day(six_days)


def test_due_date__stays_on_a_day_off_where_rolling_is_off():
    found = due_date(day("2023-09-21"), week("VN"), DeadlineRules(rolls_over=False))
    assert (found.raw, found.due, found.passed_over) == (day("2023-09-24"), day("2023-09-24"), ())


@pytest.mark.parametrize("unit", list(DeadlineUnit))
def test_due_date__with_no_days_at_all_is_the_events_day_or_the_next_working_day(unit):
    same_day = DeadlineRules(days=0, unit=unit)
    assert due_date(day("2023-09-21"), week("VN"), same_day).due == day("2023-09-21")
    assert due_date(day("2023-09-23"), week("VN"), same_day).due == day("2023-09-25")


@pytest.mark.parametrize("rules", [DeadlineRules(), WORKING])
def test_due_date__says_that_a_calendar_without_work_has_none(rules):
    with pytest.raises(ValueError, match="no working day"):
        due_date(day("2023-09-21"), WorkingWeek(weekly_days_off=frozenset(range(1, 8))), rules)


def test_deadline_rules__are_the_charters_numbers():
    assert deadline_rules(CharterRules()) == DeadlineRules(3, DeadlineUnit.CALENDAR, rolls_over=True)
    other = CharterRules(deadline_days=5, deadline_unit=DeadlineUnit.WORKING, deadline_rolls_over=False)
    assert deadline_rules(other) == DeadlineRules(5, DeadlineUnit.WORKING, rolls_over=False)


def test_limit_of__is_the_end_of_the_day_where_the_school_is():
    limit = limit_of(day("2023-09-25"), SAIGON)
    assert limit.isoformat() == "2023-09-26T00:00:00+07:00"


def test_is_on_time__at_23_59_and_not_at_midnight():
    """Đ14.1 with Điều 148.6: the last day ends at 24:00 local time."""
    due, limit = day("2023-09-25"), limit_of(day("2023-09-25"), SAIGON)
    assert is_on_time(limit - MINUTE, due, SAIGON)
    assert is_on_time(limit - MICROSECOND, due, SAIGON)
    assert not is_on_time(limit, due, SAIGON)
    assert not is_on_time(limit + MINUTE, due, SAIGON)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kamchatka"])
def test_is_on_time__whatever_zone_the_server_keeps(zone):
    due, limit = day("2023-09-25"), limit_of(day("2023-09-25"), SAIGON)
    server = ZoneInfo(zone)
    assert is_on_time((limit - MINUTE).astimezone(server), due, SAIGON)
    assert not is_on_time(limit.astimezone(server), due, SAIGON)


@pytest.mark.parametrize(
    ("zone", "due", "last_minute"),
    [
        ("Europe/Moscow", "2010-03-27", "2010-03-27T20:59+00:00"),
        ("America/Havana", "2024-03-09", "2024-03-10T04:59+00:00"),  # midnight itself is skipped
        ("America/Havana", "2024-11-02", "2024-11-03T03:59+00:00"),  # midnight comes twice
        ("America/Santiago", "2024-04-06", "2024-04-07T03:59+00:00"),  # 23:00 to 24:00 comes twice
    ],
)
def test_is_on_time__when_the_clock_changes_around_midnight(zone, due, last_minute):
    moment = datetime.datetime.fromisoformat(last_minute)
    assert is_on_time(moment, day(due), ZoneInfo(zone))
    assert not is_on_time(moment + MINUTE, day(due), ZoneInfo(zone))
