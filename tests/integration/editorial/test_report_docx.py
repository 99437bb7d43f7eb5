"""A report as a Word document in the form of its country (issue 5; Nghị định 30/2020, Phụ lục I)."""

from __future__ import annotations

import io
import itertools
import json
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from editorial.reports.docx import to_docx
from editorial.reports.paper import ReportPaper
from tests.factories.papers import (
    HASH,
    draft_of,
    empty_paper,
    long_paper,
    ru_paper,
    vn_paper,
    with_text,
)
from tests.integration.editorial.report_files import GOLDEN, docx_structure, element_of, parts_of, words_of_docx

PAPERS = {
    "vn": vn_paper(),
    "ru": ru_paper(),
    "draft": draft_of(vn_paper()),
    "empty": empty_paper(),
    "long": long_paper(),
}
# In this order, or Word says that it must repair the file (ECMA-376, part 1, 17.3 and 17.4).
ORDERS = {
    "w:pPr": "pStyle keepNext keepLines widowControl pBdr tabs spacing ind contextualSpacing jc outlineLvl rPr",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps color spacing kern sz szCs u lang",
    "w:tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:tcPr": "tcW gridSpan tcBorders shd vAlign",
}


def opened(paper: ReportPaper) -> Any:
    return Document(io.BytesIO(to_docx(paper)))


@pytest.fixture(params=PAPERS.values(), ids=PAPERS)
def paper(request: pytest.FixtureRequest) -> ReportPaper:
    return request.param


def test_docx__has_the_structure_of_the_golden_file() -> None:
    made = docx_structure(to_docx(vn_paper()))
    assert made == json.loads((GOLDEN / "report_vn.docx-structure.json").read_bytes())


def test_docx__same_paper_gives_the_same_bytes(paper: ReportPaper) -> None:
    assert to_docx(paper) == to_docx(paper)


def test_docx__elements_stand_in_the_order_word_demands(paper: ReportPaper) -> None:
    content = to_docx(paper)
    for name in ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/header2.xml"):
        for tag, order in ORDERS.items():
            known = [qn(f"w:{part}") for part in order.split()]
            for found in element_of(content, name).iter(qn(tag)):
                places = [known.index(child.tag) for child in found if child.tag in known]
                assert places == sorted(places), f"{name}: {tag} {[child.tag for child in found]}"
                assert len(set(places)) == len(places)


def test_docx__every_row_fills_the_grid_of_its_table(paper: ReportPaper) -> None:
    for table in element_of(to_docx(paper)).iter(qn("w:tbl")):
        columns = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        for row in table.iter(qn("w:tr")):
            spans = [found.find(f".//{qn('w:gridSpan')}") for found in row.iter(qn("w:tc"))]
            assert sum(1 if span is None else int(span.get(qn("w:val"))) for span in spans) == len(columns)
            widths = [int(found.get(qn("w:w"))) for found in row.iter(qn("w:tcW"))]
            assert sum(widths) == sum(columns)


def test_docx__every_cell_ends_with_a_paragraph_and_no_two_tables_touch(paper: ReportPaper) -> None:
    body = element_of(to_docx(paper)).find(qn("w:body"))
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))
    tags = [block.tag for block in body]
    assert (qn("w:tbl"), qn("w:tbl")) not in set(itertools.pairwise(tags))
    assert tags[-2:] == [qn("w:p"), qn("w:sectPr")]


def test_docx__every_run_names_its_language() -> None:
    for paper, tag in ((vn_paper(), "vi-VN"), (ru_paper(), "ru-RU")):
        content = to_docx(paper)
        runs = list(element_of(content).iter(qn("w:r")))
        assert runs
        assert {run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) for run in runs} == {tag}
        defaults = element_of(content, "word/styles.xml").find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        assert defaults.get(qn("w:val")) == tag


def test_docx__is_in_times_new_roman_of_fourteen_points() -> None:
    styles = opened(vn_paper()).styles
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        faces = styles[name].element.find(f".//{qn('w:rFonts')}")
        assert set(faces.attrib.values()) == {"Times New Roman"}
        assert styles[name].font.size.pt == 14


def test_docx__number_of_the_page_is_not_on_the_first_one() -> None:
    content = to_docx(vn_paper())
    texts = [parts_of(content)[f"word/header{number}.xml"].decode() for number in (1, 2)]
    assert sorted("PAGE" in text for text in texts) == [False, True]
    assert opened(vn_paper()).sections[0].different_first_page_header_footer


def test_docx__a_draft_says_so_on_every_page_and_a_signed_one_does_not() -> None:
    for paper, says in ((draft_of(vn_paper()), True), (vn_paper(), False)):
        section = opened(paper).sections[0]
        for header in (section.first_page_header, section.header):
            assert ("DỰ THẢO" in header.paragraphs[0].text) is says


def test_docx__heading_row_stands_again_on_every_page_and_no_row_is_torn() -> None:
    tables = list(element_of(to_docx(long_paper(40))).iter(qn("w:tbl")))
    long = max(tables, key=len)
    rows = long.findall(qn("w:tr"))
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * 41
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


@pytest.mark.parametrize(("rows", "kept"), [(8, True), (9, False)])
def test_docx__a_short_table_is_kept_with_its_total(rows: int, kept: bool) -> None:
    long = max(element_of(to_docx(long_paper(rows))).iter(qn("w:tbl")), key=len)
    found = [row.find(f".//{qn('w:keepNext')}") is not None for row in long.iter(qn("w:tr"))]
    assert found == [True] + [kept] * rows + [False]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_docx__last_words_signature_and_traces_stay_on_one_page(paper: ReportPaper) -> None:
    """All paragraphs from the last line of the text to the row of traces are kept with what follows."""
    body = list(element_of(to_docx(paper)).find(qn("w:body")))
    place = max(number for number, block in enumerate(body) if block.tag == qn("w:tbl"))
    rows = body[place].findall(qn("w:tr"))
    above = rows[:-1] if paper.colophon else rows
    filled = [part for row in above for part in row.iter(qn("w:p")) if part.find(qn("w:r")) is not None]
    kept = [*body[place - 2 : place], *filled]
    assert all(part.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for part in kept)
    if not paper.colophon:
        return
    traces = rows[-1]
    assert [len(list(traces.iter(qn("w:p")))), traces.find(f".//{qn('w:gridSpan')}").get(qn("w:val"))] == [
        len(paper.colophon),
        "2",
    ]


def test_docx__table_and_chart_say_what_they_are() -> None:
    root = element_of(to_docx(vn_paper()))
    captions = [found.get(qn("w:val")) for found in root.iter(qn("w:tblCaption"))]
    assert captions[:2] == ["Bảng 1. Tin, bài theo đơn vị", "Biểu đồ 1. Số tin, bài đã đăng theo đơn vị"]
    abouts = [found.get(qn("w:val")) for found in root.iter(qn("w:tblDescription"))]
    assert "Tổ Toán - Tin học đăng nhiều nhất (10), Văn phòng không đăng tin nào." in abouts


def test_docx__russian_form_has_no_motto_and_its_own_fields() -> None:
    structure = docx_structure(to_docx(ru_paper()))
    assert structure["page_mm"] == [210, 297, 20, 20, 30, 10]
    assert structure["body"][0] == "|center|b|Муниципальное бюджетное общеобразовательное учреждение"
    words = words_of_docx(to_docx(ru_paper()))
    assert "CỘNG HÒA" not in words
    assert "Заместитель директора" in words


def test_docx__recipients_of_a_russian_report_stand_under_the_signature() -> None:
    listed = replace(ru_paper(), recipients_heading="Рассылка:", recipients=("в дело", "директору"))
    words = words_of_docx(to_docx(listed))
    assert words.index("О. В. Щербакова") < words.index("Рассылка: в дело директору")


def test_docx__an_empty_month_says_so() -> None:
    words = words_of_docx(to_docx(empty_paper()))
    assert "Không có." in words
    assert "Nơi nhận" not in words


def test_docx__properties_hold_title_language_and_the_moment_of_the_signature() -> None:
    properties = opened(vn_paper()).core_properties
    assert properties.title == "BÁO CÁO Tình hình hoạt động Cổng thông tin điện tử tháng 10/2026"
    assert (properties.author, properties.language) == ("Trường THPT Đạ Tông", "vi-VN")
    assert properties.created == properties.modified
    assert f"{properties.created:%Y-%m-%d %H:%M}" == "2026-11-02 08:04"
    assert "docProps/thumbnail.jpeg" not in parts_of(to_docx(vn_paper()))


@pytest.mark.parametrize("text", ["<w:b/>&amp;", "\x00\x0b\ud800", "a\nb\tc", "=1+1", "{{ PAGE }}", "đ" * 40_000, HASH])
def test_docx__any_words_are_words(text: str) -> None:
    made = words_of_docx(to_docx(with_text(vn_paper(), text)))
    assert " ".join(text.replace("\x00\x0b\ud800", "").split()) in made
