"""Readers propose corrections: what is taken, who takes it up, where it stands."""

from __future__ import annotations

import datetime

import pytest

from core.rules.answers import ALLOWED, Refused
from editorial.rules import proposals
from editorial.rules.proposals import AROUND, KEPT_DAYS, Course, Proposal, ProposalState, Standing
from editorial.rules.reasons import Reason
from editorial.rules.takedown import MOST_REPORTS
from editorial.rules.vocabulary import VISIBLE, PublicState
from tests.unit.editorial.items import published
from tests.unit.editorial.people import author, delegate, deputy, editor, head, secretary, switched_off, technician

TEXTS = {"title": "Autumn fair", "lead": "The fair was on Monday, in the yard."}
RIGHT = Proposal("on Monday", "on Friday")
NOW = datetime.datetime(2026, 11, 20, 8, tzinfo=datetime.UTC)


@pytest.mark.parametrize("state", sorted(VISIBLE))
def test_may_propose__anybody_about_words_that_stand_there(state):
    """A77."""
    assert proposals.may_propose(published(state), RIGHT, TEXTS, recent=MOST_REPORTS - 1) is ALLOWED


@pytest.mark.parametrize(
    ("proposal", "reason"),
    [
        (Proposal("on Sunday", "on Friday"), Reason.WORDS_NOT_FOUND),
        (Proposal("<script>", "x"), Reason.WORDS_NOT_FOUND),
        (Proposal(" ", "on Friday"), Reason.PROPOSAL_EMPTY),
        (Proposal("on Monday", "\n"), Reason.PROPOSAL_EMPTY),
        (Proposal("on Monday", "on  Monday"), Reason.NOTHING_CHANGED),
    ],
)
def test_may_propose__refuses_what_changes_nothing_there(proposal, reason):
    assert proposals.may_propose(published(), proposal, TEXTS, recent=0) == Refused(reason)


def test_may_propose__refuses_a_page_that_is_away_and_a_flood():
    flood = Refused(Reason.TOO_MANY_REPORTS, {"limit": str(MOST_REPORTS)})
    assert proposals.may_propose(published(), RIGHT, TEXTS, recent=MOST_REPORTS) == flood
    away = proposals.may_propose(published(PublicState.HIDDEN), RIGHT, TEXTS, recent=0)
    assert away == Refused(Reason.NOT_ONLINE)


@pytest.mark.parametrize("person", [head(), deputy(), secretary(), editor(), delegate()])
def test_may_read_proposals__the_board(person):
    assert proposals.may_read_proposals(person)


@pytest.mark.parametrize(
    ("person", "reason"), [(author(), Reason.NOT_YOUR_POST), (technician(), Reason.TECHNICAL_ROLE)]
)
def test_may_read_proposals__nobody_else(person, reason):
    assert proposals.may_read_proposals(person) == Refused(reason)


@pytest.mark.parametrize("person", [secretary(), editor()])
@pytest.mark.parametrize("standing", [Standing.OPEN, Standing.INCIDENT])
def test_may_take_up__a_secretary_or_editor_what_waits(person, standing):
    assert proposals.may_take_up(person, standing)


@pytest.mark.parametrize("standing", sorted(set(Standing) - {Standing.OPEN, Standing.INCIDENT}))
def test_may_take_up__refuses_what_is_answered(standing):
    again = Refused(Reason.ALREADY_DECIDED, {"who": "Ông editor1"})
    assert proposals.may_take_up(secretary(), standing, "Ông editor1") == again


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (head(), Reason.NOT_YOUR_POST),
        (deputy(), Reason.NOT_YOUR_POST),
        (author(), Reason.NOT_YOUR_POST),
        (switched_off(), Reason.INACTIVE),
    ],
)
def test_may_take_up__refuses_everybody_else(person, reason):
    assert proposals.may_take_up(person, Standing.OPEN) == Refused(reason)
    assert proposals.may_decline(person, Standing.OPEN, "No.") == Refused(reason)


def test_may_decline__with_words_for_the_reader():
    assert proposals.may_decline(editor(), Standing.OPEN, "The programme says Monday.")
    assert proposals.may_decline(editor(), Standing.OPEN, "  ") == Refused(Reason.NOTE_MISSING)


@pytest.mark.parametrize(
    ("state", "course", "standing"),
    [
        (ProposalState.OPEN, Course(), Standing.OPEN),
        (ProposalState.CORRECTING, Course(), Standing.CORRECTING),
        (ProposalState.CORRECTING, Course(correction_ended=True), Standing.OPEN),
        (ProposalState.CORRECTING, Course(correction_ended=True, correction_cleared=True), Standing.CORRECTED),
        (ProposalState.NEW_VERSION, Course(), Standing.NEW_VERSION),
        (ProposalState.NEW_VERSION, Course(new_version_posted=True), Standing.CORRECTED),
        (ProposalState.INCIDENT, Course(), Standing.INCIDENT),
        (ProposalState.DECLINED, Course(new_version_posted=True), Standing.DECLINED),
    ],
)
def test_standing_of__follows_what_became_of_the_text(state, course, standing):
    """A correction that a superior drops leaves the proposal open again."""
    assert proposals.standing_of(state, course) is standing


def test_over_since__ninety_days_after_the_answer():
    assert proposals.over_since(NOW) == NOW - datetime.timedelta(days=90)
    assert KEPT_DAYS == 90


@pytest.mark.parametrize("words", ["on Monday", "on\n Monday", "onMonday", " on Monday "])
def test_passage_of__finds_words_however_the_browser_spaced_them(words):
    found = proposals.passage_of(words, TEXTS)
    assert found is not None
    assert (found.before, found.found, found.after) == ("The fair was ", "on Monday", ", in the yard.")


def test_passage_of__is_composed_alike():
    """A reader's system may write letters and marks apart."""
    apart, together = "tru\u031bo\u031b\u0300ng", "trường"
    found = proposals.passage_of(apart, {"lead": f"Cả {together} dự lễ."})
    assert found is not None
    assert found.found == together


def test_passage_of__shows_no_more_than_the_paragraph_around():
    found = proposals.passage_of("needle", {"lead": "x" * 999 + " needle " + "y" * 999})
    assert found is not None
    assert len(found.before) == len(found.after) == AROUND + 2
    assert found.before.startswith("…")
    assert found.after.endswith("…")


def test_passage_of__nothing_where_nothing_is_sought():
    assert proposals.passage_of("  ", TEXTS) is None
    assert proposals.passage_of("absent", TEXTS) is None
