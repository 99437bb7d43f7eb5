"""The stretches of time a report covers, and when it is due (A23, B17)."""

from __future__ import annotations

import datetime

import pytest

from editorial.rules.periods import (
    PeriodError,
    PeriodKind,
    before,
    between,
    calendar_year,
    half_year,
    month,
    parse_period,
    quarter,
    release,
    release_calendar,
    school_year,
    term,
    year_ago,
)
from school.rules.calendar import WorkingWeek
from school.rules.years import TermPlan, YearDates, usual_year

DAY = datetime.date
YEAR_2025, YEAR_2026 = usual_year(2025, TermPlan.SEMESTERS), usual_year(2026, TermPlan.SEMESTERS)
YEARS = (YEAR_2025, YEAR_2026)
WEEK = WorkingWeek()


@pytest.mark.parametrize(
    ("period", "first_on", "last_on"),
    [
        (month(2026, 10), DAY(2026, 10, 1), DAY(2026, 10, 31)),
        (month(2028, 2), DAY(2028, 2, 1), DAY(2028, 2, 29)),
        (month(2026, 10, 14), DAY(2026, 9, 15), DAY(2026, 10, 14)),
        (month(2026, 1, 14), DAY(2025, 12, 15), DAY(2026, 1, 14)),
        (month(2026, 3, 28), DAY(2026, 3, 1), DAY(2026, 3, 28)),
        (quarter(2026, 4), DAY(2026, 10, 1), DAY(2026, 12, 31)),
        (quarter(2026, 1, 14), DAY(2025, 12, 15), DAY(2026, 3, 14)),
        (half_year(2026, 2), DAY(2026, 7, 1), DAY(2026, 12, 31)),
        (calendar_year(2026), DAY(2026, 1, 1), DAY(2026, 12, 31)),
        (calendar_year(2026, 14), DAY(2025, 12, 15), DAY(2026, 12, 14)),
        (between(DAY(2026, 12, 30), DAY(2027, 1, 2)), DAY(2026, 12, 30), DAY(2027, 1, 2)),
    ],
)
def test_period__has_its_first_and_last_day(period, first_on, last_on):
    """State practice: month, quarter, half-year and year run to the cut-off day of their last month."""
    assert (period.first_on, period.last_on) == (first_on, last_on)


@pytest.mark.parametrize(
    "key",
    ["2026-10", "2026-Q4", "2026-H1", "2026", "2026-2027", "2026-2027-T1", "2025-2026-T2", "2026-09-01..2026-10-15"],
)
def test_parse_period__reads_what_a_period_is_called(key):
    assert parse_period(key, YEARS).key == key


@pytest.mark.parametrize(
    "key",
    [
        "",
        "2026-13",
        "2026-00",
        "2026-Q5",
        "2026-H3",
        "1999",
        "2101-01",
        "2026-2027-T3",
        "2024-2025",
        "2024-2025-T1",
        "2026-10-15..2026-10-14",
        "2026-02-30..2026-03-01",
        "1999-02-03..2026-03-01",
        "٢٠٢٦-10",
        "2026-10\n",
        "2026-10\x00",
        "x" * 10_000,
    ],
)
def test_parse_period__refuses_what_is_no_period(key):
    with pytest.raises(PeriodError):
        parse_period(key, YEARS)


def test_parse_period__refuses_a_cut_off_no_month_has():
    with pytest.raises(PeriodError):
        parse_period("2026-10", (), 29)


@pytest.mark.parametrize(
    ("key", "earlier", "last_year"),
    [
        ("2026-01", "2025-12", "2025-01"),
        ("2026-Q1", "2025-Q4", "2025-Q1"),
        ("2026-H2", "2026-H1", "2025-H2"),
        ("2026", "2025", "2025"),
        ("2026-2027-T1", "2025-2026-T2", "2025-2026-T1"),
        ("2026-2027-T2", "2026-2027-T1", "2025-2026-T2"),
        ("2026-2027", "2025-2026", "2025-2026"),
        ("2026-03-02..2026-03-11", "2026-02-20..2026-03-01", "2025-03-02..2025-03-11"),
        ("2028-02-29..2028-03-01", "2028-02-27..2028-02-28", "2027-02-28..2027-03-01"),
    ],
)
def test_period__has_one_before_and_one_a_year_ago(key, earlier, last_year):
    period = parse_period(key, YEARS)
    found_before, found_then = before(period, YEARS), year_ago(period, YEARS)
    assert found_before is not None
    assert found_then is not None
    assert (found_before.key, found_then.key) == (earlier, last_year)


@pytest.mark.parametrize("key", ["2000-01", "2000", "2000-01-01..2000-01-02", "2025-2026", "2025-2026-T1"])
def test_period__has_none_before_the_first(key):
    period = parse_period(key, YEARS)
    assert before(period, YEARS) is None
    assert year_ago(period, YEARS) is None


def test_period__stands_alone_where_terms_were_not_entered():
    """A school that has not set its terms up compares no term, and finds none by its name."""
    lonely = school_year(YearDates("2026-2027", DAY(2026, 9, 5), DAY(2027, 5, 31)))
    assert before(lonely) is None
    assert year_ago(lonely) is None
    with pytest.raises(PeriodError):
        parse_period("2026-2027-T1", [YearDates("2026-2027", DAY(2026, 9, 5), DAY(2027, 5, 31))])


def test_term_a_year_ago__is_missing_where_last_year_had_fewer():
    third = term(usual_year(2026, TermPlan.QUARTERS).terms[2], "2026-2027")
    assert year_ago(third, YEARS) is None


def test_periods__keep_the_cut_off_when_compared():
    cut = month(2026, 10, 14)
    assert before(cut, (), 14) == month(2026, 9, 14)


def test_release__is_due_two_working_days_after_the_day_after_the_period():
    """October 2026 ends on a Saturday: drafted on Sunday, due on Tuesday."""
    row = release(month(2026, 10), WEEK)
    assert (row.drafted_on, row.due_on) == (DAY(2026, 11, 1), DAY(2026, 11, 3))
    holiday = WorkingWeek(days_off=frozenset({DAY(2026, 11, 2)}))
    assert release(month(2026, 10), holiday).due_on == DAY(2026, 11, 4)


def test_release_calendar__has_months_terms_and_the_aggregates_of_state_practice():
    """B17: reports by month, quarter, half-year and year, terms and the school year, in order of their days."""
    rows = release_calendar(YEAR_2026, WEEK)
    kinds = [row.period.kind for row in rows]
    assert [kinds.count(kind) for kind in PeriodKind] == [12, 4, 2, 1, 2, 1, 0]
    assert rows[0].period.key == "2026-09"
    assert [row.drafted_on for row in rows] == sorted(row.drafted_on for row in rows)


def test_release_calendar__of_a_year_without_terms_has_no_terms():
    rows = release_calendar(YearDates("2026-2027", DAY(2026, 9, 5), DAY(2027, 5, 31)), WEEK, cutoff=14)
    assert all(row.period.kind is not PeriodKind.TERM for row in rows)
    assert rows[0].period.last_on == DAY(2026, 9, 14)
    assert month(2026, 9).days == 30
