"""The tables of a report that are counted: their rows, and which figure stands in which cell."""

from __future__ import annotations

from dataclasses import dataclass

from editorial.reports.paper import Column, Kind, Table, Value
from editorial.reports.words import Words
from editorial.rules.figure_terms import (
    CODES,
    FigureCode,
    Measure,
    Part,
    ReportFigures,
    Step,
    key_of,
    value_of,
)

ITEM_CODES = (
    FigureCode.HANDED_IN,
    FigureCode.POSTED,
    FigureCode.RETURNED,
    FigureCode.REFUSED,
    FigureCode.ON_TIME,
    FigureCode.LATE,
    FigureCode.ON_TIME_RATE,
)
FLOW_CODES = (FigureCode.HANDED_IN, FigureCode.POSTED)
HOURS_CODES = (FigureCode.HOURS_COUNT, FigureCode.HOURS_MEDIAN, FigureCode.HOURS_P90)
QUOTA_CODES = (FigureCode.QUOTA_OWED, FigureCode.QUOTA_POSTED, FigureCode.QUOTA_MET)
KIND_OF = {Measure.COUNT: Kind.COUNT, Measure.SHARE: Kind.SHARE, Measure.HOURS: Kind.HOURS}
CHANGE_OF = {
    Measure.COUNT: Kind.COUNT_CHANGE,
    Measure.SHARE: Kind.SHARE_CHANGE,
    Measure.HOURS: Kind.HOURS_CHANGE,
}


@dataclass(frozen=True, slots=True)
class Grid:
    """A counted table: the figure of each column, the key of each row, whether a last row adds up.

    A column after the figures, if the words have one more heading, is text.
    """

    codes: tuple[FigureCode, ...]
    keys: tuple[str, ...]
    has_total: bool = True


def grid_of(code: str, figures: ReportFigures) -> Grid | None:
    """The grid of a table of the paper; None for a list that is not counted."""
    if code == "items":
        return Grid(ITEM_CODES, unit_keys(figures))
    if code in {"kinds", "classes", "categories"}:
        part = {"kinds": Part.KIND, "classes": Part.CLASS, "categories": Part.CATEGORY}[code]
        return Grid(FLOW_CODES, _keys(figures, part))
    if code == "hours":
        steps = figures.keys(FigureCode.HOURS_COUNT, Part.STAGE)
        ordered = (key_of(Part.STAGE, step.value) for step in Step)
        return Grid(HOURS_CODES, tuple(key for key in ordered if key in steps), has_total=False)
    if code == "quota":
        owing = tuple(key for key in unit_keys(figures) if figures.count(FigureCode.QUOTA_MONTHS, key))
        return Grid(QUOTA_CODES, owing)
    return None


def unit_keys(figures: ReportFigures) -> tuple[str, ...]:
    """The units of the period in the school's order; those it has no more, and "nobody", last."""
    counted = {key for code in (*ITEM_CODES, *QUOTA_CODES) for key in figures.keys(code, Part.UNIT)}
    return (*figures.order, *sorted(counted - set(figures.order)))


def posted_by_unit(figures: ReportFigures) -> dict[str, int]:
    """Items posted by the keys of the units, in their order; those that posted something."""
    counts = {key: figures.count(FigureCode.POSTED, key) for key in unit_keys(figures)}
    return {key: count for key, count in counts.items() if count}


def verdicts(figures: ReportFigures, words: Words) -> dict[str, int]:
    """Duties by the keys of their verdicts, in the order the country lists them; those that happened."""
    keys = (key_of(Part.VERDICT, code) for code in words.labels[Part.VERDICT])
    return {key: count for key in keys if (count := figures.count(FigureCode.DUTIES, key))}


def _keys(figures: ReportFigures, part: Part) -> tuple[str, ...]:
    return tuple(sorted({key for code in FLOW_CODES for key in figures.keys(code, part)}))


def label(key: str, figures: ReportFigures, words: Words) -> str:
    """What a key is called: by its name in the period, else by the word of the country."""
    part, value = key.partition(":")[0], value_of(key)
    return figures.names.get(key) or words.labels.get(part, {}).get(value, value)


def counted_table(code: str, figures: ReportFigures, words: Words) -> Table | None:
    """A counted table; None where it would have no row."""
    grid = grid_of(code, figures)
    if grid is None or not grid.keys:
        return None
    said = words.tables[code]
    kinds = [Kind.TEXT, *(KIND_OF[CODES[column]] for column in grid.codes)]
    columns = [Column(heading, kind) for heading, kind in zip(said.headings, kinds, strict=False)]
    has_result = len(said.headings) > len(kinds)
    if has_result:
        columns.append(Column(said.headings[-1]))
    rows = [_row(grid, key, figures, words, has_result) for key in grid.keys]
    total = _row(grid, "", figures, words, has_result) if grid.has_total else None
    return Table(code, said.caption, tuple(columns), tuple(rows), total)


def _row(grid: Grid, key: str, figures: ReportFigures, words: Words, has_result: bool) -> tuple[Value, ...]:
    name = label(key, figures, words) if key else words.says["total"]
    cells = (name, *(figures.of(code, key).value for code in grid.codes))
    return (*cells, _result(key, figures, words)) if has_result else cells


def _result(key: str, figures: ReportFigures, words: Words) -> str:
    met, months = figures.count(FigureCode.QUOTA_MET, key), figures.count(FigureCode.QUOTA_MONTHS, key)
    if months != 1:
        return f"{met}/{months}"
    return words.says["quota_met"] if met else words.says["quota_not_met"]
