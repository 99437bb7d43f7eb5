"""The deciding stages: approve, return, refuse; four eyes (Đ12.2, Đ12.3, Đ13.3, Đ15)."""

from __future__ import annotations

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.charter import CharterRules
from editorial.rules.desk_rules import may_forward
from editorial.rules.facts import Item, RoundFacts
from editorial.rules.people import Actor, holds_stage, may_act_at_all
from editorial.rules.posting import stands_open
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post, RefusalGround, RoundKind, Stage, WorkState


def may_decide(actor: Actor, item: Item, charter: CharterRules) -> Answer:
    """Whether this person may decide at the stage whose turn it is."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.round is None or item.turn is None:
        return Refused(Reason.WRONG_STATE)
    if not holds_stage(actor, item.turn, item.content_class):
        wrong_class = item.turn is Stage.HEAD and actor.is_acting_head
        return Refused(Reason.NOT_YOUR_CLASS if wrong_class else Reason.NOT_YOUR_POST)
    if charter.deputies_by_field and item.turn is Stage.DEPUTY and item.unit_id not in actor.field_ids:
        return Refused(Reason.NOT_YOUR_FIELD)
    if not charter.deputies_by_field and not item.is_document and _content_deputy_comes_first(actor, item, item.round):
        return Refused(Reason.CONTENT_DEPUTY_FIRST)
    return four_eyes(actor, item.round, item.turn)


def _content_deputy_comes_first(actor: Actor, item: Item, round_: RoundFacts) -> bool:
    """A release delegated to the deputy in charge of content is his while he can decide (Đ12.2.2)."""
    is_delegated = round_.kind is RoundKind.FULL and round_.stages == (Stage.DEPUTY,)
    return is_delegated and item.content_deputy_can_decide and not actor.is_content_deputy


def four_eyes(actor: Actor, round_: RoundFacts, stage: Stage) -> Answer:
    """Nobody decides on his own text or twice in a round.

    The head as author is the one exception: another person's approval before it counts as the
    second pair of eyes. A delegate of the head is not the head.
    """
    if actor.id in round_.decider_ids:
        return Refused(Reason.DECIDED_BEFORE)
    if actor.id not in round_.author_ids:
        return ALLOWED
    seen_by_other = any(row.is_approval and row.actor_id != actor.id for row in round_.decisions)
    if stage is Stage.HEAD and Post.HEAD in actor.posts and seen_by_other:
        return ALLOWED
    return Refused(Reason.OWN_TEXT)


def may_approve(actor: Actor, item: Item, charter: CharterRules) -> Answer:
    """Approve exactly what was forwarded; a proposed refusal cannot be approved."""
    blocked = may_decide(actor, item, charter)
    if not blocked:
        return blocked
    if item.round is not None and item.round.kind is RoundKind.REFUSAL:
        return Refused(Reason.ONLY_REFUSE_OR_RETURN)
    return Refused(Reason.NEEDED_LATER) if actor.id in item.needed_later else ALLOWED


def may_approve_and_post(actor: Actor, item: Item, charter: CharterRules) -> Answer:
    """At the last stage the approval and the posting may be one tap ("Duyệt và đăng")."""
    blocked = may_approve(actor, item, charter)
    if not blocked:
        return blocked
    is_last = item.round and item.turn and item.round.stage_after(item.turn) is Stage.POSTING
    return stands_open(item) if is_last else Refused(Reason.NOT_LAST_STAGE)


def may_return(actor: Actor, item: Item, charter: CharterRules, note: str) -> Answer:
    """Give the item back to the editor and say what to fix (Đ12.3 dash 3)."""
    blocked = may_decide(actor, item, charter)
    if not blocked:
        return blocked
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)


def may_refuse(actor: Actor, item: Item, charter: CharterRules, ground: str, note: str) -> Answer:
    """Refuse for good, on one of the five grounds of Đ15."""
    blocked = may_decide(actor, item, charter)
    if not blocked:
        return blocked
    if item.turn is Stage.EDITOR:
        return Refused(Reason.NOT_YOUR_POST)
    if item.round is not None and item.round.kind is RoundKind.CORRECTION:
        return Refused(Reason.WRONG_STATE)
    return _grounded(ground, note)


def _grounded(ground: str, note: str) -> Answer:
    if ground not in set(RefusalGround):
        return Refused(Reason.GROUND_MISSING)
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)


def may_propose_refusal(actor: Actor, item: Item, ground: str, note: str) -> Answer:
    """The editor who holds the item proposes to refuse it; a superior decides."""
    blocked = may_forward(actor, item)
    return _grounded(ground, note) if blocked else blocked


def may_reopen(actor: Actor, item: Item, note: str) -> Answer:
    """The head, and only the head himself, reopens what was refused."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if Post.HEAD not in actor.posts:
        return Refused(Reason.NOT_YOUR_POST)
    if item.work_state is not WorkState.REFUSED:
        return Refused(Reason.WRONG_STATE)
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)


def somebody_may_decide(round_: RoundFacts, people: tuple[Actor, ...], item: Item, charter: CharterRules) -> Answer:
    """Whether the chain can be walked to its end by the people in office.

    Each stage needs a person, no person twice, and at least one who did not write the text.
    Otherwise the item waits, and the answer names the post that must be filled.
    """
    if _assignable(round_, round_.stages, people, frozenset(), item, charter):
        return ALLOWED
    missing = _missing_stage(round_, people, item, charter)
    return Refused(Reason.NOBODY_MAY_DECIDE, {"post": missing.value})


def needed_later(round_: RoundFacts, people: tuple[Actor, ...], item: Item, charter: CharterRules) -> frozenset[int]:
    """Whose yes now would leave a later stage with nobody, though another person could say it.

    So a deputy who alone acts for the head leaves the deputy's stage to another deputy (Đ12.3).
    People who are away do not count. Nobody is kept back where there is no other way.
    """
    left = tuple(stage for stage in round_.stages if stage not in round_.approved_stages)
    present, used = _present(people), round_.decider_ids
    if len(left) < 2 or not _assignable(round_, left, present, used, item, charter):
        return frozenset()
    return frozenset(
        person.id
        for person in present
        if person.id not in used
        and _eligible(person, round_, left[0], used, item, charter)
        and not _assignable(round_, left[1:], present, used | {person.id}, item, charter)
    )


def deputy_is_needed_at_head(round_: RoundFacts, people: tuple[Actor, ...], item: Item, charter: CharterRules) -> bool:
    """Whether one person alone could decide at the deputy's stage and is the only one for the head's.

    The deputy's stage is then left out, and recorded so: the head's is never (Đ12.3).
    """
    present = _present(people)

    def somebody(*stages: Stage) -> bool:
        return _assignable(round_, stages, present, frozenset(), item, charter)

    return somebody(Stage.DEPUTY) and somebody(Stage.HEAD) and not somebody(Stage.DEPUTY, Stage.HEAD)


def _present(people: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(person for person in people if not person.is_away)


def _missing_stage(round_: RoundFacts, people: tuple[Actor, ...], item: Item, charter: CharterRules) -> Stage:
    """The first stage that cannot be filled; the deputy's where the head lacks a second pair of eyes."""
    stage = next(
        (
            stage
            for count, stage in enumerate(round_.stages, start=1)
            if not _assignable(round_, round_.stages[:count], people, frozenset(), item, charter)
        ),
        Stage.HEAD,
    )
    head_is_there = any(Post.HEAD in person.posts for person in people)
    return Stage.DEPUTY if stage is Stage.HEAD and head_is_there else stage


def _assignable(
    round_: RoundFacts,
    stages: tuple[Stage, ...],
    people: tuple[Actor, ...],
    used: frozenset[int],
    item: Item,
    charter: CharterRules,
) -> bool:
    if not stages:
        return True
    stage, rest = stages[0], stages[1:]
    for person in people:
        if person.id in used or not _eligible(person, round_, stage, used, item, charter):
            continue
        if _assignable(round_, rest, people, used | {person.id}, item, charter):
            return True
    return False


def _eligible(
    person: Actor,
    round_: RoundFacts,
    stage: Stage,
    used: frozenset[int],
    item: Item,
    charter: CharterRules,
) -> bool:
    if not may_act_at_all(person) or not holds_stage(person, stage, item.content_class):
        return False
    if charter.deputies_by_field and stage is Stage.DEPUTY and item.unit_id not in person.field_ids:
        return False
    if person.id not in round_.author_ids:
        return True
    return stage is Stage.HEAD and Post.HEAD in person.posts and bool(used - {person.id})
