"""What stands in a report's file, as plain data: for golden files and for questions of tests.

`python -m tests.integration.editorial.report_files` writes the golden files anew; read what differs before keeping it.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook

from editorial.reports.csv_tables import to_csv
from editorial.reports.docx import to_docx
from editorial.reports.pdf import to_pdf
from editorial.reports.xlsx import to_xlsx
from tests.factories.papers import VN_EVENTS, vn_paper

GOLDEN = Path(__file__).parents[2] / "golden"


def parts_of(archive: bytes) -> dict[str, bytes]:
    """Every file in a ZIP."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def element_of(archive: bytes, name: str = "word/document.xml") -> Any:
    """One XML file of a ZIP, parsed."""
    return etree.fromstring(parts_of(archive)[name])


def words_of_docx(content: bytes) -> str:
    """All words of the document in reading order, one space between them."""
    body = Document(io.BytesIO(content)).element.body
    texts = ("".join(word.text or "" for word in part.iter(qn("w:t"))) for part in body.iter(qn("w:p")))
    return " ".join(" ".join(texts).split())


def words_of_pdf(content: bytes) -> str:
    """All words of the pages without the spaces that layout adds."""
    return " ".join(" ".join(pages_of_pdf(content)).split())


def pages_of_pdf(content: bytes) -> list[str]:
    """The text of each page. The reader has a sign of its own for a hyphen at a line's end."""
    opened = pypdfium2.PdfDocument(content)
    texts = (page.get_textpage().get_text_range() for page in opened)
    return [text.replace("\r\n", "\n").replace("\ufffe", "-") for text in texts]


def docx_structure(content: bytes) -> dict[str, Any]:
    """Page, properties, and every paragraph and table with what a reviewer would check by eye."""
    opened = Document(io.BytesIO(content))
    page, properties = opened.sections[0], opened.core_properties
    lengths = (page.page_width, page.page_height, page.top_margin, page.bottom_margin)
    return {
        "title": properties.title,
        "language": properties.language,
        "page_mm": [round(length.mm) for length in (*lengths, page.left_margin, page.right_margin)],
        "body": [_block(block) for block in opened.element.body if block.tag in (qn("w:p"), qn("w:tbl"))],
    }


def xlsx_content(content: bytes) -> dict[str, Any]:
    """Every sheet: what is frozen, what is filtered, and each row."""
    workbook = load_workbook(io.BytesIO(content))
    return {
        sheet.title: {
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "rows": ["  ¦  ".join(_cell(cell) for cell in row) for row in sheet.iter_rows()],
        }
        for sheet in workbook
    }


def _cell(cell: Any) -> str:
    """Kind, how it is shown, and what it holds."""
    return "" if cell.value is None else f"{cell.data_type}|{cell.number_format}|{cell.value}"


def _block(block: Any) -> Any:
    return _paragraph(block) if block.tag == qn("w:p") else [_row(row) for row in block.iter(qn("w:tr"))]


def _row(row: Any) -> str:
    """Cells side by side; a heading row begins with a mark."""
    again = "^ " if row.find(f".//{qn('w:tblHeader')}") is not None else ""
    return again + "  ¦  ".join(_cell_of_row(cell) for cell in row.iter(qn("w:tc")))


def _cell_of_row(cell: Any) -> str:
    """Its paragraphs; a bar says how many steps it is long."""
    if cell.find(f".//{qn('w:shd')}") is not None:
        return "bar of " + (_value(cell.find(f".//{qn('w:gridSpan')}")) or "1")
    return " / ".join(_paragraph(part) for part in cell.findall(qn("w:p")))


def _paragraph(part: Any) -> str:
    """ "Heading1|both|I. HEADING": style, how it stands, text; with marks for bold and italic."""
    style = _value(part.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))
    stands = _value(part.find(f"{qn('w:pPr')}/{qn('w:jc')}"))
    text = "".join(word.text or "" for word in part.iter(qn("w:t")))
    bold = "b" if part.find(f".//{qn('w:b')}") is not None else ""
    italic = "i" if part.find(f".//{qn('w:i')}") is not None else ""
    rule = "_" if part.find(f".//{qn('w:pBdr')}") is not None else ""
    return f"{style}|{stands}|{bold}{italic}{rule}|{text}"


def _value(found: Any) -> str:
    return "" if found is None else found.get(qn("w:val"))


def golden_files() -> dict[str, bytes]:
    """The golden files as the code makes them now."""
    paper = vn_paper()
    structure = docx_structure(to_docx(paper))
    sheets = xlsx_content(to_xlsx(paper))
    return {
        "report_vn.docx-structure.json": _json(structure),
        "report_vn.pdf.txt": ("\n\f\n".join(pages_of_pdf(to_pdf(paper))) + "\n").encode(),
        "report_vn.xlsx.json": _json(sheets),
        "report_vn.csv": to_csv(VN_EVENTS),
    }


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


if __name__ == "__main__":
    for name, content in golden_files().items():
        (GOLDEN / name).write_bytes(content)
