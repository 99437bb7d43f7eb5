"""Reading order on a page: from the top down; letterhead and signature column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from documents.readers.layout import LAYOUT
from documents.readers.pdf_piece import Piece

SAME_LINE = 0.5  # of the height of the letters
FEWEST_LETTERS = 1.0  # points; some fonts give no height
CLOSE, FAR = 0.8, 6.0  # distances between lines, in heights of a line


def in_reading_order(pieces: list[Piece], width: float) -> list[Piece]:
    """Pieces as a person reads them. `width` of the page in points."""
    ordered: list[Piece] = []
    columns: list[list[Piece]] = []
    for row in rows_of(pieces):
        if _belongs(row, columns, width):
            columns.append(row)
            continue
        ordered.extend(_by_column(columns, width))
        columns = [row] if _opens(row) else []
        if not columns:
            ordered.append(_one(row))
    return [*ordered, *_by_column(columns, width)]


def rows_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stand on one line, from left to right; lines from the top down."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.middle, piece.left)):
        height = max(piece.top - piece.bottom, FEWEST_LETTERS)
        if row and row[0].middle - piece.middle > height * SAME_LINE:
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda one: one.left)


def _opens(row: list[Piece]) -> bool:
    """Whether two columns of letterhead or signature begin here."""
    return len(row) > 1 and any(LAYOUT.search(piece.text) or piece.text.isupper() for piece in row)


def _belongs(row: list[Piece], columns: list[list[Piece]], width: float) -> bool:
    """Whether the row still stands in the two columns: close below, or the name under a signature on the right."""
    if not columns:
        return False
    first, height = row[0], max(row[0].top - row[0].bottom, FEWEST_LETTERS)
    distance = columns[-1][0].bottom - first.top
    if len(row) > 1:
        return distance < FAR * height
    is_right = first.left > width / 2
    return distance < (FAR if is_right else CLOSE) * height and (is_right or first.right < width / 2)


def _by_column(columns: list[list[Piece]], width: float) -> list[Piece]:
    """The left column, then the right one."""
    pieces = [piece for row in columns for piece in row]
    left = [piece for piece in pieces if (piece.left + piece.right) / 2 < width / 2]
    return [*left, *(piece for piece in pieces if piece not in left)]


def _one(row: list[Piece]) -> Piece:
    """Pieces of one line as one, parted by tabs: they may be the cells of a table."""
    if len(row) == 1:
        return row[0]
    first = row[0]
    return Piece("\t".join(piece.text for piece in row), first.left, row[-1].right, first.bottom, first.top)
