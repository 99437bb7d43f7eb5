"""Tables of a report as CSV (RFC 4180, UTF-8 with its mark), alone or all in one ZIP."""

from __future__ import annotations

import csv
import io

from editorial.exports import BOM, csv_text
from editorial.reports.cells import SHARES, local, rounded, zone_in
from editorial.reports.packing import packed
from editorial.reports.paper import Kind, ReportPaper, Table, Value
from editorial.reports.printed import tables_of
from editorial.reports.sheet_names import heading_with_zone, sheet_names


def to_csv(table: Table) -> bytes:
    """One table: headings, rows, total. Days and local moments as ISO 8601, shares from 0 to 1, nothing as nothing.

    A text that an office program would take for a formula begins with an apostrophe, as in every export of the portal.
    """
    rows = [*table.rows, *([table.total] if table.total else [])]
    zones = [zone_in(row[place] for row in rows) for place in range(len(table.columns))]
    out = io.StringIO()
    writer = csv.writer(out)
    pairs = list(zip(table.columns, zones, strict=True))
    writer.writerow([csv_text(heading_with_zone(column, zone)) for column, zone in pairs])
    for number, row in enumerate(rows):
        cells = zip(row, table.kinds(number), zones, strict=True)
        writer.writerow([csv_text(_cell(local(value, zone), kind)) for value, kind, zone in cells])
    return (BOM + out.getvalue()).encode()


def to_csv_zip(paper: ReportPaper) -> bytes:
    """Every table of the report, each in a file named after its code."""
    tables = tables_of(paper)
    names = sheet_names([table.code for table in tables])
    return packed([(f"{name}.csv", to_csv(table)) for name, table in zip(names, tables, strict=True)])


def _cell(value: Value, kind: Kind) -> Value:
    made = rounded(value, kind)
    return round(made, 3) if isinstance(made, float) and kind in SHARES else made
