"""The yearly look at each entry of the directory of units: said to be still right, or reminded of (A34)."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import demand
from editorial.actions.ledger import append
from editorial.models import OutboxMessage
from editorial.notifications import looking_after, tell_person
from editorial.rules.reviewing import ReviewReminder, may_confirm_unit, review_reminder
from editorial.rules.vocabulary import Post
from editorial.selectors.people import fresh_actor
from editorial.selectors.unit_reviews import UnitReview, unit_reviews
from school.models import School, Unit, User
from school.selectors import people_in_post


@transaction.atomic
def confirm_unit(*, unit_id: int, user: User, at: datetime.datetime | None = None) -> Unit:
    """Somebody of the unit or of the board looked: name, head and people are still right for a year.

    Said twice on one day it counts once. Raises RuleRefused, Unit.DoesNotExist.
    """
    moment = at or clock_now()
    day = localdate(moment)
    unit = Unit.objects.select_for_update().get(pk=unit_id, is_active=True)
    demand(may_confirm_unit(fresh_actor(user.pk, day), unit.pk))
    if unit.reviewed_on == day:
        return unit
    before, unit.reviewed_on = unit.reviewed_on, day
    unit.save(update_fields=["reviewed_on"])
    append(
        action="school.confirm_unit",
        at=moment,
        school_id=unit.school_id,
        actor_id=user.pk,
        payload={"row": unit.pk, "looked_at_before": before.isoformat()},
    )
    return unit


def remind_of_units(school: School, now: datetime.datetime) -> int:
    """Say which entries are due: to the unit a month before and on the day, to the secretaries a month after.

    Each once; how many messages were written.
    """
    said = set(OutboxMessage.objects.filter(key__startswith="unit-review-").values_list("key", flat=True))
    return sum(_remind(row, now, said) for row in unit_reviews(school, localdate(now)))


def _remind(row: UnitReview, now: datetime.datetime, said: set[str]) -> int:
    today = localdate(now)
    kind = review_reminder(row.due_on, today)
    key = f"unit-review-{row.unit.pk}-{row.due_on}-{kind}"
    if kind is None or key in said:
        return 0
    is_late = kind is ReviewReminder.MONTH_AFTER
    people = people_in_post(row.unit.school, [Post.SECRETARY], today) if is_late else looking_after(row.unit, today)
    name = "unit_review_late" if is_late else "unit_review"
    facts: dict[str, Any] = {
        "path": reverse("board_unit_reviews"),
        "unit": row.unit.name,
        "due_on": row.due_on.isoformat(),
    }
    return sum(tell_person(name, person, now, key=key, **facts) for person in people)
