"""Plain text and Markdown, in UTF-8, UTF-16 or the older alphabets of the two countries."""

from __future__ import annotations

import re

from documents.readers.limits import MAX_LINE, MAX_LINES, MAX_TEXT_BYTES, composed, invisible_pieces
from documents.readers.refusals import Fault, refused
from documents.rules.lines import Source, SourceLine, Warned
from documents.rules.vocabulary import WarningCode

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1b\x7f]")
LETTER_BYTES = re.compile(rb"[A-Za-z\x80-\xff]")
HIGH_BYTES = re.compile(rb"[\x80-\xff]")
MOSTLY = 0.5
FEWEST_ZEROS = 20  # one letter in twenty is a space or figure; fewer zeros are signs that no text has
LINE_END = re.compile(r"\r\n|\r|\n|\x85|\u2028|\u2029")


def read_text(data: bytes) -> Source:
    """The lines as they stand; a form feed begins a new page. Raises ReadingRefused."""
    if len(data) > MAX_TEXT_BYTES:
        raise refused(Fault.TOO_BIG)
    text, guessed = _decoded(data)
    if text.count("\n") > MAX_LINES:
        raise refused(Fault.TOO_LONG)
    if len(text) > MAX_LINE and "\n" not in text:
        raise refused(Fault.LONG_LINE)
    if CONTROL.search(text):
        raise refused(Fault.NOT_TEXT)
    lines = tuple(_lines(composed(text)))
    warnings = (Warned(WarningCode.GUESSED_ENCODING, 1, guessed),) if guessed else ()
    return Source(lines, tuple(piece for line in lines for piece in invisible_pieces(line)), warnings)


def _lines(text: str) -> list[SourceLine]:
    pages = text.count("\f")
    page, lines = 1 if pages else 0, []
    for number, line in enumerate(LINE_END.split(text), start=1):
        page += line.count("\f") if pages else 0
        lines.append(SourceLine(number, line.replace("\f", " "), page))
    return lines


def _decoded(data: bytes) -> tuple[str, str]:
    """The text, and the alphabet if it had to be guessed."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _with(data, name), ""
    if wide := _wide(data):
        return _with(data, wide), wide
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        guessed = _guess(data)
        return _with(data, guessed), guessed


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: the zeros of its spaces and figures stand at every second place only."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    is_frequent = max(even, odd) * FEWEST_ZEROS >= len(data) // 2
    if len(data) % 2 or bool(even) is bool(odd) or not is_frequent:
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _guess(data: bytes) -> str:
    """Russian letters of the older alphabet are all high bytes, Vietnamese ones a part."""
    letters, high = len(LETTER_BYTES.findall(data[:200_000])), len(HIGH_BYTES.findall(data[:200_000]))
    return "cp1251" if high > letters * MOSTLY else "cp1258"


def _with(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as broken:
        raise refused(Fault.ALPHABET) from broken
