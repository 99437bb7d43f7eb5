"""Days of an event, why a due date is what it is, and who may tie an item to a plan (Đ14.1, Đ5.3 dash 2)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.duties import may_edit_theme
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason

MIDNIGHT = datetime.time.min


class DueCause(StrEnum):
    """Why a duty has the due date it has."""

    OPENED = "opened"
    EVENT_MOVED = "event_moved"
    CALENDAR_CHANGED = "calendar_changed"


def last_day(starts_on: datetime.date, ends_on: datetime.date, ends_time: datetime.time | None) -> datetime.date:
    """The day from which the clock runs; an event until 0:00 ended on the day before, at 24:00."""
    if ends_time == MIDNIGHT and ends_on > starts_on:
        return ends_on - datetime.timedelta(days=1)
    return ends_on


def may_link_planned(actor: Actor, *, planned_unit_id: int, item_unit_id: int) -> Answer:
    """Say which item came of a plan: whoever keeps the themes, and members of the unit that writes it."""
    if item_unit_id != planned_unit_id:
        return Refused(Reason.NOT_YOUR_UNIT)
    blocked = may_edit_theme(actor)
    if blocked or (actor.is_active and not actor.is_technical and planned_unit_id in actor.unit_ids):
        return ALLOWED
    return blocked
