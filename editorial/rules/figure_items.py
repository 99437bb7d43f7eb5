"""One item in one period: what its ledger lines say happened to it (docs/figures.md)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from editorial.rules.figure_terms import STEP_OF, ItemKind, Step
from editorial.rules.states import Act, public_state, work_state
from editorial.rules.vocabulary import IN_CHAIN, PublicState, Stage, TakedownGround, Verb, WorkState

POSTINGS = frozenset({Verb.POST, Verb.URGENT_POST})
Done = tuple[datetime.datetime, int | None]
"""When something was done, and by whom."""
FAULTS = frozenset({TakedownGround.CONTENT.value})
"""Grounds by which a take-down is the supplier's fault (Đ17 §2), as the quota counts them."""


@dataclasses.dataclass(frozen=True, slots=True)
class Bounds:
    """A period as moments: from `since` up to, not including, `until`; both aware.

    first_on, last_on: its days. While it runs, `until` lies before the end of its last day.
    """

    since: datetime.datetime
    until: datetime.datetime
    first_on: datetime.date
    last_on: datetime.date

    def holds(self, at: datetime.datetime | None) -> bool:
        """Whether a moment lies within."""
        return at is not None and self.since <= at < self.until

    def had(self, at: datetime.datetime | None) -> bool:
        """Whether a moment had come by the end."""
        return at is not None and at < self.until


@dataclasses.dataclass(frozen=True, slots=True)
class ItemLine:
    """A ledger line of an item; `facts` is what the line carries."""

    at: datetime.datetime
    verb: Verb
    actor_id: int | None
    facts: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def next_stage(self) -> Stage | None:
        """The stage reached next, where the line names one."""
        named = self.facts.get("next_stage")
        return Stage(named) if named in set(Stage) else None


@dataclasses.dataclass(frozen=True, slots=True)
class ItemHead:
    """What never changes of an item, from its record; and what an old ledger line left out."""

    record_id: int
    unit_id: int
    title: str = ""
    kind: ItemKind = ItemKind.ARTICLE
    content_class: str = "ordinary"
    author_id: int | None = None
    event_id: int | None = None
    co_unit_ids: frozenset[int] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """The way of an item to its first posting: last forwarding, release, and when it lay with the unit."""

    forwarded_at: datetime.datetime | None = None
    cleared_at: datetime.datetime | None = None
    away: tuple[tuple[datetime.datetime, datetime.datetime | None], ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class ItemFact:
    """An item as it stood at the end of a period, and what happened to it within.

    handed_in_at, posted_at: the first of each, whenever it was; the switches and grounds are of the
    period alone. returns: each return to the unit; removed: the files taken away, each with its
    ground. seconds: time at each step whose stay ended in the period, on the way to the first
    posting. done: the last act of each verb in the period.
    """

    head: ItemHead
    content_class: str
    category: str
    work: WorkState
    public: PublicState
    handed_in_at: datetime.datetime | None
    posted_at: datetime.datetime | None
    passage: Passage
    is_handed_in: bool = False
    is_posted: bool = False
    is_updated: bool = False
    is_corrected: bool = False
    returns: tuple[Done, ...] = ()
    is_withdrawn: bool = False
    refused_at: datetime.datetime | None = None
    refused_ground: str = ""
    taken_down_ground: str | None = None
    hidden_ground: str | None = None
    is_restored: bool = False
    removed: Mapping[str, str] = dataclasses.field(default_factory=dict)
    seconds: Mapping[Step, int] = dataclasses.field(default_factory=dict)
    is_faulty: bool = False
    done: Mapping[Verb, Done] = dataclasses.field(default_factory=dict)

    @property
    def is_in_progress(self) -> bool:
        """Whether the board had it at the end, on its way to a first posting."""
        return self.posted_at is None and self.work in IN_CHAIN

    @property
    def is_with_unit(self) -> bool:
        """Whether it lay with the unit at the end, returned to be fixed and never posted."""
        return self.posted_at is None and self.work is WorkState.RETURNED


def item_fact(head: ItemHead, lines: Sequence[ItemLine], bounds: Bounds) -> ItemFact:
    """The fact of one item; `lines` are all its lines, oldest first, of which those after the period are left out."""
    known = [line for line in lines if bounds.had(line.at)]
    within = [line for line in known if bounds.holds(line.at)]
    acts = [Act(line.verb, line.next_stage) for line in known]
    work, public = work_state(acts), public_state(acts)
    handed_in_at = next((line.at for line in known if line.verb is Verb.HAND_IN), None)
    posted_at = next((line.at for line in known if line.verb in POSTINGS), None)
    refused = _last(within, Verb.REFUSE) if work is WorkState.REFUSED else None
    updates = _updates(known, bounds)
    return ItemFact(
        head=head,
        content_class=_newest(known, "class", head.content_class),
        category=_newest(known, "category", ""),
        work=work,
        public=public,
        handed_in_at=handed_in_at,
        posted_at=posted_at,
        passage=_passage(known, posted_at),
        is_handed_in=bounds.holds(handed_in_at),
        is_posted=bounds.holds(posted_at),
        is_updated=False in updates,
        is_corrected=True in updates,
        returns=tuple((line.at, line.actor_id) for line in within if is_return_to_unit(line)),
        is_withdrawn=work is WorkState.WITHDRAWN and _last(within, Verb.WITHDRAW) is not None,
        refused_at=refused.at if refused else None,
        refused_ground=_ground(refused) or "",
        taken_down_ground=_ground(_last(within, Verb.TAKE_DOWN)),
        hidden_ground=_ground(_last(within, Verb.HIDE)),
        is_restored=_last(within, Verb.RESTORE) is not None,
        removed={str(line.facts.get("file", "")): _ground(line) or "" for line in within if is_removal(line)},
        seconds={} if head.kind is ItemKind.DOCUMENT else _seconds(known, bounds),
        is_faulty=public is PublicState.TAKEN_DOWN and _ground(_last(known, Verb.TAKE_DOWN)) in FAULTS,
        done={line.verb: (line.at, line.actor_id) for line in within},
    )


def is_return_to_unit(line: ItemLine) -> bool:
    """Whether a line gives the item back to the unit; a return to the editor stays with the board."""
    return line.verb is Verb.RETURN and line.next_stage is not Stage.EDITING


def is_removal(line: ItemLine) -> bool:
    """Whether a line takes a picture or file away."""
    return line.verb is Verb.REMOVE_FILE


def _last(lines: Sequence[ItemLine], verb: Verb) -> ItemLine | None:
    return next((line for line in reversed(lines) if line.verb is verb), None)


def _ground(line: ItemLine | None) -> str | None:
    return None if line is None else str(line.facts.get("ground") or "")


def _newest(lines: Sequence[ItemLine], name: str, otherwise: str) -> str:
    """The last thing the lines say under `name`; lines from before it was kept say nothing."""
    return next((str(line.facts[name]) for line in reversed(lines) if line.facts.get(name)), otherwise)


def _updates(lines: Sequence[ItemLine], bounds: Bounds) -> set[bool]:
    """For each posting of the period after the first: whether a small correction was posted."""
    found: set[bool] = set()
    was_posted, is_small = False, False
    for line in lines:
        if line.verb in POSTINGS:
            if was_posted and bounds.holds(line.at):
                found.add(is_small)
            was_posted, is_small = True, False
        elif line.verb in {Verb.CORRECT, Verb.FORWARD, Verb.HAND_IN}:
            is_small = line.verb is Verb.CORRECT
    return found


def _passage(lines: Sequence[ItemLine], posted_at: datetime.datetime | None) -> Passage:
    forwarded_at = cleared_at = None
    away: list[tuple[datetime.datetime, datetime.datetime | None]] = []
    for line in lines:
        if posted_at is not None and line.at > posted_at:
            break
        if line.verb is Verb.FORWARD:
            forwarded_at = line.at
        if line.verb in {Verb.APPROVE, Verb.FORWARD} and line.next_stage is Stage.POSTING:
            cleared_at = line.at
        if is_return_to_unit(line):
            away.append((line.at, None))
        elif line.verb in {Verb.FORWARD, Verb.HAND_IN} and away and away[-1][1] is None:
            away[-1] = (away[-1][0], line.at)
    return Passage(forwarded_at, cleared_at, tuple(away))


def _seconds(lines: Sequence[ItemLine], bounds: Bounds) -> dict[Step, int]:
    """Time at each step until the first posting, of the stays that ended in the period, in whole seconds."""
    found: dict[Step, int] = {}
    acts: list[Act] = []
    step, since = None, None
    for line in lines:
        acts.append(Act(line.verb, line.next_stage))
        now = STEP_OF.get(work_state(acts))
        if now is not step:
            if step is not None and since is not None and bounds.holds(line.at):
                found[step] = found.get(step, 0) + _between(since, line.at)
            step, since = now, line.at
        if line.verb in POSTINGS:
            break
    first = next((line.at for line in lines if line.verb is Verb.HAND_IN), None)
    posted_at = next((line.at for line in lines if line.verb in POSTINGS), None)
    if first is not None and posted_at is not None and bounds.holds(posted_at):
        found[Step.WHOLE] = _between(first, posted_at)
    return found


def _between(since: datetime.datetime, until: datetime.datetime) -> int:
    return max(0, int((until - since).total_seconds()))
