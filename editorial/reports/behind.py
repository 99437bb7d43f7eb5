"""Which figure stands where in a paper, so that a screen can link it to the rows behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from string import Formatter
from typing import NamedTuple

from editorial.reports.paper import Chart, Kind, Paragraph, Table
from editorial.reports.tables import grid_of, posted_by_unit, verdicts
from editorial.reports.words import Words
from editorial.rules.figure_terms import Comparison, FigureCode, ReportFigures


class Of(StrEnum):
    """Which period a figure is of: the report's own, the one before, the same one a year ago."""

    THIS = ""
    BEFORE = "before"
    YEAR_AGO = "year_ago"


class Behind(NamedTuple):
    """A figure as `selectors.figures.rows_behind` takes it."""

    code: str
    key: str = ""
    of: Of = Of.THIS


class BehindProvided(NamedTuple):
    """A row of another app's table, by the texts in it; without texts its total."""

    table: str
    texts: tuple[str, ...] = ()


Cell = Behind | BehindProvided | None
"""None: no figure."""
Piece = tuple[str, Behind | None]
"""A piece of a sentence; one that is a figure with what stands behind it."""

SENTENCES: Mapping[str, Mapping[str, FigureCode]] = {
    "members": {"members": FigureCode.MEMBERS},
    "items": {
        "handed_in": FigureCode.HANDED_IN,
        "posted": FigureCode.POSTED,
        "returned": FigureCode.RETURNED,
        "refused": FigureCode.REFUSED,
        "taken_down": FigureCode.TAKEN_DOWN,
        "in_progress": FigureCode.IN_PROGRESS,
        "with_unit": FigureCode.WITH_UNIT,
    },
    "changed_items": {"updated": FigureCode.UPDATED, "corrections": FigureCode.CORRECTIONS},
    "deadline": {
        "duties": FigureCode.DUTIES,
        "on_time": FigureCode.ON_TIME,
        "late": FigureCode.LATE,
        "rate": FigureCode.ON_TIME_RATE,
        "waived": FigureCode.WAIVED,
        "open_duties": FigureCode.OPEN_DUTIES,
    },
    "quota": {
        "met": FigureCode.QUOTA_MET,
        "months": FigureCode.QUOTA_MONTHS,
        "rate": FigureCode.QUOTA_RATE,
    },
    "requests": {
        "received": FigureCode.REQUESTS_RECEIVED,
        "answered": FigureCode.REQUESTS_ANSWERED,
        "open": FigureCode.REQUESTS_OPEN,
    },
    "refused": {"refused": FigureCode.REFUSED},
    "removed": {
        "taken_down": FigureCode.TAKEN_DOWN,
        "files_removed": FigureCode.FILES_REMOVED,
        "hidden": FigureCode.HIDDEN,
        "restored": FigureCode.RESTORED,
    },
    "incidents": {"opened": FigureCode.INCIDENTS_OPENED, "closed": FigureCode.INCIDENTS_CLOSED},
}
"""The counted sentences of a paper: which figure stands in which of their places."""


def behind(table: Table, figures: ReportFigures, comparison: Comparison) -> tuple[tuple[Cell, ...], ...]:
    """For each row of a table of the paper, its total last, and each column: the figure that stands there."""
    if table.code == "compared":
        return tuple(_padded(_compared(row.code, row.key, comparison), table) for row in comparison.rows)
    if table.code in {provided.code for provided in figures.provided}:
        return tuple(_provided(table))
    grid = grid_of(table.code, figures)
    if grid is None:
        return tuple(_padded((), table) for _row in _rows(table))
    keys = (*grid.keys, "") if table.total is not None else grid.keys
    after = [FigureCode.QUOTA_MONTHS] if table.code == "quota" else []
    return tuple(_padded((None, *(Behind(code.value, key) for code in (*grid.codes, *after))), table) for key in keys)


def _compared(code: str, key: str, comparison: Comparison) -> tuple[Cell, ...]:
    """A change is the difference of two figures and has no rows of its own."""
    before = Behind(code, key, Of.BEFORE) if comparison.before else None
    year_ago = Behind(code, key, Of.YEAR_AGO) if comparison.year_ago else None
    return None, Behind(code, key), before, None, year_ago


def _provided(table: Table) -> Iterator[tuple[Cell, ...]]:
    for place, row in enumerate(_rows(table)):
        kinds = table.kinds(place)
        is_total = place == len(table.rows)
        texts = tuple(str(value) for value, kind in zip(row, kinds, strict=True) if kind is Kind.TEXT)
        found = BehindProvided(table.code, () if is_total else texts)
        yield tuple(None if kind is Kind.TEXT else found for kind in kinds)


def _rows(table: Table) -> tuple[tuple[object, ...], ...]:
    return (*table.rows, table.total) if table.total is not None else table.rows


def _padded(cells: tuple[Cell, ...], table: Table) -> tuple[Cell, ...]:
    return (*cells, *[None] * (len(table.columns) - len(cells)))


def behind_bars(chart: Chart, figures: ReportFigures, words: Words) -> tuple[Behind | None, ...]:
    """For each bar of a chart of the paper the figure it draws; None for a chart of another sort."""
    if chart.code == "posted_by_unit":
        return tuple(Behind(FigureCode.POSTED.value, key) for key in posted_by_unit(figures))
    if chart.code == "on_time_parts":
        return tuple(Behind(FigureCode.DUTIES.value, key) for key in verdicts(figures, words))
    return tuple(None for _bar in chart.bars)


def pieces(paragraph: Paragraph, words: Words) -> tuple[Piece, ...]:
    """A sentence of the paper in pieces, its figures apart; one that is not counted is one piece."""
    for code in SENTENCES:
        found = _pattern(words.says[code]).fullmatch(paragraph.text)
        if found:
            return tuple(_cut(paragraph.text, found, SENTENCES[code]))
    return ((paragraph.text, None),)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    """The sentence with its places open."""
    parts = Formatter().parse(sentence)
    return re.compile("".join(re.escape(words) + (f"(?P<{place}>.+?)" if place else "") for words, place, *_ in parts))


def _cut(text: str, found: re.Match[str], places: Mapping[str, FigureCode]) -> Iterator[Piece]:
    end = 0
    for place, code in sorted(places.items(), key=lambda pair: found.start(pair[0])):
        yield text[end : found.start(place)], None
        yield found[place], Behind(code.value)
        end = found.end(place)
    yield text[end:], None
