"""The tree of a text: what a reader sees as parts, articles, clauses, points."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from documents.rules.lines import tidy
from documents.rules.vocabulary import NUMBERED, NodeKind


@dataclasses.dataclass(frozen=True, slots=True)
class Node:
    """One part of a text with what lies under it.

    `mark` is the beginning as typed ("Điều 1.", "- 3.2.", "·"), `label` what it is called by ("Điều 1",
    "3.2"). In reading order: mark, heading, text, rows of a table, children. `line` and `last_line` are
    those of the source. `anchor` is the address within the page, unique in the document.
    """

    kind: NodeKind
    label: str = ""
    heading: str = ""
    text: str = ""
    mark: str = ""
    anchor: str = ""
    line: int = 0
    last_line: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """This node and all under it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def of_kind(self, *kinds: NodeKind) -> list[Node]:
        """All nodes of these kinds under (and with) this one, in reading order."""
        return [node for node in self.walk() if node.kind in kinds]

    @property
    def is_numbered(self) -> bool:
        """Whether it is one that people cite."""
        return self.kind in NUMBERED

    @property
    def end(self) -> int:
        """The last line of the source that belongs to it or to what lies under it."""
        return max(node.last_line for node in self.walk())


def own_words(node: Node) -> str:
    """What is written in the node itself, in reading order, without its mark."""
    cells = (cell for row in node.rows for cell in row)
    return tidy(" ".join((node.heading, node.text, *cells)))


def heading_of(node: Node) -> str:
    """The heading on its line or, as in forms, the first one under it."""
    inner = (child.text for child in node.children if child.kind is NodeKind.HEADING)
    return node.heading or next(inner, "")


def as_text(node: Node) -> str:
    """The text again, a line for each mark, heading and paragraph, as the readers of plain text take it."""
    return "\n".join(line for part in node.walk() for line in _lines(part))


def _lines(node: Node) -> Iterator[str]:
    if node.rows:
        yield from _table(node)
    elif node.mark or node.heading or node.text:
        first = " ".join(part for part in (node.mark, node.heading or node.text) if part)
        yield from ("", first)
        if node.heading and node.text:
            yield from ("", node.text)


def _table(node: Node) -> Iterator[str]:
    head, *others = (f"| {' | '.join(row)} |" for row in node.rows)
    yield ""
    yield f"{node.mark} {head}" if node.mark else head
    yield f"|{'---|' * len(node.rows[0])}"
    yield from others
