"""The words of one paragraph of Word: tracked changes as accepted, what was deleted remembered."""

from __future__ import annotations

import dataclasses
from xml.etree.ElementTree import Element

from documents.readers.docx_numbering import W
from documents.readers.limits import composed

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}p": "\n", f"{W}noBreakHyphen": "-"}
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
TRACKED = DELETED | {f"{W}ins", f"{W}moveTo"}
SKIPPED = frozenset({FALLBACK, f"{W}pPr", f"{W}rPr", f"{W}instrText"})


@dataclasses.dataclass(slots=True)
class Words:
    """Text of a paragraph; `deleted`: pieces of it, by column, that are no longer meant. `notes`: footnotes named."""

    text: str = ""
    deleted: list[tuple[int, str]] = dataclasses.field(default_factory=list)
    notes: list[str] = dataclasses.field(default_factory=list)
    is_tracked: bool = False

    @property
    def kept(self) -> str:
        """The text without what was deleted."""
        text = self.text
        for column, piece in reversed(self.deleted):
            text = text[:column] + text[column + len(piece) :]
        return composed(text)


def paragraph_words(paragraph: Element) -> Words:
    """The words in reading order. Walked with a list of our own: a file may nest deeper than Python calls itself."""
    found = Words()
    pieces: list[str] = []
    length = 0
    waiting = [(child, False) for child in reversed(paragraph)]
    while waiting:
        node, is_deleted = waiting.pop()
        if node.tag in SKIPPED:
            continue
        found.is_tracked = found.is_tracked or node.tag in TRACKED
        is_deleted = is_deleted or node.tag in DELETED
        piece = composed(_letters(node))
        if piece and is_deleted:
            found.deleted.append((length, piece.replace("\n", " ")))
        pieces.append(piece.replace("\n", " ") if is_deleted else piece)
        length += len(piece)
        if node.tag == f"{W}footnoteReference":
            found.notes.append(node.get(f"{W}id", ""))
        waiting.extend((child, is_deleted) for child in reversed(node))
    text = "".join(pieces)
    found.text = text if found.deleted else composed(text)  # columns of what was deleted must stay
    return found


def _letters(node: Element) -> str:
    if node.tag in {f"{W}t", f"{W}delText"}:
        return node.text or ""
    return LETTERS.get(str(node.tag), "")
