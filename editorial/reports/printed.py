"""A report as lines of print, the same for DOCX and PDF: every value written, tables and charts numbered."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from editorial.reports.cells import NUMBERS, for_paper, lines_of, moment_with_zone, one_line, written
from editorial.reports.file_words import FileWords, words_of
from editorial.reports.paper import Block, Chart, Kind, Paragraph, ReportPaper, Section, Table, Value

WIDEST = 28  # letters; a longer word is torn
MOST_LINES = (3, 5, 1000)  # of a cell, by size; where there would be more, the next size is taken
LAST_WORD = 3.0  # letters that stay free at the end of a line
ROOMS = (66.0, 74.0, 90.0)  # letters that stand side by side on paper, by the three sizes of a form's tables
MANY_COLUMNS = 6  # from here on the first size is too large
SHORT = 8  # rows that stay on one page
BESIDE = 2.5  # room beside the text of a cell, in letters
BREAKS = re.compile(r"[ \n-]+")
NOT_SIGNED = dt.datetime(2000, 1, 1)
DEEPEST = 9  # levels of headings that Word has


@dataclass(frozen=True, slots=True)
class PrintedText:
    """Lines of running text, a paragraph each."""

    lines: tuple[str, ...]
    shape: str = "text"


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Texts of a table. right: columns of figures. widths: of the columns, in letters.

    size: 0 the usual letters, 1 and 2 smaller ones for many columns or long words. whole: short enough for one page.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    right: tuple[bool, ...]
    widths: tuple[float, ...]
    size: int
    whole: bool
    note: str
    empty: str
    shape: str = "table"


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """Texts of a chart; each bar is its name, its length from 0 to 1 and its figure."""

    caption: str
    summary: str
    bars: tuple[tuple[str, float, str], ...]
    shape: str = "chart"


PrintedBlock = PrintedText | PrintedTable | PrintedChart


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A heading and what stands under it."""

    level: int
    heading: str
    blocks: tuple[PrintedBlock, ...]


class _Numbers:
    """Counts tables and charts as they come."""

    def __init__(self, words: FileWords) -> None:
        self.words = words
        self.tables = 0
        self.charts = 0

    def table(self, caption: str) -> str:
        self.tables += 1
        return f"{self.words.table} {self.tables}. {one_line(caption)}"

    def chart(self, caption: str) -> str:
        self.charts += 1
        return f"{self.words.chart} {self.charts}. {one_line(caption)}"


def printed_sections(paper: ReportPaper) -> tuple[PrintedSection, ...]:
    """All sections in their order."""
    numbers = _Numbers(words_of(paper.language))
    return tuple(
        PrintedSection(
            level=min(max(section.level, 1), DEEPEST),
            heading=section_heading(section),
            blocks=tuple(_block(block, numbers) for block in section.blocks),
        )
        for section in paper.sections
    )


def section_heading(section: Section) -> str:
    """ "II. RESULTS"; without a number the heading alone."""
    return one_line(f"{section.number}. {section.heading}" if section.number else section.heading)


def tables_of(paper: ReportPaper) -> list[Table]:
    """Every table of the paper in its order."""
    return [block for section in paper.sections for block in section.blocks if isinstance(block, Table)]


def title_of(paper: ReportPaper) -> str:
    """Type and subject in one line, as a file's title."""
    return one_line(f"{paper.type_name} {paper.subject}")


def signed_line(paper: ReportPaper) -> str:
    """When the report was signed on the portal; empty while it is not."""
    signed_at = paper.signature.signed_at
    words = words_of(paper.language)
    return f"{words.signed} {moment_with_zone(signed_at, words)}" if signed_at else ""


def made_at(paper: ReportPaper) -> dt.datetime:
    """The moment in a file's properties, in UTC: that of the signature, so that it does not change with a download."""
    signed_at = paper.signature.signed_at
    return signed_at.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0) if signed_at else NOT_SIGNED


def bar_lengths(chart: Chart) -> list[float]:
    """Length of each bar from 0 to 1, the longest being 1; what is below nothing has no length."""
    values = [bar.value if 0 < bar.value < float("inf") else 0.0 for bar in chart.bars]
    longest = max(values, default=0.0)
    return [value / longest if longest else 0.0 for value in values]


def _block(block: Block, numbers: _Numbers) -> PrintedBlock:
    if isinstance(block, Paragraph):
        return PrintedText(tuple(lines_of(block.text)))
    if isinstance(block, Chart):
        bars = zip(block.bars, bar_lengths(block), strict=True)
        return PrintedChart(
            caption=numbers.chart(block.caption),
            summary=one_line(block.summary),
            bars=tuple((one_line(bar.label), length, one_line(bar.text)) for bar, length in bars),
        )
    return _table(block, numbers)


def _table(table: Table, numbers: _Numbers) -> PrintedTable:
    words = numbers.words
    headings = tuple(for_paper(column.heading) for column in table.columns)
    rows = tuple(_row(row, table.kinds(place), words) for place, row in enumerate(table.rows))
    total = _row(table.total, table.kinds(len(rows)), words) if table.total else ()
    size, widths = _widths(headings, [*rows, *([total] if total else [])])
    return PrintedTable(
        caption=numbers.table(table.caption),
        headings=headings,
        rows=rows,
        total=total,
        right=tuple(column.kind in NUMBERS for column in table.columns),
        widths=widths,
        size=size,
        whole=len(rows) <= SHORT,
        note=f"{words.note} {one_line(table.note)}" if table.note.strip() else "",
        empty="" if rows else words.empty,
    )


def _row(row: tuple[Value, ...], kinds: tuple[Kind, ...], words: FileWords) -> tuple[str, ...]:
    return tuple(written(value, kind, words) for value, kind in zip(row, kinds, strict=True))


def _widths(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> tuple[int, tuple[float, ...]]:
    """Size of the letters and room of each column: no word is torn and no cell is long while that can be.

    The largest size is taken in which the longest word of each column fits and no cell has too many lines.
    """
    columns = [[heading, *(row[place] for row in rows)] for place, heading in enumerate(headings)]
    least = [_longest_word(texts) + BESIDE for texts in columns]
    size, widths = len(ROOMS) - 1, tuple(least)
    for size in range(int(len(columns) >= MANY_COLUMNS), len(ROOMS)):
        lines, widths = _fitted(columns, least, ROOMS[size])
        if lines <= MOST_LINES[size]:
            break
    return size, widths


def _fitted(columns: list[list[str]], least: list[float], room: float) -> tuple[int, tuple[float, ...]]:
    """The fewest lines a cell needs where all columns share the room, and how they do."""
    longest = max(len(text) for texts in columns for text in texts)
    for lines in range(1, longest + 1):
        widths = tuple(max(low, _wanted(texts, lines)) for low, texts in zip(least, columns, strict=True))
        if sum(widths) <= room:
            return lines, _filled(columns, widths, room)
    return longest, tuple(least)


def _filled(columns: list[list[str]], widths: tuple[float, ...], room: float) -> tuple[float, ...]:
    """What is left of the room goes to the columns whose texts take more than one line, by what they lack."""
    lacking = [max(_wanted(texts, 1) - width, 0) for texts, width in zip(columns, widths, strict=True)]
    share = min((room - sum(widths)) / sum(lacking), 1) if any(lacking) else 0
    return tuple(width + lack * share for width, lack in zip(widths, lacking, strict=True))


def _longest_word(texts: list[str]) -> int:
    return min(max(len(word) for text in texts for word in BREAKS.split(text)), WIDEST)


def _wanted(texts: list[str], lines: int) -> float:
    """Room in which no cell takes more than so many lines; a heading may always take two."""
    heading, *cells = texts
    most = max([len(heading) / max(lines, 2), *(len(cell) / lines for cell in cells)])
    return most + BESIDE + (LAST_WORD if lines > 1 else 0)
