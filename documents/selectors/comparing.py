"""Editions side by side: any two of them, and what each changed (B38)."""

from __future__ import annotations

import dataclasses

from documents.models.documents import OfficialDocumentPage
from documents.rules.citing import cited_changes
from documents.rules.comparing import Change
from documents.selectors.editions import Edition, editions, trees_of

MOST_TOLD = 10  # editions whose changes are listed


@dataclasses.dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions of a document and what the later one changed; `every` are all there are, the first first."""

    every: list[Edition]
    before: Edition
    after: Edition
    changes: list[Change]


def comparison(page: OfficialDocumentPage, first: str, second: str) -> Comparison | None:
    """The editions with these numbers, as typed, the earlier one first; the last two where they name none.

    None for a document that has one edition only.
    """
    every = editions(page)
    if len(every) < 2:
        return None
    chosen = sorted({number for number in (_number(first, every), _number(second, every)) if number})
    if len(chosen) < 2:
        chosen = [chosen[0] - 1, chosen[0]] if chosen and chosen[0] > 1 else [len(every) - 1, len(every)]
    before, after = (every[number - 1] for number in chosen)
    trees = trees_of([before, after])
    return Comparison(every, before, after, cited_changes(trees[before.number], trees[after.number]))


def _number(typed: str, every: list[Edition]) -> int:
    """The number of an edition that there is, else 0."""
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else 0
    return number if number <= len(every) else 0


def edition_changes(every: list[Edition]) -> list[tuple[Edition, list[Change]]]:
    """The last editions, the newest first, each with what it changed; nothing for the first. One query."""
    told = every[-MOST_TOLD - 1 :]
    trees = trees_of(told)
    rows = [
        (
            edition,
            cited_changes(trees[edition.number - 1], trees[edition.number]) if edition.number - 1 in trees else [],
        )
        for edition in told
    ]
    return rows[::-1][:MOST_TOLD]
