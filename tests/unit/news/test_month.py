"""The month of the calendar: which one is asked for, and how far one may leaf."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.rules.month import Month, days_within, distance, is_far, is_out_of_reach, month_of, read_month, weeks

TODAY = datetime.date(2026, 11, 21)


@pytest.mark.parametrize(("text", "month"), [("2026-11", (2026, 11)), ("2027-01", (2027, 1)), ("2024-02", (2024, 2))])
def test_read_month__takes_a_month(text: str, month: tuple[int, int]) -> None:
    assert read_month(text, TODAY) == Month(*month)


@pytest.mark.parametrize(
    "text", ["", "x", "2026", "2026-13", "2026-00", "2026-1", "２０２６-１１", "2026-11-01", "-2026-11"]
)
def test_read_month__takes_today_for_anything_else(text: str) -> None:
    assert read_month(text, TODAY) == Month(2026, 11)


@pytest.mark.parametrize("text", ["0000-01", "0001-01", "9999-12"])
def test_read_month__of_another_age_is_out_of_reach(text: str) -> None:
    assert is_out_of_reach(read_month(text, TODAY), TODAY)


@pytest.mark.parametrize(("shift", "far"), [(0, False), (18, False), (-18, False), (19, True), (-19, True)])
def test_is_far__beyond_a_year_and_a_half(shift: int, far: bool) -> None:
    assert is_far(month_of(TODAY).shifted(shift), TODAY) is far


@pytest.mark.parametrize(("shift", "out"), [(120, False), (-120, False), (121, True), (-121, True)])
def test_is_out_of_reach__beyond_ten_years(shift: int, out: bool) -> None:
    assert is_out_of_reach(month_of(TODAY).shifted(shift), TODAY) is out


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2080, 1, 1)), st.integers(-200, 200))
def test_shifted__there_and_back_is_the_same_month(day: datetime.date, months: int) -> None:
    month = month_of(day)
    assert month.shifted(months).shifted(-months) == month
    assert distance(month.shifted(months), day) == abs(months)


def test_weeks__run_from_monday_to_sunday_and_hold_the_whole_month() -> None:
    shown = weeks(Month(2026, 11))
    assert (shown[0][0], shown[-1][-1]) == (datetime.date(2026, 10, 26), datetime.date(2026, 12, 6))
    assert all(len(week) == 7 and week[0].isoweekday() == 1 for week in shown)


def test_last__knows_leap_years() -> None:
    assert (Month(2024, 2).last.day, Month(2026, 2).last.day) == (29, 28)


def test_days_within__keeps_to_the_month() -> None:
    month = Month(2026, 11)
    days = list(days_within(datetime.date(2026, 10, 30), datetime.date(2026, 11, 2), month.first, month.last))
    assert days == [datetime.date(2026, 11, 1), datetime.date(2026, 11, 2)]
    assert list(days_within(datetime.date(2026, 1, 1), datetime.date(2026, 1, 2), month.first, month.last)) == []
