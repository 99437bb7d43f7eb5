"""Faults of typing that a reader stumbles over: they are kept as they are, and told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.rules.lines import Source, SourceLine, Warned
from documents.rules.vocabulary import WarningCode

INNER_TAB = re.compile(r"\S\t+\S")
CYRILLIC_STRANGE = re.compile(r"[\u0450\u045d]|[а-яё][a-z]|[a-z][а-яё]", re.IGNORECASE)
REPEATED = re.compile(r"\b([^\W\d_]{2,}(?: [^\W\d_]+)?) \1\b", re.IGNORECASE)


def typing_faults(source: Source) -> Iterator[Warned]:
    """Tabs for spaces, letters of another alphabet in a word, quotation marks without their pair, double words."""
    for line in source.lines:
        if not line.cells:
            yield from _of_line(line)


def _of_line(line: SourceLine) -> Iterator[Warned]:
    if INNER_TAB.search(line.text):
        yield Warned(WarningCode.TABS_AS_SPACES, line.number)
    if strange := CYRILLIC_STRANGE.search(line.text):
        yield Warned(WarningCode.STRANGE_LETTER, line.number, strange[0])
    if line.text.count("«") > line.text.count("»") + _left_open(line.text):
        yield Warned(WarningCode.UNBALANCED_QUOTES, line.number)
    if repeated := REPEATED.search(line.text):
        yield Warned(WarningCode.REPEATED_WORD, line.number, repeated[1])


def _left_open(text: str) -> int:
    """A quotation may go on in the next line where the sentence does."""
    return 0 if text.rstrip()[-1:] in {".", ";", ":"} else 1
