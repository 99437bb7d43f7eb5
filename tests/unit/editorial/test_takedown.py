"""Asking for a take-down, reporting a page, answering (Đ12.4): who, when, on which words."""

from __future__ import annotations

import pytest

from core.rules.answers import ALLOWED, Refused
from editorial.rules import takedown
from editorial.rules.charter import CharterRules
from editorial.rules.reasons import Reason
from editorial.rules.takedown import MOST_REPORTS, Asker, Complaint, Report, RequestState
from editorial.rules.vocabulary import VISIBLE, PublicState, TakedownGround
from tests.unit.editorial.items import published
from tests.unit.editorial.people import (
    author,
    delegate,
    deputy,
    editor,
    head,
    other_editor,
    secretary,
    stranger,
    switched_off,
    technician,
)

CHARTER, DELEGATES = CharterRules(), CharterRules(delegates_take_down=True)
OUTDATED = TakedownGround.OUTDATED.value
NOT_YOUR_POST = Refused(Reason.NOT_YOUR_POST)
OPEN, KEPT = RequestState.OPEN, RequestState.KEPT


@pytest.mark.parametrize(
    ("person", "asker"),
    [
        (author(), Asker.UNIT),
        (editor(), Asker.UNIT),
        (other_editor(), Asker.BOARD),
        (secretary(), Asker.BOARD),
        (deputy(), Asker.BOARD),
    ],
)
@pytest.mark.parametrize("ground", [ground.value for ground in TakedownGround])
def test_may_ask__a_unit_for_its_own_item_and_the_board_for_any(person, asker, ground):
    """A63."""
    assert takedown.may_ask(person, published(), ground, "The fair is over")
    assert takedown.asker_of(person, published()) is asker


@pytest.mark.parametrize(
    ("person", "ground", "note", "reason"),
    [
        (stranger(), OUTDATED, "Why", Reason.NOT_YOUR_UNIT),
        (technician(), OUTDATED, "Why", Reason.TECHNICAL_ROLE),
        (switched_off(), OUTDATED, "Why", Reason.INACTIVE),
        (author(), "", "Why", Reason.GROUND_MISSING),
        (author(), "refuse_policy", "Why", Reason.GROUND_MISSING),
        (author(), OUTDATED, " ", Reason.NOTE_MISSING),
    ],
)
def test_may_ask__refuses_another_unit_and_without_ground_or_word(person, ground, note, reason):
    """A63."""
    assert takedown.may_ask(person, published(), ground, note) == Refused(reason)


@pytest.mark.parametrize("state", sorted(set(PublicState) - takedown.STILL_THERE))
def test_may_ask__refuses_what_is_not_on_the_site(state):
    assert takedown.may_ask(author(), published(state), OUTDATED, "Why") == Refused(Reason.NOT_ONLINE)
    assert takedown.may_ask(author(), published(PublicState.HIDDEN), OUTDATED, "Why")


@pytest.mark.parametrize("complaint", list(Complaint))
@pytest.mark.parametrize("state", sorted(VISIBLE))
def test_may_report__anybody_what_stands_on_the_site(complaint, state):
    report = Report(complaint.value, "Second picture")
    assert takedown.may_report(published(state), report, recent=MOST_REPORTS - 1) is ALLOWED


@pytest.mark.parametrize("complaint", [Complaint.CHILD, Complaint.OUTDATED])
def test_may_report__a_mother_need_not_find_words(complaint):
    assert takedown.may_report(published(), Report(complaint.value), recent=0)


@pytest.mark.parametrize("complaint", [Complaint.WRONG, Complaint.OTHER])
def test_may_report__what_is_wrong_must_be_said(complaint):
    assert takedown.may_report(published(), Report(complaint.value, " "), recent=0) == Refused(Reason.NOTE_MISSING)


def test_may_report__refuses_an_unknown_complaint_a_hidden_page_and_a_flood():
    report = Report(Complaint.CHILD.value)
    flood = Refused(Reason.TOO_MANY_REPORTS, {"limit": str(MOST_REPORTS)})
    assert takedown.may_report(published(), Report("spam", "x"), recent=0) == Refused(Reason.GROUND_MISSING)
    assert takedown.may_report(published(PublicState.HIDDEN), report, recent=0) == Refused(Reason.NOT_ONLINE)
    assert takedown.may_report(published(), report, recent=MOST_REPORTS) == flood


def test_ground_of__every_complaint_leads_to_a_ground_of_the_closed_list():
    """A63: the visitor's words stand for grounds of Đ12.4 or of data protection."""
    assert set(takedown.GROUND_OF) == set(Complaint)
    assert takedown.GROUND_OF[Complaint.CHILD] is TakedownGround.PERSONAL_DATA


@pytest.mark.parametrize("person", [head(), deputy(), secretary(), editor(), delegate()])
def test_may_read_requests__the_board(person):
    assert takedown.may_read_requests(person)


@pytest.mark.parametrize(
    ("person", "reason"), [(author(), Reason.NOT_YOUR_POST), (technician(), Reason.TECHNICAL_ROLE)]
)
def test_may_read_requests__nobody_else(person, reason):
    assert takedown.may_read_requests(person) == Refused(reason)


def test_may_answer__the_head_once():
    """A64."""
    again = Refused(Reason.ALREADY_DECIDED, {"who": "Ông head"})
    assert takedown.may_answer(head(), published(), CHARTER, OPEN)
    assert takedown.may_answer(head(), published(), CHARTER, KEPT, "Ông head") == again


@pytest.mark.parametrize("person", [deputy(), secretary(), editor(), author(), delegate()])
def test_may_answer__refuses_everybody_but_the_head(person):
    """A64: only the head decides, or his dated delegate if the charter allows."""
    assert takedown.may_answer(person, published(), CHARTER, OPEN) == NOT_YOUR_POST
    assert takedown.may_answer(delegate(), published(), DELEGATES, OPEN)


def test_may_keep__says_why():
    assert takedown.may_keep(head(), published(), CHARTER, OPEN, "Consent is signed")
    assert takedown.may_keep(head(), published(), CHARTER, OPEN, " ") == Refused(Reason.NOTE_MISSING)
    assert takedown.may_keep(deputy(), published(), CHARTER, OPEN, "Why") == NOT_YOUR_POST


@pytest.mark.parametrize(
    ("person", "item", "ground", "note", "reason"),
    [
        (deputy(), published(), OUTDATED, "Why", Reason.NOT_YOUR_POST),
        (technician(), published(), OUTDATED, "Why", Reason.TECHNICAL_ROLE),
        (head(), published(PublicState.TAKEN_DOWN), OUTDATED, "Why", Reason.NOT_ONLINE),
        (head(), published(), "hide_child_safety", "Why", Reason.GROUND_MISSING),
        (head(), published(), OUTDATED, "", Reason.NOTE_MISSING),
    ],
)
def test_may_remove_file__only_the_head_with_ground_and_word(person, item, ground, note, reason):
    """A64: he may remove one picture and keep the article."""
    assert takedown.may_remove_file(person, item, CHARTER, ground, note) == Refused(reason)
    assert takedown.may_remove_file(head(), published(), CHARTER, OUTDATED, "Why")
