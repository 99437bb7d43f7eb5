"""Which stages an item passes: routing by class of content (Đ12.2)."""

from __future__ import annotations

import pytest

from editorial.rules.charter import CharterRules
from editorial.rules.routes import Plan, plan, route, superior_stage, wider
from editorial.rules.vocabulary import (
    DEPUTY_CLASSES,
    EDITOR_CLASSES,
    HEAD_CLASSES,
    ContentClass,
    RoundKind,
    Stage,
)

FULL = (Stage.DEPUTY, Stage.HEAD)
DEFAULT = CharterRules()
EDITORS = CharterRules(editors_release=True)
DEPUTIES = CharterRules(deputies_release=True)
BOTH = CharterRules(editors_release=True, deputies_release=True)
SKIPPED_DEPUTY = ((Stage.DEPUTY, "nobody_may_decide"),)


def plan_of(content_class=ContentClass.ORDINARY, **changes):
    facts = {
        "kind": RoundKind.FULL,
        "charter": DEFAULT,
        "deputies_available": True,
        "editors_available": True,
    }
    return plan(content_class=content_class, **{**facts, **changes})


def test_classes__each_has_one_owner():
    assert set(ContentClass) == HEAD_CLASSES | DEPUTY_CLASSES | EDITOR_CLASSES
    assert not HEAD_CLASSES & DEPUTY_CLASSES
    assert not (HEAD_CLASSES | DEPUTY_CLASSES) & EDITOR_CLASSES


@pytest.mark.parametrize("content_class", list(ContentClass))
def test_route__by_default_every_class_passes_deputy_and_head(content_class):
    """A57, A61, A68: nothing appears before the superiors approved it, the head last."""
    assert route(content_class, DEFAULT) == FULL


@pytest.mark.parametrize("content_class", sorted(HEAD_CLASSES))
@pytest.mark.parametrize("charter", [DEFAULT, EDITORS, DEPUTIES, BOTH])
def test_route__the_heads_classes_end_with_the_head_whatever_is_delegated(content_class, charter):
    """A55: important, superior body's, sensitive and special-attention items are the head's."""
    assert route(content_class, charter) == FULL


@pytest.mark.parametrize("content_class", sorted(DEPUTY_CLASSES))
def test_route__deputies_release_teaching_and_public_concern_when_delegated(content_class):
    """A56."""
    assert route(content_class, DEPUTIES) == (Stage.DEPUTY,)
    assert route(content_class, BOTH) == (Stage.DEPUTY,)
    assert route(content_class, EDITORS) == FULL


@pytest.mark.parametrize("content_class", sorted(EDITOR_CLASSES))
def test_route__editors_release_themes_and_ordinary_activity_when_delegated(content_class):
    """A58; A56: where only deputies may, they release what editors put up."""
    assert route(content_class, EDITORS) == (Stage.EDITOR,)
    assert route(content_class, BOTH) == (Stage.EDITOR,)
    assert route(content_class, DEPUTIES) == (Stage.DEPUTY,)


@pytest.mark.parametrize("content_class", list(ContentClass))
def test_superior_stage__is_the_head_for_his_classes_only(content_class):
    wanted = Stage.HEAD if content_class in HEAD_CLASSES else Stage.DEPUTY
    assert superior_stage(content_class) is wanted


def test_wider__has_the_stages_of_both_in_order():
    assert wider((Stage.EDITOR,), FULL) == (Stage.EDITOR, Stage.DEPUTY, Stage.HEAD)
    assert wider(FULL, (Stage.DEPUTY,)) == FULL
    assert wider((Stage.DEPUTY,), FULL) == FULL
    assert wider((), FULL) == FULL


def test_wider__never_adds_a_lower_stage_before_a_higher_one():
    """A deputy who calls a teaching item ordinary must not send it down to the editors."""
    assert wider((Stage.DEPUTY,), (Stage.EDITOR,)) == (Stage.DEPUTY,)


def test_plan__a_full_round_takes_the_route():
    """A61."""
    assert plan_of() == Plan(FULL)
    assert plan_of(charter=EDITORS) == Plan((Stage.EDITOR,))


def test_plan__leaves_out_a_deputys_stage_that_nobody_may_decide():
    assert plan_of(deputies_available=False) == Plan((Stage.HEAD,), SKIPPED_DEPUTY)
    released = plan_of(ContentClass.TEACHING, charter=DEPUTIES, deputies_available=False)
    assert released == Plan((Stage.HEAD,), SKIPPED_DEPUTY)


def test_plan__leaves_out_a_deputys_stage_whose_only_person_is_needed_at_the_heads():
    """A68: the head's stage is never the one that is left out."""
    left_out = ((Stage.DEPUTY, "needed_at_head"),)
    assert plan_of(deputy_is_needed_at_head=True) == Plan((Stage.HEAD,), left_out)
    released = plan_of(ContentClass.TEACHING, charter=DEPUTIES, deputy_is_needed_at_head=True)
    assert released == Plan((Stage.DEPUTY,))
    assert plan_of(kind=RoundKind.CORRECTION, deputy_is_needed_at_head=True) == Plan((Stage.DEPUTY,))


def test_plan__gives_an_editors_stage_that_nobody_may_decide_to_the_deputy():
    assert plan_of(charter=EDITORS, editors_available=False).stages == (Stage.DEPUTY,)
    nobody = plan_of(charter=EDITORS, editors_available=False, deputies_available=False)
    assert nobody.stages == (Stage.HEAD,)


def test_plan__records_an_editors_stage_that_was_left_out():
    left_out = (Stage.EDITOR, "nobody_may_decide")
    assert plan_of(charter=EDITORS, editors_available=False).skipped == (left_out,)
    nobody = plan_of(charter=EDITORS, editors_available=False, deputies_available=False)
    assert nobody.skipped == (left_out, *SKIPPED_DEPUTY)


def test_plan__a_return_by_the_head_without_new_substance_goes_back_to_him():
    assert plan_of(reenters_at_head=True) == Plan((Stage.HEAD,), ((Stage.DEPUTY, "substance_unchanged"),))


@pytest.mark.parametrize("kind", [RoundKind.CORRECTION, RoundKind.REFUSAL])
def test_plan__a_correction_or_refusal_needs_one_superior(kind):
    """A74: deputy or head decides a proposed refusal."""
    assert plan_of(kind=kind) == Plan((Stage.DEPUTY,))
    assert plan_of(ContentClass.IMPORTANT, kind=kind) == Plan((Stage.HEAD,))
    assert plan_of(kind=kind, deputies_available=False) == Plan((Stage.HEAD,), SKIPPED_DEPUTY)
    assert plan_of(kind=kind, charter=EDITORS) == Plan((Stage.DEPUTY,))
