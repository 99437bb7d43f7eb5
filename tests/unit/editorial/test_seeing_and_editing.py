"""Who may read what is not public, and who may change its text."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules.desk_rules import may_edit_text, may_see
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import WITH_UNIT, WorkState
from tests.unit.editorial.items import draft, in_editing, item, published, submitted
from tests.unit.editorial.people import (
    author,
    deputy,
    editor,
    head,
    other_editor,
    secretary,
    stranger,
    switched_off,
    technician,
)

NOT_YOUR_UNIT = Refused(Reason.NOT_YOUR_UNIT)


@pytest.mark.parametrize("person", [author(), author(id=70), author(unit_ids=frozenset())])
def test_may_see__a_draft_is_for_its_unit_and_its_author(person):
    """A75."""
    assert may_see(person, draft())


@pytest.mark.parametrize("person", [stranger(), other_editor(), head()])
def test_may_see__refuses_other_units_drafts_even_to_the_board(person):
    """A75, A12: units only inside their remit."""
    assert may_see(person, draft()) == NOT_YOUR_UNIT


@pytest.mark.parametrize("there", [draft(), submitted()])
def test_may_see__refuses_the_technical_administrator_and_says_why(there):
    """A12: the superuser reads no drafts either; no unit would change that."""
    assert may_see(Actor(id=90, is_technical=True), there) == Refused(Reason.TECHNICAL_ROLE)


def test_may_see__the_board_reads_what_was_handed_in():
    assert may_see(head(), submitted())
    assert may_see(other_editor(), submitted())


def test_may_see__refuses_what_was_handed_in_to_other_units():
    """A75."""
    assert may_see(stranger(), submitted()) == NOT_YOUR_UNIT


def test_may_see__refuses_a_switched_off_account():
    assert may_see(switched_off(), submitted()) == Refused(Reason.INACTIVE)


@pytest.mark.parametrize("state", sorted(WITH_UNIT))
def test_may_edit_text__the_unit_while_it_has_the_item(state):
    assert may_edit_text(author(), item(state))


@pytest.mark.parametrize("state", sorted(WITH_UNIT))
def test_may_edit_text__refuses_other_units(state):
    """A12."""
    assert may_edit_text(stranger(), item(state)) == NOT_YOUR_UNIT


def test_may_edit_text__the_editor_who_holds_the_item():
    """A57: editors select and edit."""
    assert may_edit_text(editor(), in_editing())


@pytest.mark.parametrize("person", [author(), other_editor(), head(), deputy()])
def test_may_edit_text__refuses_everybody_else_while_an_editor_holds_it(person):
    assert may_edit_text(person, in_editing()) == Refused(Reason.CLAIMED_BY_OTHER)


@pytest.mark.parametrize("state", sorted(set(WorkState) - WITH_UNIT - {WorkState.IN_EDITING}))
@pytest.mark.parametrize("person", [author(), editor(), secretary(), deputy(), head()])
def test_may_edit_text__refuses_everybody_in_every_other_state(state, person):
    """A61: what was forwarded is what is decided on; approvers do not rewrite."""
    assert may_edit_text(person, item(state, editor_id=person.id)) == Refused(Reason.WRONG_STATE)


@pytest.mark.parametrize("person", [secretary(), editor(unit_ids=frozenset())])
def test_may_edit_text__secretary_and_the_units_editor_take_up_a_published_item(person):
    """A27: the secretary may edit and re-edit any item."""
    assert may_edit_text(person, published())


@pytest.mark.parametrize("person", [other_editor(), deputy(), head()])
def test_may_edit_text__refuses_a_published_item_to_the_rest_of_the_board(person):
    assert may_edit_text(person, published()) == NOT_YOUR_UNIT


def test_may_edit_text__refuses_the_secretary_what_the_unit_still_has():
    assert may_edit_text(secretary(), draft()) == NOT_YOUR_UNIT


def test_may_edit_text__refuses_the_superuser():
    """A12."""
    assert may_edit_text(technician(), draft()) == Refused(Reason.TECHNICAL_ROLE)
