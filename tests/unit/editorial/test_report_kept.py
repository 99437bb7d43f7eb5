"""What a signature keeps comes back word for word: the paper and the comparison as JSON (A23)."""

from __future__ import annotations

import datetime as dt
import json
from zoneinfo import ZoneInfo

import pytest

from editorial.period_words import label_for_school
from editorial.reports.comparison_json import comparison_from_json, comparison_to_json
from editorial.reports.paper import Bar, Chart, Column, Kind, Paragraph, ReportPaper, Section, Signature, Table
from editorial.reports.paper_json import paper_from_json, paper_to_json
from editorial.rules.figure_terms import Compared, Comparison
from editorial.rules.periods import between, calendar_year, half_year, month, quarter, school_year, term
from school.rules.years import TermPlan, usual_year

MOMENT = dt.datetime(2026, 11, 2, 15, 4, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
COLUMNS = (
    Column("Đơn vị"),
    Column("Bài", Kind.COUNT),
    Column("Tỷ lệ", Kind.SHARE),
    Column("Ngày", Kind.DAY),
    Column("Lúc", Kind.MOMENT),
)
TABLE = Table(
    "units",
    "Tin, bài",
    COLUMNS,
    (("Tổ Toán", 3, 0.333, dt.date(2026, 10, 5), MOMENT), ("Tổ Văn", 0, None, None, None)),
    ("Tổng", 3, 0.333, None, None),
    "ghi chú",
)
PAPER = ReportPaper(
    country="vn",
    language="vi",
    heading_left=("TRƯỜNG", "BAN BIÊN TẬP"),
    heading_right=("CỘNG HÒA", "Độc lập"),
    number="Số: 05/BC-BBT",
    place_and_date="Hồ Sương, ngày 02 tháng 11 năm 2026",
    type_name="BÁO CÁO",
    subject="Tình hình",
    opening=("Thực hiện", "như sau"),
    sections=(
        Section("ii", "II", "KẾT QUẢ", 1, (Paragraph("Một\nhai"), TABLE)),
        Section("c", "1", "Biểu đồ", 2, (Chart("c", "Theo đơn vị", "Toán 3", (Bar("Toán", 3.0, "3"),)),)),
    ),
    recipients_heading="Nơi nhận:",
    recipients=("- Hiệu trưởng",),
    signature=Signature(("TM. BAN BIÊN TẬP", "KT. TRƯỞNG BAN"), "PHÓ TRƯỞNG BAN", "Trần Thị Hòa", MOMENT),
    colophon=("Bản thứ 1.",),
)


def test_paper__comes_back_as_it_was() -> None:
    kept = json.loads(json.dumps(paper_to_json(PAPER)))

    assert paper_from_json(kept) == PAPER


def test_paper__unsigned_comes_back_too_and_an_unknown_version_is_refused() -> None:
    draft = ReportPaper(**{**{name: getattr(PAPER, name) for name in PAPER.__slots__}, "signature": Signature((), "P")})

    assert paper_from_json(json.loads(json.dumps(paper_to_json(draft)))) == draft
    with pytest.raises(ValueError, match="version 9"):
        paper_from_json({**paper_to_json(PAPER), "version": 9})


def test_comparison__comes_back_with_its_periods_or_without() -> None:
    row = Compared("posted", 3, 2, None)
    for found in (Comparison((row,), month(2026, 9), None), Comparison((row,), None, month(2025, 10))):
        assert comparison_from_json(json.loads(json.dumps(comparison_to_json(found)))) == found


def test_period__is_named_in_the_language_of_the_school() -> None:
    year = usual_year(2026, TermPlan.SEMESTERS)
    days = between(dt.date(2026, 9, 1), dt.date(2026, 10, 15))
    periods = (quarter(2026, 4), half_year(2026, 2), calendar_year(2026), term(year.terms[0], year.name), days)

    assert [label_for_school(period, "en") for period in (month(2026, 10), *periods, school_year(year))] == [
        "October 2026",
        "Quarter IV of 2026",
        "Half-year II of 2026",
        "Year 2026",
        "Học kỳ I, 2026-2027",
        "1 September 2026 – 15 October 2026",
        "School year 2026-2027",
    ]
