"""Reminders of duties and quotas, and the line for what was missed (Đ7.1 dash 2, Đ13.2, Đ14.1).

Each message has a key made of what it is about and the due date, so that it goes to a person once,
however often this runs; a moved due date begins anew.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from editorial.actions.desk import school_line
from editorial.actions.duties import locked_duty, state_of, tell_writers, told_of
from editorial.models.clocks import Duty
from editorial.models.outbox import OutboxMessage
from editorial.notifications import tell_person
from editorial.rules.duties import TO_UNIT, DutyState, ReminderKind, reminders_due
from editorial.rules.quotas import QuotaUsage, quota_reminder
from editorial.rules.vocabulary import Post
from editorial.selectors.clocks import DutyRow, duty_facts, duty_rows, people_of_unit
from editorial.selectors.quotas import quota_table
from school.models import School, Unit
from school.selectors import people_in_post

logger = logging.getLogger(__name__)
REMEMBERED = datetime.timedelta(days=60)


def remind(school: School, now: datetime.datetime) -> Iterator[str]:
    """Everything that has to be said at `now`; the kinds, each said once.

    What is older than `REMEMBERED` was said long ago and is left to the lists.
    """
    said = said_before(now)
    for row in duty_rows(school, now, first=localdate(now) - REMEMBERED, is_open=True):
        yield from _attempt(row, now, said)
    yield from _remind_of_quotas(school, now, said)


def _attempt(row: DutyRow, now: datetime.datetime, said: set[str]) -> list[str]:
    try:
        return list(_remind_of(row, now, said))
    except Exception:  # whatever is wrong with one duty, the others go on
        logger.exception("duty %s", row.duty.pk)
        return []


def _remind_of(row: DutyRow, now: datetime.datetime, said: set[str]) -> Iterator[str]:
    for kind in reminders_due(duty_facts(row.duty, row.record), localdate(now)):
        if _remind_of_duty(row.duty, kind, now, said):
            yield f"duty_{kind.value}"
    if row.state is DutyState.MISSED and row.duty.missed_at is None and _note_missed(row.duty.pk, now):
        yield "duty_missed"


def said_before(now: datetime.datetime) -> set[str]:
    """Keys of the reminders that were written already."""
    rows = OutboxMessage.objects.filter(created_at__gte=now - 2 * REMEMBERED).exclude(key="")
    return set(rows.values_list("key", flat=True))


def _remind_of_duty(duty: Duty, kind: ReminderKind, now: datetime.datetime, said: set[str]) -> bool:
    name = f"duty_{kind.value}"
    key = f"{name}-{duty.pk}-{duty.due_on}"
    if key in said:
        return False
    if kind in TO_UNIT:
        tell_writers(name, duty, now, key)
        return True
    with transaction.atomic():
        for person in people_in_post(duty.event.school, [Post.DEPUTY], localdate(now)):
            tell_person(name, person, now, key=key, unit=str(duty.unit or ""), **told_of(duty))
    return True


@transaction.atomic
def _note_missed(duty_id: int, now: datetime.datetime) -> bool:
    """The due date ended and nothing was handed in: one line in the ledger, for the reports."""
    duty = locked_duty(duty_id)
    if duty.missed_at is not None or state_of(duty, now) is not DutyState.MISSED:
        return False
    duty.missed_at = now
    duty.save(update_fields=["missed_at"])
    facts = {"event": duty.event_id, "unit": duty.unit_id, "due_on": str(duty.due_on)}
    school_line(duty.event.school, None, "editorial.duty_missed", now, **facts)
    return True


def _remind_of_quotas(school: School, now: datetime.datetime, said: set[str]) -> Iterator[str]:
    today = localdate(now)
    for line in quota_table(school, [(today.year, today.month)], now):
        usage = line.usages[0]
        day = quota_reminder(usage, today)
        if day is None:
            continue
        key = f"quota-{line.unit.pk}-{day}"
        if key not in said:
            _tell_of_quota(line.unit, usage, now, key)
            yield "quota_short"


@transaction.atomic
def _tell_of_quota(unit: Unit, usage: QuotaUsage, now: datetime.datetime, key: str) -> None:
    year, month = usage.month
    for person in people_of_unit(unit, localdate(now)):
        told: dict[str, Any] = {"unit": unit.short_name, "count": usage.still_owed, "month": f"{month:02}/{year}"}
        tell_person("quota_short", person, now, key=key, **told)
