"""A tree while it is being built, and what a line may open in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Protocol

from documents.rules.corrections import Said
from documents.rules.lines import Row
from documents.rules.vocabulary import NodeKind

CLAUSE, POINT, ITEM, LEAF = 10, 20, 30, 40
RANKS = {
    NodeKind.RECIPIENTS: 1,
    NodeKind.SIGNATURE: 1,
    NodeKind.STAMP: 1,
    NodeKind.PART: 2,
    NodeKind.CHAPTER: 3,
    NodeKind.SECTION: 4,
    NodeKind.SUBSECTION: 5,
    NodeKind.ARTICLE: 6,
    NodeKind.CLAUSE: CLAUSE,
    NodeKind.POINT: POINT,
    NodeKind.ITEM: ITEM,
}


@dataclasses.dataclass(slots=True, eq=False)
class Draft:
    """A node that can still grow. `rank`: what has a lower one may hold it. `is_told`: a person said what it is."""

    kind: NodeKind
    rank: int = LEAF
    label: str = ""
    mark: str = ""
    heading: str = ""
    text: str = ""
    line: int = 0
    last_line: int = 0
    rows: list[tuple[str, ...]] = dataclasses.field(default_factory=list)
    children: list[Draft] = dataclasses.field(default_factory=list)
    is_told: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Opening:
    """What a line begins. `rest`: what follows the mark; a heading if `heads`. `awaits`: a heading may follow."""

    kind: NodeKind
    mark: str = ""
    label: str = ""
    rest: str = ""
    rank: int = LEAF
    heads: bool = False
    awaits: bool = False


@dataclasses.dataclass(slots=True)
class Context:
    """Where the builder stands when it asks the grammar."""

    rows: list[Row]
    kind: NodeKind
    articles: frozenset[int] = frozenset()  # numbers of all lines that look like one
    has_roman: bool = False
    index: int = 0
    stack: list[Draft] = dataclasses.field(default_factory=list)
    before: str = ""  # the text (no heading) that the row may continue
    last: dict[NodeKind, int] = dataclasses.field(default_factory=dict)
    listed: int = 0  # the last number of a list "1." "2." inside a clause
    has_title: bool = False
    has_subject: bool = False  # "О проведении …", under the number of an order
    is_ended: bool = False  # recipients or signature have begun
    said: Mapping[int, Said] = dataclasses.field(default_factory=dict)  # what a person said, by line

    @property
    def is_cover(self) -> bool:
        """Whether it is the order that puts the text into force."""
        return self.kind is NodeKind.COVER

    @property
    def in_head(self) -> bool:
        """Whether nothing numbered has begun yet."""
        return not self.last

    def holder(self, *kinds: NodeKind) -> Draft | None:
        """The innermost open node of these kinds."""
        return next((draft for draft in reversed(self.stack) if draft.kind in kinds), None)

    def following(self, count: int = 1) -> list[Row]:
        """The next rows."""
        return self.rows[self.index + 1 : self.index + 1 + count]


class Grammar(Protocol):
    """One language's way of numbering."""

    def opening(self, row: Row, context: Context) -> Opening | None:
        """What the row opens; None for text."""

    def in_title(self, row: Row, title: Draft, context: Context) -> bool:
        """Whether the row is still of the title."""


def placed(kind: NodeKind, mark: str, label: str, rest: str, *, depth: int = 0, heads: bool = False) -> Opening:
    """An opening of a kind that has its place in the tree; deeper ones of a kind have a greater `depth`."""
    return Opening(kind, mark, label, rest, RANKS[kind] + depth, heads, heads and not rest)
