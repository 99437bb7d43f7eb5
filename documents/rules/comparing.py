"""Two editions of a text, clause by clause: changed, added, removed, moved under another label."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from difflib import SequenceMatcher
from enum import StrEnum

from documents.rules.tree import Node, own_words
from documents.rules.vocabulary import DIVISIONS

LEAST_WORDS_MOVED = 3
MOST_COMPARED = 9_000_000  # pairs of words: two clauses of 3,000 words each, some six sheets; longer ones stand whole


class ChangeKind(StrEnum):
    """What happened to a clause."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class WordState(StrEnum):
    """What happened to a run of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """A run of words that share one fate."""

    text: str
    state: WordState


@dataclasses.dataclass(frozen=True, slots=True)
class Unit:
    """A numbered part with its own words and those of its paragraphs, bullets and tables."""

    anchor: str
    label: str
    words: str
    place: int


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """One line of a comparison. `old` and `new` as they stood; None where there was none."""

    kind: ChangeKind
    old: Unit | None
    new: Unit | None

    @property
    def marked(self) -> tuple[Words, ...]:
        """The words with what was added and removed."""
        return marked_words(self.old.words if self.old else "", self.new.words if self.new else "")


def units(root: Node) -> list[Unit]:
    """The numbered parts of a text in reading order; what has no number belongs to the one above it."""
    found: list[tuple[Node, list[str]]] = []

    def collect(node: Node, own: list[str] | None) -> None:
        if own is None or node.is_numbered or node.kind in DIVISIONS:
            own = []
            found.append((node, own))
        own.append(own_words(node))
        for child in node.children:
            collect(child, own)

    collect(root, None)
    texts = ((node, " ".join(word for word in words if word)) for node, words in found)
    return [
        Unit(node.anchor, node.label, text, place)
        for place, (node, text) in enumerate(texts)
        if node.is_numbered or text
    ]


def compare(old: Node, new: Node) -> list[Change]:
    """What changed from one edition to the next, in the order of the new one; what was removed stands last."""
    before, after = {unit.anchor: unit for unit in units(old)}, {unit.anchor: unit for unit in units(new)}
    rest_old = [unit for anchor, unit in before.items() if not _is_same(unit, after.get(anchor))]
    rest_new = [unit for anchor, unit in after.items() if not _is_same(unit, before.get(anchor))]
    moved = _moved(rest_old, rest_new)
    gone, come = {one.anchor for one, _ in moved}, {two.anchor for _, two in moved}
    left_old = {unit.anchor: unit for unit in rest_old if unit.anchor not in gone}
    left_new = {unit.anchor: unit for unit in rest_new if unit.anchor not in come}
    changes = [Change(ChangeKind.MOVED, one, two) for one, two in moved]
    changes += [Change(ChangeKind.CHANGED, left_old[key], left_new[key]) for key in left_new if key in left_old]
    changes += [Change(ChangeKind.ADDED, None, unit) for key, unit in left_new.items() if key not in left_old]
    changes += [Change(ChangeKind.REMOVED, unit, None) for key, unit in left_old.items() if key not in left_new]
    return sorted(changes, key=_place)


def _is_same(unit: Unit, other: Unit | None) -> bool:
    return other is not None and unit.words == other.words


def _place(change: Change) -> tuple[bool, int]:
    unit = change.new or change.old
    assert unit is not None
    return change.new is None, unit.place


def _moved(old: list[Unit], new: list[Unit]) -> list[tuple[Unit, Unit]]:
    """Texts that stand under another label now; several alike are taken in their order."""
    places: dict[str, list[Unit]] = defaultdict(list)
    for unit in new:
        places[unit.words].append(unit)
    found = []
    for unit in old:
        if len(unit.words.split()) >= LEAST_WORDS_MOVED and places[unit.words]:
            found.append((unit, places[unit.words].pop(0)))
    return found


def marked_words(old: str, new: str) -> tuple[Words, ...]:
    """Old and new words in one row, each run kept, removed or added."""
    first, second = old.split(), new.split()
    if len(first) * len(second) > MOST_COMPARED:
        return tuple(Words(text, state) for text, state in ((old, WordState.REMOVED), (new, WordState.ADDED)) if text)
    found = []
    for _, start, end, from_, to in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if first[start:end] == second[from_:to]:
            found.append(Words(" ".join(first[start:end]), WordState.KEPT))
            continue
        if end > start:
            found.append(Words(" ".join(first[start:end]), WordState.REMOVED))
        if to > from_:
            found.append(Words(" ".join(second[from_:to]), WordState.ADDED))
    return tuple(found)
