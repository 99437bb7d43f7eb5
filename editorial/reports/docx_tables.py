"""Tables and charts of the Word document. A chart is a table whose shaded cells are the bars: nothing to draw, nothing
to repair, and a reading program reads name and figure of each bar."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn

from editorial.reports.cells import one_line
from editorial.reports.docx_elements import Element, Frame, Letters, Lines, cell, paragraph, row, run, table, write
from editorial.reports.docx_styles import text_width
from editorial.reports.forms import PaperForm
from editorial.reports.printed import PrintedChart, PrintedTable

MARGIN = 85  # 1.5 mm beside the text of a cell
CELL = "TableText"
STEPS = 50  # a bar's length is one of so many
LABEL, FIGURE = 0.36, 0.16  # of the width
BAR_COLOUR = "595959"


def table_block(block: PrintedTable, form: PaperForm, tag: str) -> list[Element]:
    """Caption, table and note. The heading row stands again on every page."""
    size = form.tables[block.size]
    widths = shared(block.widths, text_width(form))
    bold, plain = Letters(size, bold=True), Letters(size)
    rows = [_row(block.headings, block, widths, tag, bold, heading=True)]
    rows += _filled(_row([""] * len(widths), block, widths, tag, plain, together=block.whole), block.rows)
    if block.empty:
        nothing = paragraph([run(block.empty, tag, Letters(size, italic=True))], Lines(style=CELL, align="center"))
        rows.append(row([cell(sum(widths), [nothing], span=len(widths))]))
    if block.total:
        rows.append(_row(block.total, block, widths, tag, bold))
    frame = Frame(widths, caption=block.caption, about=block.note, heading=True, margin=MARGIN)
    return [caption(block.caption, tag), table(frame, rows), _after(block.note, tag)]


def chart_block(block: PrintedChart, form: PaperForm, tag: str) -> list[Element]:
    """Caption, bars and the sentence that says the same."""
    made = [caption(block.caption, tag)]
    if block.bars:
        grid = _grid(text_width(form))
        frame = Frame(grid, lined=False, caption=block.caption, about=block.summary, margin=MARGIN)
        made.append(table(frame, [_bar(bar, grid, form, tag) for bar in block.bars]))
    return [*made, _after(block.summary, tag)]


def caption(text: str, tag: str) -> Element:
    """Above what it names, and on the same page."""
    return paragraph([run(text, tag)], Lines(style="Caption", align="center"))


def shared(asked: tuple[float, ...], width: int) -> tuple[int, ...]:
    """The width given out in parts as they were asked for; together exactly the width."""
    ends = [round(width * sum(asked[: place + 1]) / sum(asked)) for place in range(len(asked))]
    return tuple(end - start for start, end in zip([0, *ends[:-1]], ends, strict=True))


def _filled(model: Element, rows: tuple[tuple[str, ...], ...]) -> Iterator[Element]:
    """A copy of an empty row for each row of texts: many times faster than to build each."""
    for texts in rows:
        made = copy.deepcopy(model)
        for words, text in zip(list(made.iter(qn("w:t"))), texts, strict=True):
            write(words, text)
        yield made


def _row(
    texts: Sequence[str],
    block: PrintedTable,
    widths: tuple[int, ...],
    tag: str,
    letters: Letters,
    *,
    heading: bool = False,
    together: bool = False,
) -> Element:
    cells = []
    for text, right, width in zip(texts, block.right, widths, strict=True):
        align = "center" if heading else "right" if right else "left"
        lines = Lines(style=CELL, align=align, together=heading or together)
        cells.append(cell(width, [paragraph([run(text, tag, letters)], lines)], middle=True))
    return row(cells, heading=heading)


def _grid(width: int) -> tuple[int, ...]:
    """Columns of a chart: the name, the steps, the figure."""
    step = round(width * (1 - LABEL - FIGURE) / STEPS)
    name = round(width * LABEL)
    return (name, *[step] * STEPS, width - name - step * STEPS)


def _bar(bar: tuple[str, float, str], grid: tuple[int, ...], form: PaperForm, tag: str) -> Element:
    """Name, bar and figure. A bar that is not nothing has at least one step."""
    name, length, figure = bar
    steps = max(round(length * STEPS), 1) if length else 0
    letters = Letters(form.tables[0])
    cells = [cell(grid[0], [_word(name, letters, tag, "right")], middle=True)]
    if steps:
        empty = [paragraph((), Lines(style=CELL, together=True))]
        cells.append(cell(grid[1] * steps, empty, span=steps, fill=BAR_COLOUR))
    room = grid[1] * (STEPS - steps) + grid[-1]
    cells.append(cell(room, [_word(figure, letters, tag, "left")], span=STEPS - steps + 1, middle=True))
    return row(cells)


def _word(text: str, letters: Letters, tag: str, align: str) -> Element:
    return paragraph([run(text, tag, letters)], Lines(style=CELL, align=align, together=True))


def _after(text: str, tag: str) -> Element:
    """What stands under a table, or the distance to what comes next."""
    if not text:
        return paragraph((), Lines(after=0, exactly=9))
    return paragraph([run(one_line(text), tag, Letters(11, italic=True))], Lines(align="left", before=3, after=9))
