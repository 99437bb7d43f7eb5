"""Where the words somebody looks for stand in a text, in its own letters (B03)."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.words_alike import Placed, composed, first_place, placed_words
from documents.rules.tree_json import Line
from documents.rules.vocabulary import DIVISIONS, NUMBERED

ROOM_BEFORE, ROOM = 90, 280  # letters of an excerpt: before its first hit, and altogether
MOST_HITS = 200
MOST_READ = 6000  # letters of a text that an excerpt is chosen from


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text; `is_hit` where it is what was looked for."""

    text: str
    is_hit: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """A clause that holds all words: its address, how it is cited, the words around the first hit."""

    anchor: str
    label: str
    excerpt: tuple[Piece, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Hits:
    """What was found in a text: the clauses in reading order, and the anchors of the lines that belong to them."""

    clauses: tuple[Hit, ...] = ()
    anchors: frozenset[str] = frozenset()
    count: int = 0


def pieces_of(text: str, wanted: frozenset[str]) -> tuple[Piece, ...]:
    """A text cut at the words in `wanted`; hits beside each other are one piece. Joined it is the composed text."""
    whole = composed(text)
    return tuple(_cut(whole, 0, len(whole), _spans(whole, wanted)))


def excerpt(text: str, wanted: frozenset[str]) -> tuple[Piece, ...]:
    """The part of a text around the first place where most of the words stand together, cut between words."""
    whole = composed(text)
    if len(whole) > MOST_READ:
        whole = _narrowed(whole, wanted)
    words = placed_words(whole)
    spans = _spans(whole, wanted, words)
    first = _densest(words, wanted)
    start = _at_word(words, first - ROOM_BEFORE) if first > ROOM_BEFORE else 0
    end = next((stop for _, stop, _ in reversed(words) if stop <= start + ROOM), len(whole))
    if start + ROOM >= len(whole):
        end = len(whole)
    inner = [span for span in spans if span[0] >= start and span[1] <= end]
    before, behind = [Piece("… ")] if start else [], [Piece(" …")] if end < len(whole) else []
    return (*before, *_cut(whole, start, end, inner), *behind)


def hits_in(lines: Sequence[Line], labels: Mapping[str, str], wanted: frozenset[str]) -> Hits:
    """The clauses of a text that hold all of `wanted`, each with the lines that belong to it alone."""
    if not wanted:
        return Hits()
    found: list[Hit] = []
    anchors: set[str] = set()
    count = 0
    for group in _clauses(lines):
        head = group[0]
        label = labels.get(head.anchor) or head.label
        texts = [label, *(text for line in group for text in _texts(line))]
        if not wanted <= {word for text in texts for _, _, word in placed_words(composed(text))}:
            continue
        count += 1
        anchors.update(line.anchor for line in group)
        if len(found) < MOST_HITS:
            found.append(
                Hit(head.anchor, label or head.heading or head.text[:60], excerpt(" ".join(texts[1:]), wanted))
            )
    return Hits(tuple(found), frozenset(anchors), count)


def _clauses(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines by clause: what has no number belongs to the one above it."""
    group: list[Line] = []
    for line in lines:
        if group and (line.kind in NUMBERED or line.kind in DIVISIONS):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _texts(line: Line) -> list[str]:
    return [text for text in (line.heading, line.text, *(cell for row in line.rows for cell in row)) if text]


def _spans(whole: str, wanted: frozenset[str], words: list[Placed] | None = None) -> list[tuple[int, int]]:
    """Where wanted words stand; those with only spaces between them are one."""
    spans: list[tuple[int, int]] = []
    for start, end, word in placed_words(whole) if words is None else words:
        if word not in wanted:
            continue
        if spans and whole[spans[-1][1] : start].isspace():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _densest(words: list[Placed], wanted: frozenset[str]) -> int:
    """Where the stretch of `ROOM` letters with the most different hits begins; 0 without any."""
    hits = [row for row in words if row[2] in wanted]
    best, most, end = 0, 0, 0
    inside: Counter[str] = Counter()
    for start, _, word in hits:
        while end < len(hits) and hits[end][1] <= start + ROOM - ROOM_BEFORE:
            inside[hits[end][2]] += 1
            end += 1
        if len(inside) > most:
            best, most = start, len(inside)
        inside[word] -= 1
        if inside[word] < 1:
            del inside[word]
    return best


def _narrowed(whole: str, wanted: frozenset[str]) -> str:
    """The part of a long text around the first place of its longest word; found without looking at each word."""
    first = first_place(whole, max(wanted, key=len, default=""))
    start = whole.rfind(" ", 0, max(first - MOST_READ // 2, 0)) + 1
    return whole[start : start + MOST_READ]


def _at_word(words: list[Placed], least: int) -> int:
    return next((start for start, _, _ in words if start >= least), 0)


def _cut(whole: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    at = start
    for first, last in spans:
        if first > at:
            yield Piece(whole[at:first])
        yield Piece(whole[first:last], is_hit=True)
        at = last
    if at < end:
        yield Piece(whole[at:end])
