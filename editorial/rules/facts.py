"""An item and its round as the rules see them."""

from __future__ import annotations

import dataclasses
import datetime

from editorial.rules.vocabulary import (
    AWAITING,
    ContentClass,
    PublicState,
    RoundKind,
    Stage,
    WorkState,
)


@dataclasses.dataclass(frozen=True, slots=True)
class DecisionFacts:
    """One decision already taken in a round."""

    actor_id: int
    stage: Stage
    is_approval: bool


@dataclasses.dataclass(frozen=True, slots=True)
class RoundFacts:
    """One passage of one revision through the chain; `author_ids` wrote its text."""

    kind: RoundKind
    stages: tuple[Stage, ...]
    author_ids: frozenset[int]
    decisions: tuple[DecisionFacts, ...] = ()

    @property
    def approved_stages(self) -> frozenset[Stage]:
        """Stages that have said yes."""
        return frozenset(row.stage for row in self.decisions if row.is_approval)

    @property
    def next_stage(self) -> Stage | None:
        """The stage whose turn it is; None when every stage has said yes."""
        return next((stage for stage in self.stages if stage not in self.approved_stages), None)

    @property
    def decider_ids(self) -> frozenset[int]:
        """Everybody who decided in this round."""
        return frozenset(row.actor_id for row in self.decisions)

    def stage_after(self, stage: Stage) -> Stage:
        """The stage reached when `stage` says yes; posting after the last."""
        left = [row for row in self.stages if row not in self.approved_stages and row is not stage]
        return left[0] if left else Stage.POSTING


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """An item of the board. `round` is the running round, if any.

    content_deputy_can_decide: a deputy in charge of content is in office, not away, and not an
    author of the round's text. needed_later: whose yes now would leave a later stage with nobody.
    released_by_id: who released the notice that is on the site. head_cleared_since_removal: the head
    himself released the waiting version after the page was hidden or taken down.
    """

    work_state: WorkState
    public_state: PublicState
    unit_id: int
    content_class: ContentClass
    owner_id: int | None = None
    editor_id: int | None = None
    editor_is_absent: bool = False
    unit_editor_id: int | None = None
    handed_in_at: datetime.datetime | None = None
    class_set_by_superior: bool = False
    is_notice: bool = False
    is_document: bool = False
    content_deputy_can_decide: bool = True
    head_cleared_since_removal: bool = False
    needed_later: frozenset[int] = frozenset()
    released_by_id: int | None = None
    round: RoundFacts | None = None

    @property
    def turn(self) -> Stage | None:
        """The deciding stage whose turn it is."""
        if self.round is None or self.work_state not in AWAITING.values():
            return None
        return self.round.next_stage
