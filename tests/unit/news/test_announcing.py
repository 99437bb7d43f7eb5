"""What an announcement is worth when the board's record moved on, and who writes one."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from core.rules.answers import ALLOWED
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post
from news.rules.announcing import EventState, Times, event_state, has_wrong_order, may_announce

DAY = datetime.date(2026, 11, 20)
LATER = DAY + datetime.timedelta(days=1)
EIGHT, TEN = datetime.time(8), datetime.time(10)
TIMES = Times(DAY, EIGHT, DAY, TEN)
MEMBER = Actor(id=1, is_active=True, unit_ids=frozenset({7}))


def test_event_state__planned_as_long_as_both_say_the_same() -> None:
    assert event_state(TIMES, dataclasses.replace(TIMES), is_cancelled=False) is EventState.PLANNED


@pytest.mark.parametrize(
    "change", [{"starts_on": LATER}, {"ends_on": LATER}, {"starts_time": TEN}, {"ends_time": None}]
)
def test_event_state__moved_when_any_day_or_hour_differs(change: dict) -> None:
    assert event_state(TIMES, dataclasses.replace(TIMES, **change), is_cancelled=False) is EventState.MOVED


def test_event_state__cancelled_comes_first() -> None:
    assert event_state(TIMES, dataclasses.replace(TIMES, ends_on=LATER), is_cancelled=True) is EventState.CANCELLED


@pytest.mark.parametrize(
    "times",
    [
        TIMES,
        Times(DAY, TEN, LATER, EIGHT),
        Times(DAY, None, DAY, EIGHT),
        Times(DAY, EIGHT, DAY, EIGHT),
        Times(None, TEN, DAY, EIGHT),
        Times(DAY, TEN, None, EIGHT),
    ],
)
def test_has_wrong_order__not_for_what_may_be(times: Times) -> None:
    assert not has_wrong_order(times)


@pytest.mark.parametrize("times", [Times(LATER, None, DAY, None), Times(DAY, TEN, DAY, EIGHT)])
def test_has_wrong_order__for_an_end_before_the_beginning(times: Times) -> None:
    assert has_wrong_order(times)


@pytest.mark.parametrize("concerned", [{7}, {7, 8}, set()])
def test_may_announce__a_unit_it_concerns_or_any_when_it_concerns_none(concerned: set[int]) -> None:
    assert may_announce(MEMBER, concerned) is ALLOWED


def test_may_announce__whoever_enters_events_announces_all() -> None:
    secretary = dataclasses.replace(MEMBER, posts=frozenset({Post.SECRETARY}))
    assert may_announce(secretary, {8}) is ALLOWED


@pytest.mark.parametrize(
    ("actor", "concerned", "cancelled", "reason"),
    [
        (MEMBER, {8}, False, Reason.NOT_YOUR_UNIT),
        (dataclasses.replace(MEMBER, unit_ids=frozenset()), set(), False, Reason.NOT_YOUR_UNIT),
        (MEMBER, {7}, True, Reason.EVENT_CANCELLED),
        (dataclasses.replace(MEMBER, is_active=False), {7}, False, Reason.INACTIVE),
        (dataclasses.replace(MEMBER, is_technical=True), {7}, False, Reason.TECHNICAL_ROLE),
    ],
)
def test_may_announce__refuses(actor: Actor, concerned: set[int], cancelled: bool, reason: Reason) -> None:
    answer = may_announce(actor, concerned, is_cancelled=cancelled)
    assert answer.reason is reason
