"""What units may see of each other, and what became of the items they sent."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.models import Page

from editorial.models.chain import Decision, EditorialRecord
from editorial.models.guard import GuardedType
from editorial.models.ledger import LedgerEntry
from editorial.rules.people import Actor
from editorial.rules.vocabulary import IN_CHAIN, PublicState, Verb, WorkState

OFF_THE_SITE = frozenset({PublicState.HIDDEN, PublicState.TAKEN_DOWN, PublicState.ARCHIVED})
GROUPS: dict[str, Q] = {
    "under_way": Q(work_state__in=sorted(IN_CHAIN)),
    "to_fix": Q(work_state=WorkState.RETURNED),
    "posted": Q(work_state=WorkState.PUBLISHED) & ~Q(public_state__in=sorted(OFF_THE_SITE)),
    "refused": Q(work_state=WorkState.REFUSED),
    "off": Q(public_state__in=sorted(OFF_THE_SITE)),
    "withdrawn": Q(work_state=WorkState.WITHDRAWN),
}


def visible_pages(actor: Actor) -> QuerySet[Page]:
    """Pages a person may meet in lists of the back office; `desk_rules.may_see` for many at once.

    What is public, sections without text of their own, items of the person's units and his own;
    for the board also everything that was handed in (Đ4.1, Đ15.2).
    """
    if not actor.is_active:
        return Page.objects.none()
    seen = Q(live=True) | ~Q(content_type_id__in=GuardedType.objects.values("content_type_id"))
    seen |= Q(owner_id=actor.id)
    seen |= Q(editorial_record__unit_id__in=actor.unit_ids) | Q(editorial_record__created_by_id=actor.id)
    if actor.is_board:
        handed_in = Q(editorial_record__isnull=False) & ~Q(editorial_record__work_state=WorkState.DRAFT)
        seen |= handed_in
    return Page.objects.filter(seen)


def sent_records(unit_ids: Iterable[int], group: str = "") -> QuerySet[EditorialRecord]:
    """Everything these units ever handed in, what moved last first; `group` is a key of GROUPS."""
    records = EditorialRecord.objects.filter(unit_id__in=unit_ids, first_handed_in_at__isnull=False)
    if group:
        records = records.filter(GROUPS[group])
    return records.select_related("unit", "editor").order_by("-state_since", "-pk")


@dataclasses.dataclass(frozen=True, slots=True)
class Fate:
    """What became of one item: its last act, and the words of whoever returned or refused it."""

    record: EditorialRecord
    act: str
    act_at: Any
    actor_name: str
    ground: str
    note: str


def fates(records: Iterable[EditorialRecord]) -> list[Fate]:
    """The last act and the last judgement on each item, in three queries."""
    rows = list(records)
    ids = [row.pk for row in rows]
    lines = LedgerEntry.objects.filter(record_id__in=ids).order_by("seq")
    last = {line.record_id: line for line in lines}
    names = _names({line.actor_id for line in last.values() if line.actor_id})
    judged = Decision.objects.filter(record_id__in=ids, act__in=[Verb.RETURN, Verb.REFUSE])
    judgements = {row.record_id: row for row in judged.order_by("decided_at", "pk")}
    return [_fate(row, last.get(row.pk), judgements.get(row.pk), names) for row in rows]


def _names(ids: Iterable[int]) -> dict[int, str]:
    people = get_user_model().objects.filter(pk__in=list(ids))
    return {person.pk: person.get_full_name() for person in people}


def _fate(record: EditorialRecord, line: LedgerEntry | None, judgement: Decision | None, names: dict[int, str]) -> Fate:
    told = judgement if record.work in {WorkState.RETURNED, WorkState.REFUSED} else None
    ground = told.ground if told else ""
    if record.public in OFF_THE_SITE:
        ground = record.public_ground
    return Fate(
        record=record,
        act=line.action.removeprefix("editorial.") if line else "",
        act_at=line.at if line else None,
        actor_name=names.get(line.actor_id or 0, "") if line else "",
        ground=ground,
        note=told.note if told else "",
    )


__all__ = ["GROUPS", "Fate", "fates", "sent_records", "visible_pages"]
