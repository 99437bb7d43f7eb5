"""Tables in plain text: those of Markdown, and lines with the same tabs under a head (rules 5 and 6)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from documents.rules.lines import Aside, Source, SourceLine, ends_sentence
from documents.rules.vocabulary import AsideReason

MARKDOWN_ROW = re.compile(r"^\s*(?:[-–·•*+]\s+)?\|.*\|\s*$")
RULED = r"\s*(?::-+:?|-{2,}:?)\s*"
MARKDOWN_RULE = re.compile(rf"^(?:[-–·•*+]\s+)?\|?(?:{RULED}\|)+(?:{RULED})?$")
NUMBERED_OR_BULLET = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,3})*[.)]\s|[-–—·•]\s|[^\W\d_]\)\s)")
STROKE = re.compile(r"(?<!\\)\|")  # "\|" is a stroke that is written, not drawn
LAYOUT = re.compile(r"(?<!\\)\||\\(?=\|)")
LONGEST_HEAD = 60


def with_tables(source: Source) -> Source:
    """The same source, the rows of its tables told apart; the strokes between cells are set aside."""
    lines = list(source.lines)
    asides = list(source.asides)
    for first, last in (*_markdown_runs(source.lines), *_tab_runs(source.lines)):
        for index in range(first, last):
            lines[index], found = _as_row(lines[index])
            asides.extend(found)
    return dataclasses.replace(source, lines=tuple(lines), asides=tuple(asides))


def _as_row(line: SourceLine) -> tuple[SourceLine, list[Aside]]:
    """A line with its cells, and the strokes of it."""
    if MARKDOWN_RULE.match(line.text.strip()):
        return line, [Aside(line.number, 0, line.text, AsideReason.MARKUP)]
    if not MARKDOWN_ROW.match(line.text.strip()):
        return dataclasses.replace(line, cells=tuple(cell.strip() for cell in line.text.split("\t"))), []
    cells = tuple(" ".join(cell.split()).replace(r"\|", "|") for cell in STROKE.split(line.text)[1:-1])
    strokes = [Aside(line.number, sign.start(), sign[0], AsideReason.MARKUP) for sign in LAYOUT.finditer(line.text)]
    return dataclasses.replace(line, cells=cells), strokes


def _markdown_runs(lines: tuple[SourceLine, ...]) -> Iterator[tuple[int, int]]:
    """First and behind-last index of the tables of Markdown: two rows or more, or one with a ruled line."""
    for first, last in _runs([bool(MARKDOWN_ROW.match(line.text.strip())) and not line.cells for line in lines]):
        if last - first > 1:
            yield first, last


def _tab_runs(lines: tuple[SourceLine, ...]) -> Iterator[tuple[int, int]]:
    """Runs of lines with the same number of tabs whose first is a head; tabs between words are spaces."""
    counts = [0 if line.cells else line.text.strip().count("\t") for line in lines]
    index = 0
    while index < len(lines):
        end = index + 1
        while counts[index] and end < len(lines) and counts[end] == counts[index]:
            end += 1
        if end - index > 1 and all(_has_cells(line) for line in lines[index:end]) and _is_head(lines[index]):
            yield index, end
        index = end


def _has_cells(line: SourceLine) -> bool:
    cells = [cell.strip() for cell in line.text.strip().split("\t")]
    return all(cells)


def _is_head(line: SourceLine) -> bool:
    """Short names of columns, each beginning with a capital or "№", none a sentence."""
    if NUMBERED_OR_BULLET.match(line.text):
        return False
    cells = [cell.strip() for cell in line.text.strip().split("\t")]
    return all(
        len(cell) <= LONGEST_HEAD and (cell[0].isupper() or cell[0] == "№") and not ends_sentence(cell)
        for cell in cells
    )


def _runs(flags: list[bool]) -> Iterator[tuple[int, int]]:
    first = None
    for index, flag in enumerate([*flags, False]):
        if flag and first is None:
            first = index
        elif not flag and first is not None:
            yield first, index
            first = None
