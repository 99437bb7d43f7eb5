"""A due date, for any week, any calendar and any number of days (A69)."""

from __future__ import annotations

import dataclasses
import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.deadlines import DeadlineRules, DeadlineUnit, due_date, is_on_time, limit_of
from school.rules.calendar import WorkingWeek, is_working_day

ONE = datetime.timedelta(days=1)
MINUTE = datetime.timedelta(minutes=1)
DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
NEAR = st.frozensets(st.dates(datetime.date(2024, 1, 1), datetime.date(2025, 3, 1)), max_size=20)
WEEKS = st.builds(WorkingWeek, st.frozensets(st.integers(1, 7), max_size=6), NEAR, NEAR)
RULES = st.builds(DeadlineRules, st.integers(0, 10), st.sampled_from(DeadlineUnit), st.booleans())
ROLLING = st.builds(DeadlineRules, st.integers(0, 10), st.sampled_from(DeadlineUnit))
ZONES = st.sampled_from(
    "Asia/Ho_Chi_Minh Europe/Moscow Asia/Kamchatka America/Havana America/Santiago Australia/Lord_Howe UTC".split()
).map(ZoneInfo)


@given(DAYS, WEEKS, ROLLING)
def test_due_date__is_a_working_day_when_rolling_is_on(day, week, rules):
    assert is_working_day(due_date(day, week, rules).due, week)


@given(DAYS, WEEKS, RULES)
def test_due_date__is_never_before_the_raw_day(day, week, rules):
    found = due_date(day, week, rules)
    assert found.due >= found.raw >= day + ONE * rules.days


@given(DAYS, WEEKS, RULES)
def test_due_date__passes_over_exactly_the_days_off_between(day, week, rules):
    found = due_date(day, week, rules)
    between = [found.raw + ONE * count for count in range((found.due - found.raw).days)]
    assert list(found.passed_over) == between
    assert not any(is_working_day(other, week) for other in between)


@given(DAYS, WEEKS, RULES, NEAR)
def test_due_date__a_day_off_more_never_makes_it_earlier(day, week, rules, more):
    fuller = dataclasses.replace(week, days_off=week.days_off | more)
    assert due_date(day, fuller, rules).due >= due_date(day, week, rules).due


@given(DAYS, DAYS, WEEKS, RULES)
def test_due_date__a_later_event_is_never_due_earlier(one, other, week, rules):
    early, late = sorted((one, other))
    assert due_date(early, week, rules).due <= due_date(late, week, rules).due


@given(DAYS, ZONES, ZONES)
def test_is_on_time__the_minutes_around_midnight_fall_on_the_right_sides(due, zone, server):
    limit = limit_of(due, zone).astimezone(datetime.UTC)
    assert is_on_time((limit - MINUTE).astimezone(server), due, zone)
    assert not is_on_time(limit.astimezone(server), due, zone)
    assert not is_on_time((limit + MINUTE).astimezone(server), due, zone)


@given(DAYS, ZONES, st.integers(0, 48 * 60))
def test_is_on_time__is_what_the_wall_calendar_of_the_school_shows(due, zone, minutes):
    """Posted on a local day up to the due date is on time; on a later local day it is not."""
    noon_before = datetime.datetime.combine(due - ONE, datetime.time(12), tzinfo=datetime.UTC)
    moment = noon_before + MINUTE * minutes
    assert is_on_time(moment, due, zone) == (moment.astimezone(zone).date() <= due)
