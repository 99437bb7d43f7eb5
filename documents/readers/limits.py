"""How much of a text is read. 300 pages have some 10,000 lines and a million letters."""

from __future__ import annotations

import re
import unicodedata

from documents.readers.refusals import Fault, refused
from documents.rules.lines import Aside, Source, SourceLine
from documents.rules.vocabulary import AsideReason

MAX_TEXT_BYTES = 12 * 1024 * 1024
MAX_LETTERS = 5_000_000
MAX_LINES = 30_000
MAX_LINE = 50_000
MAX_PAGES = 600
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u061c\ufeff\u202a-\u202e\u2066-\u2069]")


def demand_bearable(source: Source) -> None:
    """Raises ReadingRefused for a text that is empty, or larger than any regulation."""
    if not any(line.text.strip() for line in source.lines):
        raise refused(Fault.EMPTY)
    if len(source.lines) > MAX_LINES or sum(len(line.text) for line in source.lines) > MAX_LETTERS:
        raise refused(Fault.TOO_LONG)
    if any(len(line.text) > MAX_LINE for line in source.lines):
        raise refused(Fault.LONG_LINE)


def composed(text: str) -> str:
    """One way of writing each letter (NFC), and no half surrogates, which no database takes."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole)


def invisible_pieces(line: SourceLine) -> list[Aside]:
    """Signs nobody sees: soft hyphens, signs without width, and those that turn the direction of writing."""
    found = INVISIBLE.finditer(line.text)
    return [Aside(line.number, sign.start(), sign[0], AsideReason.INVISIBLE) for sign in found]
