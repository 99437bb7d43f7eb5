"""What is stored of a file reads back to the tree that was read of the file itself (B03)."""

from __future__ import annotations

import pytest
import typst
from docx.enum.text import WD_BREAK

from documents.importing import import_file
from documents.rules.corrections import Corrections, plain_corrections
from documents.rules.reading import Regulation, read_regulation
from documents.rules.tree import Node
from documents.rules.vocabulary import NodeKind
from documents.rules.writing import read_text_again, text_of
from tests.integration.documents.test_reading_samples import MARKUP
from tests.integration.documents.test_reading_word import with_part, written
from tests.unit.documents.files import pdf, word
from tests.unit.documents.regulations import TEXTS

NAMES = sorted(path.name for path in TEXTS.glob("*.[tm]*"))
FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Приказ № 5.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def shape(node: Node) -> tuple:
    """A node with its address, without its place in the source."""
    words = (node.kind, node.label, node.mark, node.heading, node.text, node.anchor, node.rows)
    return (*words, tuple(map(shape, node.children)))


def again(regulation: Regulation) -> Regulation:
    """The same, stored as text and read from it."""
    stored = text_of(regulation.source)
    told = Corrections(are_paragraphs=stored.are_paragraphs, language=regulation.language)
    assert "\0" not in stored.text
    return read_text_again(stored.text, plain_corrections(told))


def paragraphs(name: str) -> list[str]:
    """The lines of a text without its tables."""
    lines = (TEXTS / name).read_text(encoding="utf-8").split("\n")
    return [" ".join(line.split()) for line in lines if not line.lstrip("- ").startswith("|")]


def as_word(name: str) -> bytes:
    return word(lambda document: [document.add_paragraph(line) for line in paragraphs(name)])


def as_pdf(name: str) -> bytes:
    """Printed on narrow pages, so that every clause is broken into lines."""
    lines = ("".join(f"\\{sign}" if sign in MARKUP else sign for sign in line) for line in paragraphs(name))
    head = '#set page(width: 300pt, margin: 40pt, numbering: "1", header: [Школа № 3])\n#set text(size: 11pt)\n'
    return typst.compile((head + "\n\n".join(lines)).encode())


@pytest.mark.requirement("B03")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["as it is", "docx", "pdf"])
def test_stored_text__of_every_family_has_the_tree_of_the_file(name, kind):
    """B03: samples and families as text, as Word file and as PDF."""
    data = {"docx": as_word, "pdf": as_pdf}.get(kind, lambda one: (TEXTS / one).read_bytes())(name)
    regulation = import_file(data, name if kind == "as it is" else f"a.{kind}")
    assert shape(again(regulation).root) == shape(regulation.root)


def of_word(write) -> None:
    """Demands of a Word file that its stored text has its tree; gives the tree."""
    regulation = import_file(word(write), "a.docx")
    assert shape(again(regulation).root) == shape(regulation.root)
    return regulation.root


def table(document, *rows: tuple[str, ...]) -> None:
    made = document.add_table(len(rows), len(rows[0]))
    for row, words in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text


@pytest.mark.parametrize(
    "rows",
    [
        [("Класс", "Месяц"), ("1. пятый", "май")],
        [("Класс", "Месяц")],
        [("a | b", "с \\| д"), ("", "|")],
        [("Два\nабзаца", "1.1. Как пункт"), ("", ""), ("x", "---")],
    ],
)
def test_stored_text__keeps_the_tables_of_a_word_file(rows):
    """B03: also a stroke inside a cell, an empty cell, a row alone, words that look like a clause."""

    def write(document) -> None:
        document.add_paragraph("1. Сроки")
        document.add_paragraph("1.1. Сроки указаны:")
        table(document, *rows)
        document.add_paragraph("1.2. Сроки меняет директор.")
        table(document, *rows)
        table(document, *rows)

    assert len(of_word(write).of_kind(NodeKind.TABLE)) == 2


def test_stored_text__keeps_numbers_line_breaks_and_empty_lines_of_a_word_file():
    """B03"""

    def write(document) -> None:
        written(document)
        paragraph = document.add_paragraph("2.2. Журнал хранится")
        paragraph.add_run().add_break(WD_BREAK.LINE)
        paragraph.add_run("пять лет")
        paragraph.add_run().add_break(WD_BREAK.LINE)
        paragraph.add_run("3. года.")
        document.add_paragraph("")
        document.add_paragraph("  Отступ пробелами.")
        document.add_paragraph("и так далее")

    of_word(write)


def test_stored_text__keeps_footnotes_as_notes():
    """B03"""

    def write(document) -> None:
        document.add_paragraph("1. Сроки")
        document.add_paragraph("1.1. Сроки указаны.")

    data = with_part(word(write), "word/footnotes.xml", lambda _: FOOTNOTES)
    regulation = import_file(data, "a.docx")
    assert [node.text for node in regulation.root.of_kind(NodeKind.NOTE)] == ["Приказ № 5."]
    assert shape(again(regulation).root) == shape(regulation.root)


def test_stored_text__leaves_out_what_the_reader_set_aside():
    """B03: heads, page numbers and invisible signs."""
    pages = ("1\\. Общие", "2\\. Контроль", "3\\. Архив")
    regulation = import_file(pdf(*pages, setup='#set page(header: [Школа], numbering: "1")'), "a.pdf")
    assert text_of(regulation.source).text == "1. Общие\n2. Контроль\n3. Архив"
    assert text_of(import_file("1. Об\u200bщие".encode(), "a.md").source).text == "1. Общие"


def test_stored_text__has_no_sign_that_a_database_refuses():
    """B03: a PDF may hold control signs."""
    regulation = read_regulation(import_file(b"1. a", "a.txt").source)
    line = regulation.source.lines[0]
    object.__setattr__(line, "text", "1. a\x00\x01b\x0bc\u2028d")
    assert text_of(regulation.source).text == "1. ab c d"
