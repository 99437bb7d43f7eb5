"""What a person says of a line is read so, holds when the text is mended, and loses nothing (B03)."""

from __future__ import annotations

import pytest

from documents.rules.accounting import is_complete
from documents.rules.by_hand import label_typed
from documents.rules.corrections import (
    Act,
    Corrections,
    Said,
    correction_of,
    corrections_of,
    plain_corrections,
    said_of,
    with_correction,
    without,
    written_label,
)
from documents.rules.lines import source_of
from documents.rules.reading import Regulation, read_regulation
from documents.rules.vocabulary import AsideReason, Language, NodeKind, WarningCode
from tests.unit.documents.regulations import codes, node

TEXT = """QUY CHẾ
Hoạt động của thư viện

Điều 1. Phạm vi áp dụng
1. Quy chế này áp dụng cho mọi học sinh.
Điểu 2: Giờ mở cửa
1. Thư viện mở cửa các ngày trong tuần.
5. Thư viện đóng cửa ngày nghỉ.
Trang trí thư viện
và sân trường.
Điều 3. Trách nhiệm
1. Thủ thư giữ sách."""
RUSSIAN = """ПОЛОЖЕНИЕ
о журнале

1. Общие положения
1.1. Журнал ведут учителя.
2. Контроль
1.2. Контроль ведёт завуч.
Приложение № 1
Форма"""


def read(text: str, *said: tuple[int, Said], stored_for: str = "") -> Regulation:
    """The text with corrections, made for `stored_for` if that is another text."""
    made_on = source_of(stored_for or text)
    corrections = tuple(found for line, one in said if (found := correction_of(made_on, line, one)))
    regulation = read_regulation(source_of(text), None, corrections)
    assert is_complete(regulation.source, regulation.asides, regulation.root)
    return regulation


def opens(kind: NodeKind, label: str = "") -> Said:
    return Said(Act.OPENS, kind, label)


def test_line__opens_an_article_when_a_person_says_so():
    """B03: the mark stays as typed, the label is the one given, what follows lies under it."""
    assert "dieu-2" not in {part.anchor for part in read(TEXT).root.walk()}
    regulation = read(TEXT, (6, opens(NodeKind.ARTICLE, "Điều 2")))
    article = node(regulation, "dieu-2")
    assert (article.mark, article.label, article.heading) == ("Điểu 2:", "Điều 2", "Giờ mở cửa")
    assert node(regulation, "dieu-2-khoan-1").text == "Thư viện mở cửa các ngày trong tuần."


def test_label__is_corrected_and_the_warning_is_gone():
    """B03: a wrong number."""
    before = read(TEXT, (6, opens(NodeKind.ARTICLE, "Điều 2")))
    assert ("missing_number", "2", 8) in codes(before)
    after = read(TEXT, (6, opens(NodeKind.ARTICLE, "Điều 2")), (8, opens(NodeKind.CLAUSE, "2")))
    assert codes(after) == [one for one in codes(before) if one[0] != "missing_number"]
    assert node(after, "dieu-2-khoan-2").mark == "5."


def test_label__of_a_russian_clause_gives_its_address():
    """B03"""
    assert ("wrong_number", "1.2", 7) in codes(read(RUSSIAN))
    after = read(RUSSIAN, (7, opens(NodeKind.CLAUSE, "2.1")))
    assert node(after, "p-2.1").text == "Контроль ведёт завуч."
    assert "wrong_number" not in {code for code, _, _ in codes(after)}


def test_line__goes_on_with_the_part_above():
    """B03: plain text that looked like a clause."""
    regulation = read(TEXT, (8, Said(Act.JOINS)), (6, opens(NodeKind.ARTICLE, "Điều 2")))
    assert node(regulation, "dieu-2-khoan-1").text.endswith("trong tuần. 5. Thư viện đóng cửa ngày nghỉ.")


def test_line__is_a_paragraph_of_its_own():
    """B03"""
    regulation = read(TEXT, (10, Said(Act.PARAGRAPH)))
    assert "và sân trường." in {part.text for part in regulation.root.walk()}


def test_line__is_set_aside_and_counted():
    """B03: what belongs to no part is in the list of what was set aside."""
    regulation = read(TEXT, (1, Said(Act.ASIDE)), (9, Said(Act.ASIDE)))
    found = [(one.line, one.text) for one in regulation.asides if one.reason is AsideReason.BY_HAND]
    assert found == [(1, "QUY CHẾ"), (9, "Trang trí thư viện")]


def test_line__opens_an_appendix_or_is_none():
    """B03"""
    assert [one.label for one in read(RUSSIAN).appendices] == ["Приложение № 1"]
    assert read(RUSSIAN, (8, Said(Act.PARAGRAPH))).appendices == []
    found = read(TEXT, (9, opens(NodeKind.APPENDIX, "Phụ lục I"))).appendices
    assert [(one.label, one.mark, one.kind) for one in found] == [("Phụ lục I", "Trang trí thư viện", "appendix")]


def test_line__begins_the_text_behind_an_order():
    """B03: the border of two documents, said by hand, also at the first line."""
    two = "ПРИКАЗ\n\n1. Утвердить правила.\n\nПравила школы\n\n1. Общее\n1.1. Правила знают все."
    assert [part.kind for part in read(two).divisions] == ["body"]
    assert [part.kind for part in read(two, (5, opens(NodeKind.BODY))).divisions] == ["cover", "body"]
    assert [part.kind for part in read(two, (1, opens(NodeKind.BODY))).divisions] == ["body"]


def test_part__opens_again_behind_a_signature():
    """B03: an article that was taken for a line of the signature."""
    text = "QUYẾT ĐỊNH\nĐiều 1. Ban hành.\nNơi nhận:\n- Lưu: VT.\nĐiều 2. Hiệu lực"
    assert "dieu-2" in {part.anchor for part in read(text, (5, opens(NodeKind.ARTICLE, "Điều 2"))).root.walk()}
    assert "dieu-2" not in {part.anchor for part in read(text).root.walk()}


def test_row_of_a_table__is_read_as_text_when_a_person_says_so():
    """B03"""
    text = "1. Общее\n| a | b |\n|---|---|\n| 1.1. Журнал | c |"
    regulation = read(text, (4, opens(NodeKind.CLAUSE, "1.1")))
    assert node(regulation, "p-1.1").text == "Журнал c"


def test_correction__follows_its_line_when_others_are_put_in_above():
    """B03: it holds by the words, not by the number of the line."""
    longer = TEXT.replace("Điều 1.", "Ghi chú.\n\nĐiều 1.")
    regulation = read(longer, (6, opens(NodeKind.ARTICLE, "Điều 2")), stored_for=TEXT)
    assert node(regulation, "dieu-2").line == 8


def test_correction__knows_which_of_two_equal_lines_is_meant():
    """B03"""
    text = "1. Один\nТекст.\n2. Два\nТекст."
    regulation = read(text, (4, Said(Act.ASIDE)))
    assert [one.line for one in regulation.asides] == [4]


def test_correction__survives_a_mended_word():
    """B03: the line is known by how it begins, where no other begins so."""
    mended = TEXT.replace("5. Thư viện đóng cửa ngày nghỉ.", "5. Thư viện đóng cửa mọi ngày nghỉ.")
    regulation = read(mended, (8, opens(NodeKind.CLAUSE, "2")), stored_for=TEXT)
    assert "khoan-2" in " ".join(part.anchor for part in regulation.root.walk())


def test_correction__of_a_line_that_is_gone_is_told_and_not_guessed():
    """B03"""
    gone = TEXT.replace("Điểu 2: Giờ mở cửa\n", "")
    regulation = read(gone, (6, opens(NodeKind.ARTICLE, "Điều 2")), stored_for=TEXT)
    assert [one for one in codes(regulation) if one[0] == WarningCode.CORRECTION_LOST] == [
        ("correction_lost", "Điểu 2: Giờ mở cửa", 1)
    ]


def test_correction__is_taken_back():
    """B03"""
    source = source_of(TEXT)
    one = correction_of(source, 8, Said(Act.JOINS))
    other = correction_of(source, 8, Said(Act.ASIDE))
    assert one
    assert other
    assert with_correction(with_correction((), one), other) == (other,)
    assert without((one,), other) == ()
    assert correction_of(source, 3, Said(Act.ASIDE)) is None  # an empty line
    assert correction_of(source, 99, Said(Act.ASIDE)) is None


@pytest.mark.parametrize(
    ("kind", "typed", "vietnamese", "russian"),
    [
        (NodeKind.ARTICLE, "12", "Điều 12", "12"),
        (NodeKind.ARTICLE, "Điều 12.", "Điều 12", "Điều 12"),
        (NodeKind.CHAPTER, "II", "Chương II", "II"),
        (NodeKind.SECTION, "2", "Mục 2", "2"),
        (NodeKind.SECTION, "II.", "II", "II"),
        (NodeKind.CLAUSE, "3.2.", "3.2", "3.2"),
        (NodeKind.POINT, "đ", "đ)", "đ)"),
        (NodeKind.POINT, "1)", "1)", "1)"),
        (NodeKind.POINT, " ", "", ""),
    ],
)
def test_label__is_written_as_the_language_writes_it(kind, typed, vietnamese, russian):
    """B03"""
    assert written_label(kind, typed, Language.VI) == vietnamese
    assert written_label(kind, typed, Language.RU) == russian


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("Điểu 2: Giờ mở cửa", NodeKind.ARTICLE, "Điều 2"),
        ("Chương IV", NodeKind.CHAPTER, "Chương IV"),
        ("- 3.2. Cách gửi", NodeKind.CLAUSE, "3.2"),
        ("a) một", NodeKind.POINT, "a)"),
        ("Học sinh 12 tuổi", NodeKind.CLAUSE, ""),
        ("· một", NodeKind.ITEM, ""),
    ],
)
def test_label__is_suggested_from_the_beginning_of_the_line(text, kind, label):
    """B03"""
    assert label_typed(text, kind, Language.VI) == label


@pytest.mark.parametrize(
    ("act", "kind", "label"),
    [
        ("opens", "clause", ""),
        ("opens", "clause", "<b>"),
        ("opens", "clause", "x" * 50),
        ("opens", "stamp", "1"),
        ("burn", "", ""),
    ],
)
def test_correction__that_nobody_can_mean_is_none(act, kind, label):
    """B03"""
    assert said_of(act, kind, label) is None


def test_correction__is_what_the_form_says():
    """B03: a label is kept only where a part has one."""
    assert said_of("opens", "clause", "3.2") == opens(NodeKind.CLAUSE, "3.2")
    assert said_of("opens", "title", "3.2") == opens(NodeKind.TITLE)
    assert said_of("aside", "clause", "3.2") == Said(Act.ASIDE)


def test_corrections__are_kept_as_data():
    """B03"""
    line = correction_of(source_of(TEXT), 6, opens(NodeKind.ARTICLE, "Điều 2"))
    aside = correction_of(source_of(TEXT), 1, Said(Act.ASIDE))
    assert line
    assert aside
    kept = Corrections((line, aside), are_paragraphs=True, language=Language.VI)
    assert corrections_of(plain_corrections(kept)) == kept
    assert plain_corrections(Corrections()) is None
    assert corrections_of(None) == Corrections()


@pytest.mark.parametrize(
    "data",
    [
        [],
        "x",
        {"lines": [1, None, {}, {"words": "a"}, {"words": "a", "again": "x", "act": "aside"}]},
        {"language": "x"},
    ],
)
def test_corrections__that_are_none_are_left_out(data):
    """B03: nothing that is stored makes a page fail."""
    assert corrections_of(data) == Corrections()
