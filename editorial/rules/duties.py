"""Who writes about which event, who may say so, and when somebody is reminded (Đ14.1, Đ7.1 dash 2)."""

from __future__ import annotations

import dataclasses
import datetime
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.charter import CharterRules
from editorial.rules.clock_terms import DEPUTY_TEACHING, UNIT_KINDS, EventKind
from editorial.rules.facts import Item
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post, WorkState

__all__ = [
    "DEPUTY_TEACHING",
    "DutyFacts",
    "DutyHolder",
    "DutyState",
    "EventKind",
    "ReminderKind",
    "duty_state",
    "holder_for",
    "may_assign_duty",
    "may_cancel_event",
    "may_change_event",
    "may_declare_closure",
    "may_edit_theme",
    "may_enter_event",
    "may_enter_own_event",
    "may_link_item",
    "may_waive_duty",
    "reminders_due",
    "sound_times",
]

ONE_DAY = datetime.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2000, 2100
SUPERIORS = frozenset({Post.HEAD, Post.DEPUTY})
KEEPERS = SUPERIORS | {Post.SECRETARY}


@dataclasses.dataclass(frozen=True, slots=True)
class DutyHolder:
    """Who writes by the duty table: a unit of this kind, or a post; a deputy assigns when both are empty."""

    unit_kind: str = ""
    post: str = ""

    @property
    def is_assigned(self) -> bool:
        """Whether the table itself names somebody."""
        return bool(self.unit_kind or self.post)


def holder_for(kind: EventKind, charter: CharterRules) -> DutyHolder:
    """Who writes about events of this kind by the charter's duty table (Đ14.1 dashes 1-5)."""
    name = charter.duty_table.get(kind.value, "")
    return DutyHolder(unit_kind=name) if name in UNIT_KINDS else DutyHolder(post=name)


class DutyState(StrEnum):
    """Where a duty stands on a day.

    upcoming: the event is not over; open: over, nothing handed in, still in time; handed_in: with
    the board, still in time; overdue: handed in and not posted by the due date; missed: nothing
    handed in by the due date; done, waived, cancelled: nothing is owed any more.
    """

    UPCOMING = "upcoming"
    OPEN = "open"
    HANDED_IN = "handed_in"
    OVERDUE = "overdue"
    DONE = "done"
    WAIVED = "waived"
    CANCELLED = "cancelled"
    MISSED = "missed"


SETTLED = frozenset({DutyState.DONE, DutyState.WAIVED, DutyState.CANCELLED})
PAST_DUE = frozenset({DutyState.OVERDUE, DutyState.MISSED})


@dataclasses.dataclass(frozen=True, slots=True)
class DutyFacts:
    """A duty as the rules see it; dates are local.

    is_answered: an item was handed in for it; writer_id: a person who writes, with or without a unit.
    """

    ended_on: datetime.date
    due: datetime.date
    unit_id: int | None = None
    is_answered: bool = False
    is_published: bool = False
    is_waived: bool = False
    is_cancelled: bool = False
    writer_id: int | None = None

    @property
    def is_assigned(self) -> bool:
        """Whether anybody is named to write."""
        return self.unit_id is not None or self.writer_id is not None


def duty_state(facts: DutyFacts, today: datetime.date) -> DutyState:
    """Where the duty stands today. A posted item settles it whatever came after (its verdict is frozen)."""
    if facts.is_published:
        return DutyState.DONE
    if facts.is_cancelled:
        return DutyState.CANCELLED
    if facts.is_waived:
        return DutyState.WAIVED
    if today > facts.due:
        return DutyState.OVERDUE if facts.is_answered else DutyState.MISSED
    if facts.is_answered:
        return DutyState.HANDED_IN
    return DutyState.OPEN if today > facts.ended_on else DutyState.UPCOMING


class ReminderKind(StrEnum):
    """The reminders of a duty: three to the unit, then to the deputy; unassigned ones to the deputies."""

    DAY_AFTER = "day_after"
    DAY_BEFORE = "day_before"
    ON_THE_DAY = "on_the_day"
    OVERDUE = "overdue"
    UNASSIGNED = "unassigned"


TO_UNIT = frozenset({ReminderKind.DAY_AFTER, ReminderKind.DAY_BEFORE, ReminderKind.ON_THE_DAY})


def reminders_due(duty: DutyFacts, today: datetime.date) -> tuple[ReminderKind, ...]:
    """The reminders that hold today; the caller sends each once per duty and due date.

    After days of silence only the latest one that still makes sense is left, never a heap: none
    about an item that is with the board in time, none to a unit once the deputy has to be told.
    A duty nobody is named for alarms the deputies from the day before its event ends.
    """
    state = duty_state(duty, today)
    if state in PAST_DUE:
        return (ReminderKind.OVERDUE,)
    if state not in {DutyState.UPCOMING, DutyState.OPEN}:
        return ()
    if not duty.is_assigned:
        return (ReminderKind.UNASSIGNED,) if today >= duty.ended_on - ONE_DAY else ()
    return (_latest_to_unit(duty, today),) if state is DutyState.OPEN else ()


def _latest_to_unit(duty: DutyFacts, today: datetime.date) -> ReminderKind:
    if today == duty.due:
        return ReminderKind.ON_THE_DAY
    return ReminderKind.DAY_BEFORE if today == duty.due - ONE_DAY else ReminderKind.DAY_AFTER


def sound_times(
    starts_on: datetime.date,
    ends_on: datetime.date | None,
    starts_time: datetime.time | None = None,
    ends_time: datetime.time | None = None,
) -> Answer:
    """Whether the days and local times of an event make sense; it may run over midnight or many days.

    The last day is asked for, because the clock runs from it (Đ14.1). Times are free.
    """
    if ends_on is None:
        return Refused(Reason.EVENT_END_MISSING)
    if starts_on.year < FIRST_YEAR or ends_on.year > LAST_YEAR:
        return Refused(Reason.EVENT_TOO_FAR, {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)})
    if ends_on < starts_on:
        return Refused(Reason.EVENT_DATES_WRONG)
    if ends_on == starts_on and starts_time and ends_time and ends_time < starts_time:
        return Refused(Reason.EVENT_DATES_WRONG)
    return ALLOWED


def _must_hold(actor: Actor, posts: frozenset[Post]) -> Answer:
    """Somebody active in one of these posts, or whoever stands in for the head (Đ12.2)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.posts & posts or actor.is_acting_head else Refused(Reason.NOT_YOUR_POST)


def may_enter_event(actor: Actor) -> Answer:
    """Head, deputies and secretary enter events for the board."""
    return _must_hold(actor, KEEPERS)


def may_enter_own_event(actor: Actor, unit_id: int) -> Answer:
    """A unit enters an event of its own when it hands in an item about it; so may whoever enters events."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if unit_id in actor.unit_ids or may_enter_event(actor):
        return ALLOWED
    return Refused(Reason.NOT_YOUR_UNIT)


def may_change_event(actor: Actor, *, is_cancelled: bool = False) -> Answer:
    """Whoever enters events changes them; a cancelled one stays as it was."""
    blocked = _must_hold(actor, KEEPERS)
    if not blocked:
        return blocked
    return Refused(Reason.EVENT_CANCELLED) if is_cancelled else ALLOWED


def may_cancel_event(actor: Actor, *, why: str, is_cancelled: bool = False) -> Answer:
    """Cancel an event once, saying why: the unit learns that nothing is owed any more."""
    blocked = may_change_event(actor, is_cancelled=is_cancelled)
    if not blocked:
        return blocked
    return ALLOWED if why.strip() else Refused(Reason.NOTE_MISSING)


def may_assign_duty(actor: Actor, state: DutyState = DutyState.OPEN) -> Answer:
    """Head and deputies name who writes, as long as something is owed (Đ14.1 dash 5)."""
    blocked = _must_hold(actor, SUPERIORS)
    if not blocked:
        return blocked
    return _still_owed(state)


def _still_owed(state: DutyState) -> Answer:
    if state is DutyState.CANCELLED:
        return Refused(Reason.EVENT_CANCELLED)
    return Refused(Reason.DUTY_SETTLED) if state in SETTLED else ALLOWED


def may_waive_duty(actor: Actor, state: DutyState, why: str) -> Answer:
    """Head and deputies free a unit from writing about an event, and say why."""
    blocked = may_assign_duty(actor, state)
    if not blocked:
        return blocked
    return ALLOWED if why.strip() else Refused(Reason.NOTE_MISSING)


def may_link_item(
    actor: Actor,
    item: Item,
    *,
    is_cancelled: bool = False,
    is_settled: bool = False,
) -> Answer:
    """Say, or take back, which event an item reports on; several items may report on one.

    The unit does so until it is posted, the board at any time. Nothing is linked to a cancelled event;
    an item that settled a duty (`is_settled`) stays with it, because its verdict is frozen.
    """
    blocked = _may_touch_link(actor, item)
    if not blocked:
        return blocked
    if is_cancelled:
        return Refused(Reason.EVENT_CANCELLED)
    return Refused(Reason.DUTY_SETTLED) if is_settled else ALLOWED


def _may_touch_link(actor: Actor, item: Item) -> Answer:
    blocked = may_act_at_all(actor)
    if not blocked or actor.posts & KEEPERS or actor.is_acting_head or item.editor_id == actor.id:
        return blocked
    if item.unit_id not in actor.unit_ids:
        return Refused(Reason.NOT_YOUR_UNIT)
    return Refused(Reason.NOT_YOUR_POST) if item.work_state is WorkState.PUBLISHED else ALLOWED


def may_declare_closure(actor: Actor) -> Answer:
    """Head and deputies declare that the school is closed; open due dates then move."""
    return _must_hold(actor, SUPERIORS)


def may_edit_theme(actor: Actor) -> Answer:
    """Head, deputies and secretary keep the board's themes and planned items (Đ5.3 dash 2)."""
    return _must_hold(actor, KEEPERS)
