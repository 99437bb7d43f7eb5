"""A bar chart as SVG for the screen and the printer: text stays text, the figure stands beside each bar.

Nothing is said by colour, which comes from the page (`currentColor`), so it is right on dark and on paper. Only
presentation attributes and class names: a strict content-security policy takes it as it is.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from html import escape

from editorial.reports.cells import one_line
from editorial.reports.paper import Chart
from editorial.reports.printed import bar_lengths

WIDTH = 360  # as wide as a phone shows, so that letters keep their size there
LETTER = 14
LINE = 18
BAR = 14
GAP = 12
LABEL_LETTERS = 44
FIGURE_LETTER = 8  # room of one letter of the figure at a bar's end
MOST_ROOM = 200
SHORTEST = 2.0  # a bar that is not nothing can be seen
NOT_IN_IDS = re.compile(r"[^a-zA-Z0-9_-]+")


def to_svg(chart: Chart) -> str:
    """The chart as an element to put into a page; `code` makes its ids, so it must be unique on that page."""
    name = f"chart-{NOT_IN_IDS.sub('-', chart.code)}"
    drawn, height = _bars(chart)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 {WIDTH} {height}"'
            f' width="{WIDTH}" height="{height}" aria-labelledby="{name}-title {name}-desc">',
            f'<title id="{name}-title">{_text(chart.caption)}</title>',
            f'<desc id="{name}-desc">{_text(chart.summary)}</desc>',
            *drawn,
            "</svg>",
        ]
    )


def _bars(chart: Chart) -> tuple[list[str], int]:
    """Elements from top to bottom, and the height they take."""
    drawn: list[str] = []
    top = 0
    longest = max((len(one_line(bar.text)) for bar in chart.bars), default=0)
    room = WIDTH - min((longest + 1) * FIGURE_LETTER, MOST_ROOM)
    for bar, length in zip(chart.bars, bar_lengths(chart), strict=True):
        for line in _wrapped(bar.label):
            top += LINE
            drawn.append(_label(0, top - 4, line, "chart__label"))
        width = max(length * room, SHORTEST) if length else 0.0
        if width:
            drawn.append(
                f'<rect class="chart__bar" x="0" y="{top}" width="{width:.1f}" height="{BAR}" fill="currentColor"/>'
            )
        drawn.append(_label(width + (6 if width else 0), top + BAR - 2, one_line(bar.text), "chart__figure"))
        top += BAR + GAP
    return drawn, max(top, LINE)


def _wrapped(label: str) -> Iterator[str]:
    yield from textwrap.wrap(one_line(label), LABEL_LETTERS) or [""]


def _label(x: float, y: float, text: str, name: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}"'
    return f'<text class="{name}" {place} font-size="{LETTER}" fill="currentColor">{_text(text)}</text>'


def _text(text: str) -> str:
    return escape(one_line(text))
