"""States are derived from the acts."""

from __future__ import annotations

import pytest

from editorial.rules.states import STAGED_VERBS, Act, public_state, work_state
from editorial.rules.vocabulary import (
    AWAITING,
    AWAITING_DECISION,
    AWAITING_POSTING,
    DECIDING_STAGES,
    IN_CHAIN,
    WITH_EDITORS,
    WITH_UNIT,
    PublicState,
    Stage,
    Verb,
    WorkState,
)

HANDED_IN = (Act(Verb.HAND_IN),)
POSTED = (*HANDED_IN, Act(Verb.POST))


def test_work_state__is_a_draft_before_the_first_act():
    assert work_state(()) is WorkState.DRAFT


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        (Verb.HAND_IN, WorkState.SUBMITTED),
        (Verb.WITHDRAW, WorkState.WITHDRAWN),
        (Verb.CLAIM, WorkState.IN_EDITING),
        (Verb.ASSIGN, WorkState.SUBMITTED),
        (Verb.REFUSE, WorkState.REFUSED),
        (Verb.REOPEN, WorkState.IN_EDITING),
        (Verb.SCHEDULE, WorkState.SCHEDULED),
        (Verb.UNSCHEDULE, WorkState.APPROVED),
        (Verb.POST, WorkState.PUBLISHED),
        (Verb.URGENT_POST, WorkState.PUBLISHED),
    ],
)
def test_work_state__follows_the_last_act(verb, state):
    assert work_state([*HANDED_IN, Act(verb)]) is state


@pytest.mark.parametrize("verb", sorted(STAGED_VERBS))
@pytest.mark.parametrize(("stage", "state"), [*sorted(AWAITING.items()), (Stage.POSTING, WorkState.APPROVED)])
def test_work_state__a_decision_says_whose_turn_is_next(verb, stage, state):
    """A61: editor, deputy, head, posting."""
    assert work_state([*HANDED_IN, Act(verb, stage)]) is state


def test_work_state__a_new_class_outside_a_round_moves_nothing():
    assert work_state([*HANDED_IN, Act(Verb.SET_CLASS)]) is WorkState.SUBMITTED


def test_work_state__a_return_goes_to_the_editor_or_to_the_unit():
    """A62."""
    assert work_state([*HANDED_IN, Act(Verb.RETURN, Stage.EDITING)]) is WorkState.IN_EDITING
    assert work_state([*HANDED_IN, Act(Verb.RETURN)]) is WorkState.RETURNED


def test_work_state__a_dropped_correction_leaves_everything_as_it_was():
    before = Act(Verb.CORRECT, Stage.DEPUTY)
    assert work_state([*POSTED, before, Act(Verb.DROP_CORRECTION)]) is WorkState.PUBLISHED
    waiting = [*HANDED_IN, before, Act(Verb.DROP_CORRECTION, Stage.POSTING)]
    assert work_state(waiting) is WorkState.APPROVED


@pytest.mark.parametrize("verb", [Verb.HIDE, Verb.TAKE_DOWN, Verb.RESTORE, Verb.ARCHIVE, Verb.URGENT_CONFIRM])
def test_work_state__what_happens_to_the_public_page_moves_no_work(verb):
    assert work_state([*POSTED, Act(verb)]) is WorkState.PUBLISHED


def test_public_state__never_before_the_first_posting():
    assert public_state(()) is PublicState.NEVER
    everything_else = set(Verb) - {Verb.POST, Verb.URGENT_POST}
    assert public_state(Act(verb, Stage.POSTING) for verb in sorted(everything_else)) is PublicState.NEVER


@pytest.mark.parametrize("verb", [Verb.POST, Verb.URGENT_POST])
def test_public_state__posted_first_updated_later(verb):
    assert public_state([Act(verb)]) is PublicState.POSTED
    assert public_state([Act(verb), Act(Verb.POST)]) is PublicState.UPDATED


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        (Verb.HIDE, PublicState.HIDDEN),
        (Verb.TAKE_DOWN, PublicState.TAKEN_DOWN),
        (Verb.ARCHIVE, PublicState.ARCHIVED),
    ],
)
def test_public_state__what_was_online_can_leave(verb, state):
    """A64."""
    assert public_state([*POSTED, Act(verb)]) is state
    assert public_state([*POSTED, Act(Verb.HIDE), Act(verb)]) is state


def test_public_state__what_was_taken_down_cannot_be_hidden_again():
    gone = [*POSTED, Act(Verb.TAKE_DOWN), Act(Verb.HIDE)]
    assert public_state(gone) is PublicState.TAKEN_DOWN


@pytest.mark.parametrize("gone", [[Verb.TAKE_DOWN], [Verb.HIDE], [Verb.HIDE, Verb.TAKE_DOWN]])
def test_public_state__a_restored_page_reads_as_it_did_before(gone):
    """A20: restoring changes nothing in it, so it was not updated."""
    back = [*map(Act, gone), Act(Verb.RESTORE)]
    assert public_state([*POSTED, *back]) is PublicState.POSTED
    assert public_state([*POSTED, Act(Verb.POST), *back]) is PublicState.UPDATED


def test_public_state__a_new_version_of_a_restored_page_is_an_update():
    back = [*POSTED, Act(Verb.HIDE), Act(Verb.RESTORE)]
    assert public_state([*back, Act(Verb.POST)]) is PublicState.UPDATED


def test_public_state__a_hidden_picture_leaves_the_page_where_it_is():
    assert public_state([*POSTED, Act(Verb.HIDE_FILE)]) is PublicState.POSTED


def test_named_sets__every_work_state_is_somewhere():
    placed = WITH_UNIT | IN_CHAIN | {WorkState.REFUSED}
    assert placed == set(WorkState)
    assert not WITH_UNIT & IN_CHAIN
    assert IN_CHAIN == WITH_EDITORS | AWAITING_DECISION | AWAITING_POSTING
    assert set(AWAITING) == DECIDING_STAGES
