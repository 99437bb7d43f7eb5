"""Word files (.docx): paragraphs with the numbers a reader sees, tables, footnotes; heads and feet set aside."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from core.uploads.limits import file_limits
from core.uploads.packed import Packed
from documents.readers.docx_numbering import Numbering, W, value_of
from documents.readers.docx_words import Words, paragraph_words
from documents.readers.layout import is_layout
from documents.readers.limits import MAX_LETTERS, invisible_pieces
from documents.readers.refusals import Fault, refused
from documents.rules.lines import Aside, Source, SourceLine, Warned
from documents.rules.vocabulary import AsideReason, WarningCode

BODY, NUMBERS, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
NOTES = "word/footnotes.xml"
DEEPEST = 60
WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))


def read_docx(data: bytes) -> Source:
    """The lines of a Word file, each paragraph one. Raises ReadingRefused, UploadRefused."""
    packed = Packed(data, file_limits())
    if BODY not in packed.names:
        raise refused(Fault.DAMAGED)
    body = packed.xml(BODY).find(f"{W}body")
    if body is None:
        raise refused(Fault.DAMAGED)
    reader = _Reader(Numbering(_part(packed, NUMBERS), _part(packed, STYLES)), _notes(packed))
    try:
        reader.take(body, 0)
    except RecursionError as deep:
        raise refused(Fault.NESTED) from deep
    reader.add_loose_notes()
    reader.set_aside_heads(packed)
    return reader.source()


def _part(packed: Packed, name: str) -> Element | None:
    return packed.xml(name) if name in packed.names else None


def _notes(packed: Packed) -> dict[str, str]:
    """The words of each footnote; separators are none."""
    part = _part(packed, NOTES)
    rows = part.findall(f"{W}footnote") if part is not None else []
    return {row.get(f"{W}id", ""): _plain(row) for row in rows if row.get(f"{W}type") is None}


def _plain(element: Element) -> str:
    return " ".join(text for row in element.iter(f"{W}p") if (text := paragraph_words(row).text.strip()))


class _Reader:
    """Collects lines in reading order."""

    def __init__(self, numbering: Numbering, notes: dict[str, str]) -> None:
        self.numbering = numbering
        self.notes = notes
        self.lines: list[SourceLine] = []
        self.asides: list[Aside] = []
        self.letters = 0
        self.is_tracked = False

    def source(self) -> Source:
        """What was read, with a warning where changes were tracked: they are read as accepted."""
        warnings = (Warned(WarningCode.TRACKED_CHANGES, 1),) if self.is_tracked else ()
        return Source(tuple(self.lines), tuple(self.asides), warnings)

    def take(self, holder: Element, depth: int) -> None:
        """Paragraphs and tables of a holder, and of what it wraps them in."""
        if depth > DEEPEST:
            raise refused(Fault.NESTED)
        for element in holder:
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._table(element, depth)
            elif element.tag in WRAPPERS:
                self.take(element, depth + 1)

    def _paragraph(self, element: Element) -> None:
        words = paragraph_words(element)
        label = self.numbering.label(element) if words.text.strip() else ""
        self._lines_of(words, label, is_contents=_is_contents(element))
        for note in words.notes:
            if text := self.notes.pop(note, ""):
                self._add(SourceLine(self._next(), text, is_whole=True, is_note=True))

    def _lines_of(self, words: Words, label: str, *, is_contents: bool) -> None:
        """One line of a paragraph, or several where its author broke it."""
        self.is_tracked = self.is_tracked or words.is_tracked
        before = f"{label} " if label else ""
        parts = (before + words.text).split("\n")
        offset = -len(before)
        for index, part in enumerate(parts):
            line = SourceLine(self._next(), part, is_whole=index == len(parts) - 1)
            start = max(offset, 0)
            end = offset + len(part)
            for column, deleted in words.deleted:
                if start <= column < end:
                    self.asides.append(Aside(line.number, column - offset, deleted, AsideReason.DELETED))
            offset = end + 1
            self._add(line)
            if is_contents and part.strip():
                self.asides = [aside for aside in self.asides if aside.line != line.number]
                self.asides.append(Aside(line.number, 0, self.lines[-1].text, AsideReason.CONTENTS))

    def _table(self, table: Element, depth: int) -> None:
        """Rows of cells; a table that only places letterhead or signatures is read cell by cell."""
        rows = [list(_inner(row, f"{W}tc")) for row in _inner(table, f"{W}tr")]
        texts = [[self._cell(cell) for cell in row] for row in rows]
        if is_layout(texts):
            for column in range(max(map(len, rows), default=0)):
                for row in rows:
                    if column < len(row):
                        self.take(row[column], depth + 1)
            return
        for row, cells in zip(rows, texts, strict=True):
            if any(cells):
                self._add(SourceLine(self._next(), "\t".join(cells), is_whole=True, cells=tuple(cells)))
            self._set_deleted_aside(row)

    def _cell(self, cell: Element) -> str:
        """The words of a cell on one line, with the numbers before its paragraphs."""
        words = ((self.numbering.label(row), paragraph_words(row).kept) for row in cell.iter(f"{W}p"))
        return " ".join(" ".join(f"{label} {text}".split()) for label, text in words if text.strip())

    def _set_deleted_aside(self, cells: list[Element]) -> None:
        """What was deleted in a row of a table, each piece on a line of its own behind it."""
        for words in (paragraph_words(row) for cell in cells for row in cell.iter(f"{W}p")):
            self.is_tracked = self.is_tracked or words.is_tracked
            for _column, text in words.deleted:
                if text.strip():
                    self._add_aside(text, AsideReason.DELETED)

    def add_loose_notes(self) -> None:
        """Footnotes that tables refer to, or nothing does."""
        for text in self.notes.values():
            if text:
                self._add(SourceLine(self._next(), text, is_whole=True, is_note=True))

    def set_aside_heads(self, packed: Packed) -> None:
        """What stands at the head and foot of every page, and remarks beside the text."""
        for name in packed.names:
            is_head = name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
            if is_head or name == "word/comments.xml":
                text = _plain(packed.xml(name))
                reason = AsideReason.RUNNING_HEAD if is_head else AsideReason.COMMENT
                if text:
                    self._add_aside(text, reason)

    def _add_aside(self, text: str, reason: AsideReason) -> None:
        """A line of which nothing is in the text."""
        line = self._add(SourceLine(self._next(), text, is_whole=True))
        self.asides = [aside for aside in self.asides if aside.line != line.number]
        self.asides.append(Aside(line.number, 0, line.text, reason))

    def _next(self) -> int:
        return len(self.lines) + 1

    def _add(self, line: SourceLine) -> SourceLine:
        self.letters += len(line.text)
        if self.letters > MAX_LETTERS:
            raise refused(Fault.TOO_LONG)
        self.lines.append(line)
        self.asides.extend(invisible_pieces(line))
        return line


def _inner(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, those in the wrappers of fields and tracked changes too."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inner(child, tag)


def _is_contents(paragraph: Element) -> bool:
    """Whether the paragraph has a style of tables of contents."""
    style = value_of(paragraph.find(f"{W}pPr"), "pStyle")
    return style.lower().startswith("toc") and style[3:].strip().isdecimal()
