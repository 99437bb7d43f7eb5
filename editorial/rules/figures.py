"""The figures of a report, counted from plain facts (Đ5.3 dash 6, Đ16). Defined one by one in `docs/figures.md`."""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from editorial.rules.figure_duties import DutyFact
from editorial.rules.figure_items import ItemFact
from editorial.rules.figure_terms import (
    CODES,
    ActLine,
    EventLine,
    Figure,
    FigureCode,
    ItemKind,
    MemberLine,
    Part,
    ProvidedTable,
    ReportFigures,
    Step,
    key_of,
)
from editorial.rules.periods import Period
from editorial.rules.quotas import QuotaState, QuotaUsage
from editorial.rules.verdicts import Verdict

__all__ = ["CODES", "FigureCode", "ReportFacts", "figures"]

SECONDS_IN_HOUR = 3600
OF_DOCUMENTS = frozenset(
    {
        FigureCode.REFUSED,
        FigureCode.TAKEN_DOWN,
        FigureCode.FILES_REMOVED,
        FigureCode.HIDDEN,
        FigureCode.RESTORED,
    }
)
NOT_ON_TIME = frozenset(Verdict) - {Verdict.ON_TIME, Verdict.OPEN}


@dataclasses.dataclass(frozen=True, slots=True)
class RequestFact:
    """A visitor's request: of which unit's item, received and answered when (None: not by the end)."""

    request_id: int
    record_id: int
    unit_id: int
    is_received: bool
    is_answered: bool
    is_open: bool
    received_at: datetime.datetime
    answered_at: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class IncidentFact:
    """A ledger line that opens or closes an incident (Đ17 §2)."""

    incident_id: int
    unit_id: int | None
    is_opening: bool
    at: datetime.datetime
    record_id: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class ReportFacts:
    """Everything a report is counted from, as it stood at the end of the period."""

    zone: datetime.tzinfo
    as_of: datetime.datetime
    items: Sequence[ItemFact] = ()
    duties: Sequence[DutyFact] = ()
    quotas: Sequence[QuotaUsage] = ()
    requests: Sequence[RequestFact] = ()
    incidents: Sequence[IncidentFact] = ()
    refusals: tuple[ActLine, ...] = ()
    removals: tuple[ActLine, ...] = ()
    members: tuple[MemberLine, ...] = ()
    begun: tuple[MemberLine, ...] = ()
    ended: tuple[MemberLine, ...] = ()
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    order: tuple[str, ...] = ()
    provided: tuple[ProvidedTable, ...] = ()


class Tally:
    """Counts by code and key. What is counted under several keys of one part is counted once under each."""

    def __init__(self) -> None:
        self.counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))

    def add(self, code: FigureCode, keys: Iterable[str] = (), count: int = 1) -> None:
        """Count under the whole and under each key."""
        for key in ("", *keys):
            self.counts[code.value][key] += count

    def of(self, code: FigureCode, key: str = "") -> int:
        """What was counted so far."""
        return self.counts.get(code.value, {}).get(key, 0)

    def figures(self) -> dict[str, dict[str, Figure]]:
        """The counts as figures, keys in order."""
        return {
            code: {key: Figure(count) for key, count in sorted(counts.items())}
            for code, counts in sorted(self.counts.items())
        }


def figures(facts: ReportFacts, period: Period) -> ReportFigures:
    """The figures of a period. Every count adds up from its parts; nothing is counted twice."""
    tally = Tally()
    for item in facts.items:
        for code, keys in item_counts(item):
            tally.add(code, keys)
    for duty in facts.duties:
        for code, keys in duty_counts(duty):
            tally.add(code, keys)
    _count_quotas(tally, facts.quotas)
    _count_the_rest(tally, facts)
    values = tally.figures()
    values[FigureCode.ON_TIME_RATE.value] = _rates(tally, FigureCode.ON_TIME, _judged(tally))
    owed = tally.counts.get(FigureCode.QUOTA_MONTHS.value, {})
    values[FigureCode.QUOTA_RATE.value] = _rates(tally, FigureCode.QUOTA_MET, owed)
    values.update(_hours(facts.items))
    return ReportFigures(
        period=period,
        zone=str(facts.zone),
        as_of=facts.as_of,
        values=values,
        names=facts.names,
        order=facts.order,
        events=event_lines(facts.duties, facts.zone),
        refusals=facts.refusals,
        removals=facts.removals,
        members=facts.members,
        begun=facts.begun,
        ended=facts.ended,
        provided=facts.provided,
    )


Count = tuple[FigureCode, tuple[str, ...]]


def keys_of_item(item: ItemFact) -> tuple[str, ...]:
    """The one key of each part under which an item is counted."""
    return (
        key_of(Part.UNIT, item.head.unit_id),
        key_of(Part.CATEGORY, item.category),
        key_of(Part.KIND, item.head.kind.value),
        key_of(Part.CLASS, item.content_class),
    )


def item_counts(item: ItemFact) -> list[Count]:
    """Every figure an item is counted in, with its keys; each figure once.

    A document of the register is no item of news: its own app counts it, here only what was refused or removed.
    """
    keys = keys_of_item(item)
    switches = {
        FigureCode.HANDED_IN: item.is_handed_in,
        FigureCode.POSTED: item.is_posted,
        FigureCode.UPDATED: item.is_updated,
        FigureCode.CORRECTIONS: item.is_corrected,
        FigureCode.RETURNED: bool(item.returns),
        FigureCode.WITHDRAWN: item.is_withdrawn,
        FigureCode.RESTORED: item.is_restored,
        FigureCode.WITH_UNIT: item.is_with_unit,
    }
    grounds = {
        FigureCode.REFUSED: item.refused_ground if item.refused_at else None,
        FigureCode.TAKEN_DOWN: item.taken_down_ground,
        FigureCode.HIDDEN: item.hidden_ground,
    }
    found = [(code, keys) for code, is_so in switches.items() if is_so]
    found += [(code, (*keys, key_of(Part.GROUND, ground))) for code, ground in grounds.items() if ground is not None]
    found += [(FigureCode.RETURNS, keys)] * len(item.returns)
    found += [(FigureCode.FILES_REMOVED, (*keys, key_of(Part.GROUND, ground))) for ground in item.removed.values()]
    if item.is_in_progress:
        found.append((FigureCode.IN_PROGRESS, (*keys, key_of(Part.STATE, item.work.value))))
    if item.head.kind is ItemKind.DOCUMENT:
        return [(code, own) for code, own in found if code in OF_DOCUMENTS]
    return found


def duty_counts(duty: DutyFact) -> list[Count]:
    """Every figure a duty is counted in, with its keys."""
    unit = key_of(Part.UNIT, duty.unit_id or 0)
    found: list[Count] = []
    if duty.is_counted:
        found.append((FigureCode.DUTIES, (unit, key_of(Part.VERDICT, duty.verdict.value))))
        if duty.verdict is Verdict.ON_TIME:
            found.append((FigureCode.ON_TIME, (unit,)))
        if duty.verdict in NOT_ON_TIME:
            found.append((FigureCode.LATE, (unit, key_of(Part.VERDICT, duty.verdict.value))))
    if duty.is_waived:
        found.append((FigureCode.WAIVED, (unit,)))
    if duty.is_open:
        found.append((FigureCode.OPEN_DUTIES, (unit, key_of(Part.DUE, "past" if duty.is_past_due else "ahead"))))
    return found


def _count_quotas(tally: Tally, quotas: Iterable[QuotaUsage]) -> None:
    for usage in quotas:
        unit = key_of(Part.UNIT, usage.unit_id)
        tally.add(FigureCode.QUOTA_OWED, [unit], usage.owed)
        tally.add(FigureCode.QUOTA_POSTED, [unit], usage.published)
        tally.add(FigureCode.QUOTA_MONTHS, [unit], int(usage.state is not QuotaState.NOT_COUNTED))
        tally.add(FigureCode.QUOTA_MET, [unit], int(usage.state is QuotaState.MET))


def _count_the_rest(tally: Tally, facts: ReportFacts) -> None:
    for request in facts.requests:
        unit = key_of(Part.UNIT, request.unit_id)
        tally.add(FigureCode.REQUESTS_RECEIVED, [unit], int(request.is_received))
        tally.add(FigureCode.REQUESTS_ANSWERED, [unit], int(request.is_answered))
        tally.add(FigureCode.REQUESTS_OPEN, [unit], int(request.is_open))
    for incident in facts.incidents:
        code = FigureCode.INCIDENTS_OPENED if incident.is_opening else FigureCode.INCIDENTS_CLOSED
        tally.add(code, [key_of(Part.UNIT, incident.unit_id or 0)])
    tally.add(FigureCode.MEMBERS, (), len(facts.members))
    tally.add(FigureCode.MEMBERS_BEGUN, (), len(facts.begun))
    tally.add(FigureCode.MEMBERS_ENDED, (), len(facts.ended))


def _judged(tally: Tally) -> dict[str, int]:
    """Duties with a verdict, by unit: on time or late; what is still in time is left out."""
    on_time = tally.counts.get(FigureCode.ON_TIME.value, {})
    late = tally.counts.get(FigureCode.LATE.value, {})
    keys = {key for key in (*on_time, *late) if not key.startswith(f"{Part.VERDICT.value}:")}
    return {key: on_time.get(key, 0) + late.get(key, 0) for key in keys}


def _rates(tally: Tally, code: FigureCode, wholes: Mapping[str, int]) -> dict[str, Figure]:
    return {key: share(tally.of(code, key), whole) for key, whole in sorted({"": 0, **wholes}.items())}


def share(numerator: int, denominator: int) -> Figure:
    """A share to a tenth of a percent, half up; None of nothing."""
    if denominator == 0:
        return Figure(None, numerator, 0)
    return Figure((2000 * numerator + denominator) // (2 * denominator) / 1000, numerator, denominator)


def nearest_rank(values: Sequence[int], percent: int) -> int:
    """The smallest value that at least `percent` of 100 of the values do not exceed. Values are not empty."""
    rank = -(-percent * len(values) // 100)
    return sorted(values)[max(rank, 1) - 1]


def in_hours(seconds: int) -> float:
    """Hours to one decimal, half up."""
    return (20 * seconds + SECONDS_IN_HOUR) // (2 * SECONDS_IN_HOUR) / 10


def _hours(items: Iterable[ItemFact]) -> dict[str, dict[str, Figure]]:
    """Median and 90th percentile of the time at each step, and of how many items."""
    by_step: dict[Step, list[int]] = {}
    for item in items:
        for step, seconds in item.seconds.items():
            by_step.setdefault(step, []).append(seconds)
    times = {key_of(Part.STAGE, step.value): by_step[step] for step in Step if step in by_step}
    return {
        FigureCode.HOURS_COUNT.value: {key: Figure(len(rows)) for key, rows in times.items()},
        FigureCode.HOURS_MEDIAN.value: {
            key: Figure(in_hours(nearest_rank(rows, 50)), None, len(rows)) for key, rows in times.items()
        },
        FigureCode.HOURS_P90.value: {
            key: Figure(in_hours(nearest_rank(rows, 90)), None, len(rows)) for key, rows in times.items()
        },
    }


def event_lines(duties: Iterable[DutyFact], zone: datetime.tzinfo) -> tuple[EventLine, ...]:
    """The duties of the period as lines, in order of their due dates."""
    lines = [
        EventLine(
            duty_id=duty.head.duty_id,
            record_id=duty.record_id,
            title=duty.head.title,
            ended_on=duty.ended_on,
            due_on=duty.due_on,
            posted_on=duty.posted_at.astimezone(zone).date() if duty.posted_at else None,
            unit_id=duty.unit_id,
            verdict=duty.verdict,
        )
        for duty in duties
        if duty.is_counted
    ]
    return tuple(sorted(lines, key=lambda line: (line.due_on, line.duty_id)))
