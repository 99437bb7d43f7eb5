"""Who sets the class of content that decides the route (Đ12.2)."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules.desk_rules import may_set_class
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import (
    AWAITING_DECISION,
    HEAD_CLASSES,
    WITH_EDITORS,
    ContentClass,
    RoundKind,
    Stage,
    WorkState,
)
from tests.unit.editorial.items import awaiting, awaiting_deputy, in_editing, item, round_of, submitted
from tests.unit.editorial.people import (
    author,
    delegate,
    deputy,
    editor,
    head,
    other_editor,
    secretary,
    technician,
)

ORDINARY, IMPORTANT, TEACHING = ContentClass.ORDINARY, ContentClass.IMPORTANT, ContentClass.TEACHING
IS_HEADS = Refused(Reason.CLASS_IS_HEADS)
NOT_YOUR_POST = Refused(Reason.NOT_YOUR_POST)
WHILE_OPEN = sorted(WITH_EDITORS | AWAITING_DECISION)


@pytest.mark.parametrize("state", WHILE_OPEN)
@pytest.mark.parametrize("person", [head(), deputy()])
def test_may_set_class__superiors_raise_it_until_the_release(state, person):
    """A55."""
    assert may_set_class(person, item(state), IMPORTANT)


@pytest.mark.parametrize("state", sorted(set(WorkState) - set(WHILE_OPEN)))
def test_may_set_class__refuses_before_hand_in_and_after_the_release(state):
    assert may_set_class(head(), item(state), IMPORTANT) == Refused(Reason.WRONG_STATE)


@pytest.mark.parametrize("heads", sorted(HEAD_CLASSES))
def test_may_set_class__the_head_lowers_his_own(heads):
    """A55."""
    assert may_set_class(head(), awaiting_deputy(content_class=heads), ORDINARY)


@pytest.mark.parametrize("heads", sorted(HEAD_CLASSES))
def test_may_set_class__refuses_a_deputy_who_lowers_a_class_of_the_heads(heads):
    """A55."""
    assert may_set_class(deputy(), awaiting_deputy(content_class=heads), ORDINARY) == IS_HEADS


def test_may_set_class__a_deputy_moves_among_classes_of_one_rank():
    important = awaiting_deputy(content_class=IMPORTANT)
    assert may_set_class(deputy(), important, ContentClass.SENSITIVE)
    assert may_set_class(deputy(), awaiting_deputy(content_class=TEACHING), ORDINARY)


def test_may_set_class__a_delegate_is_the_head_for_his_classes_only():
    important = awaiting_deputy(content_class=IMPORTANT)
    assert may_set_class(delegate(IMPORTANT), important, ORDINARY)
    assert may_set_class(delegate(ContentClass.SENSITIVE), important, ORDINARY) == NOT_YOUR_POST


def test_may_set_class__the_editor_who_holds_the_item():
    assert may_set_class(editor(), in_editing(), IMPORTANT)
    assert may_set_class(editor(), in_editing(content_class=IMPORTANT), ORDINARY)


def test_may_set_class__refuses_an_editor_who_lowers_what_a_superior_set():
    """A55."""
    superiors = in_editing(content_class=IMPORTANT, class_set_by_superior=True)
    assert may_set_class(editor(), superiors, ORDINARY) == IS_HEADS
    assert may_set_class(editor(), superiors, ContentClass.SENSITIVE)


@pytest.mark.parametrize("person", [other_editor(), secretary(), author()])
def test_may_set_class__refuses_who_does_not_hold_the_item(person):
    assert may_set_class(person, in_editing(), IMPORTANT) == NOT_YOUR_POST


@pytest.mark.parametrize("it", [submitted(), awaiting_deputy(editor_id=editor().id)])
def test_may_set_class__refuses_the_editor_before_and_after_his_turn(it):
    assert may_set_class(editor(), it, IMPORTANT) == NOT_YOUR_POST


def test_may_set_class__refuses_the_superuser():
    assert may_set_class(technician(), in_editing(), IMPORTANT) == Refused(Reason.TECHNICAL_ROLE)


def test_may_set_class__refuses_while_a_small_correction_is_decided():
    """A55: a class of the head's must not be released by a deputy through a correction."""
    full, correction = round_of(Stage.DEPUTY), round_of(Stage.DEPUTY, kind=RoundKind.CORRECTION)
    assert may_set_class(deputy(), awaiting(full), IMPORTANT)
    assert may_set_class(deputy(), awaiting(correction), IMPORTANT) == Refused(Reason.WRONG_STATE)
