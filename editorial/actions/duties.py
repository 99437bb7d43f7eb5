"""Duties to write: opened by events, assigned, let off, answered, settled (Đ14.1).

Rows are locked in this order: item, round, event, duty, ledger.
"""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import demand
from editorial.actions.desk import Case, check, open_case, school_line
from editorial.models.clocks import Duty, Event
from editorial.notifications import tell_person
from editorial.rules import duties
from editorial.rules.deadlines import deadline_rules, due_date
from editorial.rules.duties import DutyState, duty_state
from editorial.rules.events import DueCause
from editorial.rules.verdict_records import to_plain
from editorial.rules.verdicts import verdict
from editorial.selectors.clocks import answer_of, duty_facts, ended_on, holder_of_event, people_of_duty, zone
from editorial.selectors.passages import passages, verdict_facts
from editorial.selectors.people import fresh_actor
from editorial.selectors.records import rules_in_force
from school.models import School, Unit, User
from school.rules.calendar import WorkingWeek
from school.selectors import working_week


def open_duty(event: Event, user: User | None, at: datetime.datetime) -> Duty:
    """The duty of a new event: for whom the duty table names, due as the calendar says."""
    unit, writer = holder_of_event(event, rules_in_force(event.school), localdate(at))
    duty = Duty(event=event, unit=unit, writer=writer, due_on=_due_on(event))
    duty.assigned_at = at if unit or writer else None
    duty.save()
    _note_due(duty, user, DueCause.OPENED, at)
    return duty


def _due_on(event: Event, week: WorkingWeek | None = None) -> datetime.date:
    rules = deadline_rules(rules_in_force(event.school))
    return due_date(ended_on(event), week or working_week(event.school), rules).due


def _note_due(duty: Duty, user: User | None, cause: DueCause, at: datetime.datetime, detail: str = "") -> None:
    """Keep why the due date is what it is, on the duty and in the ledger."""
    line = {"due_on": str(duty.due_on), "why": cause.value, "detail": detail}
    duty.due_history = [*duty.due_history, {"at": at.isoformat(), **line}]
    duty.save(update_fields=["due_on", "due_history", "missed_at"])
    school_line(duty.event.school, user, "editorial.duty_due", at, event=duty.event_id, unit=duty.unit_id, **line)


def move_due(
    duty: Duty,
    user: User | None,
    cause: DueCause,
    at: datetime.datetime,
    detail: str = "",
    week: WorkingWeek | None = None,
) -> bool:
    """Reckon an open duty's due date anew; a settled one keeps its own. Whether it moved."""
    due_on = _due_on(duty.event, week)
    if duty.is_settled or due_on == duty.due_on:
        return False
    duty.due_on, duty.missed_at = due_on, None
    _note_due(duty, user, cause, at, detail)
    return True


def recompute_open(school: School, user: User | None, reason: str, at: datetime.datetime) -> int:
    """The calendar changed: reckon every open due date anew, with `reason`; how many moved."""
    locked = Duty.objects.select_for_update(of=("self",)).select_related("event__school")
    rows = locked.filter(event__school=school, settled_at=None).order_by("pk")
    week = working_week(school)
    return sum(move_due(duty, user, DueCause.CALENDAR_CHANGED, at, reason, week) for duty in rows)


def locked_duty(duty_id: int) -> Duty:
    """The duty under its lock; must stand inside a transaction."""
    duty = Duty.objects.select_for_update(of=("self",)).select_related("event__school", "unit", "writer", "record")
    return duty.get(pk=duty_id)


def state_of(duty: Duty, at: datetime.datetime) -> DutyState:
    """Where the duty stands at this moment."""
    return duty_state(duty_facts(duty, answer_of(duty)), localdate(at))


@transaction.atomic
def assign_duty(
    *, duty_id: int, user: User, unit: Unit, writer: User | None = None, at: datetime.datetime | None = None
) -> Duty:
    """Say which unit, and perhaps who in it, writes about the event; they are told. Raises RuleRefused."""
    moment = at or clock_now()
    duty = locked_duty(duty_id)
    demand(duties.may_assign_duty(fresh_actor(user.pk, localdate(moment)), state_of(duty, moment)))
    if (duty.unit_id, duty.writer_id) == (unit.pk, writer.pk if writer else None):
        return duty
    duty.unit, duty.writer, duty.assigned_by, duty.assigned_at = unit, writer, user, moment
    duty.save(update_fields=["unit", "writer", "assigned_by", "assigned_at"])
    facts = {"event": duty.event_id, "unit": unit.pk, "writer": writer.pk if writer else None}
    school_line(duty.event.school, user, "editorial.assign_duty", moment, **facts)
    tell_writers("duty_assigned", duty, moment)
    return duty


@transaction.atomic
def tell_writers(kind: str, duty: Duty, at: datetime.datetime, key: str = "") -> None:
    """Tell whoever writes about the event: the person named, else the unit."""
    for person in people_of_duty(duty, localdate(at)):
        tell_person(kind, person, at, key=key, **told_of(duty))


def told_of(duty: Duty) -> dict[str, Any]:
    """What a message says of a duty."""
    return {"event": duty.event.title, "event_id": duty.event_id, "due_on": str(duty.due_on)}


@transaction.atomic
def waive_duty(*, duty_id: int, user: User, why: str, at: datetime.datetime | None = None) -> Duty:
    """Let the unit off, with a reason; it is told. Raises RuleRefused."""
    moment = at or clock_now()
    duty = locked_duty(duty_id)
    demand(duties.may_waive_duty(fresh_actor(user.pk, localdate(moment)), state_of(duty, moment), why))
    duty.waived_by, duty.waived_at, duty.waived_why = user, moment, why.strip()
    duty.save(update_fields=["waived_by", "waived_at", "waived_why"])
    school_line(duty.event.school, user, "editorial.waive_duty", moment, event=duty.event_id, unit=duty.unit_id)
    tell_writers("duty_waived", duty, moment)
    return duty


@transaction.atomic
def link_item(*, record_id: int, event_id: int | None, user: User, at: datetime.datetime | None = None) -> None:
    """Say which event an item reports on; None takes it back. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    if case.record.event_id == event_id:
        return
    left, joined = _duty_of(case.record.event_id), _duty_of(event_id)
    answer = duties.may_link_item(
        case.actor,
        case.item,
        is_cancelled=joined is not None and joined.event.is_cancelled,
        is_settled=left is not None and left.record_id == case.record.pk,
    )
    check(case, answer)
    case.record.event_id = event_id
    case.record.save(update_fields=["event"])
    school_line(case.record.school, user, "editorial.link_item", case.at, item=case.record.pk, event=event_id)
    if joined is not None and not joined.is_settled and case.record.first_published_at is not None:
        _freeze(case, joined, case.record.first_published_at)


def _duty_of(event_id: int | None) -> Duty | None:
    if event_id is None:
        return None
    return locked_duty(Duty.objects.values_list("pk", flat=True).get(event_id=event_id))


def settle(case: Case) -> dict[str, Any]:
    """The item goes on the site: the duty it answers gets its verdict, for good.

    Returns what the ledger line of the posting says of it; nothing for an item without an event.
    """
    record = case.record
    if record.event_id is None or record.is_announcement:
        return {}
    duty = _duty_of(record.event_id)
    assert duty is not None
    if duty.is_settled or duty.event.is_cancelled:
        return {"event": record.event_id}
    _freeze(case, duty, record.first_published_at or case.at)
    return {"event": record.event_id, "due_on": str(duty.due_on), "verdict": duty.verdict}


def _freeze(case: Case, duty: Duty, posted_at: datetime.datetime) -> None:
    passage = passages([case.record])[case.record.pk]
    facts = verdict_facts(case.record, passage, due=duty.due_on, ended_on=ended_on(duty.event), now=posted_at)
    facts = dataclasses.replace(facts, first_published_at=posted_at)
    charter = rules_in_force(case.record.school)
    duty.verdict = verdict(facts, charter, posted_at, zone())
    duty.verdict_facts = to_plain(facts, charter)
    duty.record, duty.settled_at = case.record, case.at
    duty.save(update_fields=["verdict", "verdict_facts", "record", "settled_at"])
