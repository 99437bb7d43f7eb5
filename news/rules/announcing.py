"""What an announcement of an event says when the board's record of the event moved on, and who writes it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.duties import may_enter_event
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason


@dataclasses.dataclass(frozen=True, slots=True)
class Times:
    """Days and local times of an event; times may be open, days only in a draft."""

    starts_on: datetime.date | None
    starts_time: datetime.time | None
    ends_on: datetime.date | None
    ends_time: datetime.time | None


class EventState(StrEnum):
    """What a cleared announcement is worth today."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


def event_state(announced: Times, known: Times, *, is_cancelled: bool) -> EventState:
    """Whether the event still takes place, and on the days that were cleared."""
    if is_cancelled:
        return EventState.CANCELLED
    return EventState.PLANNED if announced == known else EventState.MOVED


def has_wrong_order(times: Times) -> bool:
    """Whether an event ends before it begins; open days or hours are not wrong."""
    if times.starts_on is None or times.ends_on is None or times.starts_on < times.ends_on:
        return False
    if times.starts_on > times.ends_on:
        return True
    return bool(times.starts_time and times.ends_time and times.ends_time < times.starts_time)


def may_announce(actor: Actor, concerned: Collection[int], *, is_cancelled: bool = False) -> Answer:
    """Write the announcement of an event that takes place: members of a unit it concerns (unit ids).

    An event that concerns no unit is announced by any unit; whoever enters events announces all.
    """
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if is_cancelled:
        return Refused(Reason.EVENT_CANCELLED)
    is_concerned = not concerned or bool(actor.unit_ids & frozenset(concerned)) or bool(may_enter_event(actor))
    return ALLOWED if actor.unit_ids and is_concerned else Refused(Reason.NOT_YOUR_UNIT)
