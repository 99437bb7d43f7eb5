"""One duty in one period: whether it counts there, whose it was, and its verdict at the period's end (Đ14.1)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from typing import TypeVar

from editorial.rules.charter import CharterRules
from editorial.rules.figure_items import Bounds, ItemFact
from editorial.rules.figure_terms import ItemKind
from editorial.rules.verdicts import Verdict, VerdictFacts, verdict
from editorial.rules.vocabulary import WorkState

Held = TypeVar("Held")
NO_ANSWER = frozenset({WorkState.DRAFT, WorkState.WITHDRAWN, WorkState.REFUSED})


@dataclasses.dataclass(frozen=True, slots=True)
class DutyHead:
    """A duty as the records and the ledger keep it, whatever the period.

    dues: each due date it had with the moment it was set, oldest first; units: each unit it was laid
    on, alike; last_days: each last day its event had, alike. verdict is the frozen one, of the item
    record_id that settled it at settled_at.
    """

    duty_id: int
    event_id: int
    title: str
    ended_on: datetime.date
    dues: tuple[tuple[datetime.datetime, datetime.date], ...]
    unit_id: int | None
    units: tuple[tuple[datetime.datetime, int | None], ...] = ()
    last_days: tuple[tuple[datetime.datetime, datetime.date], ...] = ()
    writer_id: int | None = None
    record_id: int | None = None
    posted_at: datetime.datetime | None = None
    verdict: Verdict = Verdict.OPEN
    settled_at: datetime.datetime | None = None
    waived_at: datetime.datetime | None = None
    cancelled_at: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class DutyFact:
    """A duty as it stood at the end of a period.

    is_counted: its due date lies in the period, or it was entered in it after its due date; each
    duty is counted in one period. is_open: not settled at the end, the event over.
    """

    head: DutyHead
    due_on: datetime.date
    ended_on: datetime.date
    unit_id: int | None
    verdict: Verdict
    record_id: int | None
    posted_at: datetime.datetime | None
    is_counted: bool
    is_waived: bool
    is_open: bool
    is_past_due: bool


def duty_fact(
    head: DutyHead, items: Sequence[ItemFact], charter: CharterRules, bounds: Bounds, zone: datetime.tzinfo
) -> DutyFact | None:
    """The fact of one duty; None when it was not there by the end, or its event was cancelled.

    `items` are the items about its event that the period knows of.
    """
    dues = [(at, due) for at, due in head.dues if bounds.had(at)]
    if not dues or bounds.had(head.cancelled_at):
        return None
    entered_on, due_on = dues[0][0].astimezone(zone).date(), dues[-1][1]
    is_settled, is_waived = bounds.had(head.settled_at), bounds.had(head.waived_at)
    item = _answer(head, items, is_settled)
    ended_on = _as_of(head.last_days, head.ended_on, bounds)
    return DutyFact(
        head=head,
        due_on=due_on,
        ended_on=ended_on,
        unit_id=_as_of(head.units, head.unit_id, bounds),
        verdict=head.verdict if is_settled else _verdict(item, due_on, ended_on, charter, bounds, zone),
        record_id=head.record_id if is_settled else item.head.record_id if item else None,
        posted_at=head.posted_at if is_settled else item.posted_at if item else None,
        is_counted=not is_waived and bounds.first_on <= max(due_on, entered_on) <= bounds.last_on,
        is_waived=is_waived and bounds.holds(head.waived_at),
        is_open=not is_settled and not is_waived and ended_on <= _last_day(bounds, zone),
        is_past_due=due_on < bounds.until.astimezone(zone).date(),
    )


def _last_day(bounds: Bounds, zone: datetime.tzinfo) -> datetime.date:
    """The last local day of which something lies within."""
    return (bounds.until - datetime.timedelta(microseconds=1)).astimezone(zone).date()


def _as_of(history: Iterable[tuple[datetime.datetime, Held]], otherwise: Held, bounds: Bounds) -> Held:
    """What held at the end; `otherwise` where no line says."""
    found = otherwise
    for at, value in history:
        found = value if bounds.had(at) else found
    return found


def _answer(head: DutyHead, items: Sequence[ItemFact], is_settled: bool) -> ItemFact | None:
    if is_settled:
        return None
    answers = [row for row in items if row.handed_in_at and row.head.kind is ItemKind.ARTICLE]
    answers = [row for row in answers if row.work not in NO_ANSWER]
    return min(answers, key=_first, default=None)


def _first(item: ItemFact) -> tuple[bool, datetime.datetime, int]:
    """Posted items before others, the earliest first."""
    at = item.posted_at or item.handed_in_at
    assert at is not None
    return item.posted_at is None, at, item.head.record_id


def _verdict(
    item: ItemFact | None,
    due_on: datetime.date,
    ended_on: datetime.date,
    charter: CharterRules,
    bounds: Bounds,
    zone: datetime.tzinfo,
) -> Verdict:
    """What the verdict of an unsettled duty was at the end of the period."""
    facts = VerdictFacts(due=due_on, ended_on=ended_on)
    if item is not None:
        away = item.passage.away
        facts = VerdictFacts(
            due=due_on,
            ended_on=ended_on,
            first_handed_in_at=item.handed_in_at,
            forwarded_at=item.passage.forwarded_at,
            cleared_at=item.passage.cleared_at,
            first_published_at=item.posted_at,
            returned_count=len(away),
            time_with_unit=sum(((until or bounds.until) - since for since, until in away), datetime.timedelta(0)),
        )
    return verdict(facts, charter, bounds.until, zone)
