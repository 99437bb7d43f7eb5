"""A report as a workbook: a first sheet that says what it is, then a sheet for each table, with typed cells.

Numbers, shares, days and moments can be reckoned with; nothing is ever a formula.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

from editorial.exports import typed
from editorial.reports import sheet_fonts
from editorial.reports.cells import local, one_line, rounded, written, zone_in
from editorial.reports.file_words import FileWords, words_of
from editorial.reports.packing import repacked
from editorial.reports.paper import Kind, ReportPaper, Table, Value
from editorial.reports.printed import made_at, signed_line, tables_of, title_of
from editorial.reports.sheet_names import heading_with_zone, sheet_names

A4 = "9"  # as spreadsheets number their papers
WIDTHS = (9, 48)  # letters
FIRST_SHEET_WIDTHS = (28, 90)
LANDSCAPE_FROM = 6  # columns
CORE = "docProps/core.xml"
FORMATS = {
    Kind.COUNT: "#,##0",
    Kind.SHARE: "0.0%",
    Kind.HOURS: "#,##0.0",
    Kind.COUNT_CHANGE: "+#,##0;-#,##0;0",
    Kind.SHARE_CHANGE: "+0.0%;-0.0%;0.0%",
    Kind.HOURS_CHANGE: "+#,##0.0;-#,##0.0;0.0",
}


def to_xlsx(paper: ReportPaper) -> bytes:
    """The workbook; the same paper gives the same bytes."""
    words = words_of(paper.language)
    tables = tables_of(paper)
    about = sheet_names([words.about])[0]
    names = sheet_names([table.code for table in tables], taken=[about])
    workbook = Workbook(write_only=True)
    _first_sheet(workbook.create_sheet(about), paper, list(zip(names, tables, strict=True)))
    for name, table in zip(names, tables, strict=True):
        _sheet(workbook.create_sheet(name), table, words)
    out = io.BytesIO()
    workbook.save(out)
    core = tostring(_properties(paper, words).to_tree())
    return repacked(out.getvalue(), {CORE: lambda _made: core, sheet_fonts.PART: sheet_fonts.in_order})


def _first_sheet(sheet: Any, paper: ReportPaper, tables: list[tuple[str, Table]]) -> None:
    """What the report is, who signed it, how it can be checked, and which sheet holds which table."""
    for letter, width in zip("AB", FIRST_SHEET_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _for_print(sheet, wide=False)
    for heading, text in _facts(paper, tables):
        value = _wrapped(sheet, text)
        sheet.append([_bold(sheet, heading), value])


def _facts(paper: ReportPaper, tables: list[tuple[str, Table]]) -> Iterator[tuple[str, str]]:
    words = words_of(paper.language)
    signature = paper.signature
    yield words.paper, one_line(paper.type_name)
    yield "", one_line(paper.subject)
    yield from (("", body) for body in map(one_line, paper.heading_left) if body)
    yield words.number, one_line(paper.number)
    yield words.place_and_date, one_line(paper.place_and_date)
    yield words.state, " ".join(filter(None, [one_line(paper.mark), signed_line(paper) or words.unsigned]))
    yield words.signer, one_line(", ".join(filter(None, [*signature.authority, signature.post, signature.name])))
    for place, line in enumerate(paper.colophon):
        yield "" if place else words.traces, one_line(line)
    yield words.tables, ""
    for name, table in tables:
        yield name, one_line(table.caption)
        if table.note.strip():
            yield "", f"{words.note} {one_line(table.note)}"


def _sheet(sheet: Any, table: Table, words: FileWords) -> None:
    """Headings that stay in sight and filter the rows, the rows, and the total outside the filter."""
    rows = [*table.rows, *([table.total] if table.total else [])]
    zones = [zone_in(row[place] for row in rows) for place in range(len(table.columns))]
    headings = [heading_with_zone(column, zone) for column, zone in zip(table.columns, zones, strict=True)]
    letters = [get_column_letter(place + 1) for place in range(len(headings))]
    for place, letter in enumerate(letters):
        texts = (written(row[place], table.kinds(number)[place], words) for number, row in enumerate(rows))
        longest = max([len(headings[place]), *map(len, texts)])
        sheet.column_dimensions[letter].width = min(max(longest + 2, WIDTHS[0]), WIDTHS[1])
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = f"A1:{letters[-1]}{len(table.rows) + 1}"
    _for_print(sheet, wide=len(letters) >= LANDSCAPE_FROM)
    sheet.append([_heading(sheet, heading) for heading in headings])
    for number, row in enumerate(rows):
        parts = zip(row, table.kinds(number), zones, strict=True)
        cells = [_cell(sheet, local(value, zone), kind, words) for value, kind, zone in parts]
        sheet.append(cells if number < len(table.rows) else [_bolder(cell) for cell in cells])


def _cell(sheet: Any, value: Value, kind: Kind, words: FileWords) -> Any:
    cell = typed(sheet, rounded(value, kind))
    if isinstance(value, dt.datetime) and kind is not Kind.DAY:
        cell.number_format = f"{words.sheet_day} hh:mm"
    elif isinstance(value, dt.date):
        cell.number_format = words.sheet_day
    elif isinstance(value, int | float) and kind in FORMATS:
        cell.number_format = FORMATS[kind]
    elif isinstance(value, str):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _bold(sheet: Any, text: str) -> Any:
    return _bolder(_wrapped(sheet, text))


def _bolder(cell: Any) -> Any:
    cell.font = sheet_fonts.BOLD
    return cell


def _heading(sheet: Any, text: str) -> Any:
    cell = _bold(sheet, text)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    return cell


def _wrapped(sheet: Any, text: str) -> Any:
    cell = typed(sheet, text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _for_print(sheet: Any, *, wide: bool) -> None:
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, one page wide
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _properties(paper: ReportPaper, words: FileWords) -> DocumentProperties:
    return DocumentProperties(
        title=title_of(paper),
        subject=one_line(paper.number),
        creator=one_line(paper.heading_left[1]),
        language=words.tag,
        created=made_at(paper),
        modified=made_at(paper),
    )
