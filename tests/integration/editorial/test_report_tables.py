"""A report's tables as CSV and XLSX: the same figures as on paper, typed, and never a formula (issue 5)."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from editorial.reports import sheet_fonts
from editorial.reports.csv_tables import to_csv, to_csv_zip
from editorial.reports.paper import Column, Kind, Section, Table
from editorial.reports.paper_json import paper_from_json, paper_to_json
from editorial.reports.printed import printed_sections
from editorial.reports.sheet_names import sheet_names
from editorial.reports.xlsx import to_xlsx
from tests.factories.papers import HANOI, HASH, MOSCOW, VN_EVENTS, VN_ITEMS, draft_of, empty_paper, ru_paper, vn_paper
from tests.integration.editorial.report_files import GOLDEN, element_of, golden_files, parts_of, xlsx_content

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "\r=1",
    "\x00=1",
    "\n=1",
    "=cmd|' /C calc'!A0",
    '"a","b"',
    "<&>",
    "_x0041_",
]


def table(*cells: object, kind: Kind = Kind.TEXT) -> Table:
    return Table("one", "Bảng", (Column("Một", kind),), tuple((cell,) for cell in cells))  # type: ignore[arg-type]


def csv_lines(made: Table) -> list[str]:
    return to_csv(made).decode("utf-8-sig").removesuffix("\r\n").split("\r\n")


def test_csv__is_the_golden_file() -> None:
    assert to_csv(VN_EVENTS) == (GOLDEN / "report_vn.csv").read_bytes()


def test_xlsx__is_the_golden_file() -> None:
    assert xlsx_content(to_xlsx(vn_paper())) == json.loads((GOLDEN / "report_vn.xlsx.json").read_bytes())


def test_csv__begins_with_its_mark_and_ends_lines_as_rfc_4180() -> None:
    made = to_csv(VN_ITEMS)
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.count(b"\r\n") == made.count(b"\n") == len(VN_ITEMS.rows) + 2


def test_csv__holds_the_total_and_nothing_for_nothing() -> None:
    assert csv_lines(VN_ITEMS)[-2:] == ["Văn phòng,0,0,0,0,0,,", "Tổng số,28,24,2,2,21,0.875,"]


@pytest.mark.parametrize("cell", HOSTILE)
def test_csv__hostile_cell_is_text(cell: str) -> None:
    text = to_csv(table(cell)).decode("utf-8-sig").split("\r\n", 1)[1]
    assert not text.lstrip('"').startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("cell", HOSTILE)
def test_csv__hostile_heading_is_text(cell: str) -> None:
    text = to_csv(Table("one", "x", (Column(cell),), ())).decode("utf-8-sig")
    assert not text.lstrip('"').startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_csv__a_negative_number_stays_a_number() -> None:
    assert csv_lines(table(-5, kind=Kind.COUNT))[1] == "-5"


def test_csv__moments_are_local_and_the_heading_names_the_zone() -> None:
    """At 23:30 in Moscow it is the next day in Vietnam: a column has one zone, that of its first moment."""
    first = dt.datetime(2026, 11, 1, 0, 1, tzinfo=HANOI)
    later = dt.datetime(2026, 11, 1, 23, 30, tzinfo=MOSCOW)
    made = table(None, first, later, kind=Kind.MOMENT)
    assert csv_lines(made) == ["Một (Asia/Ho_Chi_Minh)", '""', "2026-11-01 00:01", "2026-11-02 03:30"]


def test_csv_zip__has_a_file_for_each_table() -> None:
    parts = parts_of(to_csv_zip(vn_paper()))
    assert parts == {"items_by_unit.csv": to_csv(VN_ITEMS), "events.csv": to_csv(VN_EVENTS)}
    assert to_csv_zip(vn_paper()) == to_csv_zip(vn_paper())


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["items", "Items", "ITEMS"], ["items", "Items-2", "ITEMS-3"]),
        (["History", "con", "nul"], ["History-2", "con-2", "nul-2"]),
        (["a/b:c*[d]?'", "../../etc"], ["a_b_c__d___", "_.._etc"]),
        (["", " . ", "\x00"], ["table", "table-2", "table-3"]),
        (["x" * 40, "x" * 50], ["x" * 31, "x" * 29 + "-2"]),
        (["Đúng hạn"], ["Đúng hạn"]),
    ],
)
def test_sheet_names__are_safe_short_and_unique(wanted: list[str], names: list[str]) -> None:
    assert sheet_names(wanted) == names


def test_sheet_names__leave_taken_names_alone() -> None:
    assert sheet_names(["about"], taken=["About"]) == ["about-2"]


@pytest.mark.parametrize("cell", HOSTILE)
def test_xlsx__hostile_text_is_text_in_every_place(cell: str) -> None:
    made = Table("one", cell, (Column(cell),), ((cell,),), (cell,), note=cell)
    paper = replace(vn_paper(), subject=cell, sections=(Section("s", "I", cell, 1, (made,)),))
    workbook = load_workbook(io.BytesIO(to_xlsx(paper)))
    cells = [found for sheet in workbook for row in sheet.iter_rows() for found in row if found.value is not None]
    assert {found.data_type for found in cells} == {"s"}
    assert b"<f>" not in b"".join(parts_of(to_xlsx(paper)).values())


def test_xlsx__first_sheet_says_what_it_is_who_signed_and_how_to_check() -> None:
    rows = xlsx_content(to_xlsx(vn_paper()))["Thông tin chung"]["rows"]
    for words in ("tháng 10/2026", "Nguyễn Thị Mỹ", "02/11/2026 15:04 (UTC+07:00)", HASH, "Tin, bài theo đơn vị"):
        assert any(words in row for row in rows), words


def test_xlsx__of_a_draft_says_that_nobody_signed() -> None:
    rows = xlsx_content(to_xlsx(draft_of(vn_paper())))["Thông tin chung"]["rows"]
    assert any("DỰ THẢO Chưa ký" in row for row in rows)


def test_xlsx__total_stands_outside_the_filter() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(vn_paper())))["items_by_unit"]
    assert (sheet.auto_filter.ref, sheet.max_row, sheet["A7"].value) == ("A1:H6", 7, "Tổng số")
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")


def test_xlsx__figures_are_those_on_paper() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(vn_paper())))["items_by_unit"]
    assert [sheet["G3"].value, sheet["H2"].value, sheet["H4"].value] == [0.857, 18.3, 31.1]


def test_xlsx__properties_hold_the_moment_of_the_signature() -> None:
    properties = load_workbook(io.BytesIO(to_xlsx(vn_paper()))).properties
    assert (properties.title, properties.language) == (
        "BÁO CÁO Tình hình hoạt động Cổng thông tin điện tử tháng 10/2026",
        "vi-VN",
    )
    assert properties.modified == properties.created == dt.datetime(2026, 11, 2, 8, 4)


@pytest.mark.parametrize("paper", [vn_paper(), ru_paper(), empty_paper()], ids=["vn", "ru", "empty"])
def test_xlsx__same_paper_gives_the_same_bytes(paper) -> None:
    assert to_xlsx(paper) == to_xlsx(paper)


def test_xlsx__parts_of_a_font_stand_in_the_order_of_the_format() -> None:
    """ECMA-376 part 1, 18.8.22; Microsoft's validator names any other order as a fault."""
    styles = element_of(to_xlsx(vn_paper()), sheet_fonts.PART)
    fonts = list(styles.iter(f"{sheet_fonts.SPACE}font"))
    names = [[part.tag.removeprefix(sheet_fonts.SPACE) for part in font] for font in fonts]
    assert len(fonts) >= 2
    assert all(found == sorted(found, key=sheet_fonts.ORDER.index) for found in names)
    assert {font.find(f"{sheet_fonts.SPACE}name").get("val") for font in fonts} == {"Calibri"}


BY_ROW = Table(
    "compared",
    "So sánh",
    (Column("Chỉ số"), Column("Kỳ này", Kind.COUNT), Column("Tăng, giảm", Kind.COUNT_CHANGE)),
    (("Đăng", 1200, 3), ("Đúng hạn", 0.5, -0.167), ("Giờ", 26.25, None)),
    row_kinds=(
        (Kind.TEXT, Kind.COUNT, Kind.COUNT_CHANGE),
        (Kind.TEXT, Kind.SHARE, Kind.SHARE_CHANGE),
        (Kind.TEXT, Kind.HOURS, Kind.HOURS_CHANGE),
    ),
)


def test_rows_of_different_kinds__are_typed_in_files_and_signed_on_paper() -> None:
    """The comparison holds counts, shares and hours in one column: a workbook reckons with each."""
    paper = replace(vn_paper(), sections=(Section("s", "I", "s", 1, (BY_ROW,)),))
    cells = load_workbook(io.BytesIO(to_xlsx(paper)))["compared"]
    assert [[cell.value for cell in row][1:] for row in cells][1:] == [[1200, 3], [0.5, -0.167], [26.3, None]]
    assert cells["C3"].number_format == "+0.0%;-0.0%;0.0%"
    assert csv_lines(BY_ROW)[1:] == ["Đăng,1200,3", "Đúng hạn,0.5,-0.167", "Giờ,26.3,"]
    (printed,) = printed_sections(paper)[0].blocks
    assert [row[1:] for row in printed.rows] == [("1.200", "+3"), ("50,0%", "-16,7 điểm %"), ("26,3", "—")]
    assert paper_from_json(json.loads(json.dumps(paper_to_json(paper)))) == paper


def test_golden_files__are_all_there() -> None:
    assert {path.name for path in GOLDEN.glob("report_vn.*")} == set(golden_files())
