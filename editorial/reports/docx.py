"""A report as a Word document in the form of its country; LibreOffice and Word open it as it is."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from editorial.reports.cells import one_line
from editorial.reports.docx_elements import Element, Lines, keep_with_next, mm, paragraph, run
from editorial.reports.docx_head import foot, head, running_text, title
from editorial.reports.docx_styles import set_page, set_styles, write_running_head
from editorial.reports.docx_tables import chart_block, table_block
from editorial.reports.file_words import words_of
from editorial.reports.forms import PaperForm, form_of
from editorial.reports.packing import repacked
from editorial.reports.paper import ReportPaper
from editorial.reports.printed import (
    PrintedBlock,
    PrintedSection,
    PrintedTable,
    PrintedText,
    made_at,
    printed_sections,
    title_of,
)

LONGEST_PROPERTY = 255


def to_docx(paper: ReportPaper) -> bytes:
    """The document; the same paper gives the same bytes."""
    form, tag = form_of(paper), words_of(paper.language).tag
    document = Document()
    set_page(document, form)
    set_styles(document, form, tag)
    write_running_head(document, paper, form, tag)
    _set_properties(document, paper, tag)
    _append(document, _content(paper, form, tag))
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _content(paper: ReportPaper, form: PaperForm, tag: str) -> list[Element]:
    made = [*head(paper, form, tag), *title(paper, form, tag), *running_text(paper.opening, form, tag)]
    for section in printed_sections(paper):
        made += _section(section, form, tag)
    keep_with_next(made[-1])
    return made + foot(paper, form, tag)


def _section(section: PrintedSection, form: PaperForm, tag: str) -> list[Element]:
    stand = Lines(style=f"Heading{section.level}", align="both", first=mm(form.indent))
    made = [paragraph([run(section.heading, tag)], stand)]
    for block in section.blocks:
        made += _block(block, form, tag)
    return made


def _block(block: PrintedBlock, form: PaperForm, tag: str) -> list[Element]:
    if isinstance(block, PrintedText):
        return running_text(block.lines, form, tag)
    if isinstance(block, PrintedTable):
        return table_block(block, form, tag)
    return chart_block(block, form, tag)


def _append(document: Any, elements: list[Element]) -> None:
    """Before the last element of the body, which holds the page."""
    body = document.element.body
    body.find(qn("w:sectPr")).addprevious(paragraph())  # a place to stand, taken away again
    place = body[-2]
    for made in elements:
        place.addprevious(made)
    body.remove(place)


def _set_properties(document: Any, paper: ReportPaper, tag: str) -> None:
    """Title, maker and language; without the picture of another document that the library's template brings."""
    parts = document.part.package.rels
    for name in [name for name, part in parts.items() if part.reltype.endswith("/thumbnail")]:
        del parts[name]
    properties = document.core_properties
    properties.title = title_of(paper)[:LONGEST_PROPERTY]
    properties.subject = one_line(paper.number)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = one_line(paper.heading_left[1])[:LONGEST_PROPERTY]
    properties.language = tag
    properties.comments = properties.keywords = properties.category = ""
    properties.created = properties.modified = made_at(paper)
    properties.revision = 1
