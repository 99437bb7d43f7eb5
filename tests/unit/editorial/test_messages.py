"""What goes out at once, and what waits for the morning."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest

from editorial.rules.messages import AT_ONCE, collected_until, same_day_until

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def moment(day: int, hour: int, minute: int = 0) -> datetime.datetime:
    return datetime.datetime(2026, 9, day, hour, minute, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (moment(8, 6, 59), moment(7, 7)),
        (moment(8, 7), moment(8, 7)),
        (moment(8, 23, 59), moment(8, 7)),
        (moment(9, 0), moment(8, 7)),
    ],
)
def test_collected_until__the_last_morning(now, until):
    assert collected_until(now, 7) == until


def test_collected_until__midnight_is_an_hour_too():
    assert collected_until(moment(8, 0), 0) == moment(8, 0)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (moment(8, 6, 59), moment(7, 7)),
        (moment(8, 7), moment(8, 7)),
        (moment(8, 9, 30), moment(8, 9, 30)),
        (moment(9, 0), moment(8, 7)),
    ],
)
def test_same_day_until__now_once_the_mornings_digest_may_go(now, until):
    assert same_day_until(now, 7) == until


def test_at_once__names_what_cannot_wait_for_the_morning():
    """A37: an alarm that came next morning would be none."""
    assert {"urgent_released", "hidden", "taken_down", "decision_late", "posting_failed", "verify_faults"} <= AT_ONCE
    assert not AT_ONCE & {"handed_in", "awaiting_decision", "cleared", "posted", "returned_to_unit"}
