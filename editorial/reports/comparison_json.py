"""A frozen comparison as plain JSON data, and back."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from editorial.rules.figure_terms import Compared, Comparison
from editorial.rules.periods import Period, PeriodKind


def comparison_to_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain data; the same comparison gives the same data."""
    return {
        "rows": [dataclasses.asdict(row) for row in comparison.rows],
        "before": _period(comparison.before),
        "year_ago": _period(comparison.year_ago),
    }


def comparison_from_json(data: Mapping[str, Any]) -> Comparison:
    """The comparison behind the data."""
    rows = tuple(Compared(**row) for row in data["rows"])
    return Comparison(rows, _read_period(data["before"]), _read_period(data["year_ago"]))


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    days = {"kind": period.kind.value, "first_on": str(period.first_on), "last_on": str(period.last_on)}
    return {**dataclasses.asdict(period), **days}


def _read_period(row: Mapping[str, Any] | None) -> Period | None:
    if row is None:
        return None
    days = {name: dt.date.fromisoformat(row[name]) for name in ("first_on", "last_on")}
    return Period(**{**row, **days, "kind": PeriodKind(row["kind"])})
