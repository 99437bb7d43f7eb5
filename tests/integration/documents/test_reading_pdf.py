"""PDF: lines by their place, heads and page numbers set aside, columns, broken words; a scan says so."""

from __future__ import annotations

import pytest

from documents.importing import import_file
from documents.readers.files import read_file
from documents.readers.refusals import Fault, ReadingRefused
from documents.rules.accounting import is_complete
from documents.rules.vocabulary import AsideReason, NodeKind, WarningCode
from tests.unit.documents.files import drawing, pdf
from tests.unit.documents.regulations import kinds, node

LONG = "Учитель вносит отметки в журнал в день проведения урока и проверяет расписание занятий своего класса ежедневно"
NUMBERED = '#set page(header: [Школа № 3], numbering: "1")'
PAGES = (
    "#align(center)[ПОЛОЖЕНИЕ]\n#align(center)[о журнале]\n\n1\\. Общие положения\n\n1.1. " + LONG + ".",
    f"1.2. {LONG};\n\n1.3. {LONG}",
    f"и ночью.\n\n2\\. Контроль\n\n2.1. {LONG}.",
)


def test_pdf__is_read_clause_by_clause():
    regulation = import_file(pdf(*PAGES, setup=NUMBERED), "a.pdf")
    assert regulation.card.title == "ПОЛОЖЕНИЕ о журнале"
    assert kinds(regulation, NodeKind.SECTION) == ["Общие положения", "Контроль"]
    assert node(regulation, "p-1.1").text == LONG + "."
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def test_pdf__goes_on_over_the_end_of_a_page():
    regulation = import_file(pdf(*PAGES, setup=NUMBERED), "a.pdf")
    assert node(regulation, "p-1.3").text == f"{LONG} и ночью."


def test_pdf__sets_page_numbers_and_running_heads_aside():
    source = read_file(pdf(*PAGES, setup=NUMBERED), "a.pdf")
    reasons = sorted(one.reason for one in source.asides)
    assert reasons == [AsideReason.PAGE_NUMBER] * 3 + [AsideReason.RUNNING_HEAD] * 3


def test_pdf__knows_the_page_of_each_line():
    assert {line.page for line in read_file(pdf(*PAGES), "a.pdf").lines} == {1, 2, 3}


def test_pdf__reads_the_two_columns_of_a_letterhead_one_after_the_other():
    head = (
        "#grid(columns: (1fr, 1fr), [SỞ GIÁO DỤC VÀ ĐÀO TẠO \\ TRƯỜNG THPT HOA SEN \\ Số: 12/QĐ-HS],"
        "[CỘNG HÒA XÃ HỘI CHỦ NGHĨA \\ Độc lập - Tự do - Hạnh phúc \\ Huế, ngày 5 tháng 9 năm 2024])\n\n#v(40pt)"
        "QUYẾT ĐỊNH\n\nBan hành nội quy\n\nĐiều 1. Ban hành nội quy của trường."
    )
    regulation = import_file(pdf(head), "a.pdf")
    assert (regulation.card.number, regulation.card.place) == ("12", "Huế")
    texts = [line.text for line in regulation.source.lines]
    assert texts.index("Số: 12/QĐ-HS") < texts.index("Độc lập - Tự do - Hạnh phúc")


def test_pdf__joins_a_word_that_the_line_broke():
    text = "1\\. Архив\n\n1.1. Электронный архив хранится пять лет, а затем электрон-#linebreak()ный архив удаляют."
    regulation = import_file(pdf(text), "a.pdf")
    assert "затем электронный архив" in node(regulation, "p-1.1").text
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def test_pdf__a_table_keeps_its_cells():
    table = "#table(columns: 3, stroke: none, column-gutter: 30pt, [Класс], [Предмет], [Месяц], [5], [Химия], [май])"
    regulation = import_file(pdf(f"1\\. Сроки\n\n1.1. Сроки:\n\n{table}"), "a.pdf")
    assert regulation.root.of_kind(NodeKind.TABLE)[0].rows == (("Класс", "Предмет", "Месяц"), ("5", "Химия", "май"))


def test_pdf__a_scan_says_so():
    with pytest.raises(ReadingRefused) as refusal:
        read_file(drawing(), "a.pdf")
    assert refusal.value.fault is Fault.SCAN


def test_pdf__names_a_page_without_text():
    regulation = import_file(pdf(PAGES[0], "#rect(width: 50%)", PAGES[2]), "a.pdf")
    assert ("2", WarningCode.NO_TEXT_ON_PAGE) in {(one.label, one.code) for one in regulation.warnings}


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_pdf__cut_off_is_refused(share):
    data = pdf(*PAGES)
    with pytest.raises(ReadingRefused):
        read_file(data[: int(len(data) * share)], "a.pdf")


def test_pdf__with_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr("documents.readers.pdf.MAX_PAGES", 2)
    with pytest.raises(ReadingRefused) as refusal:
        read_file(pdf(*PAGES), "a.pdf")
    assert refusal.value.fault is Fault.TOO_MANY_PAGES


def test_pdf__what_is_longer_than_a_regulation_is_refused(monkeypatch):
    monkeypatch.setattr("documents.readers.pdf.MAX_LETTERS", 20)
    with pytest.raises(ReadingRefused) as refusal:
        read_file(pdf(*PAGES), "a.pdf")
    assert refusal.value.fault is Fault.TOO_LONG


def test_pdf__reads_recipients_beside_the_signature():
    foot = (
        "QUYẾT ĐỊNH\n\nBan hành nội quy\n\nĐiều 1. Ban hành nội quy của trường./.\n\n#v(20pt)"
        "#grid(columns: (1fr, 1fr), [Nơi nhận: \\ \\- Các lớp; \\ \\- Lưu: VT.],"
        "align(center)[HIỆU TRƯỞNG #v(50pt) Lê Văn An])"
    )
    card = import_file(pdf(foot), "a.pdf").card
    assert (card.signer_post, card.signer, card.recipients) == ("HIỆU TRƯỞNG", "Lê Văn An", ("Các lớp;", "Lưu: VT."))


def test_pdf__lines_of_the_text_are_no_running_heads():
    pages = [f"1.{number}. Текст пункта.\n\n#v(600pt)\n\nодно и то же;" for number in range(1, 6)]
    assert read_file(pdf(*pages), "a.pdf").asides == ()
