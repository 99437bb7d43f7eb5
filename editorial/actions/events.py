"""Events: entered, changed, cancelled. Each opens the duty to write about it (Đ14.1)."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import demand
from editorial.actions.desk import school_line
from editorial.actions.duties import locked_duty, move_due, open_duty
from editorial.models.clocks import Event
from editorial.rules import duties
from editorial.rules.duties import EventKind
from editorial.rules.events import DueCause
from editorial.selectors.people import fresh_actor
from school.models import School, Unit, User

FACTS = ("title", "kind", "starts_on", "starts_time", "ends_on", "ends_time", "place")


@transaction.atomic
def enter_event(
    *,
    school: School,
    user: User,
    starts_on: datetime.date,
    ends_on: datetime.date | None,
    starts_time: datetime.time | None = None,
    ends_time: datetime.time | None = None,
    units: Collection[Unit] = (),
    at: datetime.datetime | None = None,
    **facts: Any,
) -> Event:
    """Enter an event for the board: its duty and its clock begin. Raises RuleRefused.

    `facts`: title, kind, and perhaps place, source and uid. One that was imported before (`uid`) is
    returned as it is.
    """
    moment = at or clock_now()
    demand(duties.may_enter_event(fresh_actor(user.pk, localdate(moment))))
    demand(duties.sound_times(starts_on, ends_on, starts_time, ends_time))
    days = {"starts_on": starts_on, "ends_on": ends_on, "starts_time": starts_time, "ends_time": ends_time}
    return _open_event(school, user, moment, units, **days, **facts)


@transaction.atomic
def enter_own_event(
    *,
    unit: Unit,
    user: User,
    title: str,
    kind: EventKind,
    ended_on: datetime.date,
    at: datetime.datetime | None = None,
) -> Event:
    """The event a unit reports on without its having been in the calendar. Raises RuleRefused.

    Several items about the same day, kind and title belong to one event.
    """
    moment = at or clock_now()
    demand(duties.may_enter_own_event(fresh_actor(user.pk, localdate(moment)), unit.pk))
    demand(duties.sound_times(ended_on, ended_on))
    days = {"starts_on": ended_on, "ends_on": ended_on}
    same = Event.objects.filter(school=unit.school, title=title.strip(), kind=kind, cancelled_at=None, **days).first()
    source = Event.Source.ARTICLE
    return same or _open_event(unit.school, user, moment, [unit], title=title, kind=kind, source=source, **days)


def _open_event(school: School, user: User, at: datetime.datetime, units: Collection[Unit], **facts: Any) -> Event:
    """Write the event with its units, its line and its duty; an imported one that is there stays as it is."""
    facts |= {"title": facts["title"].strip(), "place": facts.get("place", "").strip()}
    stamped = {**facts, "created_by": user, "created_at": at}
    if uid := facts.get("uid"):
        event, is_new = Event.objects.get_or_create(school=school, uid=uid, defaults=stamped)
        if not is_new:
            return event
    else:
        event = Event.objects.create(school=school, **stamped)
    event.units.set(units)
    school_line(school, user, "editorial.enter_event", at, **event_facts(event))
    open_duty(event, user, at)
    return event


def event_facts(event: Event) -> dict[str, Any]:
    """What a ledger line says of an event: no title, which may name a child."""
    return {"event": event.pk, "kind": event.kind, "starts_on": str(event.starts_on), "ends_on": str(event.ends_on)}


@transaction.atomic
def change_event(
    *,
    event_id: int,
    user: User,
    units: Collection[Unit] | None = None,
    at: datetime.datetime | None = None,
    **facts: Any,
) -> Event:
    """Change an event's facts (`FACTS`); a moved end moves an open due date. Raises RuleRefused."""
    moment = at or clock_now()
    event = locked_event(event_id)
    demand(duties.may_change_event(fresh_actor(user.pk, localdate(moment)), is_cancelled=event.is_cancelled))
    changed = sorted(name for name in FACTS if name in facts and facts[name] != getattr(event, name))
    for name in changed:
        setattr(event, name, facts[name])
    demand(duties.sound_times(event.starts_on, event.ends_on, event.starts_time, event.ends_time))
    if units is not None and {unit.pk for unit in units} != set(event.units.values_list("pk", flat=True)):
        event.units.set(units)
        changed.append("units")
    if not changed:
        return event
    event.save()
    school_line(event.school, user, "editorial.change_event", moment, changed=changed, **event_facts(event))
    move_due(locked_duty(event.duty.pk), user, DueCause.EVENT_MOVED, moment)
    return event


@transaction.atomic
def cancel_event(*, event_id: int, user: User, why: str, at: datetime.datetime | None = None) -> Event:
    """The event does not take place; nobody has to write about it. Raises RuleRefused."""
    moment = at or clock_now()
    event = locked_event(event_id)
    actor = fresh_actor(user.pk, localdate(moment))
    demand(duties.may_cancel_event(actor, is_cancelled=event.is_cancelled, why=why))
    event.cancelled_at, event.cancelled_why = moment, why.strip()
    event.save(update_fields=["cancelled_at", "cancelled_why"])
    school_line(event.school, user, "editorial.cancel_event", moment, **event_facts(event))
    return event


def locked_event(event_id: int) -> Event:
    """The event under its lock, before its duty; must stand inside a transaction."""
    return Event.objects.select_for_update(of=("self",)).select_related("school", "duty").get(pk=event_id)
