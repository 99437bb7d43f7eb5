"""Frozen figures as plain JSON data, and back: a report is read again a year later."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from editorial.rules.figure_terms import (
    FIGURES_VERSION,
    ActLine,
    EventLine,
    Figure,
    MemberLine,
    ProvidedTable,
    ReportFigures,
)
from editorial.rules.periods import Period, PeriodKind
from editorial.rules.verdicts import Verdict

Line = TypeVar("Line", EventLine, ActLine, MemberLine)
LISTS: Mapping[str, type] = {
    "events": EventLine,
    "refusals": ActLine,
    "removals": ActLine,
    "members": MemberLine,
    "begun": MemberLine,
    "ended": MemberLine,
}
DAYS = frozenset({"ended_on", "due_on", "posted_on", "decided_on", "starts_on", "ends_on", "first_on", "last_on"})
DAY, MOMENT = "day", "moment"
Cell = str | int | float | datetime.date | datetime.datetime | None


def to_json(figures: ReportFigures) -> dict[str, Any]:
    """The figures as plain JSON data with their version; the same figures give the same data."""
    return {
        "version": figures.version,
        "period": _plain_line(figures.period),
        "zone": figures.zone,
        "as_of": figures.as_of.astimezone(datetime.UTC).isoformat(),
        "values": {
            code: {key: [figure.value, figure.numerator, figure.denominator] for key, figure in sorted(by_key.items())}
            for code, by_key in sorted(figures.values.items())
        },
        "names": dict(sorted(figures.names.items())),
        "order": list(figures.order),
        **{name: [_plain_line(line) for line in getattr(figures, name)] for name in LISTS},
        "provided": [_plain_table(table) for table in figures.provided],
    }


def _plain_line(line: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(line, field.name)) for field in dataclasses.fields(line)}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _plain_table(table: ProvidedTable) -> dict[str, Any]:
    total = None if table.total is None else [_plain_cell(cell) for cell in table.total]
    rows = [[_plain_cell(cell) for cell in row] for row in table.rows]
    return {**_plain_line(table), "headings": list(table.headings), "kinds": list(table.kinds)} | {
        "rows": rows,
        "total": total,
    }


def _plain_cell(cell: Cell) -> Any:
    """A date or moment of a table keeps what it is: {"day": "2026-10-01"}."""
    if isinstance(cell, datetime.datetime):
        return {MOMENT: cell.isoformat()}
    return {DAY: cell.isoformat()} if isinstance(cell, datetime.date) else cell


def from_json(data: Mapping[str, Any]) -> ReportFigures:
    """The figures a report was frozen with. Raises ValueError for a version nobody wrote."""
    if data.get("version") != FIGURES_VERSION:
        raise ValueError(f"figures of version {data.get('version')!r} are not known")
    return ReportFigures(
        version=data["version"],
        period=_period(data["period"]),
        zone=data["zone"],
        as_of=datetime.datetime.fromisoformat(data["as_of"]),
        values={
            code: {key: Figure(*figure) for key, figure in by_key.items()} for code, by_key in data["values"].items()
        },
        names=dict(data["names"]),
        order=tuple(data["order"]),
        events=_lines(data["events"], EventLine),
        refusals=_lines(data["refusals"], ActLine),
        removals=_lines(data["removals"], ActLine),
        members=_lines(data["members"], MemberLine),
        begun=_lines(data["begun"], MemberLine),
        ended=_lines(data["ended"], MemberLine),
        provided=tuple(_table(table) for table in data["provided"]),
    )


def _period(data: Mapping[str, Any]) -> Period:
    return Period(**{**_read_days(data), "kind": PeriodKind(data["kind"])})


def _lines(rows: Sequence[Mapping[str, Any]], of: type[Line]) -> tuple[Line, ...]:
    return tuple(of(**_read_days(row)) for row in rows)


def _read_days(row: Mapping[str, Any]) -> dict[str, Any]:
    """A line's own fields: days as dates, the verdict as its code."""
    found = {name: datetime.date.fromisoformat(row[name]) if name in DAYS and row[name] else row[name] for name in row}
    return {**found, "verdict": Verdict(row["verdict"])} if "verdict" in row else found


def _table(data: Mapping[str, Any]) -> ProvidedTable:
    return ProvidedTable(
        code=data["code"],
        caption=data["caption"],
        headings=tuple(data["headings"]),
        kinds=tuple(data["kinds"]),
        rows=tuple(_row(row) for row in data["rows"]),
        total=None if data["total"] is None else _row(data["total"]),
        note=data["note"],
    )


def _row(row: Sequence[Any]) -> tuple[Cell, ...]:
    return tuple(_cell(cell) for cell in row)


def _cell(cell: Any) -> Cell:
    if not isinstance(cell, Mapping):
        read: Cell = cell
        return read
    if MOMENT in cell:
        return datetime.datetime.fromisoformat(cell[MOMENT])
    return datetime.date.fromisoformat(cell[DAY])


Difference = tuple[str, str, object, object]


def differences(then: ReportFigures, now: ReportFigures) -> list[Difference]:
    """What differs between two countings of one period: code, key, value then and now. Empty: the same.

    What things are called is left out: a unit's name or a title may change, a figure may not.
    """
    if (then.period, then.as_of) != (now.period, now.as_of):
        return [("period", "", f"{then.period.key} {then.as_of}", f"{now.period.key} {now.as_of}")]
    return [*_differing_figures(then, now), *_differing_lists(then, now)]


def _differing_figures(then: ReportFigures, now: ReportFigures) -> Iterator[Difference]:
    for code in sorted({*then.values, *now.values}):
        old, new = then.values.get(code, {}), now.values.get(code, {})
        for key in sorted({*old, *new}):
            if old.get(key) != new.get(key):
                yield code, key, _value(old.get(key)), _value(new.get(key))


def _value(figure: Figure | None) -> int | float | None:
    return figure.value if figure else None


def _differing_lists(then: ReportFigures, now: ReportFigures) -> Iterator[Difference]:
    for name in ("events", "refusals", "removals"):
        old, new = _facts(getattr(then, name)), _facts(getattr(now, name))
        if old != new:
            yield name, "", len(old), len(new)
    for table in then.provided:
        other = next((row for row in now.provided if row.code == table.code), None)
        if other is None or (table.rows, table.total) != (other.rows, other.total):
            yield "provided", table.code, len(table.rows), len(other.rows) if other else None


def _facts(lines: Sequence[Any]) -> list[dict[str, Any]]:
    """The lines without what things are called."""
    return [{name: value for name, value in _plain_line(line).items() if name != "title"} for line in lines]
