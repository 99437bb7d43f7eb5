"""PDF with text: lines by their place on the page; heads, feet and page numbers set aside."""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import Iterator

import pypdfium2

from documents.readers.limits import MAX_LETTERS, MAX_PAGES, composed, invisible_pieces
from documents.readers.page_edges import edges
from documents.readers.pdf_columns import in_reading_order
from documents.readers.pdf_piece import Piece
from documents.readers.refusals import Fault, refused
from documents.rules.lines import Source, SourceLine, Warned, ends_sentence
from documents.rules.vocabulary import WarningCode

ONE_AT_A_TIME = threading.Lock()  # pdfium is not made for several threads
WIDE_GAP = 1.25  # of the usual distance of lines: a new paragraph
ROOM = 1.5  # times the next word: it would have stood on the line, had the paragraph gone on
# pdfium takes a word that a hyphen breaks for one line; its sign for that hyphen is one of these two.
LINE = re.compile("[^\r\n\ufffe\x02]*(?:[\ufffe\x02]|\r\n|\n|$)")
INDENT = 12.0  # points; a first line of a paragraph stands in by some 28
COLUMN_GAP = 18.0  # points between words: wider is no space


def read_pdf(data: bytes) -> Source:
    """The lines of a PDF. Raises ReadingRefused for a scan, a damaged file, too many pages."""
    with ONE_AT_A_TIME:
        pages = _pages(data)
    if not any(pages):
        raise refused(Fault.SCAN)
    lines: list[SourceLine] = []
    warnings = []
    for page, pieces in enumerate(pages, start=1):
        if not pieces:
            warnings.append(Warned(WarningCode.NO_TEXT_ON_PAGE, len(lines) + 1, str(page)))
        lines.extend(_lines(pieces, page, len(lines)))
    hidden = [piece for line in lines for piece in invisible_pieces(line)]
    return Source(tuple(lines), (*edges(lines), *hidden), tuple(warnings))


def _pages(data: bytes) -> list[list[Piece]]:
    """The pieces of every page in reading order."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as broken:
        raise refused(Fault.DAMAGED) from broken
    try:
        if len(document) > MAX_PAGES:
            raise refused(Fault.TOO_MANY_PAGES)
        return list(_of_pages(document))
    except pypdfium2.PdfiumError as broken:
        raise refused(Fault.DAMAGED) from broken
    finally:
        document.close()


def _of_pages(document: pypdfium2.PdfDocument) -> Iterator[list[Piece]]:
    letters = 0
    for index in range(len(document)):
        page = document[index]
        words = page.get_textpage()
        letters += words.count_chars()
        if letters > MAX_LETTERS:
            raise refused(Fault.TOO_LONG)
        yield in_reading_order(list(_pieces(words)), page.get_width())
        words.close()
        page.close()


def _pieces(words: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    """What pdfium takes for a line, cut where a gap is wider than a space."""
    text = words.get_text_range() if words.count_chars() else ""
    for row in LINE.finditer(text):
        yield from _cut(words, row[0].rstrip("\r\n"), row.start())


def _cut(words: pypdfium2.PdfTextPage, row: str, start: int) -> Iterator[Piece]:
    begin = 0
    for at in [index for index, letter in enumerate(row) if letter == " " and 0 < index < len(row) - 1]:
        if _box(words, start + at + 1)[0] - _box(words, start + at - 1)[2] > COLUMN_GAP:
            yield from _piece(words, row[begin:at], start + begin)
            begin = at + 1
    yield from _piece(words, row[begin:], start + begin)


def _piece(words: pypdfium2.PdfTextPage, text: str, start: int) -> Iterator[Piece]:
    bare = text.strip()
    if not bare:
        return
    first = start + len(text) - len(text.lstrip())
    left, bottom, _, top = _box(words, first)
    yield Piece(_whole(bare), left, _box(words, first + len(bare) - 1)[2], bottom, top)


def _whole(text: str) -> str:
    """Composed letters; the sign by which pdfium marks a hyphen at the end of a line is one again."""
    return composed(text.replace("\ufffe", "-").replace("\x02", "-").replace("\0", ""))


def _box(words: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a letter, in points; nothing where pdfium counts otherwise than Python."""
    if not 0 <= index < words.count_chars():
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = words.get_charbox(index, loose=True)
    return left, bottom, right, top


def _lines(pieces: list[Piece], page: int, before: int) -> Iterator[SourceLine]:
    """Lines of one page; a paragraph ends before a wide gap or a line that stands in."""
    distances = [one.bottom - two.bottom for one, two in itertools.pairwise(pieces) if one.bottom > two.bottom]
    usual = sorted(distances)[len(distances) // 4] if distances else 0.0  # most lines stand inside paragraphs
    margin = min((piece.left for piece in pieces), default=0.0)
    edge = max((piece.right for piece in pieces), default=0.0)
    for number, (piece, following) in enumerate(itertools.zip_longest(pieces, pieces[1:]), start=before + 1):
        is_end = following is not None and (_ends(piece, following, usual, margin) or _has_room(piece, following, edge))
        yield SourceLine(number, piece.text, page, is_whole=is_end)


def _ends(piece: Piece, following: Piece, usual: float, margin: float) -> bool:
    """Whether the next piece begins a paragraph of its own."""
    distance = piece.bottom - following.bottom
    if distance <= 0 or distance > usual * WIDE_GAP:
        return True
    return following.left - margin > INDENT and (piece.left - margin <= INDENT or ends_sentence(piece.text))


def _has_room(piece: Piece, following: Piece, edge: float) -> bool:
    """Whether the next word would have fitted before the right edge of the text."""
    word = following.text.split()[0]
    width = (following.right - following.left) * (len(word) + 1) / len(following.text)
    return not piece.text.endswith("-") and edge - piece.right > ROOM * width
