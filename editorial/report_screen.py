"""A report's paper as a screen shows it: the same words in the same order, each figure a link to its rows."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from editorial.reports.behind import Behind, behind
from editorial.reports.cells import NUMBERS, written
from editorial.reports.charts import to_svg
from editorial.reports.file_words import words_of
from editorial.reports.paper import Block, Chart, ReportPaper, Section, Table, Value
from editorial.reports.printed import PrintedBlock, PrintedTable, PrintedText, printed_sections
from editorial.rules.figure_terms import ReportFigures

Cells = tuple["Cell", ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, and the address of the rows behind it where it is a figure."""

    text: str
    is_figure: bool = False
    address: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class ScreenBlock:
    """One block. shape: "text", "table" or "chart"; only the fields of its shape are filled."""

    shape: str
    lines: tuple[str, ...] = ()
    code: str = ""
    caption: str = ""
    headings: Cells = ()
    rows: tuple[Cells, ...] = ()
    total: Cells = ()
    note: str = ""
    svg: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class ScreenSection:
    """One heading with what stands under it."""

    code: str
    level: int
    heading: str
    blocks: tuple[ScreenBlock, ...]


def screen_sections(paper: ReportPaper, figures: ReportFigures, report_id: int) -> list[ScreenSection]:
    """All sections of the paper in their order."""
    pairs = zip(paper.sections, printed_sections(paper), strict=True)
    return [
        ScreenSection(
            section.code, printed.level, printed.heading, _blocks(section, printed.blocks, figures, report_id)
        )
        for section, printed in pairs
    ]


def _blocks(
    section: Section, printed: tuple[PrintedBlock, ...], figures: ReportFigures, report_id: int
) -> tuple[ScreenBlock, ...]:
    pairs = zip(section.blocks, printed, strict=True)
    return tuple(_block(block, text, figures, report_id) for block, text in pairs)


def _block(block: Block, printed: PrintedBlock, figures: ReportFigures, report_id: int) -> ScreenBlock:
    if isinstance(block, Table) and isinstance(printed, PrintedTable):
        return _table(block, printed, figures, report_id)
    if isinstance(block, Chart):
        # The chart escapes every text it takes; tests/integration/editorial/test_report_charts.py holds it to that.
        return ScreenBlock("chart", code=block.code, caption=block.caption, svg=mark_safe(to_svg(block)))
    assert isinstance(printed, PrintedText)
    return ScreenBlock("text", lines=printed.lines)


def _table(table: Table, printed: PrintedTable, figures: ReportFigures, report_id: int) -> ScreenBlock:
    codes = behind(table, figures)
    rows = tuple(_cells(texts, printed.right, row, report_id) for texts, row in zip(printed.rows, codes, strict=False))
    total = _cells(printed.total, printed.right, codes[-1], report_id) if printed.total else ()
    return ScreenBlock(
        "table",
        code=table.code,
        caption=printed.caption,
        headings=tuple(Cell(text, right) for text, right in zip(printed.headings, printed.right, strict=True)),
        rows=rows,
        total=total,
        note=printed.note or printed.empty,
    )


def _cells(texts: tuple[str, ...], right: tuple[bool, ...], codes: tuple[Behind, ...], report_id: int) -> Cells:
    return tuple(
        Cell(text, is_figure, rows_address(report_id, code))
        for text, is_figure, code in zip(texts, right, codes, strict=True)
    )


def rows_address(report_id: int, code: Behind) -> str:
    """Where the rows behind a figure are listed; empty for a cell that is no figure."""
    if code is None:
        return ""
    address = reverse("board_report_rows", args=[report_id, code[0]])
    return f"{address}?{urlencode({'key': code[1]})}" if code[1] else address


def listed(table: Table) -> ScreenBlock:
    """Rows behind a figure in the reader's language; the first word of a row leads to the item it tells of.

    The table's own first column, the number of the item's record, is not shown.
    """
    block = plainly(dataclasses.replace(table, columns=table.columns[1:], rows=tuple(row[1:] for row in table.rows)))
    pairs = zip(table.rows, block.rows, strict=True)
    return dataclasses.replace(block, rows=tuple(_opening(row[0], cells) for row, cells in pairs))


def _opening(record: Value, cells: Cells) -> Cells:
    """The cells with a link in the first, where there is an item."""
    if not isinstance(record, int):
        return cells
    first, *others = cells
    return (dataclasses.replace(first, address=reverse("board_review", args=[record])), *others)


def plainly(table: Table) -> ScreenBlock:
    """A table without figures to open, in the reader's language."""
    words = words_of(get_language() or "")
    kinds = [column.kind for column in table.columns]
    return ScreenBlock(
        "table",
        code=table.code,
        caption=table.caption,
        headings=tuple(Cell(column.heading, column.kind in NUMBERS) for column in table.columns),
        rows=tuple(
            tuple(Cell(written(value, kind, words), kind in NUMBERS) for value, kind in zip(row, kinds, strict=True))
            for row in table.rows
        ),
        note=table.note,
    )
