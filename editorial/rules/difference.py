"""What changed between two versions of an item, word by word."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Mapping

TOKEN = re.compile(r"\s+|\w+|[^\w\s]", re.UNICODE)


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: 'same', 'added' or 'removed'."""

    kind: str
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """One place of the item that differs; `place` as in `Content.texts` or `Content.fixed`."""

    place: str
    pieces: tuple[Piece, ...]


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """Every place that differs, in the order of the later version, removed places last."""
    places = [*after, *(place for place in before if place not in after)]
    return tuple(
        Change(place, compare(before.get(place, ""), after.get(place, "")))
        for place in places
        if before.get(place, "") != after.get(place, "")
    )


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both texts in reading order, removed words before the added ones."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    pieces: list[Piece] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(old[start:end])))
            continue
        if end > start:
            pieces.append(Piece("removed", "".join(old[start:end])))
        if new_end > new_start:
            pieces.append(Piece("added", "".join(new[new_start:new_end])))
    return tuple(pieces)
