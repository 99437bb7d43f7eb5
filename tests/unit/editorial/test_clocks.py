"""Silence never approves; it raises an alarm."""

from __future__ import annotations

import datetime

import pytest

from editorial.rules.charter import CharterRules
from editorial.rules.clocks import decision_is_late, posting_is_late
from editorial.rules.vocabulary import AWAITING_DECISION, WorkState

SINCE = datetime.datetime(2025, 9, 5, 8, 0, tzinfo=datetime.UTC)
CHARTER = CharterRules(decision_hours=24, posting_hours=5)


def after(hours: float) -> datetime.datetime:
    return SINCE + datetime.timedelta(hours=hours)


@pytest.mark.parametrize("state", sorted(AWAITING_DECISION))
def test_decision_is_late__after_the_charters_hours(state):
    assert decision_is_late(state, SINCE, after(24), CHARTER)
    assert not decision_is_late(state, SINCE, after(23.99), CHARTER)


@pytest.mark.parametrize("state", sorted(set(WorkState) - AWAITING_DECISION))
def test_decision_is_late__never_where_nobody_is_to_decide(state):
    assert not decision_is_late(state, SINCE, after(100), CHARTER)


def test_posting_is_late__after_the_charters_hours():
    """A59: approved and not posted in the set time."""
    assert posting_is_late(WorkState.APPROVED, SINCE, after(5), CHARTER)
    assert not posting_is_late(WorkState.APPROVED, SINCE, after(4.99), CHARTER)


@pytest.mark.parametrize("state", sorted(set(WorkState) - {WorkState.APPROVED}))
def test_posting_is_late__never_with_a_set_time_or_before_the_release(state):
    assert not posting_is_late(state, SINCE, after(100), CHARTER)
