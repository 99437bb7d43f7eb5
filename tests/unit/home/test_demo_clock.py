"""The demonstration's acts happen when people are awake, in order, and never after now (A61)."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest

from home.demo.walking import MORNING, RESTS, RISES, Clock

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ACTS = 12


def ticks(now: datetime.datetime, days_ago: int) -> list[datetime.datetime]:
    """The moments of an item that was begun some days ago."""
    start = datetime.datetime.combine(now.date() - datetime.timedelta(days=days_ago), MORNING, tzinfo=ZONE)
    clock = Clock(start, now)
    return [clock.tick() for _ in range(ACTS)]


@pytest.mark.parametrize("days_ago", [0, 1, 2, 9])
@pytest.mark.parametrize("hour", range(24))
def test_clock__ticks_while_people_are_awake_in_order_and_before_now(hour: int, days_ago: int) -> None:
    now = datetime.datetime(2026, 11, 21, hour, 48, 7, 5, tzinfo=ZONE)

    moments = ticks(now, days_ago)

    assert all(RISES <= moment.time() < RESTS for moment in moments)
    assert moments == sorted(set(moments))
    assert moments[-1] <= now


def test_clock__keeps_office_hours_where_they_fit() -> None:
    now = datetime.datetime(2026, 11, 21, 3, 0, tzinfo=ZONE)

    moments = ticks(now, 9)

    assert all(Clock.OPENS <= moment.hour < Clock.CLOSES for moment in moments)
