"""The board's events as lists, and one event with everything about it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.timezone import localdate

from core.folding import fold
from editorial.models.chain import EditorialRecord
from editorial.models.clocks import Duty, Event
from editorial.rules.duties import DutyState, duty_state
from editorial.selectors.clocks import DutyRow, answer_of, duty_facts, duty_rows, with_items
from school.models import School

MOST_ITEMS = 100
BEFORE_THE_EVENT = datetime.timedelta(days=14)


@dataclasses.dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted; `is_past` chooses the list, the rest narrows it."""

    is_past: bool = False
    kind: str = ""
    unit_id: int | None = None
    words: str = ""


def events_of(school: School, wanted: EventFilter, today: datetime.date) -> QuerySet[Event]:
    """Upcoming events, the next one first, or past ones, the last one first."""
    events = Event.objects.filter(school=school)
    if wanted.kind:
        events = events.filter(kind=wanted.kind)
    if wanted.unit_id:
        events = events.filter(pk__in=Event.units.through.objects.filter(unit=wanted.unit_id).values("event_id"))
    if wanted.words.strip():
        events = events.filter(pk__in=_titled(events, wanted.words))
    if wanted.is_past:
        return events.filter(ends_on__lt=today).order_by("-ends_on", "-pk")
    return events.filter(ends_on__gte=today).order_by("starts_on", "starts_time", "pk")


def _titled(events: QuerySet[Event], words: str) -> list[int]:
    """Events whose title has these words, typed with or without marks; the same on every database."""
    wanted = " ".join(fold(words).split())
    return [pk for pk, title in events.values_list("pk", "title") if wanted in " ".join(fold(title).split())]


def states_of(events: Iterable[Event], now: datetime.datetime) -> dict[int, tuple[Duty, DutyState]]:
    """The duty of each event and where it stands; two queries."""
    duties = with_items(Duty.objects.filter(event_id__in=[event.pk for event in events]))
    today = localdate(now)
    return {duty.event_id: (duty, duty_state(duty_facts(duty, answer_of(duty)), today)) for duty in duties}


def duty_of_event(event: Event, now: datetime.datetime) -> DutyRow:
    """The duty with its verdict and its reasons."""
    rows = duty_rows(event.school, now, first=event.ends_on, last=event.ends_on)
    return next(row for row in rows if row.duty.event_id == event.pk)


def items_of_event(event: Event) -> list[EditorialRecord]:
    """Everything that was written about it, its announcement first."""
    records = EditorialRecord.objects.filter(event=event).select_related("unit")
    return list(records.order_by("-is_announcement", "first_handed_in_at", "pk"))


def items_without_event(event: Event) -> list[int]:
    """Items handed in about that time that report on no event yet, the newest first."""
    since = datetime.datetime.combine(event.starts_on - BEFORE_THE_EVENT, datetime.time.min, tzinfo=datetime.UTC)
    records = EditorialRecord.objects.filter(school=event.school_id, event=None, first_handed_in_at__gte=since)
    records = records.filter(is_notice=False, is_announcement=False, is_document=False, is_standing=False)
    records = records.order_by("-first_handed_in_at", "-pk")
    return list(records.values_list("pk", flat=True)[:MOST_ITEMS])


def entered_before(school: School, uids: Iterable[str]) -> set[str]:
    """Which keys of an imported schedule are in the calendar already."""
    known = Event.objects.filter(school=school, uid__in=[uid for uid in uids if uid])
    return set(known.values_list("uid", flat=True))
