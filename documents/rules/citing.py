"""How a clause is named: as a reader cites it, and as the sentences of the board do."""

from __future__ import annotations

import dataclasses
import re

from documents.rules.comparing import Change, Unit, compare, units
from documents.rules.tree import Node, heading_of
from documents.rules.vocabulary import NodeKind

VIETNAMESE = re.compile(r"Đ(\d+(?:\.\d+)*)")
RUSSIAN = re.compile(r"\d{3} §(\d+(?:\.\d+)*)")
ABOVE = frozenset({NodeKind.ARTICLE, NodeKind.CLAUSE, NodeKind.POINT})
WORD = {NodeKind.CLAUSE: "khoản", NodeKind.POINT: "điểm"}


@dataclasses.dataclass(frozen=True, slots=True)
class Clause:
    """A part that can be cited: `label` in full ("Điều 12 khoản 4", "3.3"), its words with what hangs on it."""

    anchor: str
    label: str
    heading: str
    text: str


def clauses_of(root: Node) -> list[Clause]:
    """Every part of a text with a number, in reading order, each with the words that belong to it alone."""
    nodes = {node.anchor: node for node in root.walk() if node.is_numbered}
    labels = labels_of(root)
    own = [unit for unit in units(root) if unit.anchor in nodes]
    return [Clause(unit.anchor, labels[unit.anchor], heading_of(nodes[unit.anchor]), unit.words) for unit in own]


def labels_of(root: Node) -> dict[str, str]:
    """How each numbered part of a text is cited, by its anchor."""
    return dict(_labels(root, ()))


def _labels(node: Node, above: tuple[str, ...]) -> list[tuple[str, str]]:
    found = []
    path = above
    if node.is_numbered:
        name = _name(node, above)
        found.append((node.anchor, name))
        path = (name,) if node.kind in ABOVE else ()
    for child in node.children:
        found += _labels(child, path)
    return found


def _name(node: Node, above: tuple[str, ...]) -> str:
    """A clause with its article, a point with its clause; a Russian clause carries its whole number itself."""
    label = node.label.rstrip(")")
    is_vietnamese = bool(above) and above[0].startswith("Điều") and node.kind in WORD
    if is_vietnamese:
        article = above[0].split(" khoản ")[0] if "." in label and node.kind is NodeKind.CLAUSE else above[0]
        return f"{article} {WORD[node.kind]} {label}"
    return f"{above[0]} {node.label}" if above and node.kind is NodeKind.POINT else node.label


def anchors_named(name: str) -> list[str]:
    """The anchors a name of the board's sentences may mean, the deepest first; none for other words.

    "Đ12.2.1" is Điều 12 khoản 2.1, else khoản 2, else Điều 12; "002 §3.3" is 3.3, else 3.
    """
    if found := VIETNAMESE.fullmatch(name):
        article, *rest = found[1].split(".")
        deeper = ["-".join(rest[:count]) for count in range(len(rest), 0, -1)]
        return [*(f"dieu-{article}-khoan-{figures}" for figures in deeper), f"dieu-{article}"]
    if found := RUSSIAN.fullmatch(name):
        figures = found[1].split(".")
        return [f"p-{'.'.join(figures[:count])}" for count in range(len(figures), 0, -1)]
    return []


def cited_changes(old: Node, new: Node) -> list[Change]:
    """What changed from one edition to the next, each clause named as a reader cites it."""
    before, after = labels_of(old), labels_of(new)
    return [
        dataclasses.replace(change, old=_cited(change.old, before), new=_cited(change.new, after))
        for change in compare(old, new)
    ]


def _cited(unit: Unit | None, labels: dict[str, str]) -> Unit | None:
    return dataclasses.replace(unit, label=labels.get(unit.anchor, unit.label)) if unit else None
