"""Nothing of the text is lost: every sign of the source is in the tree or in the list of what was set aside."""

from __future__ import annotations

from collections.abc import Iterable

from documents.rules.lines import Aside, Source, by_line, remaining
from documents.rules.tree import Node


def signs(text: str) -> str:
    """The text without any space."""
    return "".join(text.split())


def in_source(source: Source, asides: Iterable[Aside]) -> str:
    """All signs of the source in their order, without those set aside."""
    pieces = by_line(asides)
    return "".join(signs(remaining(line.text, pieces.get(line.number, ()))) for line in source.lines)


def in_tree(root: Node) -> str:
    """All signs of the tree in reading order."""
    return "".join(signs(part) for node in root.walk() for part in (node.mark, node.heading, node.text, *_cells(node)))


def _cells(node: Node) -> Iterable[str]:
    return (cell for row in node.rows for cell in row)


def are_pieces_of(source: Source, asides: Iterable[Aside]) -> bool:
    """Whether each piece set aside really stands where it says, and no sign is set aside twice."""
    texts = {line.number: line.text for line in source.lines}
    for number, pieces in by_line(asides).items():
        end = 0
        for piece in sorted(pieces, key=lambda piece: piece.column):
            if piece.column < end or texts[number][piece.column :][: len(piece.text)] != piece.text:
                return False
            end = piece.column + len(piece.text)
    return True


def is_complete(source: Source, asides: Iterable[Aside], root: Node) -> bool:
    """Whether the signs of tree and set-aside pieces are those of the source: none lost, doubled or moved."""
    pieces = tuple(asides)
    return are_pieces_of(source, pieces) and in_source(source, pieces) == in_tree(root)
