"""Which figure stands in which cell of a paper's table, so that a screen can link it to the rows behind it."""

from __future__ import annotations

from editorial.reports.paper import Table
from editorial.reports.tables import grid_of
from editorial.rules.figure_terms import Comparison, ReportFigures

Behind = tuple[str, str] | None
"""Code and key of a figure, as `selectors.figures.rows_behind` takes them; None for a cell that is no figure."""


def behind(
    table: Table, figures: ReportFigures, comparison: Comparison | None = None
) -> tuple[tuple[Behind, ...], ...]:
    """For each row of a table of the paper, its total last, and each column: the figure that stands there.

    Of the comparison, only the figure of the report's own period has rows to show.
    """
    if table.code == "compared" and comparison is not None:
        return tuple(_padded((None, (row.code, row.key)), table) for row in comparison.rows)
    grid = grid_of(table.code, figures)
    if grid is None:
        count = len(table.rows) + (table.total is not None)
        return tuple(_padded((), table) for _row in range(count))
    keys = (*grid.keys, "") if table.total is not None else grid.keys
    return tuple(_padded((None, *((code.value, key) for code in grid.codes)), table) for key in keys)


def _padded(cells: tuple[Behind, ...], table: Table) -> tuple[Behind, ...]:
    return (*cells, *[None] * (len(table.columns) - len(cells)))
