"""How items went through the board, as the clocks see it: steps, returns, time with the unit."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping

from editorial.models.chain import Clearance, EditorialRecord
from editorial.models.ledger import LedgerEntry
from editorial.rules.verdicts import VerdictFacts
from editorial.rules.vocabulary import Stage, Verb

NO_TIME = datetime.timedelta(0)
STEPS = {f"editorial.{verb.value}": verb for verb in (Verb.HAND_IN, Verb.FORWARD, Verb.RETURN)}


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """The steps of one item until it was first posted.

    forwarded_at: the last forwarding; returned_count: returns to the unit; away: from each such
    return until it was handed in again, None while it still lies there.
    """

    forwarded_at: datetime.datetime | None = None
    cleared_at: datetime.datetime | None = None
    returned_count: int = 0
    away: tuple[tuple[datetime.datetime, datetime.datetime | None], ...] = ()

    def time_with_unit(self, now: datetime.datetime) -> datetime.timedelta:
        """How long the unit had it after its returns."""
        return sum(((until or now) - since for since, until in self.away), NO_TIME)


def passages(records: Iterable[EditorialRecord]) -> dict[int, Passage]:
    """The passage of each item; two queries however many there are."""
    rows = {row.pk: row for row in records}
    lines: dict[int, list[LedgerEntry]] = {pk: [] for pk in rows}
    for line in LedgerEntry.objects.filter(record_id__in=rows, action__in=STEPS).order_by("seq"):
        lines[line.record_id or 0].append(line)
    cleared = _clearances(rows)
    return {pk: _passage(row, lines[pk], cleared.get(pk)) for pk, row in rows.items()}


def _clearances(rows: Mapping[int, EditorialRecord]) -> dict[int, datetime.datetime]:
    """The last release of each item before it was first posted."""
    found: dict[int, datetime.datetime] = {}
    for pk, at in (
        Clearance.objects.filter(record_id__in=rows).order_by("cleared_at").values_list("record_id", "cleared_at")
    ):
        if _counts(rows[pk], at):
            found[pk] = at
    return found


def _counts(record: EditorialRecord, at: datetime.datetime) -> bool:
    return record.first_published_at is None or at <= record.first_published_at


def _passage(record: EditorialRecord, lines: list[LedgerEntry], cleared_at: datetime.datetime | None) -> Passage:
    counted = [line for line in lines if _counts(record, line.at)]
    forwarded = [line.at for line in counted if STEPS[line.action] is Verb.FORWARD]
    away: list[tuple[datetime.datetime, datetime.datetime | None]] = []
    for line in counted:
        verb = STEPS[line.action]
        if verb is Verb.RETURN and line.payload.get("next_stage") != Stage.EDITING:
            away.append((line.at, None))
        elif verb is not Verb.RETURN and away and away[-1][1] is None:
            away[-1] = (away[-1][0], line.at)
    return Passage(forwarded[-1] if forwarded else None, cleared_at, len(away), tuple(away))


def verdict_facts(
    record: EditorialRecord | None,
    passage: Passage,
    *,
    due: datetime.date,
    ended_on: datetime.date,
    now: datetime.datetime,
) -> VerdictFacts:
    """The facts of a verdict at `now`; `record` is None when nothing was handed in."""
    return VerdictFacts(
        due=due,
        ended_on=ended_on,
        first_handed_in_at=record.first_handed_in_at if record else None,
        forwarded_at=passage.forwarded_at,
        cleared_at=passage.cleared_at,
        first_published_at=record.first_published_at if record else None,
        returned_count=passage.returned_count,
        time_with_unit=passage.time_with_unit(now),
    )
