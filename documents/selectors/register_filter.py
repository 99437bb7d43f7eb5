"""What the register's screen shows of the register, and in which order (A28, A33)."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from documents.rules.validity import Validity
from documents.selectors.register import Entry
from editorial.rules.reviewing import ReviewState

CURRENT, ARCHIVED, EVERY = "current", "archived", "all"
DUE, OVERDUE = "due", "overdue"
LEADING = re.compile(r"[0-9]+")
WORTH = {code: place for place, code in enumerate(Validity)}
SORTS: dict[str, Callable[[Entry], Any]] = {
    "date": lambda row: row.shown.page.issued_on or datetime.date.min,
    "number": lambda row: _number(row.shown.page.number),
    "name": lambda row: row.shown.page.title.casefold(),
    "validity": lambda row: WORTH[row.shown.validity],
    "review": lambda row: row.review.due_on if row.review else datetime.date.max,
}
DOWNWARDS = frozenset({"date"})
"""Orders that begin with the greatest."""


def _number(typed: str) -> tuple[int, str]:
    """A number as people order it: 9 before 10, those without one last."""
    found = LEADING.match(typed)
    return (int(found[0][:18]) if found else 10**18, typed)


@dataclasses.dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked for, as far as it is known; empty where it is not.

    owner: key of a unit; shelf: current, archived or all; sort: a key of SORTS; is_reversed: against its usual way.
    """

    owner: str = ""
    validity: str = ""
    review: str = ""
    reading: str = ""
    shelf: str = CURRENT
    sort: str = "date"
    is_reversed: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out by choice."""
        return bool(self.owner or self.validity or self.review or self.reading or self.shelf == ARCHIVED)


def chosen_of(query: Mapping[str, str], owners: Iterable[int]) -> Chosen:
    """What the address asks for; whatever is unknown asks for nothing."""
    sort = query.get("sort", "")
    return Chosen(
        owner=_known(query.get("owner", ""), {str(pk) for pk in owners}),
        validity=_known(query.get("validity", ""), set(Validity)),
        review=_known(query.get("review", ""), {DUE, OVERDUE}),
        reading=_known(query.get("reading", ""), {"open"}),
        shelf=_known(query.get("shelf", ""), {ARCHIVED, EVERY}) or CURRENT,
        sort=_known(sort.removeprefix("-"), set(SORTS)) or "date",
        is_reversed=sort.startswith("-"),
    )


def _known(value: str, values: Iterable[str]) -> str:
    return value if value in values else ""


def chosen_entries(entries: Iterable[Entry], chosen: Chosen, on: datetime.date) -> list[Entry]:
    """The lines that were asked for, in their order."""
    rows = [row for row in entries if _fits(row, chosen, on)]
    is_down = (chosen.sort in DOWNWARDS) is not chosen.is_reversed
    return sorted(rows, key=SORTS[chosen.sort], reverse=is_down)


def _fits(row: Entry, chosen: Chosen, on: datetime.date) -> bool:
    wanted = {DUE: {ReviewState.SOON, ReviewState.OVERDUE}, OVERDUE: {ReviewState.OVERDUE}}
    return all(
        (
            not chosen.owner or str(row.owner.pk) == chosen.owner,
            not chosen.validity or row.shown.validity == chosen.validity,
            not chosen.review or row.review_state(on) in wanted[chosen.review],
            not chosen.reading or bool(row.call and getattr(row.call, "missing_count", 0)),
            chosen.shelf == EVERY or (row.archived_at is not None) is (chosen.shelf == ARCHIVED),
        )
    )
