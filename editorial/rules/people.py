"""A person as the rules see him."""

from __future__ import annotations

import dataclasses

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import ContentClass, Post, Stage


@dataclasses.dataclass(frozen=True, slots=True)
class DelegationFacts:
    """What one head gave: `given_by` is the head, `classes` the classes of content, all when empty."""

    given_by: int
    classes: frozenset[ContentClass] = frozenset()

    def covers(self, content_class: ContentClass | None) -> bool:
        """Whether this delegation reaches the class."""
        return not self.classes or content_class in self.classes


@dataclasses.dataclass(frozen=True, slots=True)
class Actor:
    """One person on one day.

    posts: posts held by appointment; delegations: everything the head gave the person that is in
    force, the newest first: several add up; is_away: registered as absent, known only where it
    matters who could step in; unit_ids: units the person belongs to; field_ids: units the person
    looks after as deputy or editor.
    """

    id: int
    is_active: bool = True
    is_technical: bool = False
    posts: frozenset[Post] = frozenset()
    is_content_deputy: bool = False
    is_duty_leader: bool = False
    unit_ids: frozenset[int] = frozenset()
    field_ids: frozenset[int] = frozenset()
    delegations: tuple[DelegationFacts, ...] = ()
    is_away: bool = False

    @property
    def is_board(self) -> bool:
        """Whether the person has any say on the board today."""
        return bool(self.posts) or self.is_acting_head

    @property
    def is_acting_head(self) -> bool:
        """Whether the head gave the person anything at all."""
        return bool(self.delegations)

    @property
    def acting_classes(self) -> frozenset[ContentClass]:
        """The classes of all delegations together; empty when one of them is for all classes."""
        if any(not row.classes for row in self.delegations):
            return frozenset()
        return frozenset().union(*(row.classes for row in self.delegations))

    def acts_for(self, content_class: ContentClass | None) -> int | None:
        """The head for whom the person decides on this class: whoever gave the newest delegation that covers it."""
        return next((row.given_by for row in self.delegations if row.covers(content_class)), None)

    def acts_as_head(self, content_class: ContentClass | None) -> bool:
        """Whether the person stands in for the head for this class of content."""
        return self.acts_for(content_class) is not None

    def holds(self, post: Post, content_class: ContentClass | None = None) -> bool:
        """Whether the person may act in `post`, by appointment or by delegation."""
        return post in self.posts or (post is Post.HEAD and self.acts_as_head(content_class))


POST_OF_STAGE: dict[Stage, frozenset[Post]] = {
    Stage.EDITOR: frozenset({Post.EDITOR}),
    Stage.DEPUTY: frozenset({Post.DEPUTY}),
    Stage.HEAD: frozenset({Post.HEAD}),
    Stage.POSTING: frozenset({Post.SECRETARY}),
    Stage.EDITING: frozenset({Post.EDITOR, Post.SECRETARY}),
}


def may_act_at_all(actor: Actor) -> Answer:
    """A switched-off account and the technical superuser act on nothing (Đ6, Đ8.2)."""
    if not actor.is_active:
        return Refused(Reason.INACTIVE)
    if actor.is_technical:
        return Refused(Reason.TECHNICAL_ROLE)
    return ALLOWED


def holds_stage(actor: Actor, stage: Stage, content_class: ContentClass | None) -> bool:
    """Whether the person holds a post that acts at `stage` for this class."""
    return any(actor.holds(post, content_class) for post in POST_OF_STAGE[stage])
