"""Who makes, sees and closes links for guests, and when one may be used (Đ7.1 dash 1)."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules import guest_links as rules
from editorial.rules.guest_links import LinkFacts, LinkState, NewLink
from editorial.rules.people import Actor, DelegationFacts
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post

DAY = datetime.date(2026, 11, 21)
UNIT, OTHER = 7, 8
LINK = LinkFacts(valid_until=DAY, most_uses=2)
NEW = NewLink("Lớp 12A1, trại thu", DAY, 40, UNIT)
SECRETARY = Actor(1, posts=frozenset({Post.SECRETARY}))
HEAD_OF_UNIT = Actor(2, unit_ids=frozenset({UNIT}))
MEMBER = Actor(3, unit_ids=frozenset({UNIT}))


def reason(answer: Answer) -> Reason | None:
    return Reason(answer.reason) if isinstance(answer, Refused) else None


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({}, DAY, LinkState.OPEN),
        ({}, DAY + datetime.timedelta(days=1), LinkState.ENDED),
        ({"used": 1}, DAY, LinkState.OPEN),
        ({"used": 2}, DAY, LinkState.USED_UP),
        ({"is_closed": True}, DAY, LinkState.CLOSED),
        ({"is_closed": True, "used": 2}, DAY + datetime.timedelta(days=9), LinkState.CLOSED),
    ],
)
def test_link_state__follows_date_uses_and_closing(changes: dict, on: datetime.date, state: LinkState) -> None:
    assert rules.link_state(dataclasses.replace(LINK, **changes), on) is state


def test_may_use_link__only_while_it_is_open() -> None:
    assert rules.may_use_link(LINK, DAY) is ALLOWED
    late = DAY + datetime.timedelta(days=1)
    assert reason(rules.may_use_link(LINK, late)) is Reason.LINK_ENDED
    assert reason(rules.may_use_link(dataclasses.replace(LINK, used=2), DAY)) is Reason.LINK_USED_UP
    assert reason(rules.may_use_link(dataclasses.replace(LINK, is_closed=True), DAY)) is Reason.LINK_CLOSED


@pytest.mark.parametrize("counted", ["from_address", "by_link"])
def test_may_use_link__refuses_a_flood(counted: str) -> None:
    most = {"from_address": rules.MOST_FROM_ADDRESS, "by_link": rules.MOST_BY_LINK}[counted]
    assert rules.may_use_link(LINK, DAY, **{counted: most - 1}) is ALLOWED
    assert reason(rules.may_use_link(LINK, DAY, **{counted: most})) is Reason.GUESTS_TOO_MANY


def test_may_make_link__is_for_secretary_editors_and_the_head_of_the_unit() -> None:
    assert rules.may_make_link(SECRETARY, NEW, (), DAY) is ALLOWED
    assert rules.may_make_link(Actor(9, posts=frozenset({Post.EDITOR})), NEW, (), DAY) is ALLOWED
    assert rules.may_make_link(HEAD_OF_UNIT, NEW, {UNIT}, DAY) is ALLOWED
    assert reason(rules.may_make_link(MEMBER, NEW, (), DAY)) is Reason.NOT_YOUR_POST
    assert reason(rules.may_make_link(Actor(4, posts=frozenset({Post.HEAD})), NEW, (), DAY)) is Reason.NOT_YOUR_POST


@pytest.mark.parametrize("unit_id", [None, OTHER])
def test_may_make_link__the_head_of_a_unit_speaks_for_his_unit_alone(unit_id: int | None) -> None:
    link = dataclasses.replace(NEW, unit_id=unit_id)
    assert reason(rules.may_make_link(HEAD_OF_UNIT, link, {UNIT}, DAY)) is Reason.NOT_YOUR_UNIT
    assert rules.may_make_link(SECRETARY, link, (), DAY) is ALLOWED


def test_may_make_link__refuses_a_head_who_left_the_unit_the_technician_and_a_shut_account() -> None:
    gone = dataclasses.replace(HEAD_OF_UNIT, unit_ids=frozenset())
    assert reason(rules.may_make_link(gone, NEW, {UNIT}, DAY)) is Reason.NOT_YOUR_POST
    technician = dataclasses.replace(SECRETARY, is_technical=True)
    assert reason(rules.may_make_link(technician, NEW, (), DAY)) is Reason.TECHNICAL_ROLE
    shut = dataclasses.replace(SECRETARY, is_active=False)
    assert reason(rules.may_make_link(shut, NEW, (), DAY)) is Reason.INACTIVE


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"valid_until": DAY + datetime.timedelta(days=rules.MOST_DAYS)}, None),
        ({"valid_until": DAY + datetime.timedelta(days=rules.MOST_DAYS + 1)}, Reason.LINK_DATES),
        ({"valid_until": DAY - datetime.timedelta(days=1)}, Reason.LINK_DATES),
        ({"most_uses": 0}, Reason.LINK_USES),
        ({"most_uses": rules.MOST_USES}, None),
        ({"most_uses": rules.MOST_USES + 1}, Reason.LINK_USES),
        ({"label": " "}, Reason.LINK_NAMELESS),
    ],
)
def test_may_make_link__bounds_days_and_uses_and_wants_a_name(changes: dict, wanted: Reason | None) -> None:
    assert reason(rules.may_make_link(SECRETARY, dataclasses.replace(NEW, **changes), (), DAY)) is wanted


def test_may_see_link__the_board_any_the_head_of_a_unit_his() -> None:
    assert rules.may_see_link(SECRETARY, None, ()) is ALLOWED
    assert rules.may_see_link(HEAD_OF_UNIT, UNIT, {UNIT}) is ALLOWED
    assert reason(rules.may_see_link(HEAD_OF_UNIT, OTHER, {UNIT})) is Reason.NOT_YOUR_UNIT
    assert reason(rules.may_see_link(HEAD_OF_UNIT, None, {UNIT})) is Reason.NOT_YOUR_UNIT
    assert reason(rules.may_see_link(MEMBER, UNIT, ())) is Reason.NOT_YOUR_POST
    assert reason(rules.may_see_links(dataclasses.replace(SECRETARY, is_technical=True), ())) is Reason.TECHNICAL_ROLE


def test_may_close_link__anybody_who_must_be_able_to_stop_it() -> None:
    for post in (Post.HEAD, Post.DEPUTY, Post.SECRETARY, Post.EDITOR):
        assert rules.may_close_link(Actor(5, posts=frozenset({post})), UNIT, ()) is ALLOWED
    assert rules.may_close_link(Actor(5, delegations=(DelegationFacts(1),)), None, ()) is ALLOWED
    assert rules.may_close_link(HEAD_OF_UNIT, UNIT, {UNIT}) is ALLOWED
    assert reason(rules.may_close_link(HEAD_OF_UNIT, OTHER, {UNIT})) is Reason.NOT_YOUR_POST
    assert reason(rules.may_close_link(MEMBER, UNIT, ())) is Reason.NOT_YOUR_POST
    assert reason(rules.may_close_link(Actor(5, is_active=False), UNIT, ())) is Reason.INACTIVE
