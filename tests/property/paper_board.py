"""The board on paper: what may happen to an item, done only as the rules allow.

It does what `editorial/actions` does to facts, without database, pages or files, and keeps the states
by hand, so that the states derived from the acts can be held against them. Every move is a pair: `ask_…`
puts the question to the rules, the method of the same name writes the facts. Urgent notices stay out:
they are released by one person alone.
"""

from __future__ import annotations

import dataclasses

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules import decisions, desk_rules, posting, routes
from editorial.rules.facts import DecisionFacts, RoundFacts
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import (
    AWAITING,
    VISIBLE,
    ContentClass,
    HideGround,
    PublicState,
    RefusalGround,
    RoundKind,
    Stage,
    TakedownGround,
    Verb,
    WorkState,
)
from tests.property.paper_item import PaperItem, Release

NOTE, GROUND = "Because", RefusalGround.POLICY.value


class PaperBoard(PaperItem):
    """One item and everybody's moves."""

    # The text and the unit

    def ask_edit(self, actor: Actor) -> Answer:
        return desk_rules.may_edit_text(actor, self.item)

    def edit(self, actor: Actor) -> None:
        self.revisions.append(actor.id)

    def ask_hand_in(self, actor: Actor) -> Answer:
        return desk_rules.may_hand_in(actor, self.item)

    def hand_in(self, actor: Actor) -> None:
        self.editor_id = self.unit_editor_id
        self.write(Verb.HAND_IN, WorkState.SUBMITTED)

    def ask_withdraw(self, actor: Actor) -> Answer:
        return desk_rules.may_withdraw(actor, self.item)

    def withdraw(self, actor: Actor) -> None:
        self.editor_id = None
        self.write(Verb.WITHDRAW, WorkState.WITHDRAWN)

    # The editing stage

    def ask_claim(self, actor: Actor, had_time: bool) -> Answer:
        return desk_rules.may_claim(actor, self.item, unit_editor_had_time=had_time)

    def claim(self, actor: Actor, had_time: bool) -> None:
        self.editor_id = actor.id
        self.write(Verb.CLAIM, WorkState.IN_EDITING)

    def ask_assign(self, actor: Actor, assignee: Actor) -> Answer:
        return desk_rules.may_assign(actor, self.item, assignee, unit_editor_had_time=True)

    def assign(self, actor: Actor, assignee: Actor) -> None:
        self.editor_id = assignee.id
        self.write(Verb.ASSIGN, WorkState.SUBMITTED)

    def ask_set_class(self, actor: Actor, wanted: ContentClass) -> Answer:
        return desk_rules.may_set_class(actor, self.item, wanted)

    def set_class(self, actor: Actor, wanted: ContentClass) -> None:
        if wanted is not self.content_class:
            self.content_class = wanted
            self.class_set_by_superior = self.work is not WorkState.IN_EDITING
            self._widen(wanted)

    def _widen(self, wanted: ContentClass) -> None:
        if self.round is None:
            return self.write(Verb.SET_CLASS, self.work)
        stages = routes.wider(self.round.stages, routes.route(wanted, self.charter))
        kept = tuple(stage for stage in stages if stage not in self.left_out)
        self.round = dataclasses.replace(self.round, stages=kept)
        stage = self.round.next_stage
        assert stage is not None
        return self.write(Verb.SET_CLASS, AWAITING[stage], stage)

    def ask_return_to_unit(self, actor: Actor) -> Answer:
        return desk_rules.may_return_to_unit(actor, self.item, NOTE)

    def return_to_unit(self, actor: Actor) -> None:
        self.editor_id, self.class_returned_by_head = None, None
        self.write(Verb.RETURN, WorkState.RETURNED)

    # Rounds begin

    def _open(self, verb: Verb, kind: RoundKind, authors: frozenset[int], is_small: bool = False) -> None:
        planned = self.plan(kind, authors, is_small)
        self.left_out = frozenset(stage for stage, _ in planned.skipped)
        self.round = RoundFacts(kind, planned.stages, authors)
        self.pinned = len(self.revisions)
        self.write(verb, AWAITING[planned.stages[0]], planned.stages[0])

    def ask_forward(self, actor: Actor, is_small: bool) -> Answer:
        may = desk_rules.may_forward(actor, self.item)
        return may and self.walkable(RoundKind.FULL, self.authors, is_small)

    def forward(self, actor: Actor, is_small: bool) -> None:
        self._open(Verb.FORWARD, RoundKind.FULL, self.authors, is_small)

    def ask_hand_in_and_forward(self, actor: Actor) -> Answer:
        may = desk_rules.may_hand_in_and_forward(actor, self.item, self.charter)
        return may and self.walkable(RoundKind.FULL, self.authors)

    def hand_in_and_forward(self, actor: Actor) -> None:
        self.hand_in(actor)
        self.claim(actor, had_time=True)
        self.forward(actor, is_small=False)

    def ask_propose_refusal(self, actor: Actor) -> Answer:
        may = decisions.may_propose_refusal(actor, self.item, GROUND, NOTE)
        return may and self.walkable(RoundKind.REFUSAL, frozenset({actor.id}))

    def propose_refusal(self, actor: Actor) -> None:
        self._open(Verb.PROPOSE_REFUSAL, RoundKind.REFUSAL, frozenset({actor.id}))

    def ask_correct(self, actor: Actor) -> Answer:
        if not self.releases or self.releases[-1].revision != len(self.revisions):
            return Refused(Reason.DRAFT_WAITING)
        return posting.may_correct(actor, self.item)

    def correct(self, actor: Actor) -> None:
        self.revisions.append(actor.id)
        self._open(Verb.CORRECT, RoundKind.CORRECTION, frozenset({actor.id}))

    # Decisions

    def _decide(self, actor: Actor, *, is_approval: bool) -> RoundFacts:
        assert self.round is not None
        row = DecisionFacts(actor.id, self.turn, is_approval)
        self.round = dataclasses.replace(self.round, decisions=(*self.round.decisions, row))
        return self.round

    def _close(self) -> None:
        assert self.round is not None
        self.finished_rounds.append(self.round)
        self.round = None

    def ask_approve(self, actor: Actor) -> Answer:
        return decisions.may_approve(actor, self.item, self.charter)

    def approve(self, actor: Actor) -> None:
        assert self.round is not None
        next_stage = self.round.stage_after(self.turn)
        running = self._decide(actor, is_approval=True)
        self.write(Verb.APPROVE, AWAITING.get(next_stage, WorkState.APPROVED), next_stage)
        if next_stage is not Stage.POSTING:
            return
        self.releases.append(Release(self.pinned, running, self.content_class))
        self._close()
        if running.kind is RoundKind.CORRECTION and self.public in VISIBLE:
            self.post(actor)

    def ask_approve_and_post(self, actor: Actor) -> Answer:
        return decisions.may_approve_and_post(actor, self.item, self.charter)

    def approve_and_post(self, actor: Actor) -> None:
        self.approve(actor)
        if self.work is not WorkState.PUBLISHED:
            self.post(actor)

    def ask_return(self, actor: Actor) -> Answer:
        return decisions.may_return(actor, self.item, self.charter, NOTE)

    def return_(self, actor: Actor) -> None:
        by_head = self.turn is Stage.HEAD
        kind = self._decide(actor, is_approval=False).kind
        self._close()
        if kind is RoundKind.CORRECTION:
            return self._drop_correction()
        self.class_returned_by_head = self.content_class if by_head and kind is RoundKind.FULL else None
        if self.charter.has_editing_stage and self.editor_id is not None:
            return self.write(Verb.RETURN, WorkState.IN_EDITING, Stage.EDITING)
        self.editor_id = None
        return self.write(Verb.RETURN, WorkState.RETURNED)

    def _drop_correction(self) -> None:
        if self.public in VISIBLE:
            return self.write(Verb.DROP_CORRECTION, WorkState.PUBLISHED)
        return self.write(Verb.DROP_CORRECTION, WorkState.APPROVED, Stage.POSTING)

    def ask_refuse(self, actor: Actor) -> Answer:
        return decisions.may_refuse(actor, self.item, self.charter, GROUND, NOTE)

    def refuse(self, actor: Actor) -> None:
        self._decide(actor, is_approval=False)
        self._close()
        self.write(Verb.REFUSE, WorkState.REFUSED)

    def ask_reopen(self, actor: Actor) -> Answer:
        return decisions.may_reopen(actor, self.item, NOTE)

    def reopen(self, actor: Actor) -> None:
        self.write(Verb.REOPEN, WorkState.IN_EDITING)

    # The public site

    def ask_post(self, actor: Actor) -> Answer:
        return posting.may_post(actor, self.item)

    def post(self, actor: Actor) -> None:
        self.posted.append(self.releases[-1])
        first = self.public is PublicState.NEVER
        self.public = PublicState.POSTED if first else PublicState.UPDATED
        self.write(Verb.POST, WorkState.PUBLISHED)

    def schedule(self, actor: Actor) -> None:
        self.write(Verb.SCHEDULE, WorkState.SCHEDULED)

    def ask_unschedule(self, actor: Actor) -> Answer:
        is_set = ALLOWED if self.work is WorkState.SCHEDULED else Refused(Reason.WRONG_STATE)
        return self.ask_post(actor) and is_set

    def unschedule(self, actor: Actor) -> None:
        self.write(Verb.UNSCHEDULE, WorkState.APPROVED)

    def ask_hide(self, actor: Actor) -> Answer:
        return posting.may_hide(actor, self.item, self.charter, HideGround.CHILD_SAFETY.value, NOTE)

    def hide(self, actor: Actor) -> None:
        self.public = PublicState.HIDDEN
        self.write(Verb.HIDE, self.work)

    def ask_take_down(self, actor: Actor) -> Answer:
        return posting.may_take_down(actor, self.item, self.charter, TakedownGround.CONTENT.value, NOTE)

    def take_down(self, actor: Actor) -> None:
        self.public = PublicState.TAKEN_DOWN
        self.write(Verb.TAKE_DOWN, self.work)

    def ask_restore(self, actor: Actor) -> Answer:
        return posting.may_restore(actor, self.item, self.charter)

    def restore(self, actor: Actor) -> None:
        self.public = PublicState.POSTED if len(self.posted) == 1 else PublicState.UPDATED
        self.write(Verb.RESTORE, self.work)

    ask_schedule = ask_post
