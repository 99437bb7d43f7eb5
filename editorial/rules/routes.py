"""Which stages an item passes (Đ12.2, Đ12.3)."""

from __future__ import annotations

import dataclasses

from editorial.rules.charter import CharterRules
from editorial.rules.vocabulary import (
    DEPUTY_CLASSES,
    EDITOR_CLASSES,
    HEAD_CLASSES,
    ContentClass,
    RoundKind,
    Stage,
)

ALL_STAGES = (Stage.DEPUTY, Stage.HEAD)
NOBODY = "nobody_may_decide"
NEEDED_AT_HEAD = "needed_at_head"


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """The stages fixed at a round's start, and those left out with the reason code."""

    stages: tuple[Stage, ...]
    skipped: tuple[tuple[Stage, str], ...] = ()


def route(content_class: ContentClass, charter: CharterRules, *, is_document: bool = False) -> tuple[Stage, ...]:
    """The deciding stages of an ordinary round, in order.

    The head's classes always end with the head (Đ12.2.1). Editors' and deputies' own release is
    off unless the charter delegates it (Đ12.2.2, Đ12.2.3). A document was signed before it came
    here: the head releases it, or a deputy where the charter says so (Đ14.2).
    """
    if is_document:
        by_deputy = charter.deputies_release_documents and content_class not in HEAD_CLASSES
        return (Stage.DEPUTY,) if by_deputy else (Stage.HEAD,)
    if content_class in HEAD_CLASSES:
        return ALL_STAGES
    if charter.editors_release and content_class in EDITOR_CLASSES:
        return (Stage.EDITOR,)
    if charter.deputies_release and content_class in DEPUTY_CLASSES | EDITOR_CLASSES:
        return (Stage.DEPUTY,)
    return ALL_STAGES


def superior_stage(content_class: ContentClass) -> Stage:
    """The one stage that clears a small correction: the head for his classes, else a deputy."""
    return Stage.HEAD if content_class in HEAD_CLASSES else Stage.DEPUTY


def wider(first: tuple[Stage, ...], second: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """The route of a running round after a change of class: only stages above its first are added."""
    order = (Stage.EDITOR, Stage.DEPUTY, Stage.HEAD)
    above = order[order.index(first[0]) :] if first else order
    return tuple(stage for stage in above if stage in first or stage in second)


def plan(
    *,
    kind: RoundKind,
    content_class: ContentClass,
    charter: CharterRules,
    deputies_available: bool,
    editors_available: bool,
    reenters_at_head: bool = False,
    deputy_is_needed_at_head: bool = False,
    is_document: bool = False,
) -> Plan:
    """The stages of a new round.

    A deputy's stage that nobody may decide is left out and the head decides; so is one whose only
    person is the only one to decide for the head. An editor's stage that nobody may decide goes to
    the deputy. A return by the head re-enters at the head when the substance did not change. What
    touches a document goes to whoever releases documents, also a correction or a refusal.
    """
    if is_document:
        stages: tuple[Stage, ...] = route(content_class, charter, is_document=True)
    elif kind in {RoundKind.CORRECTION, RoundKind.REFUSAL}:
        stages = (superior_stage(content_class),)
    elif reenters_at_head:
        return Plan((Stage.HEAD,), ((Stage.DEPUTY, "substance_unchanged"),))
    else:
        stages = route(content_class, charter)
    skipped: tuple[tuple[Stage, str], ...] = ()
    if stages == (Stage.EDITOR,) and not editors_available:
        stages, skipped = (Stage.DEPUTY,), ((Stage.EDITOR, NOBODY),)
    if Stage.DEPUTY in stages and not deputies_available:
        stages, skipped = (Stage.HEAD,), (*skipped, (Stage.DEPUTY, NOBODY))
    elif stages == ALL_STAGES and deputy_is_needed_at_head:
        stages, skipped = (Stage.HEAD,), (*skipped, (Stage.DEPUTY, NEEDED_AT_HEAD))
    return Plan(stages, skipped)
