"""Names of a report's tables in files: short, unique, plain; and what a column is called there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from editorial.reports.cells import one_line, zone_name
from editorial.reports.paper import Column

LONGEST_NAME = 31  # of a sheet
FORBIDDEN = re.compile(r"[^\w\-. ]")  # in names of sheets and of files, on any system
RESERVED = frozenset({"history", "con", "prn", "aux", "nul"})  # Excel keeps the first for itself, Windows the others


def sheet_names(wanted: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """A name for each code, none twice (small and capital letters are the same to Excel), none longer than 31."""
    used = RESERVED | {name.casefold() for name in taken}
    names = []
    for code in wanted:
        name = _free(FORBIDDEN.sub("_", one_line(code))[:LONGEST_NAME].strip(" .") or "table", used)
        used |= {name.casefold()}
        names.append(name)
    return names


def heading_with_zone(column: Column, zone: dt.tzinfo | None) -> str:
    """A column's heading; one of moments names their time zone."""
    heading = one_line(column.heading)
    return f"{heading} ({zone_name(zone)})" if zone else heading


def _free(name: str, used: frozenset[str]) -> str:
    number, made = 1, name
    while made.casefold() in used:
        number += 1
        tail = f"-{number}"
        made = name[: LONGEST_NAME - len(tail)] + tail
    return made
