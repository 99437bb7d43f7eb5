"""What a reader found, written as the plain text that a document keeps; read again it is the same tree.

In a text of paragraphs each line is one; a line that begins with a space goes on with the line above. Tables are
those of Markdown, footnotes begin with "[^1]:". What the reader set aside is left out.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import Any

from documents.rules.corrections import corrections_of
from documents.rules.lines import Aside, Source, SourceLine, by_line, remaining, source_of
from documents.rules.reading import Regulation, read_regulation
from documents.rules.vocabulary import AsideReason

SEPARATORS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")  # signs that no database and no page takes
NOTE = re.compile(r"\[\^\d+\]:\s")


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """A source as text. `places`: the line of the text by that of the source, for lines that are in it."""

    text: str
    are_paragraphs: bool
    places: dict[int, int]


def text_of(source: Source) -> Written:
    """The source as plain text."""
    pieces = by_line(source.asides)
    are_paragraphs = any(line.is_whole for line in source.lines)
    written: list[str] = []
    places: dict[int, int] = {}
    before: SourceLine | None = None
    notes = itertools.count(1)
    for line in source.lines:
        kept = _clean(remaining(line.text, pieces.get(line.number, ())))
        if not kept.strip() and line.text.strip():
            continue
        places[line.number] = len(written) + 1
        goes_on = are_paragraphs and before is not None and not before.is_whole and bool(written[-1].strip())
        written.extend(_lines(line, kept, before, notes, goes_on=goes_on) if are_paragraphs else [kept])
        before = line
    return Written("\n".join(written), are_paragraphs, places)


def _clean(text: str) -> str:
    return CONTROL.sub("", SEPARATORS.sub(" ", text))


def _lines(line: SourceLine, kept: str, before: SourceLine | None, notes: Any, *, goes_on: bool) -> list[str]:
    if line.cells:
        cells = kept.split("\t")
        is_first = before is None or not before.cells or not before.text.strip()
        return [_row(cells), *([f"|{'---|' * len(cells)}"] if is_first else [])]
    if line.is_note:
        return [f"[^{next(notes)}]: {kept.lstrip()}"]
    return [f" {kept.lstrip()}" if goes_on else kept.lstrip()]


def _row(cells: list[str]) -> str:
    written = (" ".join(cell.split()).replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(written)} |"


def source_of_paragraphs(text: str) -> Source:
    """The source of a text whose lines are paragraphs."""
    rows = text.split("\n")
    lines, asides = [], []
    for number, (row, following) in enumerate(itertools.pairwise([*rows, ""]), start=1):
        mark = NOTE.match(row)
        is_whole = not (following[:1] in {" ", "\t"} and following.strip())
        lines.append(SourceLine(number, row, is_whole=is_whole, is_note=mark is not None))
        if mark is not None:
            asides.append(Aside(number, 0, mark[0].rstrip(), AsideReason.MARKUP))
    return Source(tuple(lines), tuple(asides))


def source_of_text(text: str, *, are_paragraphs: bool) -> Source:
    """The source of a stored text."""
    return source_of_paragraphs(text) if are_paragraphs else source_of(text)


def read_text_again(text: str, data: Any) -> Regulation:
    """The tree of a stored text; `data` are its corrections as they are stored."""
    told = corrections_of(data)
    return read_regulation(source_of_text(text, are_paragraphs=told.are_paragraphs), told.language, told.lines)
