"""One item on paper: its facts, its acts, and the plan of its next round."""

from __future__ import annotations

import dataclasses

from core.rules.answers import Answer
from editorial.rules import decisions, routes
from editorial.rules.charter import CharterRules
from editorial.rules.facts import Item, RoundFacts
from editorial.rules.people import Actor
from editorial.rules.states import Act
from editorial.rules.vocabulary import (
    ContentClass,
    PublicState,
    RoundKind,
    Stage,
    Verb,
    WorkState,
)
from tests.unit.editorial.people import UNIT


@dataclasses.dataclass(frozen=True)
class Release:
    """A clearance: the revision, the round that gave it, the class it had then."""

    revision: int
    round: RoundFacts
    content_class: ContentClass


@dataclasses.dataclass
class PaperItem:
    """One item of `UNIT`, the people in office and the charter in force."""

    people: tuple[Actor, ...]
    charter: CharterRules
    owner_id: int
    unit_editor_id: int | None
    work: WorkState = WorkState.DRAFT
    public: PublicState = PublicState.NEVER
    content_class: ContentClass = ContentClass.ORDINARY
    class_set_by_superior: bool = False
    editor_id: int | None = None
    round: RoundFacts | None = None
    pinned: int = 0
    revisions: list[int] = dataclasses.field(default_factory=list)  # who wrote each, oldest first
    acts: list[Act] = dataclasses.field(default_factory=list)
    releases: list[Release] = dataclasses.field(default_factory=list)
    posted: list[Release] = dataclasses.field(default_factory=list)
    finished_rounds: list[RoundFacts] = dataclasses.field(default_factory=list)
    class_returned_by_head: ContentClass | None = None
    left_out: frozenset[Stage] = frozenset()

    @property
    def item(self) -> Item:
        """The item as the rules see it."""
        item = Item(
            work_state=self.work,
            public_state=self.public,
            unit_id=UNIT,
            content_class=self.content_class,
            owner_id=self.owner_id,
            editor_id=self.editor_id,
            class_set_by_superior=self.class_set_by_superior,
            content_deputy_can_decide=self._content_deputy_can_decide,
            round=self.round,
        )
        if self.round is None:
            return item
        kept_back = decisions.needed_later(self.round, self.people, item, self.charter)
        return dataclasses.replace(item, needed_later=kept_back)

    @property
    def _content_deputy_can_decide(self) -> bool:
        authors = self.round.author_ids if self.round else frozenset()
        return any(person.is_content_deputy and person.id not in authors for person in self.people)

    @property
    def turn(self) -> Stage:
        """The deciding stage whose turn it is."""
        assert self.item.turn is not None
        return self.item.turn

    @property
    def authors(self) -> frozenset[int]:
        """Who wrote what came after the posted text; the owner while nothing was posted."""
        if self.posted:
            return frozenset(self.revisions[self.posted[-1].revision :])
        return frozenset({self.owner_id, *self.revisions})

    def write(self, verb: Verb, work: WorkState, next_stage: Stage | None = None) -> None:
        """Note an act, and by hand the state it leads to."""
        self.acts.append(Act(verb, next_stage))
        self.work = work

    def plan(self, kind: RoundKind, authors: frozenset[int], is_small: bool = False) -> routes.Plan:
        """The stages of the next round, by route and by who is in office."""
        return routes.plan(
            kind=kind,
            content_class=self.content_class,
            charter=self.charter,
            deputies_available=self.somebody(RoundFacts(kind, (Stage.DEPUTY,), authors)),
            editors_available=self.somebody(RoundFacts(kind, (Stage.EDITOR,), authors)),
            deputy_is_needed_at_head=self.deputy_is_needed_at_head(authors),
            reenters_at_head=is_small and self.class_returned_by_head is self.content_class,
        )

    def somebody(self, running: RoundFacts) -> bool:
        """Whether the people in office can walk these stages."""
        return bool(decisions.somebody_may_decide(running, self.people, self.item, self.charter))

    def deputy_is_needed_at_head(self, authors: frozenset[int]) -> bool:
        """Whether one person alone is left for the deputy's and the head's stage."""
        both = RoundFacts(RoundKind.FULL, routes.ALL_STAGES, authors)
        return decisions.deputy_is_needed_at_head(both, self.people, self.item, self.charter)

    def walkable(self, kind: RoundKind, authors: frozenset[int], is_small: bool = False) -> Answer:
        """Whether a new round could be walked to its end; otherwise the item waits."""
        running = RoundFacts(kind, self.plan(kind, authors, is_small).stages, authors)
        return decisions.somebody_may_decide(running, self.people, self.item, self.charter)
