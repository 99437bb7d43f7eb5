"""Who a person is on the board today."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules.people import Actor, holds_stage, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import ContentClass, Post, Stage
from tests.unit.editorial.people import (
    author,
    delegate,
    deputy,
    editor,
    given,
    head,
    secretary,
    switched_off,
    technician,
)

IMPORTANT, ORDINARY = ContentClass.IMPORTANT, ContentClass.ORDINARY


def test_may_act_at_all__allows_everybody_in_office():
    assert may_act_at_all(head())
    assert may_act_at_all(author())


def test_may_act_at_all__refuses_a_switched_off_account():
    assert may_act_at_all(switched_off()) == Refused(Reason.INACTIVE)


def test_may_act_at_all__refuses_the_technical_superuser_whatever_his_posts():
    """A12: technique and content are separate answers; the superuser has no say on content."""
    assert may_act_at_all(technician()) == Refused(Reason.TECHNICAL_ROLE)


@pytest.mark.parametrize(
    ("person", "on_board"),
    [(head(), True), (secretary(), True), (author(), False), (Actor(id=3, delegations=(given(),)), True)],
)
def test_is_board(person, on_board):
    assert person.is_board is on_board


def test_acts_as_head__only_for_the_delegated_classes():
    assert delegate(IMPORTANT).acts_as_head(IMPORTANT)
    assert not delegate(IMPORTANT).acts_as_head(ORDINARY)


def test_acts_as_head__for_every_class_when_none_is_named():
    assert delegate().acts_as_head(IMPORTANT)
    assert delegate().acts_as_head(None)


def test_delegations__of_one_person_add_up():
    """A55, A68: two delegations for different classes are both in force."""
    both = secretary(delegations=(given(IMPORTANT, by=1), given(ORDINARY, by=2)))
    assert both.acts_as_head(IMPORTANT)
    assert both.acts_as_head(ORDINARY)
    assert not both.acts_as_head(ContentClass.SENSITIVE)
    assert both.acting_classes == {IMPORTANT, ORDINARY}


def test_delegations__one_for_all_classes_covers_what_another_names():
    assert secretary(delegations=(given(IMPORTANT), given())).acting_classes == frozenset()
    assert secretary(delegations=(given(IMPORTANT), given())).acts_as_head(ORDINARY)


def test_acts_for__the_head_who_gave_the_newest_delegation_of_the_class():
    """A20: on whose behalf, per class."""
    both = secretary(delegations=(given(IMPORTANT, by=1), given(by=2)))
    assert both.acts_for(IMPORTANT) == 1
    assert both.acts_for(ORDINARY) == 2
    assert delegate(IMPORTANT).acts_for(ORDINARY) is None
    assert head().acts_for(IMPORTANT) is None


def test_acts_as_head__never_without_a_delegation():
    assert not secretary().acts_as_head(IMPORTANT)


def test_holds__post_by_appointment():
    assert deputy().holds(Post.DEPUTY)
    assert not deputy().holds(Post.HEAD)


def test_holds__head_by_delegation_and_no_other_post():
    assert delegate().holds(Post.HEAD, IMPORTANT)
    assert not delegate().holds(Post.DEPUTY, IMPORTANT)
    assert not delegate(ORDINARY).holds(Post.HEAD, IMPORTANT)


@pytest.mark.parametrize(
    ("stage", "people"),
    [
        (Stage.EDITING, {"editor", "secretary", "delegate"}),
        (Stage.EDITOR, {"editor"}),
        (Stage.DEPUTY, {"deputy"}),
        (Stage.HEAD, {"head", "delegate"}),
        (Stage.POSTING, {"secretary", "delegate"}),
    ],
)
def test_holds_stage__is_the_role_matrix(stage, people):
    """A12: head, deputy, editor and secretary each at their own stage; the delegate is a secretary."""
    cast = {
        "head": head(),
        "deputy": deputy(),
        "secretary": secretary(),
        "editor": editor(),
        "author": author(),
        "delegate": delegate(),
    }
    assert {name for name, person in cast.items() if holds_stage(person, stage, ORDINARY)} == people
