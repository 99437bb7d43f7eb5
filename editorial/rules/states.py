"""State is derived: two total functions map an item's acts to the glossary's states."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from editorial.rules.vocabulary import (
    AWAITING,
    VISIBLE,
    PublicState,
    Stage,
    Verb,
    WorkState,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Act:
    """What a ledger line says of an item: the verb and, where it has one, the stage reached next."""

    verb: Verb
    next_stage: Stage | None = None


FIXED_WORK: dict[Verb, WorkState] = {
    Verb.HAND_IN: WorkState.SUBMITTED,
    Verb.WITHDRAW: WorkState.WITHDRAWN,
    Verb.CLAIM: WorkState.IN_EDITING,
    Verb.ASSIGN: WorkState.SUBMITTED,
    Verb.REFUSE: WorkState.REFUSED,
    Verb.REOPEN: WorkState.IN_EDITING,
    Verb.SCHEDULE: WorkState.SCHEDULED,
    Verb.UNSCHEDULE: WorkState.APPROVED,
    Verb.POST: WorkState.PUBLISHED,
    Verb.URGENT_POST: WorkState.PUBLISHED,
}
STAGED_VERBS = frozenset({Verb.FORWARD, Verb.PROPOSE_REFUSAL, Verb.APPROVE, Verb.CORRECT, Verb.SET_CLASS})


def work_state(acts: Iterable[Act]) -> WorkState:
    """The work state after `acts`, oldest first; a draft before the first."""
    state = WorkState.DRAFT
    for act in acts:
        state = _work_after(state, act)
    return state


def _work_after(state: WorkState, act: Act) -> WorkState:
    if act.verb in FIXED_WORK:
        return FIXED_WORK[act.verb]
    if act.verb is Verb.RETURN:
        return WorkState.IN_EDITING if act.next_stage is Stage.EDITING else WorkState.RETURNED
    if act.verb is Verb.DROP_CORRECTION:
        return WorkState.APPROVED if act.next_stage is Stage.POSTING else WorkState.PUBLISHED
    if act.verb in STAGED_VERBS and act.next_stage is not None:
        return AWAITING.get(act.next_stage, WorkState.APPROVED)
    return state


def public_state(acts: Iterable[Act]) -> PublicState:
    """The public state after `acts`, oldest first; never before the first posting.

    Restoring brings back exactly what was cleared, so the item reads as it did on the site before.
    """
    state = on_site = PublicState.NEVER
    for act in acts:
        state = on_site if act.verb is Verb.RESTORE else _public_after(state, act)
        on_site = state if state in VISIBLE else on_site
    return state


def _public_after(state: PublicState, act: Act) -> PublicState:
    if act.verb in {Verb.POST, Verb.URGENT_POST}:
        return PublicState.POSTED if state is PublicState.NEVER else PublicState.UPDATED
    ends = {
        Verb.HIDE: PublicState.HIDDEN,
        Verb.TAKE_DOWN: PublicState.TAKEN_DOWN,
        Verb.ARCHIVE: PublicState.ARCHIVED,
    }
    if act.verb in ends and (state in VISIBLE or state is PublicState.HIDDEN):
        return ends[act.verb]
    return state
