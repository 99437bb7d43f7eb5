"""The duties of a period as they stood at its end: their dates and units from the ledger, not from today."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from editorial.models.clocks import Duty
from editorial.rules.charter import CharterRules
from editorial.rules.events import last_day
from editorial.rules.figure_duties import DutyFact, DutyHead, duty_fact
from editorial.rules.figure_items import Bounds, ItemFact
from editorial.rules.verdicts import Verdict
from editorial.selectors.clocks import zone
from editorial.selectors.figure_lines import ASSIGN_DUTY, CHANGE_EVENT, DUTY_DUE, ENTER_EVENT, SchoolLine
from school.models import School

LONGEST_TIME = datetime.timedelta(days=90)
"""An event that ended longer ago has its due date behind it: 60 days at most, and the days off after them."""
FIELDS = (
    "pk",
    "event_id",
    "event__title",
    "event__starts_on",
    "event__ends_on",
    "event__ends_time",
    "event__created_at",
    "event__cancelled_at",
    "due_on",
    "due_history",
    "unit_id",
    "writer_id",
    "record_id",
    "record__first_published_at",
    "verdict",
    "settled_at",
    "waived_at",
)


def duties_of(
    school: School, items: Iterable[ItemFact], lines: Sequence[SchoolLine], rules: CharterRules, bounds: Bounds
) -> list[DutyFact]:
    """Every duty the period knows of: due or entered in it, or still open at its end; one query."""
    in_reach = Q(due_on__gte=bounds.first_on) | Q(event__ends_on__gte=bounds.first_on - LONGEST_TIME)
    entered = Q(event__created_at__gte=bounds.since) | Q(settled_at=None) | Q(settled_at__gte=bounds.since)
    rows = Duty.objects.filter(in_reach | entered, event__school=school, event__created_at__lt=bounds.until)
    by_event: dict[int, list[ItemFact]] = {}
    for item in items:
        if item.head.event_id is not None:
            by_event.setdefault(item.head.event_id, []).append(item)
    told = Told(lines)
    found = []
    for values in rows.order_by("pk").values_list(*FIELDS).iterator(chunk_size=2000):
        head = told.head(dict(zip(FIELDS, values, strict=True)))
        fact = duty_fact(head, by_event.get(head.event_id, ()), rules, bounds, zone())
        if fact is not None:
            found.append(fact)
    return found


class Told:
    """What the ledger tells of duties and events: each unit and each last day, with the moment."""

    def __init__(self, lines: Iterable[SchoolLine]) -> None:
        self.units: dict[int, list[tuple[datetime.datetime, int | None]]] = {}
        self.last_days: dict[int, list[tuple[datetime.datetime, datetime.date]]] = {}
        for line in lines:
            event_id = line.facts.get("event", 0)
            if line.action in {DUTY_DUE, ASSIGN_DUTY}:
                self.units.setdefault(event_id, []).append((line.at, line.facts.get("unit")))
            elif line.action in {ENTER_EVENT, CHANGE_EVENT}:
                day = datetime.date.fromisoformat(line.facts["ends_on"])
                self.last_days.setdefault(event_id, []).append((line.at, day))

    def head(self, row: dict[str, Any]) -> DutyHead:
        """A duty as the rules see it."""
        event_id = row["event_id"]
        ended_on = last_day(row["event__starts_on"], row["event__ends_on"], row["event__ends_time"])
        return DutyHead(
            duty_id=row["pk"],
            event_id=event_id,
            title=row["event__title"],
            ended_on=ended_on,
            dues=_dues(row),
            unit_id=row["unit_id"],
            units=tuple(self.units.get(event_id, ())),
            last_days=self._last_days(event_id, row["event__ends_on"]),
            writer_id=row["writer_id"],
            record_id=row["record_id"],
            posted_at=row["record__first_published_at"],
            verdict=Verdict(row["verdict"]),
            settled_at=row["settled_at"],
            waived_at=row["waived_at"],
            cancelled_at=row["event__cancelled_at"],
        )

    def _last_days(self, event_id: int, ends_on: datetime.date) -> tuple[tuple[datetime.datetime, datetime.date], ...]:
        """Its last days where it was moved; nothing where it stands as it was entered."""
        days = self.last_days.get(event_id, [])
        return tuple(days) if any(day != ends_on for _at, day in days) else ()


def _dues(row: dict[str, Any]) -> tuple[tuple[datetime.datetime, datetime.date], ...]:
    """Each due date with the moment it was set; the present one where no history was kept."""
    history = row["due_history"] or [{"at": row["event__created_at"].isoformat(), "due_on": str(row["due_on"])}]
    return tuple(
        (datetime.datetime.fromisoformat(line["at"]), datetime.date.fromisoformat(line["due_on"])) for line in history
    )
