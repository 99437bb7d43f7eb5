"""The tree as plain data, as a page keeps it: what is empty is left out, so it stays small and easy to compare."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from documents.rules.tree import Node
from documents.rules.vocabulary import CITABLE, NodeKind

WORDS = ("label", "heading", "text", "mark", "anchor")


def plain(node: Node) -> dict[str, Any]:
    """A node and all under it as JSON data. Lines of the source are left out: they are no content."""
    data: dict[str, Any] = {"kind": node.kind.value}
    data |= {name: getattr(node, name) for name in WORDS if getattr(node, name)}
    if node.rows:
        data["rows"] = [list(row) for row in node.rows]
    if node.children:
        data["children"] = [plain(child) for child in node.children]
    return data


def node_of(data: Mapping[str, Any]) -> Node:
    """The node again; raises ValueError for a kind that is not known."""
    label, heading, text, mark, anchor = (str(data.get(name, "")) for name in WORDS)
    return Node(
        NodeKind(data.get("kind", "")),
        label,
        heading,
        text,
        mark,
        anchor,
        rows=tuple(tuple(row) for row in data.get("rows", ())),
        children=tuple(node_of(child) for child in data.get("children", ())),
    )


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A node as it stands on the reading page. `depth` counts from 0; `level` is that of a heading, 0 for none."""

    kind: NodeKind
    mark: str
    heading: str
    text: str
    anchor: str
    label: str
    depth: int
    level: int
    rows: tuple[tuple[str, ...], ...] = ()
    is_listed: bool = False
    is_bullet: bool = False
    is_citable: bool = False


HEADED = {
    NodeKind.COVER: 2,
    NodeKind.APPENDIX: 2,
    NodeKind.FORM: 2,
    NodeKind.PART: 2,
    NodeKind.CHAPTER: 2,
    NodeKind.SECTION: 2,
    NodeKind.SUBSECTION: 3,
    NodeKind.ARTICLE: 3,
}
BULLETS = "-–—·•*+"
WITHOUT_LINE = frozenset({NodeKind.DOCUMENT, NodeKind.BODY})


def lines_of(root: Node) -> list[Line]:
    """The whole text as lines in reading order, flat, so that a page of 300 sheets is one loop."""
    found: list[Line] = []
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        shows = node.kind not in WITHOUT_LINE
        if shows:
            found.append(_line(node, depth))
        below = depth + 1 if shows and node.kind not in HEADED else depth
        waiting.extend((child, below) for child in reversed(node.children))
    return found


def _line(node: Node, depth: int) -> Line:
    mark = node.mark.strip()
    bare = mark.lstrip(BULLETS).strip()
    level = HEADED.get(node.kind, 0) if node.heading or node.kind not in {NodeKind.ARTICLE} else 0
    return Line(
        kind=node.kind,
        mark=bare or ("–" if mark else ""),
        heading=node.heading,
        text=node.text,
        anchor=node.anchor,
        label=node.label,
        depth=min(depth, 6),
        level=level,
        rows=node.rows,
        is_listed=node.kind in HEADED and bool(node.label),
        is_bullet=bool(mark) and not bare,
        is_citable=node.kind in CITABLE,
    )
