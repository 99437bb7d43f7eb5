"""The same regulation as Word file and as PDF is read to the same parts as its plain text."""

from __future__ import annotations

import pytest
import typst

from documents.importing import import_file
from documents.rules.accounting import is_complete
from documents.rules.outline import outline
from tests.unit.documents.files import word
from tests.unit.documents.regulations import RUSSIAN, VIETNAMESE, read, text_of

MARKUP = frozenset("\\#$*_`<>@[]~-+=/\"'.")
SAME = ("title", "language", "number", "document_type", "parts", "appendices")


def paragraphs(name: str) -> list[str]:
    """The lines of a sample that have words; the tables of Markdown are left out."""
    lines = text_of(name).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip() and not line.lstrip("- ").startswith("|")]


def as_word(name: str) -> bytes:
    return word(lambda document: [document.add_paragraph(line) for line in paragraphs(name)])


def as_pdf(name: str) -> bytes:
    body = "\n\n".join("".join(f"\\{sign}" if sign in MARKUP else sign for sign in line) for line in paragraphs(name))
    head = '#set page(margin: 70pt, numbering: "1")\n#set text(size: 13pt)\n#set par(justify: true)\n'
    return typst.compile((head + body).encode())


@pytest.mark.requirement("B03")
@pytest.mark.parametrize("name", [RUSSIAN, VIETNAMESE])
@pytest.mark.parametrize(("made", "write"), [("a.docx", as_word), ("a.pdf", as_pdf)])
def test_sample__is_read_alike_from_every_kind_of_file(name, made, write):
    regulation = import_file(write(name), made)
    found, expected = outline(regulation), outline(read(text_of(name)))
    assert {key: found[key] for key in SAME} == {key: expected[key] for key in SAME}
    assert is_complete(regulation.source, regulation.asides, regulation.root)
