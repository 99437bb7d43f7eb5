"""Tables as files: CSV for any program, XLSX with typed cells. Moments in local time; no cell is ever a formula."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import io
import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from editorial.reports import sheet_fonts
from editorial.reports.packing import repacked

Cell = str | int | float | datetime.date | datetime.datetime | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_000
SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
WIDTHS = (8, 60)
BOM = "\ufeff"


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """What is exported. `name`: of the file, in plain letters; `title`: of the sheet."""

    name: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_csv(table: Table) -> HttpResponse:
    """UTF-8 with a mark at its beginning, so that office programs read the letters right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([csv_text(heading) for heading in table.headings])
    writer.writerows([csv_text(cell) for cell in row] for row in table.rows)
    return _file((BOM + out.getvalue()).encode(), "text/csv; charset=utf-8", f"{table.name}.csv")


def as_xlsx(table: Table) -> HttpResponse:
    """One sheet; numbers, dates and moments are what they are, and can be reckoned with."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(SHEET_NAME.sub(" ", table.title)[:31] or "1")
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(table.headings):
        longest = max([len(heading), *(len(csv_text(row[number])) for row in table.rows[:200])])
        sheet.column_dimensions[_letter(number)].width = min(max(longest + 2, WIDTHS[0]), WIDTHS[1])
    sheet.append([_heading(sheet, heading) for heading in table.headings])
    for row in table.rows:
        sheet.append([typed(sheet, cell) for cell in row])
    out = io.BytesIO()
    workbook.save(out)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    content = repacked(out.getvalue(), {sheet_fonts.PART: sheet_fonts.in_order})
    return _file(content, kind, f"{table.name}.xlsx")


WRITERS = {"csv": as_csv, "xlsx": as_xlsx}


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)


def csv_text(cell: Cell) -> str:
    """A cell as text; one that an office program would take for a formula begins with an apostrophe."""
    local = _local(cell)
    if local is None:
        return ""
    if isinstance(local, datetime.datetime):
        return local.strftime("%Y-%m-%d %H:%M")
    if not isinstance(local, str):
        return str(local)
    return f"'{local}" if local.startswith(FORMULA) else local


def _local(cell: Cell) -> Cell:
    """Moments in the school's time without a zone, text without what no file may hold."""
    if isinstance(cell, datetime.datetime):
        return timezone.make_naive(cell) if timezone.is_aware(cell) else cell
    return UNPRINTABLE.sub("", cell)[:LONGEST_CELL] if isinstance(cell, str) else cell


def typed(sheet: Any, cell: Cell) -> Any:
    """A cell that holds what it is; a text stays a text, whatever it begins with."""
    local = _local(cell)
    made = WriteOnlyCell(sheet, value=local)
    if isinstance(local, str):
        made.data_type = "s"
    elif isinstance(local, datetime.datetime):
        made.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(local, datetime.date):
        made.number_format = "yyyy-mm-dd"
    return made


def _heading(sheet: Any, text: str) -> Any:
    made = typed(sheet, text)
    made.font = sheet_fonts.BOLD
    return made


def _letter(number: int) -> str:
    """The letters of a column, the first one being 0."""
    first, second = divmod(number, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)
