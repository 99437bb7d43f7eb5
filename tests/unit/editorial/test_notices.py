"""Urgent notices, and the head's delegations."""

from __future__ import annotations

import datetime

import pytest

from core.rules.answers import Refused
from editorial.rules.charter import CharterRules
from editorial.rules.posting import NoticeFacts, may_confirm_notice, may_delegate, may_end_notice, may_release_notice
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import VISIBLE, ContentClass, PublicState
from tests.unit.editorial.items import published
from tests.unit.editorial.people import (
    author,
    delegate,
    deputy,
    editor,
    head,
    secretary,
    switched_off,
    technician,
)

CHARTER = CharterRules()
NOT_YOUR_POST = Refused(Reason.NOT_YOUR_POST)
STORM = NoticeFacts("Storm", "No school tomorrow", 24)
MONDAY = datetime.date(2025, 9, 8)
FRIDAY = datetime.date(2025, 9, 12)
DAY = datetime.timedelta(days=1)
NO_STANDING_NOTICE = [
    published(),
    published(PublicState.ARCHIVED, is_notice=True),
    published(PublicState.HIDDEN, is_notice=True),
]


def notice(title="Storm", text="No school tomorrow", hours=24):
    return NoticeFacts(title, text, hours)


@pytest.mark.parametrize("person", [head(), deputy(), delegate(), author(is_duty_leader=True)])
def test_may_release_notice__head_deputy_or_duty_leader_alone(person):
    assert may_release_notice(person, STORM, CHARTER)


@pytest.mark.parametrize("person", [secretary(), editor(), author()])
def test_may_release_notice__refuses_everybody_else(person):
    assert may_release_notice(person, STORM, CHARTER) == NOT_YOUR_POST


def test_may_release_notice__refuses_who_acts_on_nothing():
    """A12."""
    assert may_release_notice(technician(), STORM, CHARTER) == Refused(Reason.TECHNICAL_ROLE)
    assert may_release_notice(switched_off(), STORM, CHARTER) == Refused(Reason.INACTIVE)


@pytest.mark.parametrize("typed", [notice(title=" "), notice(text="\n")])
def test_may_release_notice__refuses_an_empty_one(typed):
    assert may_release_notice(head(), typed, CHARTER) == Refused(Reason.FORM_INCOMPLETE)


def test_may_release_notice__five_hundred_characters_and_not_one_more():
    assert may_release_notice(head(), notice(text="x" * 500), CHARTER)
    answer = may_release_notice(head(), notice(text="x" * 501), CHARTER)
    assert answer == Refused(Reason.TOO_LONG, {"limit": "500"})


@pytest.mark.parametrize("hours", [1, 72])
def test_may_release_notice__up_to_seventy_two_hours(hours):
    assert may_release_notice(head(), notice(hours=hours), CHARTER)


@pytest.mark.parametrize("hours", [-1, 0, 73])
def test_may_release_notice__refuses_more_hours_or_none(hours):
    answer = may_release_notice(head(), notice(hours=hours), CHARTER)
    assert answer == Refused(Reason.TOO_MANY_HOURS, {"limit": "72"})


def test_may_release_notice__the_limits_are_the_charters():
    strict = CharterRules(notice_characters=3, notice_hours=1)
    assert may_release_notice(head(), notice(text="abc", hours=1), strict)
    assert not may_release_notice(head(), notice(text="abcd", hours=1), strict)
    assert not may_release_notice(head(), notice(text="abc", hours=2), strict)


@pytest.mark.parametrize("state", sorted(VISIBLE))
@pytest.mark.parametrize("person", [head(), delegate(ContentClass.ORDINARY)])
def test_may_confirm_notice__the_head_while_it_stands(state, person):
    assert may_confirm_notice(person, published(state, is_notice=True))


def test_may_confirm_notice__refuses_the_delegate_who_released_it():
    """Rule 7: the head confirms or ends it; nobody is his own second pair of eyes."""
    own = published(is_notice=True, released_by_id=delegate().id)
    others = published(is_notice=True, released_by_id=deputy().id)
    assert may_confirm_notice(delegate(), others)
    assert may_confirm_notice(delegate(), own) == Refused(Reason.OWN_NOTICE)
    assert may_confirm_notice(head(), own)


def test_may_end_notice__the_delegate_who_released_it_too():
    own = published(is_notice=True, released_by_id=delegate().id)
    assert may_end_notice(delegate(), own)
    assert may_end_notice(deputy(), own) == NOT_YOUR_POST


def test_may_release_notice__who_acts_for_the_head_in_the_class_of_a_notice():
    """A55: a delegation for another class is none here."""
    assert may_release_notice(delegate(ContentClass.ORDINARY), STORM, CHARTER)
    assert may_release_notice(delegate(ContentClass.SENSITIVE), STORM, CHARTER) == NOT_YOUR_POST


@pytest.mark.parametrize("it", NO_STANDING_NOTICE)
def test_may_end_notice__refuses_what_is_no_standing_notice(it):
    assert may_end_notice(head(), it) == Refused(Reason.NOT_ONLINE)


@pytest.mark.parametrize("it", NO_STANDING_NOTICE)
def test_may_confirm_notice__refuses_what_is_no_standing_notice(it):
    assert may_confirm_notice(head(), it) == Refused(Reason.NOT_ONLINE)


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (deputy(), Reason.NOT_YOUR_POST),
        (delegate(ContentClass.SENSITIVE), Reason.NOT_YOUR_POST),
        (technician(), Reason.TECHNICAL_ROLE),
    ],
)
def test_may_confirm_notice__refuses_everybody_but_the_head(person, reason):
    assert may_confirm_notice(person, published(is_notice=True)) == Refused(reason)


def may_give(person=None, to=None, starts_on=MONDAY, ends_on=FRIDAY, today=MONDAY):
    return may_delegate(person or head(), to or deputy(), starts_on, ends_on, today)


@pytest.mark.parametrize("to", [deputy(), secretary(), editor()])
def test_may_delegate__the_head_to_another_person_of_the_board(to):
    assert may_give(to=to)


@pytest.mark.parametrize("to", [head(), author(), technician(), switched_off()])
def test_may_delegate__refuses_himself_outsiders_and_who_acts_on_nothing(to):
    assert may_give(to=to) == Refused(Reason.NO_BOARD_YET)


@pytest.mark.parametrize("person", [deputy(), delegate(), secretary()])
def test_may_delegate__refuses_everybody_but_the_head_himself(person):
    assert may_give(person, to=editor()) == NOT_YOUR_POST
    assert may_give(technician()) == Refused(Reason.TECHNICAL_ROLE)


def test_may_delegate__a_single_day_and_a_time_under_way_are_fine():
    assert may_give(ends_on=MONDAY)
    assert may_give(today=FRIDAY)


@pytest.mark.parametrize(
    "dates",
    [{"ends_on": None}, {"ends_on": MONDAY - DAY}, {"today": FRIDAY + DAY}],
)
def test_may_delegate__refuses_dates_without_an_end_backwards_or_past(dates):
    assert may_give(**dates) == Refused(Reason.BAD_DATES)
