"""Rounds and items as the rules see them."""

from __future__ import annotations

from editorial.rules.facts import DecisionFacts
from editorial.rules.vocabulary import Stage
from tests.unit.editorial.items import approval, approved, awaiting, draft, round_of
from tests.unit.editorial.people import deputy, head


def test_round__first_stage_comes_first():
    running = round_of()
    assert running.next_stage is Stage.DEPUTY
    assert running.decider_ids == frozenset()


def test_round__moves_on_when_a_stage_said_yes():
    running = round_of(decisions=(approval(deputy(), Stage.DEPUTY),))
    assert running.next_stage is Stage.HEAD
    assert running.approved_stages == {Stage.DEPUTY}
    assert running.decider_ids == {deputy().id}


def test_round__a_no_moves_nothing_but_is_remembered():
    running = round_of(decisions=(DecisionFacts(deputy().id, Stage.DEPUTY, is_approval=False),))
    assert running.next_stage is Stage.DEPUTY
    assert running.decider_ids == {deputy().id}


def test_round__has_no_next_stage_when_all_said_yes():
    yes = (approval(deputy(), Stage.DEPUTY), approval(head(), Stage.HEAD))
    assert round_of(decisions=yes).next_stage is None


def test_stage_after__posting_comes_after_the_last():
    assert round_of().stage_after(Stage.DEPUTY) is Stage.HEAD
    yes = (approval(deputy(), Stage.DEPUTY),)
    assert round_of(decisions=yes).stage_after(Stage.HEAD) is Stage.POSTING


def test_turn__is_the_running_rounds_next_stage():
    assert awaiting(round_of()).turn is Stage.DEPUTY


def test_turn__is_nobodys_outside_the_deciding_stages():
    assert draft().turn is None
    assert approved(round=round_of()).turn is None
