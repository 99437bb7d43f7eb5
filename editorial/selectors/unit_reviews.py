"""The directory of units: when each entry was looked at last, and when it has to be looked at again (A34)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection

from django.db.models import Prefetch, Q
from django.urls import reverse

from editorial.rules.reviewing import STALE_MONTHS, ReviewState, months_after, months_before, review_state
from editorial.selectors.stale import StaleRow
from school.models import School, Unit, UnitMembership

NEAR_MONTHS = 2  # what is looked at more closely: no day is near before that


@dataclasses.dataclass(frozen=True, slots=True)
class UnitReview:
    """An entry of the directory, who belongs to it besides its head, and the day on which the unit looks again."""

    unit: Unit
    people: list[str]
    due_on: datetime.date
    state: ReviewState


def waiting_reviews(school: School, on: datetime.date, unit_ids: Collection[int]) -> list[UnitReview]:
    """These units' entries whose day is near or past; one query where there is none, two however many."""
    looked_at_long_ago = Q(pk__in=unit_ids, reviewed_on__lt=months_before(on, STALE_MONTHS - NEAR_MONTHS))
    return [row for row in _reviews(school, on, looked_at_long_ago) if row.state is not ReviewState.FRESH]


def unit_reviews(school: School, on: datetime.date, unit_ids: Collection[int] | None = None) -> list[UnitReview]:
    """The active units of the school (or these of them), the next due first; two queries however many."""
    return _reviews(school, on, Q() if unit_ids is None else Q(pk__in=unit_ids))


def _reviews(school: School, on: datetime.date, wanted: Q) -> list[UnitReview]:
    members = UnitMembership.objects.in_force(on).select_related("user").order_by("user__full_name", "pk")
    units = Unit.objects.filter(wanted, school=school, is_active=True).select_related("head", "school")
    rows = units.prefetch_related(Prefetch("memberships", members, to_attr="belonging"))
    return sorted((_review(unit, on) for unit in rows), key=lambda row: (row.due_on, row.unit.sort_order, row.unit.pk))


def _review(unit: Unit, on: datetime.date) -> UnitReview:
    belonging: list[UnitMembership] = getattr(unit, "belonging", [])
    people = [str(row.user) for row in belonging if row.user.is_active and row.user_id != unit.head_id]
    due_on = months_after(unit.reviewed_on, STALE_MONTHS)
    return UnitReview(unit, people, due_on, review_state(due_on, on))


def stale_units(school: School, since: datetime.date) -> list[StaleRow]:
    """For the yearly review: entries nobody changed or confirmed since the day; one query."""
    sort, address = str(Unit._meta.verbose_name), reverse("board_unit_reviews")
    units = Unit.objects.filter(school=school, is_active=True, reviewed_on__lt=since)
    return [StaleRow(unit.name, sort, unit.reviewed_on, unit.name, unit.pk, address=address) for unit in units]
