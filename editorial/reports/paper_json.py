"""A frozen report's paper and comparison as plain JSON data, and back: what was signed is read again word for word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from editorial.reports.paper import (
    Bar,
    Block,
    Chart,
    Column,
    Kind,
    Paragraph,
    ReportPaper,
    Section,
    Signature,
    Table,
    Value,
)

PAPER_VERSION = 1
DAY, MOMENT = "day", "moment"


def paper_to_json(paper: ReportPaper) -> dict[str, Any]:
    """The paper as plain data with the version of its shape; the same paper gives the same data."""
    return {
        "version": PAPER_VERSION,
        "plain": {name: _listed(getattr(paper, name)) for name in _PLAIN},
        "sections": [_section(section) for section in paper.sections],
        "signature": _signature(paper.signature),
    }


def paper_from_json(data: Mapping[str, Any]) -> ReportPaper:
    """The paper behind the data. Raises ValueError for a version nobody wrote."""
    if data.get("version") != PAPER_VERSION:
        raise ValueError(f"paper of version {data.get('version')}")
    plain: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data["plain"].items()
    }
    signed = data["signature"]
    return ReportPaper(
        **plain,
        sections=tuple(_read_section(row) for row in data["sections"]),
        signature=Signature(tuple(signed["authority"]), signed["post"], signed["name"], _moment(signed["signed_at"])),
    )


_PLAIN = (
    "country",
    "language",
    "heading_left",
    "heading_right",
    "number",
    "place_and_date",
    "type_name",
    "subject",
    "opening",
    "recipients_heading",
    "recipients",
    "mark",
    "colophon",
)


def _listed(value: str | tuple[str, ...]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)


def _signature(signature: Signature) -> dict[str, Any]:
    at = signature.signed_at
    return {
        "authority": list(signature.authority),
        "post": signature.post,
        "name": signature.name,
        "signed_at": at.isoformat() if at else None,
    }


def _moment(written: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(written) if written else None


def _section(section: Section) -> dict[str, Any]:
    named = {name: getattr(section, name) for name in ("code", "number", "heading", "level")}
    return {**named, "blocks": [_block(block) for block in section.blocks]}


def _read_section(row: Mapping[str, Any]) -> Section:
    blocks = tuple(_read_block(block) for block in row["blocks"])
    return Section(row["code"], row["number"], row["heading"], row["level"], blocks)


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"is": "paragraph", "text": block.text}
    named = {"code": block.code, "caption": block.caption}
    if isinstance(block, Chart):
        bars = [[bar.label, bar.value, bar.text] for bar in block.bars]
        return {"is": "chart", **named, "summary": block.summary, "bars": bars}
    by_row = {"row_kinds": [[kind.value for kind in row] for row in block.row_kinds]} if block.row_kinds else {}
    return {
        "is": "table",
        **named,
        **by_row,
        "columns": [[column.heading, column.kind.value] for column in block.columns],
        "rows": [_cells(row) for row in block.rows],
        "total": _cells(block.total) if block.total is not None else None,
        "note": block.note,
    }


def _read_block(row: Mapping[str, Any]) -> Block:
    if row["is"] == "paragraph":
        return Paragraph(row["text"])
    if row["is"] == "chart":
        return Chart(row["code"], row["caption"], row["summary"], tuple(Bar(*bar) for bar in row["bars"]))
    return Table(
        row["code"],
        row["caption"],
        tuple(Column(heading, Kind(kind)) for heading, kind in row["columns"]),
        tuple(_read_cells(cells) for cells in row["rows"]),
        _read_cells(row["total"]) if row["total"] is not None else None,
        row["note"],
        tuple(tuple(map(Kind, kinds)) for kinds in row.get("row_kinds", ())),
    )


def _cells(cells: Iterable[Value]) -> list[Any]:
    return [_cell(value) for value in cells]


def _cell(value: Value) -> Any:
    """Days and moments are marked, so that they come back as what they are."""
    if isinstance(value, dt.datetime):
        return {MOMENT: value.isoformat()}
    return {DAY: value.isoformat()} if isinstance(value, dt.date) else value


def _read_cells(cells: Iterable[Any]) -> tuple[Value, ...]:
    return tuple(_read_cell(value) for value in cells)


def _read_cell(value: Any) -> Value:
    if not isinstance(value, dict):
        return value
    return dt.datetime.fromisoformat(value[MOMENT]) if MOMENT in value else dt.date.fromisoformat(value[DAY])
