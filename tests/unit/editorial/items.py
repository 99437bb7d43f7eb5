"""Items named after their states. Every builder takes the fields of `Item` to differ in."""

from __future__ import annotations

from typing import Any

from editorial.rules.facts import DecisionFacts, Item, RoundFacts
from editorial.rules.people import Actor
from editorial.rules.vocabulary import AWAITING, ContentClass, PublicState, RoundKind, Stage, WorkState
from tests.unit.editorial.people import UNIT, author, editor


def item(work_state: WorkState, public_state: PublicState = PublicState.NEVER, **changes: Any) -> Item:
    """An ordinary item of `UNIT`, written by its author."""
    facts = {
        "public_state": public_state,
        "unit_id": UNIT,
        "content_class": ContentClass.ORDINARY,
        "owner_id": author().id,
    }
    return Item(work_state=work_state, **{**facts, **changes})


def draft(**changes: Any) -> Item:
    """Never handed in."""
    return item(WorkState.DRAFT, **changes)


def submitted(**changes: Any) -> Item:
    """Handed in; the unit's editor has not taken it yet."""
    return item(WorkState.SUBMITTED, **{"editor_id": editor().id, **changes})


def in_editing(**changes: Any) -> Item:
    """The unit's editor holds it."""
    return item(WorkState.IN_EDITING, **{"editor_id": editor().id, **changes})


def approval(person: Actor, stage: Stage) -> DecisionFacts:
    """A yes."""
    return DecisionFacts(person.id, stage, is_approval=True)


def round_of(
    *stages: Stage,
    authors: tuple[Actor, ...] = (),
    decisions: tuple[DecisionFacts, ...] = (),
    kind: RoundKind = RoundKind.FULL,
) -> RoundFacts:
    """A round over `stages` (deputy and head when none is named), written by `authors`."""
    writers = frozenset(person.id for person in authors or (author(),))
    return RoundFacts(kind, stages or (Stage.DEPUTY, Stage.HEAD), writers, decisions)


def awaiting(running: RoundFacts, **changes: Any) -> Item:
    """Forwarded; the round's next stage is to decide."""
    stage = running.next_stage
    assert stage is not None
    return item(AWAITING[stage], **{"round": running, **changes})


def awaiting_deputy(**changes: Any) -> Item:
    """Forwarded with the author's text; the deputy is to decide."""
    return awaiting(round_of(), **changes)


def approved(public_state: PublicState = PublicState.NEVER, **changes: Any) -> Item:
    """Released, not posted."""
    return item(WorkState.APPROVED, public_state, **changes)


def published(public_state: PublicState = PublicState.POSTED, **changes: Any) -> Item:
    """Posted, and in whatever public state since."""
    return item(WorkState.PUBLISHED, public_state, **changes)


def refused(**changes: Any) -> Item:
    """Refused for good."""
    return item(WorkState.REFUSED, **changes)
