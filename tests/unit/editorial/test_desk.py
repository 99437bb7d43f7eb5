"""Before the chain decides: hand in, withdraw, claim, assign, forward."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules import desk_rules
from editorial.rules.charter import CharterRules
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import IN_CHAIN, WITH_EDITORS, WITH_UNIT, Post, WorkState
from tests.unit.editorial.items import draft, in_editing, item, published, refused, submitted
from tests.unit.editorial.people import (
    author,
    deputy,
    editor,
    head,
    other_editor,
    posts,
    secretary,
    stranger,
    switched_off,
    technician,
)

TECHNICAL = Refused(Reason.TECHNICAL_ROLE)
INACTIVE = Refused(Reason.INACTIVE)
WRONG_STATE = Refused(Reason.WRONG_STATE)
NOT_YOUR_POST = Refused(Reason.NOT_YOUR_POST)
NOT_YOUR_UNIT = Refused(Reason.NOT_YOUR_UNIT)
CLAIMED = Refused(Reason.CLAIMED_BY_OTHER)
REGULATION = CharterRules()
RUSSIAN = CharterRules(has_editing_stage=False)


@pytest.mark.parametrize("state", sorted(WITH_UNIT))
def test_may_hand_in__the_units_own_item(state):
    """A54: what the unit has, the unit hands in."""
    assert desk_rules.may_hand_in(author(), item(state))


def test_may_hand_in__refuses_another_units_item():
    """A12."""
    assert desk_rules.may_hand_in(stranger(), draft()) == NOT_YOUR_UNIT


@pytest.mark.parametrize("state", sorted(IN_CHAIN))
def test_may_hand_in__refuses_what_is_with_the_board_already(state):
    assert desk_rules.may_hand_in(author(), item(state)) == Refused(Reason.HANDED_IN_BEFORE)


def test_may_hand_in__refuses_what_was_refused_for_good():
    """A74."""
    assert desk_rules.may_hand_in(author(), refused()) == WRONG_STATE


def test_may_hand_in__refuses_an_urgent_notice():
    assert desk_rules.may_hand_in(author(), draft(is_notice=True)) == WRONG_STATE


@pytest.mark.parametrize(("person", "answer"), [(technician(), TECHNICAL), (switched_off(), INACTIVE)])
def test_may_hand_in__refuses_who_acts_on_nothing(person, answer):
    assert desk_rules.may_hand_in(person, draft()) == answer


@pytest.mark.parametrize("state", sorted(WITH_EDITORS))
def test_may_withdraw__the_unit_until_the_item_was_forwarded(state):
    assert desk_rules.may_withdraw(author(), item(state))


@pytest.mark.parametrize("state", sorted(set(WorkState) - WITH_EDITORS))
def test_may_withdraw__refuses_before_and_after(state):
    assert desk_rules.may_withdraw(author(), item(state)) == WRONG_STATE


def test_may_withdraw__refuses_another_unit_and_the_superuser():
    """A12."""
    assert desk_rules.may_withdraw(stranger(), submitted()) == NOT_YOUR_UNIT
    assert desk_rules.may_withdraw(technician(), submitted()) == TECHNICAL


def may_claim(person, it, *, had_time=False):
    return desk_rules.may_claim(person, it, unit_editor_had_time=had_time)


def test_may_claim__the_units_own_editor_at_any_time():
    """A61: the assigned editor edits."""
    assert may_claim(editor(), submitted())


@pytest.mark.parametrize("person", [other_editor(), secretary()])
def test_may_claim__refuses_others_while_the_units_editor_has_his_time(person):
    assert may_claim(person, submitted()) == Refused(Reason.UNIT_EDITOR_FIRST)


@pytest.mark.parametrize("person", [other_editor(), secretary()])
@pytest.mark.parametrize("facts", [{"editor_id": None}, {"editor_is_absent": True}])
def test_may_claim__others_when_the_unit_has_no_editor_or_he_is_away(person, facts):
    assert may_claim(person, submitted(**facts))


def test_may_claim__the_secretary_when_the_editors_time_is_over():
    """A27."""
    assert may_claim(secretary(), submitted(), had_time=True)


def test_may_claim__refuses_another_editor_even_then():
    assert may_claim(other_editor(), submitted(), had_time=True) == Refused(Reason.UNIT_EDITOR_FIRST)


def test_may_claim__whoever_holds_it_may_claim_again():
    assert may_claim(editor(), in_editing())


@pytest.mark.parametrize("person", [other_editor(), secretary()])
def test_may_claim__refuses_what_somebody_holds_unless_he_is_away(person):
    assert may_claim(person, in_editing(), had_time=True) == CLAIMED
    assert may_claim(person, in_editing(editor_is_absent=True))


@pytest.mark.parametrize("person", [author(), deputy(), head()])
def test_may_claim__refuses_who_does_not_edit(person):
    """A12."""
    assert may_claim(person, submitted(editor_id=None)) == NOT_YOUR_POST


@pytest.mark.parametrize("state", sorted(set(WorkState) - WITH_EDITORS))
def test_may_claim__refuses_what_is_not_with_the_editors(state):
    assert may_claim(editor(), item(state, editor_id=editor().id)) == WRONG_STATE


def test_may_claim__refuses_the_superuser():
    assert may_claim(technician(), submitted()) == TECHNICAL


def may_assign(person, it, assignee, *, had_time=False):
    return desk_rules.may_assign(person, it, assignee, unit_editor_had_time=had_time)


@pytest.mark.parametrize("person", [head(), deputy(), secretary()])
@pytest.mark.parametrize("assignee", [other_editor(), secretary(id=44)])
def test_may_assign__superiors_and_secretary_give_items_to_editors(person, assignee):
    assert may_assign(person, in_editing(), assignee)


@pytest.mark.parametrize("person", [secretary(), deputy(posts=posts(Post.DEPUTY, Post.EDITOR))])
def test_may_assign__to_oneself_is_no_way_past_the_units_editor(person):
    """A18: the unit's own editor has his working day, whatever the button is called (Đ6 dash 1)."""
    assert may_assign(person, submitted(), person) == Refused(Reason.UNIT_EDITOR_FIRST)
    assert may_assign(person, in_editing(), person, had_time=True) == CLAIMED
    assert may_assign(person, submitted(), other_editor())
    assert may_assign(person, submitted(editor_id=None), person)


def test_may_assign__to_oneself_when_the_editors_time_is_over():
    assert may_assign(secretary(), submitted(), secretary(), had_time=True)
    assert not may_assign(secretary(), submitted(), secretary(), had_time=False)


@pytest.mark.parametrize("person", [editor(), author()])
def test_may_assign__refuses_editors_and_units(person):
    assert may_assign(person, submitted(), other_editor()) == NOT_YOUR_POST


@pytest.mark.parametrize("assignee", [author(), deputy(), head()])
def test_may_assign__refuses_an_assignee_who_does_not_edit(assignee):
    assert may_assign(head(), submitted(), assignee) == NOT_YOUR_POST


def test_may_assign__refuses_an_assignee_who_cannot_work():
    assert may_assign(head(), submitted(), switched_off()) == INACTIVE
    assert may_assign(technician(), submitted(), editor()) == TECHNICAL


@pytest.mark.parametrize("state", sorted(set(WorkState) - WITH_EDITORS))
def test_may_assign__refuses_what_is_not_with_the_editors(state):
    assert may_assign(head(), item(state), editor()) == WRONG_STATE


def test_may_forward__the_editor_who_holds_it_though_it_be_his_own_text():
    """A61: the editor files it; deputy and head are the other eyes."""
    assert desk_rules.may_forward(editor(), in_editing())
    assert desk_rules.may_forward(editor(), in_editing(owner_id=editor().id))


@pytest.mark.parametrize("person", [author(), other_editor(), secretary(), deputy(), head()])
def test_may_forward__refuses_everybody_else(person):
    assert desk_rules.may_forward(person, in_editing()) == CLAIMED


@pytest.mark.parametrize("state", sorted(set(WorkState) - {WorkState.IN_EDITING}))
def test_may_forward__refuses_what_is_not_in_editing(state):
    assert desk_rules.may_forward(editor(), item(state, editor_id=editor().id)) == WRONG_STATE


def test_may_forward__refuses_the_superuser():
    held = in_editing(editor_id=technician().id)
    assert desk_rules.may_forward(technician(), held) == TECHNICAL


def test_may_hand_in_and_forward__an_editor_or_secretary_in_one_step():
    assert desk_rules.may_hand_in_and_forward(editor(), draft(), REGULATION)
    assert desk_rules.may_hand_in_and_forward(secretary(), published(), REGULATION)


def test_may_hand_in_and_forward__every_author_where_there_is_no_editing_stage():
    assert desk_rules.may_hand_in_and_forward(author(), draft(), RUSSIAN)


def test_may_hand_in_and_forward__refuses_an_author_where_editors_edit():
    """A57: select and edit comes before any approval."""
    assert desk_rules.may_hand_in_and_forward(author(), draft(), REGULATION) == NOT_YOUR_POST


@pytest.mark.parametrize("charter", [REGULATION, RUSSIAN])
def test_may_hand_in_and_forward__refuses_what_may_not_be_handed_in(charter):
    assert desk_rules.may_hand_in_and_forward(stranger(), draft(), charter) == NOT_YOUR_UNIT
    again = desk_rules.may_hand_in_and_forward(editor(), submitted(), charter)
    assert again == Refused(Reason.HANDED_IN_BEFORE)


def test_may_return_to_unit__the_editor_says_what_to_fix():
    """A62."""
    assert desk_rules.may_return_to_unit(editor(), in_editing(), "The date is missing")


@pytest.mark.parametrize("note", ["", "  \n"])
def test_may_return_to_unit__refuses_without_a_word(note):
    """A62."""
    answer = desk_rules.may_return_to_unit(editor(), in_editing(), note)
    assert answer == Refused(Reason.NOTE_MISSING)


def test_may_return_to_unit__refuses_who_does_not_hold_it():
    assert desk_rules.may_return_to_unit(other_editor(), in_editing(), "Why") == CLAIMED
