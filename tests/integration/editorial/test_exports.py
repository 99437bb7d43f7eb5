"""Exported tables: nothing in a cell acts, whatever program opens it."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from editorial.exports import Table, as_csv, as_xlsx

HOSTILE = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\x00=1", "\x01x", "đ" * 40_000, "a\nb", '"a","b"', "<&>"]


def table(*rows: list[Any], title: str = "Bảng") -> Table:
    return Table("table", title, ["Một"], list(rows))


@pytest.mark.parametrize("cell", HOSTILE)
def test_hostile_cell__is_text_in_both_kinds(cell: str) -> None:
    made = load_workbook(io.BytesIO(as_xlsx(table([cell])).content)).active["A2"]
    assert made.data_type in {"s", "inlineStr"}
    text = as_csv(table([cell])).content.decode("utf-8-sig").splitlines()[1]
    assert not text.lstrip('"').startswith(("=", "+", "-", "@", "\t", "\r"))


def test_moments__are_local_and_without_zone() -> None:
    """At 23:30 UTC the school's next day has begun."""
    at = datetime.datetime(2026, 11, 16, 23, 30, tzinfo=datetime.UTC)
    assert b"2026-11-17 06:30" in as_csv(table([at])).content
    assert load_workbook(io.BytesIO(as_xlsx(table([at])).content)).active["A2"].value == datetime.datetime(
        2026, 11, 17, 6, 30
    )


def test_typed_cells__stay_what_they_are() -> None:
    day = datetime.date(2026, 11, 16)
    sheet = load_workbook(io.BytesIO(as_xlsx(table([day], [7], [None], [-3])).content)).active
    assert [sheet[f"A{line}"].value for line in range(2, 6)] == [datetime.datetime(2026, 11, 16), 7, None, -3]


@pytest.mark.parametrize("title", ["a/b:c*[d]?", "x" * 80, "'", ""])
def test_any_title__names_a_sheet(title: str) -> None:
    assert load_workbook(io.BytesIO(as_xlsx(table([1], title=title)).content)).sheetnames
