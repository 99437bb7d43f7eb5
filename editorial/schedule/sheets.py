"""The cells of an XLSX file, merged ones filled; limits keep a hostile file harmless.

The file is read as a stream: it never stands in memory as a whole, and no range that it names is
ever walked beyond `MOST_LINES` and `MOST_COLUMNS`. Formulas are not reckoned; what was stored as
their result is read.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from editorial.schedule.rows import Problem, Unreadable

MOST_LINES, MOST_COLUMNS, MOST_SHEETS, MOST_MERGED = 600, 30, 5, 2000
MOST_UNPACKED = 8 * 1024 * 1024  # bytes of all parts together
MOST_PARTS = 400
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')

Grid = list[list[Any]]


def grids_of(data: bytes) -> list[tuple[str, Grid]]:
    """The visible sheets with their names; values as openpyxl gives them. Raises Unreadable."""
    try:
        _demand_small(data)
        return _read(data)
    except Unreadable:
        raise
    except Exception as error:  # a hostile or broken file fails in many ways; every one of them means the same
        raise Unreadable(Problem.BROKEN) from error


def _demand_small(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Unreadable(Problem.TOO_BIG)


def _read(data: bytes) -> list[tuple[str, Grid]]:
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"][:MOST_SHEETS]
        return [(str(sheet.title), _grid(sheet)) for sheet in sheets]
    finally:
        workbook.close()


def _grid(sheet: Any) -> Grid:
    lines = sheet.iter_rows(min_row=1, max_row=MOST_LINES + 1, max_col=MOST_COLUMNS, values_only=True)
    grid = [list(line) for line in lines]
    with sheet._get_source() as source:  # openpyxl does not tell merged cells when it reads a stream
        ranges = MERGED.findall(source.read(MOST_UNPACKED))
    for ref in ranges[:MOST_MERGED]:
        _fill(grid, *range_boundaries(ref.decode()))
    return grid


def _fill(grid: Grid, left: int, top: int, right: int, bottom: int) -> None:
    """Every cell of a merged range has the value of its first one."""
    if top > len(grid) or left > MOST_COLUMNS:
        return
    value = grid[top - 1][left - 1]
    for line in grid[top - 1 : bottom]:
        for column in range(left - 1, min(right, MOST_COLUMNS)):
            line[column] = value
