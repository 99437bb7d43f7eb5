"""School years and terms of both countries (domain/vietnam.md, domain/russia.md)."""

from __future__ import annotations

import datetime

import pytest

from school.rules.years import (
    TermDates,
    TermPlan,
    YearDates,
    faults_of,
    first_year_of,
    term_of,
    usual_year,
    year_name,
    year_of,
    years_around,
)

VIETNAM = usual_year(2026, TermPlan.SEMESTERS)
RUSSIA = usual_year(2026, TermPlan.QUARTERS)
HALVES = usual_year(2026, TermPlan.HALVES)
DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (datetime.date(2026, 8, 31), 2025),
        (datetime.date(2026, 9, 1), 2026),
        (datetime.date(2026, 12, 31), 2026),
        (datetime.date(2027, 1, 1), 2026),
    ],
)
def test_first_year_of__turns_on_the_first_of_september(day, first):
    assert first_year_of(day) == first


def test_year_name__names_both_calendar_years():
    assert year_name(2026) == VIETNAM.name == "2026-2027"


def test_usual_year__of_vietnam_has_two_semesters_from_5_september():
    assert [term.name for term in VIETNAM.terms] == ["Học kỳ I", "Học kỳ II"]
    assert (VIETNAM.starts_on, VIETNAM.ends_on) == (datetime.date(2026, 9, 5), datetime.date(2027, 5, 31))


def test_usual_year__of_russia_has_four_quarters_or_two_halves():
    assert [term.name for term in RUSSIA.terms] == ["I четверть", "II четверть", "III четверть", "IV четверть"]
    assert [term.name for term in HALVES.terms] == ["Первое полугодие", "Второе полугодие"]
    assert RUSSIA.starts_on == HALVES.starts_on == datetime.date(2026, 9, 1)


@pytest.mark.parametrize("plan", TermPlan)
@pytest.mark.parametrize("first", [2023, 2026, 2027])
def test_usual_year__has_terms_that_follow_one_another(plan, first):
    year = usual_year(first, plan)
    assert faults_of(year.terms) == ()
    assert [term.number for term in year.terms] == list(range(1, len(year.terms) + 1))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (datetime.date(2026, 9, 5), "Học kỳ I"),
        (datetime.date(2027, 1, 17), "Học kỳ I"),
        (datetime.date(2027, 1, 18), "Học kỳ II"),
        (datetime.date(2027, 5, 31), "Học kỳ II"),
    ],
)
def test_term_of__counts_the_first_and_the_last_day(day, name):
    term = term_of(day, VIETNAM)
    assert term is not None
    assert term.name == name


@pytest.mark.parametrize("day", [datetime.date(2026, 9, 4), datetime.date(2027, 6, 1)])
def test_term_of__knows_none_outside_the_year(day):
    assert term_of(day, VIETNAM) is None


def test_term_of__knows_none_in_the_autumn_vacation():
    assert term_of(datetime.date(2026, 10, 27), RUSSIA) is None


def test_year_of__finds_the_year_that_contains_the_day():
    following = usual_year(2027, TermPlan.SEMESTERS)
    assert year_of(datetime.date(2027, 9, 5), [following, VIETNAM]) == following
    assert year_of(datetime.date(2026, 9, 5), [following, VIETNAM]) == VIETNAM


def test_year_of__gives_the_summer_to_the_year_that_closes():
    assert year_of(datetime.date(2027, 8, 31), [VIETNAM]) == VIETNAM
    assert year_of(datetime.date(2027, 9, 1), [VIETNAM]) is None


def test_year_of__gives_an_early_start_to_the_new_year():
    """A school that begins in August says so, and its August counts for the new year."""
    early = YearDates("2027-2028", datetime.date(2027, 8, 23), datetime.date(2028, 5, 31))
    assert year_of(datetime.date(2027, 8, 25), [VIETNAM, early]) == early
    assert year_of(datetime.date(2027, 8, 20), [VIETNAM, early]) == VIETNAM


def test_faults_of__names_a_term_that_overlaps_or_ends_before_it_begins():
    first, second = VIETNAM.terms
    overlapping = TermDates(2, second.name, first.ends_on, second.ends_on)
    backwards = TermDates(2, second.name, second.starts_on, second.starts_on - DAY)
    assert faults_of([first, overlapping]) == (2,)
    assert faults_of([first, backwards]) == (2,)
    assert faults_of([first, second]) == ()


def test_years_around__reach_from_last_year_to_two_ahead():
    assert years_around(datetime.date(2026, 11, 21)) == (2025, 2026, 2027, 2028)
