"""Reminders of documents: to look at them again (Đ7.1 dash 3), to read what was announced (B40).

Each message has a key made of what it is about and its day, so that it goes to a person once,
however often this runs; a new day begins anew.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from documents.actions.acquaintance import path_of
from documents.models import AcquaintanceCall
from documents.rules.acquainting import AcquaintanceReminder, acquaintance_reminder
from documents.selectors.acquaintance import calls_to_remind
from documents.selectors.keeping import Review, reviews
from editorial.models import EditorialRecord, OutboxMessage
from editorial.notifications import looking_after, tell_person
from editorial.rules.reviewing import ReviewReminder, review_reminder
from editorial.rules.vocabulary import Post
from editorial.selectors.people import actor_of
from editorial.selectors.records import rules_in_force
from school.models import School, User
from school.selectors import people_in_post


def remind_of_reviews(school: School, now: datetime.datetime) -> int:
    """Say what is due of the reviews; how many messages were written.

    A month before and on the day its owner's head reads it, a month after the deputies.
    """
    today, said, count = localdate(now), _said(), 0
    for row in reviews(school):
        kind = review_reminder(row.due_on, today)
        key = f"review-{row.record.pk}-{row.due_on}-{kind}"
        if kind is not None and key not in said:
            count += _tell_all(_reviewers(school, row, kind, today), f"review_{kind.value}", row.record, now, key, row)
    return count


def _said() -> set[str]:
    """Keys of the reminders of reviews that were written already."""
    return set(OutboxMessage.objects.filter(key__startswith="review-").values_list("key", flat=True))


@transaction.atomic
def _tell_all(
    people: Iterable[User], kind: str, record: EditorialRecord, now: datetime.datetime, key: str, row: Review
) -> int:
    path = reverse("documents_card", args=[record.pk])
    facts: dict[str, Any] = {"path": path, "due_on": row.due_on.isoformat(), "touched_on": row.touched_on.isoformat()}
    return sum(tell_person(kind, person, now, key=key, record=record, **facts) for person in people)


def _reviewers(school: School, row: Review, kind: ReviewReminder, on: datetime.date) -> list[User]:
    if kind is ReviewReminder.MONTH_AFTER:
        deputies = people_in_post(school, [Post.DEPUTY], on)
        by_field = rules_in_force(school).deputies_by_field
        return [user for user in deputies if not by_field or row.record.unit_id in actor_of(user, on).field_ids]
    return looking_after(row.record.unit, on)


def remind_of_acquaintance(school: School, now: datetime.datetime) -> int:
    """Say on the day before and once it is overdue who has not read; the announcer is told of the latter."""
    today, count = localdate(now), 0
    for call in calls_to_remind(school):
        kind = acquaintance_reminder(call.due_on, today)
        if kind is not None:
            count += _remind_of_call(call, kind, now)
    return count


@transaction.atomic
def _remind_of_call(call: AcquaintanceCall, kind: AcquaintanceReminder, now: datetime.datetime) -> int:
    missing: list[Any] = getattr(call, "missing", [])
    due, record = str(call.due_on), call.page.editorial_record
    name, key = f"acquaintance_{kind.value}", f"acquaintance-{kind.value}-{call.pk}-{due}"
    path = path_of(call)
    count = sum(tell_person(name, row.user, now, key=key, record=record, path=path, due_on=due) for row in missing)
    if kind is AcquaintanceReminder.OVERDUE and call.called_by.is_active:
        facts: dict[str, Any] = {"path": reverse("documents_readers", args=[call.pk]), "count": len(missing)}
        announcer, key = call.called_by, f"{key}-missing"
        count += tell_person("acquaintance_missing", announcer, now, key=key, record=record, due_on=due, **facts)
    return count
