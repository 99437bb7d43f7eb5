"""The deciding stages: who may say yes, give back, refuse."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules import decisions
from editorial.rules.charter import CharterRules
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import (
    AWAITING_DECISION,
    ContentClass,
    PublicState,
    RefusalGround,
    RoundKind,
    Stage,
    WorkState,
)
from tests.unit.editorial.items import (
    approval,
    awaiting,
    awaiting_deputy,
    in_editing,
    item,
    refused,
    round_of,
)
from tests.unit.editorial.people import (
    author,
    delegate,
    deputy,
    editor,
    head,
    other_deputy,
    other_editor,
    secretary,
    switched_off,
    technician,
)

CHARTER = CharterRules()
BY_FIELD = CharterRules(deputies_by_field=True)
IMPORTANT, SENSITIVE = ContentClass.IMPORTANT, ContentClass.SENSITIVE
POLICY = RefusalGround.POLICY.value
NOT_YOUR_POST = Refused(Reason.NOT_YOUR_POST)
WRONG_STATE = Refused(Reason.WRONG_STATE)
NOTE_MISSING = Refused(Reason.NOTE_MISSING)
AFTER_DEPUTY = round_of(decisions=(approval(deputy(), Stage.DEPUTY),))
EDITORS_ROUND = round_of(Stage.EDITOR)


def kind_of(kind: RoundKind, *stages: Stage):
    return awaiting(round_of(*stages or (Stage.DEPUTY,), kind=kind))


@pytest.mark.parametrize(
    ("person", "running"),
    [(editor(), EDITORS_ROUND), (deputy(), round_of()), (head(), AFTER_DEPUTY), (delegate(), AFTER_DEPUTY)],
)
def test_may_decide__whose_turn_it_is(person, running):
    """A61, A68: deputy, then head; A58: an editor where the charter gives him the stage."""
    assert decisions.may_decide(person, awaiting(running), CHARTER)


@pytest.mark.parametrize(
    ("person", "running"),
    [
        (head(), round_of()),
        (deputy(), AFTER_DEPUTY),
        (other_deputy(), AFTER_DEPUTY),
        (secretary(), round_of()),
        (secretary(), AFTER_DEPUTY),
        (editor(), round_of()),
        (author(), round_of()),
        (deputy(), EDITORS_ROUND),
        (secretary(), EDITORS_ROUND),
    ],
)
def test_may_decide__refuses_everybody_elses_post(person, running):
    """A12, A61: nobody decides out of his turn, the head included."""
    assert decisions.may_decide(person, awaiting(running), CHARTER) == NOT_YOUR_POST


def test_may_decide__refuses_who_acts_on_nothing():
    """A12."""
    assert decisions.may_decide(technician(), awaiting_deputy(), CHARTER) == Refused(Reason.TECHNICAL_ROLE)
    assert decisions.may_decide(switched_off(), awaiting_deputy(), CHARTER) == Refused(Reason.INACTIVE)


@pytest.mark.parametrize("state", sorted(set(WorkState) - AWAITING_DECISION))
def test_may_decide__refuses_where_nothing_is_to_be_decided(state):
    assert decisions.may_decide(deputy(), item(state, round=round_of()), CHARTER) == WRONG_STATE


def test_may_decide__refuses_without_a_round():
    assert decisions.may_decide(deputy(), item(WorkState.AWAITING_DEPUTY), CHARTER) == WRONG_STATE


def test_may_decide__a_delegate_only_for_the_classes_given_to_him():
    """A55."""
    important = awaiting(AFTER_DEPUTY, content_class=IMPORTANT)
    assert decisions.may_decide(delegate(IMPORTANT), important, CHARTER)
    answer = decisions.may_decide(delegate(SENSITIVE), important, CHARTER)
    assert answer == Refused(Reason.NOT_YOUR_CLASS)


def test_may_decide__a_delegate_of_the_head_is_no_deputy():
    assert decisions.may_decide(delegate(), awaiting_deputy(), CHARTER) == NOT_YOUR_POST


def test_may_decide__deputies_only_in_their_field_where_the_charter_says_so():
    assert decisions.may_decide(deputy(), awaiting_deputy(), BY_FIELD)
    answer = decisions.may_decide(other_deputy(), awaiting_deputy(), BY_FIELD)
    assert answer == Refused(Reason.NOT_YOUR_FIELD)
    assert decisions.may_decide(other_deputy(), awaiting_deputy(), CHARTER)


def test_may_decide__fields_are_the_deputies_matter_alone():
    assert decisions.may_decide(head(), awaiting(AFTER_DEPUTY), BY_FIELD)
    assert decisions.may_decide(other_editor(), awaiting(EDITORS_ROUND), BY_FIELD)


TEACHING = ContentClass.TEACHING
ALONE = round_of(Stage.DEPUTY)
CONTENT_DEPUTY_FIRST = Refused(Reason.CONTENT_DEPUTY_FIRST)


def test_may_decide__a_delegated_release_is_the_content_deputys():
    """A56: the deputy in charge of content (Đ12.2.2)."""
    teaching = awaiting(ALONE, content_class=TEACHING, content_deputy_can_decide=True)
    assert decisions.may_decide(deputy(), teaching, CHARTER)
    assert decisions.may_decide(other_deputy(), teaching, CHARTER) == CONTENT_DEPUTY_FIRST


def test_may_decide__another_deputy_stands_in_when_the_content_deputy_cannot():
    """A56."""
    teaching = awaiting(ALONE, content_class=TEACHING, content_deputy_can_decide=False)
    assert decisions.may_decide(other_deputy(), teaching, CHARTER)


@pytest.mark.parametrize("running", [round_of(), round_of(Stage.DEPUTY, kind=RoundKind.CORRECTION)])
def test_may_decide__every_deputy_where_the_release_is_not_delegated(running):
    """A61."""
    assert decisions.may_decide(other_deputy(), awaiting(running, content_deputy_can_decide=True), CHARTER)


def test_may_approve__exactly_what_was_forwarded():
    """A61."""
    assert decisions.may_approve(deputy(), awaiting_deputy(), CHARTER)
    assert decisions.may_approve(deputy(), kind_of(RoundKind.CORRECTION), CHARTER)


def test_may_approve__refuses_a_proposed_refusal():
    answer = decisions.may_approve(deputy(), kind_of(RoundKind.REFUSAL), CHARTER)
    assert answer == Refused(Reason.ONLY_REFUSE_OR_RETURN)


def test_may_approve__refuses_who_may_not_decide():
    """A57: an editor approves nothing unless the charter gives him the stage."""
    assert decisions.may_approve(editor(), awaiting_deputy(), CHARTER) == NOT_YOUR_POST


def test_may_approve_and_post__at_the_last_stage():
    """A55: the head; A56: the deputy, A58: the editor, in the classes delegated to them."""
    assert decisions.may_approve_and_post(head(), awaiting(AFTER_DEPUTY), CHARTER)
    assert decisions.may_approve_and_post(deputy(), awaiting(round_of(Stage.DEPUTY)), CHARTER)
    assert decisions.may_approve_and_post(editor(), awaiting(EDITORS_ROUND), CHARTER)


def test_may_approve_and_post__refuses_before_the_last_stage():
    """A68."""
    answer = decisions.may_approve_and_post(deputy(), awaiting_deputy(), CHARTER)
    assert answer == Refused(Reason.NOT_LAST_STAGE)


@pytest.mark.parametrize("gone", [PublicState.HIDDEN, PublicState.TAKEN_DOWN])
def test_may_approve_and_post__refuses_what_is_hidden_or_taken_down(gone):
    """A64: it stays away until the head restores it; approving alone is fine."""
    away = awaiting(AFTER_DEPUTY, public_state=gone)
    assert decisions.may_approve(head(), away, CHARTER)
    assert decisions.may_approve_and_post(head(), away, CHARTER) == Refused(Reason.OFF_SITE)


def test_may_approve_and_post__refuses_who_may_not_approve():
    """A59: posting is the secretary's, approving is not."""
    assert decisions.may_approve_and_post(secretary(), awaiting(AFTER_DEPUTY), CHARTER) == NOT_YOUR_POST


@pytest.mark.parametrize("it", [awaiting_deputy(), kind_of(RoundKind.REFUSAL), kind_of(RoundKind.CORRECTION)])
def test_may_return__says_what_to_fix(it):
    """A62."""
    assert decisions.may_return(deputy(), it, CHARTER, "Name the class that won")


@pytest.mark.parametrize("note", ["", " \t"])
def test_may_return__refuses_without_a_word(note):
    """A62."""
    assert decisions.may_return(deputy(), awaiting_deputy(), CHARTER, note) == NOTE_MISSING


def test_may_return__refuses_who_may_not_decide():
    assert decisions.may_return(editor(), awaiting_deputy(), CHARTER, "Why") == NOT_YOUR_POST


@pytest.mark.parametrize("ground", [ground.value for ground in RefusalGround])
@pytest.mark.parametrize("it", [awaiting_deputy(), kind_of(RoundKind.REFUSAL)])
def test_may_refuse__on_one_of_the_five_grounds(it, ground):
    """A74."""
    assert decisions.may_refuse(deputy(), it, CHARTER, ground, "Names a pupil's illness")


@pytest.mark.parametrize("ground", ["", "boring", "takedown_outdated"])
def test_may_refuse__refuses_any_other_ground(ground):
    """A74."""
    answer = decisions.may_refuse(deputy(), awaiting_deputy(), CHARTER, ground, "Why")
    assert answer == Refused(Reason.GROUND_MISSING)


def test_may_refuse__refuses_without_a_word():
    assert decisions.may_refuse(deputy(), awaiting_deputy(), CHARTER, POLICY, " ") == NOTE_MISSING


def test_may_refuse__refuses_who_may_not_decide():
    assert decisions.may_refuse(editor(), awaiting_deputy(), CHARTER, POLICY, "Why") == NOT_YOUR_POST


def test_may_refuse__refuses_an_editor_at_his_own_stage():
    """A74: an editor proposes a refusal, a superior decides it."""
    editors = awaiting(EDITORS_ROUND)
    assert decisions.may_approve(editor(), editors, CHARTER)
    assert decisions.may_refuse(editor(), editors, CHARTER, POLICY, "Why") == NOT_YOUR_POST


def test_may_refuse__refuses_for_a_small_correction():
    correction = kind_of(RoundKind.CORRECTION)
    assert decisions.may_refuse(deputy(), correction, CHARTER, POLICY, "Why") == WRONG_STATE


def test_may_propose_refusal__the_editor_who_holds_the_item():
    """A74."""
    assert decisions.may_propose_refusal(editor(), in_editing(), POLICY, "Why")


@pytest.mark.parametrize(
    ("person", "it", "ground", "note", "reason"),
    [
        (technician(), in_editing(editor_id=technician().id), POLICY, "Why", Reason.TECHNICAL_ROLE),
        (editor(), awaiting_deputy(editor_id=editor().id), POLICY, "Why", Reason.WRONG_STATE),
        (other_editor(), in_editing(), POLICY, "Why", Reason.CLAIMED_BY_OTHER),
        (editor(), in_editing(), "", "Why", Reason.GROUND_MISSING),
        (editor(), in_editing(), POLICY, "", Reason.NOTE_MISSING),
    ],
)
def test_may_propose_refusal__refuses(person, it, ground, note, reason):
    assert decisions.may_propose_refusal(person, it, ground, note) == Refused(reason)


def test_may_reopen__the_head_with_a_word():
    assert decisions.may_reopen(head(), refused(), "The ground has gone")


@pytest.mark.parametrize(
    ("person", "it", "note", "reason"),
    [
        (technician(), refused(), "Why", Reason.TECHNICAL_ROLE),
        (deputy(), refused(), "Why", Reason.NOT_YOUR_POST),
        (delegate(), refused(), "Why", Reason.NOT_YOUR_POST),
        (head(), in_editing(), "Why", Reason.WRONG_STATE),
        (head(), refused(), "", Reason.NOTE_MISSING),
    ],
)
def test_may_reopen__refuses_everybody_else_and_without_a_word(person, it, note, reason):
    assert decisions.may_reopen(person, it, note) == Refused(reason)
