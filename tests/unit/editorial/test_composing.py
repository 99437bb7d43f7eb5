"""The paper of a report: the template of its country, whatever the reader's language (A23, reports.md 6.3)."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from editorial.reports.behind import SENTENCES, Behind, BehindProvided, Of, behind, behind_bars, pieces
from editorial.reports.blocks import share
from editorial.reports.cells import written
from editorial.reports.composing import (
    compose,
    period_title,
    place_and_date,
    report_number,
    signature_of,
    words_of,
)
from editorial.reports.file_words import VIETNAMESE
from editorial.reports.frame import ReportFrame, ReportWords
from editorial.reports.paper import Chart, Kind, Paragraph, ReportPaper, Table
from editorial.reports.words_ru import RU
from editorial.reports.words_vn import VN
from editorial.rules.figure_terms import (
    CODES,
    ActLine,
    Compared,
    Comparison,
    EventLine,
    Figure,
    FigureCode,
    ItemKind,
    Measure,
    MemberLine,
    Part,
    ProvidedTable,
    ReportFigures,
    Step,
)
from editorial.rules.periods import between, calendar_year, half_year, month, quarter, school_year, term
from editorial.rules.verdicts import Verdict
from editorial.rules.vocabulary import ContentClass, Post, RefusalGround, TakedownGround
from school.rules.years import TermPlan, usual_year

DAY = datetime.date
YEAR = usual_year(2026, TermPlan.SEMESTERS)
OCTOBER = month(2026, 10)
WORDS = ReportWords(strengths="Đăng đều.\n\nĐúng quy trình.", proposals="Bổ sung máy ảnh.")


def values() -> dict[str, dict[str, Figure]]:
    unit = {"": 3, "unit:1": 2, "unit:2": 1}
    counts: dict[str, dict[str, int]] = {
        "handed_in": {**unit, "kind:article": 3, "class:ordinary": 3, "category:tin": 3},
        "posted": {**unit, "kind:article": 3, "class:ordinary": 3, "category:tin": 3},
        "refused": {"": 1, "unit:2": 1, "ground:refuse_untrue": 1},
        "duties": {"": 2, "unit:1": 1, "unit:0": 1, "verdict:on_time": 1, "verdict:no_item": 1},
        "on_time": {"": 1, "unit:1": 1},
        "late": {"": 1, "unit:0": 1},
        "quota_owed": {"": 2, "unit:1": 1, "unit:2": 1},
        "quota_posted": {"": 1, "unit:1": 1, "unit:2": 0},
        "quota_months": {"": 2, "unit:1": 1, "unit:2": 1},
        "quota_met": {"": 1, "unit:1": 1, "unit:2": 0},
        "hours_count": {"stage:deputy": 3},
    }
    found = {code: {key: Figure(count) for key, count in by_key.items()} for code, by_key in counts.items()}
    found["on_time_rate"] = {"": Figure(0.5, 1, 2), "unit:1": Figure(1.0, 1, 1), "unit:0": Figure(0.0, 0, 1)}
    found["quota_rate"] = {"": Figure(0.5, 1, 2)}
    found["hours_median"] = {"stage:deputy": Figure(2.5, None, 3)}
    found["hours_p90"] = {"stage:deputy": Figure(20.0, None, 3)}
    return found


FULL = ReportFigures(
    period=OCTOBER,
    zone="Asia/Ho_Chi_Minh",
    as_of=datetime.datetime(2026, 10, 31, 17, tzinfo=datetime.UTC),
    values=values(),
    names={"unit:1": "Tổ Toán", "unit:2": "Tổ Văn", "category:tin": "Tin hoạt động"},
    order=("unit:1", "unit:2"),
    events=(
        EventLine(1, 7, "Hội thi", DAY(2026, 10, 2), DAY(2026, 10, 5), DAY(2026, 10, 4), 1, Verdict.ON_TIME),
        EventLine(2, None, "Khai giảng", DAY(2026, 10, 2), DAY(2026, 10, 5), None, None, Verdict.NO_ITEM),
    ),
    refusals=(ActLine(9, "refuse", "Bài sai", 2, "refuse_untrue", "Lê A", DAY(2026, 10, 9)),),
    removals=(
        ActLine(9, "take_down", "Bài gỡ", 2, "takedown_content", "Lê B", DAY(2026, 10, 10)),
        ActLine(9, "remove_file", "Bài ảnh", 2, "takedown_personal_data", "Lê B", DAY(2026, 10, 11)),
    ),
    members=(MemberLine("Lê B", "head", "198/QĐ", DAY(2023, 9, 22)),),
    begun=(MemberLine("Lê C", "editor", "199/QĐ", DAY(2026, 10, 3)),),
    provided=(ProvidedTable("documents", "Văn bản", ("Loại", "Số"), ("text", "count"), (("QĐ", 2),), ("Tổng", 2)),),
)
EMPTY = ReportFigures(OCTOBER, "Asia/Ho_Chi_Minh", FULL.as_of, {})
COMPARED = Comparison(
    (Compared("posted", 3, 5, None), Compared("on_time_rate", 0.5, 0.333, 0.333), Compared("returned", 0, 0, 0)),
    month(2026, 9),
)


def frame(country: str = "vn", **facts: Any) -> ReportFrame:
    known = {
        "country": country,
        "school_name": "Trường THPT Đạ Tông",
        "superior": "Sở Giáo dục và Đào tạo Lâm Đồng",
        "place": "Đạ Tông",
        "dated_on": DAY(2026, 11, 2),
        "number": 5,
        "version": 1,
        "signature": signature_of(country, "deputy", "Lê C"),
        "is_draft": False,
    }
    return ReportFrame(**{**known, **facts})


def paper(figures: ReportFigures = FULL, words: ReportWords = WORDS, **facts: Any) -> ReportPaper:
    return compose(figures, COMPARED, words, frame(**facts))


def tables(of: ReportPaper) -> dict[str, Table]:
    return {block.code: block for section in of.sections for block in section.blocks if isinstance(block, Table)}


def said(of: ReportPaper) -> str:
    blocks = [block for section in of.sections for block in section.blocks]
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("date", "line"),
    [
        (DAY(2026, 2, 5), "Đạ Tông, ngày 05 tháng 02 năm 2026"),
        (DAY(2026, 3, 5), "Đạ Tông, ngày 05 tháng 3 năm 2026"),
        (DAY(2026, 12, 15), "Đạ Tông, ngày 15 tháng 12 năm 2026"),
        (None, "Đạ Tông, ngày …… tháng …… năm ………"),
    ],
)
def test_place_and_date__has_a_zero_before_days_below_ten_and_months_one_and_two(date, line):
    """Nghị định 30/2020, phụ lục I."""
    assert place_and_date("Đạ Tông", date, "vn") == line


def test_place_and_date__of_a_russian_paper():
    assert place_and_date("г. Тара", DAY(2026, 2, 5), "ru") == "г. Тара, 5 февраля 2026 г."
    assert place_and_date("г. Тара", None, "ru").startswith("г. Тара, «___»")


def test_report_number__has_a_zero_below_ten_and_a_blank_in_a_draft():
    assert [report_number(number, "vn") for number in (5, 12, None)] == [
        "Số: 05/BC-BBT",
        "Số: 12/BC-BBT",
        "Số: ……/BC-BBT",
    ]
    assert [report_number(number, "ru") for number in (5, None)] == ["№ 5", "№ ______"]


def test_deputy__signs_for_the_head_on_behalf_of_the_board():
    """A23: TM. BAN BIÊN TẬP, KT. TRƯỞNG BAN, PHÓ TRƯỞNG BAN."""
    signature = signature_of("vn", "deputy", "Lê C")
    assert (*signature.authority, signature.post) == ("TM. BAN BIÊN TẬP", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
    assert signature_of("vn", "head").authority == ("TM. BAN BIÊN TẬP",)
    assert signature_of("ru", "deputy").post == "Заместитель директора"


@pytest.mark.parametrize(
    ("period", "vn", "ru"),
    [
        (month(2026, 1), "tháng 01 năm 2026", "за январь 2026 года"),
        (month(2026, 10), "tháng 10 năm 2026", "за октябрь 2026 года"),
        (quarter(2026, 4), "quý IV năm 2026", "за IV квартал 2026 года"),
        (half_year(2026, 1), "6 tháng đầu năm 2026", "за первое полугодие 2026 года"),
        (half_year(2026, 2), "6 tháng cuối năm 2026", "за второе полугодие 2026 года"),
        (calendar_year(2026), "năm 2026", "за 2026 год"),
        (
            term(YEAR.terms[0], YEAR.name),
            "học kỳ I năm học 2026-2027",
            "за учебный период «Học kỳ I» 2026-2027 учебного года",
        ),
        (
            term(usual_year(2026, TermPlan.QUARTERS).terms[1], YEAR.name),
            "II четверть năm học 2026-2027",
            "за II четверть 2026-2027 учебного года",
        ),
        (school_year(YEAR), "năm học 2026-2027", "за 2026-2027 учебный год"),
        (
            between(DAY(2026, 9, 1), DAY(2026, 10, 15)),
            "từ ngày 01/09/2026 đến ngày 15/10/2026",
            "за период с 01.09.2026 по 15.10.2026",
        ),
    ],
)
def test_period_title__reads_as_an_office_writes_it(period, vn, ru):
    assert (period_title(period, "vn"), period_title(period, "ru")) == (vn, ru)


def test_paper__follows_the_template_whatever_there_is_to_say():
    for figures in (FULL, EMPTY):
        made = paper(figures)
        assert [(row.number, row.level) for row in made.sections if row.level == 1] == [
            (number, 1) for number in ("I", "II", "III", "IV", "V", "VI")
        ]
        assert [row.number for row in made.sections][2:10] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    russian = paper(country="ru")
    assert [row.number for row in russian.sections if row.level == 1] == ["1", "2", "3", "4", "5", "6", "7"]


def test_paper__has_the_heads_of_its_country():
    made, russian = paper(), paper(country="ru")
    assert made.heading_left == ("TRƯỜNG THPT ĐẠ TÔNG", "BAN BIÊN TẬP CỔNG THÔNG TIN ĐIỆN TỬ")
    assert made.heading_right == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    assert made.subject == "Tình hình hoạt động Cổng thông tin điện tử tháng 10 năm 2026"
    assert "từ ngày 01/10/2026 đến hết ngày 31/10/2026" in made.opening[0]
    assert made.recipients == ("- Hiệu trưởng (để b/c);", "- Các tổ, đoàn thể;", "- Lưu: VT, BBT.")
    assert russian.heading_right == ("", "")
    assert russian.subject == "о работе сайта за октябрь 2026 года"


def test_paper__shows_the_figures_by_unit_with_a_total():
    table = tables(paper())["items"]
    assert table.rows[0] == ("Tổ Toán", 2, 2, 0, 0, 1, 0, 1.0)
    assert table.rows[2] == ("Chưa phân công", 0, 0, 0, 0, 0, 1, 0.0)
    assert table.total == ("Tổng cộng", 3, 3, 0, 1, 1, 1, 0.5)
    for column in range(1, 7):
        assert sum(row[column] for row in table.rows) == table.total[column]


def test_paper__every_table_fits_its_columns():
    for country in ("vn", "ru"):
        made = paper(country=country)
        for table in tables(made).values():
            assert all(len(row) == len(table.columns) for row in (*table.rows, *([table.total] if table.total else [])))
        assert {"members", "changes", "compared", "items", "events", "quota", "refused", "removed", "documents"} <= set(
            tables(made)
        )


def test_paper__quota_says_met_or_not_and_over_more_months_how_many():
    assert [row[-1] for row in tables(paper())["quota"].rows] == ["Đạt", "Chưa đạt"]
    assert tables(paper())["quota"].total[-1] == "1/2"


def test_paper__compares_with_signs_and_dashes():
    """The values are typed, so that a workbook can reckon with them; on paper they have signs and units."""
    table = tables(paper())["compared"]
    rows = [
        tuple(written(value, kind, VIETNAMESE) for value, kind in zip(row, table.kinds(place), strict=True))
        for place, row in enumerate(table.rows)
    ]
    assert table.rows[1][1] == 0.5
    assert rows[0] == ("Tin, bài đăng", "3", "5", "-2", "—", "—")
    assert rows[1] == ("Tỷ lệ đúng hạn", "50,0%", "33,3%", "+16,7 điểm %", "33,3%", "+16,7 điểm %")
    assert rows[2][3] == "0"
    assert (share(0.0625, VN), share(None, VN)) == ("6,3%", "—")


def test_paper__charts_say_in_words_what_they_draw():
    charts = {block.code: block for section in paper().sections for block in section.blocks if isinstance(block, Chart)}
    assert charts["posted_by_unit"].summary == "Số tin, bài đã đăng: Tổ Toán — 2; Tổ Văn — 1."
    assert [bar.value for bar in charts["on_time_parts"].bars] == [1, 1]


def test_paper__empty_month_says_so():
    text = said(paper(EMPTY, ReportWords()))
    assert "Trong kỳ không có sự kiện đến hạn đăng tin, bài." in text
    assert "Kỳ này không tính chỉ tiêu tin, bài." in text
    assert "Đến ngày 31/10/2026, chưa có ai được phân công vào Ban Biên tập." in text
    assert "số liệu công khai, dịch vụ công, biểu mẫu chưa được thống kê" in text
    assert "không thống kê lượt truy cập" in text
    assert "gián đoạn, sao lưu và tài khoản chưa được thống kê" in text
    assert "Trong kỳ, nhân sự Ban Biên tập không thay đổi." in text
    assert compose(EMPTY, Comparison(()), WORDS, frame()).sections[1].blocks == ()


def test_paper__has_the_boards_own_words_paragraph_by_paragraph():
    made = paper()
    strengths = next(section for section in made.sections if section.code == "strengths")
    assert [block.text for block in strengths.blocks] == ["Đăng đều.", "Đúng quy trình."]
    assert made.sections[-1].blocks[-1] == Paragraph("Bổ sung máy ảnh./.")
    assert "Không có." in said(made)
    assert "(Ban Biên tập chưa viết phần này.)" in said(paper(is_draft=True))
    unwritten = paper(words=ReportWords(), is_draft=True)
    assert unwritten.sections[-1].blocks[-1] == Paragraph("(Ban Biên tập chưa viết phần này.)")


def test_paper__ends_with_its_own_evidence():
    made = paper(ledger_head="120 · abc", address="https://x/1", what_changed="Sửa số liệu", recipients=("- Lưu.",))
    assert made.colophon == (
        "Bản thứ 1.",
        "Số liệu tính đến 24:00 31/10/2026, giờ Asia/Ho_Chi_Minh.",
        "Thay đổi so với bản trước: Sửa số liệu",
        "Số dòng và mã băm cuối của sổ ghi: 120 · abc",
        "Địa chỉ báo cáo: https://x/1",
    )
    assert made.recipients == ("- Lưu.",)
    assert (made.mark, paper(is_draft=True).mark) == ("", "DỰ THẢO")
    noon = dataclasses.replace(FULL, as_of=datetime.datetime(2026, 10, 20, 5, tzinfo=datetime.UTC))
    assert "12:00 20/10/2026" in paper(noon).colophon[1]


@pytest.mark.parametrize("country", ["vn", "ru"])
def test_every_counted_cell__leads_to_its_figure(country):
    made = paper(country=country)
    for table in tables(made).values():
        rows = (*table.rows, *([table.total] if table.total else []))
        found = behind(table, FULL, COMPARED)
        assert len(found) == len(rows)
        for cells, codes in zip(rows, found, strict=True):
            assert len(codes) == len(cells)
            for value, code in zip(cells, codes, strict=True):
                if isinstance(code, Behind) and table.code != "compared" and not isinstance(value, str):
                    assert FULL.of(code.code, code.key).value == value
    compared = behind(tables(made)["compared"], FULL, COMPARED)[0]
    assert compared == (None, Behind("posted"), Behind("posted", of=Of.BEFORE), None, None, None)
    assert behind(tables(made)["documents"], FULL, COMPARED) == (
        (None, BehindProvided("documents", ("QĐ",))),
        (None, BehindProvided("documents")),
    )


@pytest.mark.parametrize("words", [VN, RU])
def test_every_number_of_a_sentence__leads_to_its_figure(words):
    """A23: the counted sentences are found again in the paper, whichever words stand around the figures."""
    made = paper(country=words.country)
    texts = [block for section in made.sections for block in section.blocks if isinstance(block, Paragraph)]
    found = {code.code: text for block in texts for text, code in pieces(block, words) if code}
    wanted = {code.value for places in SENTENCES.values() for code in places.values()}
    assert found.keys() == wanted
    for code, text in found.items():
        figure = len(FULL.members) if code == "members" else FULL.of(code).value
        assert text == (share(figure, words) if isinstance(figure, float) else str(figure))
    assert all("".join(text for text, _code in pieces(block, words)) == block.text for block in texts)


def test_sentence__of_the_board_itself_is_no_figure():
    assert pieces(Paragraph("Gửi 5 bài trong 3 tuần."), VN) == (("Gửi 5 bài trong 3 tuần.", None),)


def test_every_bar__leads_to_its_figure():
    charts = {block.code: block for section in paper().sections for block in section.blocks if isinstance(block, Chart)}
    for chart in charts.values():
        for bar, code in zip(chart.bars, behind_bars(chart, FULL, VN), strict=True):
            assert FULL.of(code.code, code.key).value == bar.value
    other = dataclasses.replace(charts["on_time_parts"], code="another")
    assert set(behind_bars(other, FULL, VN)) == {None}


@pytest.mark.parametrize("words", [VN, RU])
def test_words__name_every_code_of_the_board(words):
    """A new class, ground, verdict or step without its official word fails here."""
    codes = {
        Part.CLASS: ContentClass,
        Part.VERDICT: Verdict,
        Part.STAGE: Step,
        Part.KIND: ItemKind,
        Part.GROUND: (*RefusalGround, *TakedownGround),
    }
    for part, known in codes.items():
        assert {code.value for code in known} <= set(words.labels[part])
    assert {post.value for post in Post} <= set(words.posts)
    assert VN.says.keys() == RU.says.keys()
    assert VN.tables.keys() == RU.tables.keys()
    for code, table in VN.tables.items():
        assert len(table.headings) == len(RU.tables[code].headings)
    assert words_of(words.country) is words


@pytest.mark.parametrize("words", [VN, RU])
def test_template__names_only_parts_there_are(words):
    made = paper(country=words.country)
    assert [(row.code, row.number, row.heading) for row in made.sections] == [
        (slot.code, slot.number, slot.heading) for slot in words.template
    ]
    own = {name.partition(":")[2] for slot in words.template for name in slot.parts if name.startswith("words:")}
    assert own == {field.name for field in dataclasses.fields(ReportWords)}


def test_columns__say_what_they_hold():
    kinds = [column.kind for column in tables(paper())["items"].columns]
    assert kinds == [Kind.TEXT, *[Kind.COUNT] * 6, Kind.SHARE]
    assert CODES[FigureCode.ON_TIME_RATE] is Measure.SHARE
