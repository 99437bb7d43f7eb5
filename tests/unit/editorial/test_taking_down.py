"""Off the site: the emergency hide, the head's take-down, the way back (Đ12.4)."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules import posting
from editorial.rules.charter import CharterRules
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import VISIBLE, ContentClass, HideGround, PublicState, TakedownGround
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
HIDE_OFF = CharterRules(emergency_hide=False)
DELEGATES = CharterRules(delegates_take_down=True)
CHILD, OUTDATED = HideGround.CHILD_SAFETY.value, TakedownGround.OUTDATED.value
NOT_YOUR_POST = Refused(Reason.NOT_YOUR_POST)
NOT_ONLINE = Refused(Reason.NOT_ONLINE)
TECHNICAL = Refused(Reason.TECHNICAL_ROLE)
TAKEN_DOWN = published(PublicState.TAKEN_DOWN)


@pytest.mark.parametrize("person", [head(), deputy(), secretary()])
@pytest.mark.parametrize("ground", [ground.value for ground in HideGround])
@pytest.mark.parametrize("state", sorted(VISIBLE))
def test_may_hide__deputy_or_secretary_at_once(person, ground, state):
    assert posting.may_hide(person, published(state), CHARTER, ground, "A pupil's address is shown")


@pytest.mark.parametrize(
    ("person", "ground", "note", "reason"),
    [
        (editor(), CHILD, "Why", Reason.NOT_YOUR_POST),
        (author(), CHILD, "Why", Reason.NOT_YOUR_POST),
        (technician(), CHILD, "Why", Reason.TECHNICAL_ROLE),
        (switched_off(), CHILD, "Why", Reason.INACTIVE),
        (deputy(), "", "Why", Reason.GROUND_MISSING),
        (deputy(), OUTDATED, "Why", Reason.GROUND_MISSING),
        (deputy(), CHILD, " ", Reason.NOTE_MISSING),
    ],
)
def test_may_hide__refuses_everybody_else_and_without_ground_or_word(person, ground, note, reason):
    assert posting.may_hide(person, published(), CHARTER, ground, note) == Refused(reason)


@pytest.mark.parametrize("state", sorted(set(PublicState) - VISIBLE))
def test_may_hide__refuses_what_is_not_online(state):
    assert posting.may_hide(deputy(), published(state), CHARTER, CHILD, "Why") == NOT_ONLINE


@pytest.mark.parametrize("person", [deputy(), secretary()])
def test_may_hide__refuses_where_the_charter_has_switched_it_off(person):
    assert posting.may_hide(person, published(), HIDE_OFF, CHILD, "Why") == Refused(Reason.HIDE_IS_OFF)
    assert posting.may_hide(head(), published(), HIDE_OFF, CHILD, "Why")


def test_may_hide_anything__holds_for_a_single_picture_too():
    assert posting.may_hide_anything(secretary(), CHARTER, CHILD, "Why")
    assert posting.may_hide_anything(editor(), CHARTER, CHILD, "Why") == NOT_YOUR_POST


@pytest.mark.parametrize("ground", [ground.value for ground in TakedownGround])
@pytest.mark.parametrize("state", sorted({*VISIBLE, PublicState.HIDDEN}))
def test_may_take_down__the_head_on_a_ground_of_the_regulation(ground, state):
    """A64."""
    assert posting.may_take_down(head(), published(state), CHARTER, ground, "The fair is over")


@pytest.mark.parametrize("person", [deputy(), secretary(), editor(), author(), delegate()])
def test_may_take_down__refuses_everybody_but_the_head(person):
    """A64: only the head decides."""
    assert posting.may_take_down(person, published(), CHARTER, OUTDATED, "Why") == NOT_YOUR_POST


def test_may_take_down__a_delegate_only_where_the_charter_allows_and_for_his_classes():
    """A64."""
    important = published(content_class=ContentClass.IMPORTANT)
    for_important, for_others = delegate(ContentClass.IMPORTANT), delegate(ContentClass.SENSITIVE)
    assert posting.may_take_down(for_important, important, DELEGATES, OUTDATED, "Why")
    assert posting.may_take_down(for_others, important, DELEGATES, OUTDATED, "Why") == NOT_YOUR_POST
    assert posting.may_take_down(deputy(), important, DELEGATES, OUTDATED, "Why") == NOT_YOUR_POST


@pytest.mark.parametrize("state", [PublicState.NEVER, PublicState.TAKEN_DOWN, PublicState.ARCHIVED])
def test_may_take_down__refuses_what_is_gone_or_never_was(state):
    assert posting.may_take_down(head(), published(state), CHARTER, OUTDATED, "Why") == NOT_ONLINE


@pytest.mark.parametrize(
    ("ground", "note", "reason"),
    [
        ("", "Why", Reason.GROUND_MISSING),
        ("refuse_policy", "Why", Reason.GROUND_MISSING),
        (OUTDATED, "", Reason.NOTE_MISSING),
    ],
)
def test_may_take_down__refuses_without_ground_or_word(ground, note, reason):
    """A64: the public sees why."""
    assert posting.may_take_down(head(), published(), CHARTER, ground, note) == Refused(reason)


def test_may_take_down__refuses_the_superuser():
    assert posting.may_take_down(technician(), published(), CHARTER, OUTDATED, "Why") == TECHNICAL


@pytest.mark.parametrize("state", [PublicState.HIDDEN, PublicState.TAKEN_DOWN])
def test_may_restore__the_head_what_was_hidden_or_taken_down(state):
    """A64."""
    assert posting.may_restore(head(), published(state), CHARTER)
    assert posting.may_restore(delegate(), published(state), DELEGATES)


@pytest.mark.parametrize("person", [deputy(), secretary(), editor(), author(), delegate()])
def test_may_restore__refuses_everybody_but_the_head(person):
    """A64: what was hidden stays hidden until the head decides."""
    assert posting.may_restore(person, TAKEN_DOWN, CHARTER) == NOT_YOUR_POST


@pytest.mark.parametrize("state", [PublicState.NEVER, PublicState.ARCHIVED, *sorted(VISIBLE)])
def test_may_restore__refuses_what_was_not_taken_away(state):
    assert posting.may_restore(head(), published(state), CHARTER) == Refused(Reason.NOT_HIDDEN)


def test_may_restore__refuses_the_superuser():
    assert posting.may_restore(technician(), TAKEN_DOWN, CHARTER) == TECHNICAL
