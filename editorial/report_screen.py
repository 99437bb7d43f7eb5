"""A report's paper as a screen shows it: the same words in the same order, each figure a link to its rows."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from editorial.reports.behind import BehindProvided, behind, behind_bars, pieces
from editorial.reports.behind import Cell as Figured
from editorial.reports.cells import NOTHING, NUMBERS, written
from editorial.reports.charts import to_svg
from editorial.reports.composing import words_of as report_words_of
from editorial.reports.file_words import FileWords, words_of
from editorial.reports.paper import Block, Chart, Kind, Paragraph, ReportPaper, Section, Table, Value
from editorial.reports.printed import PrintedBlock, PrintedTable, PrintedText, printed_sections
from editorial.reports.words import Words
from editorial.rules.figure_terms import Comparison, ReportFigures

Cells = tuple["Cell", ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, and the address of the rows behind it where it is a figure."""

    text: str
    is_figure: bool = False
    address: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class ScreenBlock:
    """One block. shape: "text", "table" or "chart"; only the fields of its shape are filled.

    lines: sentences in pieces, their figures links; of a chart what it draws, in words.
    """

    shape: str
    lines: tuple[Cells, ...] = ()
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


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """What the figures of a screen are found in: the report's own, those beside them, the words of its country."""

    report_id: int
    figures: ReportFigures
    comparison: Comparison
    words: Words


def screen_sections(
    paper: ReportPaper, figures: ReportFigures, comparison: Comparison, report_id: int
) -> list[ScreenSection]:
    """All sections of the paper in their order."""
    source = Source(report_id, figures, comparison, report_words_of(paper.country))
    own = {slot.code for slot in source.words.template if any(part.startswith("words:") for part in slot.parts)}
    pairs = zip(paper.sections, printed_sections(paper), strict=True)
    return [
        ScreenSection(
            section.code, printed.level, printed.heading, _blocks(section, printed.blocks, source, section.code in own)
        )
        for section, printed in pairs
    ]


def _blocks(
    section: Section, printed: tuple[PrintedBlock, ...], source: Source, is_own: bool
) -> tuple[ScreenBlock, ...]:
    """The blocks of a section; what the board wrote itself holds no counted figure."""
    pairs = zip(section.blocks, printed, strict=True)
    return tuple(_block(block, text, source, is_own) for block, text in pairs)


def _block(block: Block, printed: PrintedBlock, source: Source, is_own: bool) -> ScreenBlock:
    if isinstance(block, Table) and isinstance(printed, PrintedTable):
        return _table(block, printed, source)
    if isinstance(block, Chart):
        return _chart(block, source)
    if isinstance(block, Paragraph) and not is_own:
        said = pieces(block, source.words)
        line = tuple(Cell(text, address=_address(source, code, text)) for text, code in said)
        return ScreenBlock("text", lines=(line,))
    assert isinstance(printed, PrintedText)
    return ScreenBlock("text", lines=tuple((Cell(line),) for line in printed.lines))


def _chart(chart: Chart, source: Source) -> ScreenBlock:
    """The drawing, and under it each bar's name and figure."""
    codes = behind_bars(chart, source.figures, source.words)
    # The chart escapes every text it takes; tests/integration/editorial/test_report_charts.py holds it to that.
    svg = mark_safe(to_svg(chart))
    named = (
        (Cell(f"{bar.label} — "), Cell(bar.text, address=_address(source, code, bar.text)))
        for bar, code in zip(chart.bars, codes, strict=True)
    )
    return ScreenBlock("chart", lines=tuple(named), code=chart.code, caption=chart.caption, svg=svg)


def _table(table: Table, printed: PrintedTable, source: Source) -> ScreenBlock:
    codes = behind(table, source.figures, source.comparison)
    rows = tuple(_cells(texts, printed.right, row, source) for texts, row in zip(printed.rows, codes, strict=False))
    total = _cells(printed.total, printed.right, codes[-1], source) if printed.total else ()
    return ScreenBlock(
        "table",
        code=table.code,
        caption=printed.caption,
        headings=tuple(Cell(text, right) for text, right in zip(printed.headings, printed.right, strict=True)),
        rows=rows,
        total=total,
        note=printed.note or printed.empty,
    )


def _cells(texts: tuple[str, ...], right: tuple[bool, ...], codes: tuple[Figured, ...], source: Source) -> Cells:
    return tuple(
        Cell(text, is_figure, _address(source, code, text))
        for text, is_figure, code in zip(texts, right, codes, strict=True)
    )


def _address(source: Source, code: Figured, text: str) -> str:
    """Where the rows behind a figure are listed; empty for what is no figure, and where nothing was counted."""
    if code is None or text == NOTHING:
        return ""
    if isinstance(code, BehindProvided):
        address = reverse("board_report_provided_rows", args=[source.report_id, code.table])
        query = [("text", text) for text in code.texts]
    else:
        address = reverse("board_report_rows", args=[source.report_id, code.code])
        query = [(name, value) for name, value in (("key", code.key), ("of", code.of.value)) if value]
    return f"{address}?{urlencode(query)}" if query else address


def listed(table: Table) -> ScreenBlock:
    """Rows behind a figure in the reader's language; the first word of a row leads to the item it tells of.

    The table's own first column, the number of the item's record, is not shown.
    """
    shown = tuple(row[1:] for row in table.rows)
    total = table.total[1:] if table.total else None
    block = plainly(dataclasses.replace(table, columns=table.columns[1:], rows=shown, total=total))
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
        rows=tuple(_plain_cells(row, kinds, words) for row in table.rows),
        total=_plain_cells(table.total, kinds, words) if table.total else (),
        note=table.note,
    )


def _plain_cells(row: tuple[Value, ...], kinds: list[Kind], words: FileWords) -> Cells:
    return tuple(Cell(written(value, kind, words), kind in NUMBERS) for value, kind in zip(row, kinds, strict=True))
