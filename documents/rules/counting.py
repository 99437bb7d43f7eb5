"""Documents in the board's report: how many of each type and body, and how fast they came onto the portal (Đ16)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from editorial.rules.figures import nearest_rank

HALF = 50


@dataclasses.dataclass(frozen=True, slots=True)
class RegisteredFact:
    """A document as it was first posted. issued_on: the day on the paper; posted_on: local day; None where unknown."""

    kind: str
    body: str
    posted_on: datetime.date
    issued_on: datetime.date | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class RegisteredLine:
    """Documents of one type and body; days from issue to posting, None where no day of issue is known.

    median_days: by nearest rank; most_days: of the slowest. A paper dated after its posting took no days.
    """

    kind: str
    body: str
    count: int
    median_days: int | None
    most_days: int | None


def registered_lines(facts: Iterable[RegisteredFact]) -> list[RegisteredLine]:
    """One line for each type and body, by their codes."""
    groups: dict[tuple[str, str], list[RegisteredFact]] = {}
    for fact in facts:
        groups.setdefault((fact.kind, fact.body), []).append(fact)
    return [_line(kind, body, rows) for (kind, body), rows in sorted(groups.items())]


def all_lines(facts: Sequence[RegisteredFact]) -> RegisteredLine:
    """The whole: every document in one line."""
    return _line("", "", facts)


def days_to_posting(fact: RegisteredFact) -> int | None:
    """Days from the day on the paper to the posting; 0 for a paper dated later, None without a day of issue."""
    return max((fact.posted_on - fact.issued_on).days, 0) if fact.issued_on else None


def _line(kind: str, body: str, facts: Sequence[RegisteredFact]) -> RegisteredLine:
    days = [took for fact in facts if (took := days_to_posting(fact)) is not None]
    median, most = (nearest_rank(days, HALF), max(days)) if days else (None, None)
    return RegisteredLine(kind, body, len(facts), median, most)
