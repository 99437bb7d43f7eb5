"""The facts a board proposes commendations from: units and authors, what speaks for and against (Đ17 §1)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from editorial.rules.figure_duties import DutyFact
from editorial.rules.figure_items import ItemFact
from editorial.rules.figure_terms import ItemKind
from editorial.rules.merit_terms import AGAINST, MOST_POINTS, MeritFact
from editorial.rules.quotas import QuotaState, QuotaUsage
from editorial.rules.verdicts import Verdict
from editorial.rules.vocabulary import ContentClass, RefusalGround

JUDGED = frozenset(Verdict) - {Verdict.OPEN}
DECIDED = frozenset({QuotaState.MET, QuotaState.SHORT})
"""Months of the quota that are over or met; one that still runs or has not begun says nothing yet."""
UNITS_DELAY = frozenset({Verdict.LATE_UNIT, Verdict.NO_ITEM})
"""Delays that lie with who writes; what the board decided or posted late is not held against a unit."""


class Band(StrEnum):
    """What points amount to, as school contests grade them."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    AVERAGE = "average"
    WEAK = "weak"


LEAST_OF = ((90, Band.EXCELLENT), (80, Band.GOOD), (70, Band.FAIR), (50, Band.AVERAGE), (0, Band.WEAK))


@dataclasses.dataclass(frozen=True, slots=True)
class MeritLine:
    """One unit's or author's facts in a period; `owner_id` is the unit's or the account's number.

    months, months_met: of the quota, 0 for authors and units that owe none; judged, on_time: duties
    with a verdict, and those done on time; the rest are counts. points: 0 to 100 with one decimal,
    None while the charter weighs nothing.
    """

    owner_id: int
    months: int = 0
    months_met: int = 0
    judged: int = 0
    on_time: int = 0
    items: int = 0
    topical: int = 0
    overdue: int = 0
    untrue: int = 0
    fault: int = 0
    points: float | None = None

    @property
    def band(self) -> Band | None:
        """What the points amount to; None without points."""
        if self.points is None:
            return None
        return next(band for least, band in LEAST_OF if self.points >= least)


def has_points(weights: Mapping[str, int]) -> bool:
    """Whether the charter weighs any fact."""
    return any(weights.values())


def points(line: MeritLine, weights: Mapping[str, int]) -> float | None:
    """The weighted sum of a line's facts, from 0 to 100, to one decimal half up; None where nothing weighs.

    Shares count in full where all was met; a share of nothing counts nothing.
    """
    if not has_points(weights):
        return None
    shares = {
        MeritFact.MONTHS_MET: (line.months_met, line.months),
        MeritFact.ON_TIME: (line.on_time, line.judged),
    }
    tenths = sum(_rounded(10 * weights[fact] * part, whole) for fact, (part, whole) in shares.items() if whole)
    for fact in MeritFact:
        if fact not in shares:
            tenths += (-10 if fact in AGAINST else 10) * weights[fact] * int(getattr(line, fact.value))
    return min(max(tenths, 0), 10 * MOST_POINTS) / 10


def _rounded(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)


def unit_lines(
    items: Sequence[ItemFact],
    duties: Sequence[DutyFact],
    quotas: Sequence[QuotaUsage],
    weights: Mapping[str, int],
) -> list[MeritLine]:
    """Every unit with a fact, the most items first."""
    owing = [usage for usage in quotas if usage.state in DECIDED]
    ids = {row.head.unit_id for row in items} | {row.unit_id for row in owing}
    ids |= {row.unit_id for row in duties if row.unit_id is not None}
    lines = []
    for unit_id in sorted(ids):
        months = [usage for usage in owing if usage.unit_id == unit_id]
        line = MeritLine(
            unit_id,
            months=len(months),
            months_met=sum(usage.state is QuotaState.MET for usage in months),
            **_of_items(row for row in items if row.head.unit_id == unit_id),
            **_of_duties(row for row in duties if row.unit_id == unit_id),
        )
        lines.append(_weighed(line, weights))
    return _ordered(lines)


def author_lines(items: Sequence[ItemFact], duties: Sequence[DutyFact], weights: Mapping[str, int]) -> list[MeritLine]:
    """Every author with a fact, the most items first.

    A duty is the author's whose item answers it; without an item, the person's who was named to write.
    """
    authors = {row.head.record_id: row.head.author_id for row in items}
    owners = {row.head.duty_id: authors.get(row.record_id or 0) or row.head.writer_id for row in duties}
    ids = {who for who in (*authors.values(), *owners.values()) if who}
    lines = [
        MeritLine(
            author_id,
            **_of_items(row for row in items if row.head.author_id == author_id),
            **_of_duties(row for row in duties if owners[row.head.duty_id] == author_id),
        )
        for author_id in sorted(ids)
    ]
    return _ordered(_weighed(line, weights) for line in lines)


def _of_items(items: Iterable[ItemFact]) -> dict[str, int]:
    rows = [row for row in items if row.head.kind is not ItemKind.DOCUMENT]
    posted = [row for row in rows if row.is_posted]
    return {
        "items": len(posted),
        "topical": sum(row.content_class == ContentClass.THEME for row in posted),
        "untrue": sum(row.refused_ground == RefusalGround.UNTRUE for row in rows),
        "fault": sum(row.is_faulty and row.taken_down_ground is not None for row in rows),
    }


def _of_duties(duties: Iterable[DutyFact]) -> dict[str, int]:
    judged = [row for row in duties if row.is_counted and row.verdict in JUDGED]
    return {
        "judged": len(judged),
        "on_time": sum(row.verdict is Verdict.ON_TIME for row in judged),
        "overdue": sum(row.verdict in UNITS_DELAY for row in judged),
    }


def _weighed(line: MeritLine, weights: Mapping[str, int]) -> MeritLine:
    return dataclasses.replace(line, points=points(line, weights))


def _ordered(lines: Iterable[MeritLine]) -> list[MeritLine]:
    """Lines in which anything happened; most points, then most items first."""
    said = [line for line in lines if any((line.months, line.judged, line.items, line.untrue, line.fault))]
    return sorted(said, key=lambda line: (-(line.points or 0), -line.items, line.owner_id))
