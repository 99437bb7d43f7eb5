"""Reminders of a duty: one a day at most, each kind in one stretch of days (A32)."""

from __future__ import annotations

import datetime
import itertools

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.duties import PAST_DUE, SETTLED, TO_UNIT, DutyFacts, ReminderKind, duty_state, reminders_due

ENDED = datetime.date(2026, 9, 7)
ONE = datetime.timedelta(days=1)
DAYS = [ENDED + ONE * count for count in range(-5, 30)]
DUTIES = st.builds(
    DutyFacts,
    ended_on=st.just(ENDED),
    due=st.integers(0, 20).map(lambda count: ENDED + ONE * count),
    unit_id=st.none() | st.just(10),
    is_answered=st.booleans(),
    is_published=st.booleans(),
    is_waived=st.booleans(),
    is_cancelled=st.booleans(),
    writer_id=st.none() | st.just(7),
)


@given(DUTIES)
def test_reminders_due__at_most_one_a_day_whatever_happened(duty):
    assert all(len(reminders_due(duty, day)) <= 1 for day in DAYS)


@given(DUTIES)
def test_reminders_due__each_kind_holds_for_one_stretch_of_days(duty):
    """So the kind and the due date are a key under which it is sent once."""
    stretches = [kind for kind, _ in itertools.groupby(reminders_due(duty, day) for day in DAYS) if kind]
    assert len(stretches) == len(set(stretches))


@given(DUTIES, st.sampled_from(DAYS))
def test_reminders_due__to_the_right_people_at_the_right_time(duty, day):
    state, found = duty_state(duty, day), set(reminders_due(duty, day))
    if state in SETTLED:
        assert not found
    assert (ReminderKind.OVERDUE in found) == (state in PAST_DUE)
    if found & TO_UNIT:
        assert duty.is_assigned
        assert ENDED < day <= duty.due
        assert not duty.is_answered
    if ReminderKind.UNASSIGNED in found:
        assert not duty.is_assigned


@given(DUTIES)
def test_duty_state__once_over_it_never_goes_back(duty):
    """Time alone moves a duty from upcoming to open to past due, and nothing else."""
    states = [state for state, _ in itertools.groupby(duty_state(duty, day) for day in DAYS)]
    assert len(states) == len(set(states))
    if states[-1] in SETTLED:
        assert len(states) == 1
