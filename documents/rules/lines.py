"""The source as lines, what is set aside from it, and what a line looks like."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable

from documents.rules.vocabulary import AsideReason, WarningCode

FINAL = frozenset(".;:!?…")
CLOSERS = "»”\"')]"
LONG_LINE = 60
SMALL_START = re.compile(r"^[«“(„]?[^\W\d_]")
CONTENTS_LINE = re.compile(r"(?:(?<!\.)\.{4,}+|(?<!…)…{2,}+|(?<!\. )(?:\. ){4,}+|(?<!\t)\t++)\s*\d{1,3}\s*$")
RULE_LINE = re.compile(r"^[\s\-–—=*~]{3,}$")
MARKDOWN_HEADING = re.compile(r"^\s*(#{1,6})\s")
BOLD = re.compile(r"(?<!\*)\*\*(?!\*)|(?<!_)__(?=[^\W_])|(?<=[^\W_])__(?!_)")


@dataclasses.dataclass(frozen=True, slots=True)
class SourceLine:
    """One line or paragraph as the reader found it; `number` counts from 1, `page` too (0: no pages).

    `is_whole`: a paragraph of its own, so that the next line is not simply its continuation.
    `cells`: the row of a table, whose `text` is the cells parted by tabs. `is_note`: a footnote.
    """

    number: int
    text: str
    page: int = 0
    is_whole: bool = False
    cells: tuple[str, ...] = ()
    is_note: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Aside:
    """A piece of a source line that is not in the tree; `column` counts from 0 in the line's text."""

    line: int
    column: int
    text: str
    reason: AsideReason


@dataclasses.dataclass(frozen=True, slots=True)
class Warned:
    """Something a person should look at. `within`: the label of the part it stands in."""

    code: WarningCode
    line: int
    label: str = ""
    within: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """What a reader hands over. Each line is here once, also those set aside as a whole."""

    lines: tuple[SourceLine, ...]
    asides: tuple[Aside, ...] = ()
    warnings: tuple[Warned, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """A line as the grammar sees it: one space between words, nothing set aside left in it.

    `gap`: 0 follows at once, 1 a paragraph of its own, 2 after an empty line. `is_cut`: ends within a word.
    """

    number: int
    text: str
    gap: int = 0
    cells: tuple[str, ...] = ()
    is_note: bool = False
    is_cut: bool = False


def source_of(text: str) -> Source:
    """The source of a plain text, for tests and for what somebody typed."""
    return Source(tuple(SourceLine(number, line) for number, line in enumerate(text.split("\n"), start=1)))


def tidy(text: str) -> str:
    """One space between words, none at the ends; tabs are spaces."""
    return " ".join(text.split())


def remaining(text: str, pieces: Iterable[Aside]) -> str:
    """The text of a line without the pieces set aside from it."""
    for piece in sorted(pieces, key=lambda piece: -piece.column):
        text = text[: piece.column] + text[piece.column + len(piece.text) :]
    return text


def by_line(asides: Iterable[Aside]) -> dict[int, list[Aside]]:
    """The pieces set aside, by line number."""
    found: dict[int, list[Aside]] = defaultdict(list)
    for aside in asides:
        found[aside.line].append(aside)
    return found


def rows_of(source: Source, asides: Iterable[Aside]) -> list[Row]:
    """What is left to read: lines with something in them."""
    pieces = by_line(asides)
    rows, gap = [], 2
    for line in source.lines:
        own = pieces.get(line.number, [])
        text = tidy(remaining(line.text, own))
        if not text:
            gap = gap if line.text.strip() else 2
            continue
        rows.append(Row(line.number, text, gap, _cells(line, own), line.is_note, _is_cut(line, own)))
        gap = int(line.is_whole)
    return rows


def _cells(line: SourceLine, pieces: list[Aside]) -> tuple[str, ...]:
    """Its cells without invisible signs, each of which is set aside wherever it stands in the line."""
    unseen = str.maketrans("", "", "".join(piece.text for piece in pieces if piece.reason is AsideReason.INVISIBLE))
    return tuple(cell.translate(unseen) for cell in line.cells)


def _is_cut(line: SourceLine, pieces: list[Aside]) -> bool:
    """Whether the hyphen at its end was taken away."""
    end = len(line.text.rstrip())
    return any(piece.reason is AsideReason.HYPHEN and piece.column == end - 1 for piece in pieces)


def markup_asides(source: Source) -> list[Aside]:
    """Signs that set the text but are not of it: "#" and "**" of Markdown, drawn lines, tables of contents."""
    contents = set(contents_lines(source))
    found: list[Aside] = []
    for line in source.lines:
        if line.cells:
            continue
        if line.number in contents:
            found.append(Aside(line.number, 0, line.text, AsideReason.CONTENTS))
        elif RULE_LINE.match(line.text):
            found.append(Aside(line.number, 0, line.text, AsideReason.RULE))
        else:
            found.extend(_markdown(line))
    return found


def _markdown(line: SourceLine) -> list[Aside]:
    found = []
    if heading := MARKDOWN_HEADING.match(line.text):
        found.append(Aside(line.number, heading.start(1), heading[1], AsideReason.MARKUP))
    bold = list(BOLD.finditer(line.text))
    if len(bold) % 2 == 0:
        found.extend(Aside(line.number, sign.start(), sign[0], AsideReason.MARKUP) for sign in bold)
    return found


def contents_lines(source: Source) -> list[int]:
    """Lines of a table of contents: at least three in a row that end in dots (or a tab) and a page number."""
    found: list[int] = []
    run: list[int] = []
    for line in [*source.lines, SourceLine(0, "end")]:
        if CONTENTS_LINE.search(line.text) and not line.cells:
            run.append(line.number)
        elif line.text.strip():
            found.extend(run if len(run) >= 3 else ())
            run = []
    return found


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop, semicolon, colon or the like."""
    return text.rstrip(CLOSERS + " ")[-1:] in FINAL or text.endswith("./.")


def ends_with_stop(text: str) -> bool:
    """Whether the text ends as a sentence does; a colon or semicolon is no end."""
    return text.rstrip(CLOSERS + " ")[-1:] in {".", "!", "?", "…"}


def is_capitals(text: str) -> bool:
    """Whether every letter of the text is a capital."""
    return any(letter.isalpha() for letter in text) and text == text.upper()


def starts_small(text: str) -> bool:
    """Whether the text goes on rather than begins: a small letter, or an opening quotation mark."""
    return text[:1] == "«" or text[:1].islower()
