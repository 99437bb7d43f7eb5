"""The small rules: numbers, broken lines, tables, anchors, warnings, nothing lost."""

from __future__ import annotations

import pytest

from documents.rules.accounting import is_complete
from documents.rules.joining import closed_up, continues, joined
from documents.rules.lines import Aside, Row, Source, SourceLine, source_of
from documents.rules.numbering import ascii_label, label_value, letter_value, prefix_of, roman, roman_value
from documents.rules.reading import read_regulation
from documents.rules.tree import Node, as_text
from documents.rules.vocabulary import AsideReason, NodeKind, WarningCode
from tests.unit.documents.regulations import codes, kinds, node, read_lines


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Điều 12", 12),
        ("3.2", 2),
        ("IV", 4),
        ("Chương II", 2),
        ("Phần thứ nhất", 1),
        ("đ)", 5),
        ("в)", 3),
        ("№", 0),
        ("", 0),
    ],
)
def test_label_value__is_its_last_figure(label, value):
    assert label_value(label) == value


def test_roman__is_read_as_it_is_written():
    assert [roman_value(roman(number)) for number in range(1, 200)] == list(range(1, 200))
    assert roman_value("ІХ") == 9  # Cyrillic letters of the same look
    assert [roman_value(text) for text in ("", "IIII", "VX", "ABC")] == [0, 0, 0, 0]


def test_letter_value__knows_the_order_of_vietnamese_points():
    assert [letter_value(letter) for letter in "abcdđeg"] == [1, 2, 3, 4, 5, 6, 7]
    assert [letter_value(letter) for letter in ("f", "й", "ab", "")] == [0, 0, 0, 0]


def test_labels__lead_to_addresses_in_plain_letters():
    assert (ascii_label("đ)"), ascii_label("Щ)"), prefix_of("3.2.1"), prefix_of("3")) == ("dd", "shch", "3.2", "")


@pytest.mark.parametrize(
    ("before", "row", "expected"),
    [
        ("без точки", Row(2, "Продолжение"), True),
        ("без точки", Row(2, "Новый абзац", 2), False),
        ("без точки", Row(2, "продолжение", 2), True),
        ("без точки", Row(2, "«Движение»", 2), True),
        ("с точкой.", Row(2, "продолжение"), False),
        ("например:", Row(2, "«Повторить»"), True),
        ("например:", Row(2, "«Повторить»", 2), False),
        ("(в скобках.)", Row(2, "продолжение"), False),
    ],
)
def test_continues__what_has_no_end(before, row, expected):
    assert continues(before, row, is_heading=False, length=20) is expected


def test_continues__a_heading_only_in_the_next_line():
    assert continues("Задачи журнала", Row(2, "и учителя"), is_heading=True, length=14)
    assert not continues("Задачи журнала", Row(2, "Журнал ведут"), is_heading=True, length=14)
    assert continues("Задачи журнала", Row(2, "МБОУ СОШ"), is_heading=True, length=70)
    assert not continues("Задачи журнала", Row(2, "и учителя", 2), is_heading=True, length=14)


def test_joined__closes_up_what_a_hyphen_broke():
    assert joined("календарно-", "тематический") == "календарно-тематический"
    assert joined("аудио-", "и видео") == "аудио- и видео"
    assert joined("в срок", "до мая") == "в срок до мая"
    assert closed_up("календарно- план, 3- 4 урока, аудио- и видео") == "календарно-план, 3- 4 урока, аудио- и видео"


def test_hyphen__goes_where_the_text_knows_the_word():
    regulation = read_lines("1. Раздел", "1.1. Электронный и электрон- ный, теле- и радио,", "кален-", "Дарь.")
    assert kinds(regulation, NodeKind.CLAUSE)[0].startswith("Электронный и электронный, теле- и радио,")
    assert [one.text for one in regulation.asides] == ["- "]


def test_tabs__are_a_table_only_under_a_head():
    table = read_lines("1. Сроки", "Класс\tМесяц", "5\tмай", "6\tиюнь")
    assert table.root.of_kind(NodeKind.TABLE)[0].rows == (("Класс", "Месяц"), ("5", "май"), ("6", "июнь"))
    for lines in (
        ("слова\tс табуляцией", "в двух\tстроках"),
        ("1.1. Слова\tвот", "Слова\tвот"),
        ("Одна\tстрока",),
        ("Пустая\t\tклетка", "Пустая\t\tклетка"),
    ):
        assert read_lines("1. Сроки", *lines).root.of_kind(NodeKind.TABLE) == []


def test_markdown_table__keeps_the_bullet_before_it():
    regulation = read_lines(
        "1. Раздел", "- | Имя | Пост |", "|---|:-:|", "| 1. Ким | завуч |", "", "| а | б |", "| в | г |"
    )
    tables = regulation.root.of_kind(NodeKind.TABLE)
    assert [(table.mark, table.rows) for table in tables] == [
        ("-", (("Имя", "Пост"), ("1. Ким", "завуч"))),
        ("", (("а", "б"), ("в", "г"))),
    ]
    assert as_text(tables[0]) == "\n- | Имя | Пост |\n|---|---|\n| 1. Ким | завуч |"


def test_stroke_in_a_line__is_no_table():
    assert read_lines("1. Раздел", "| одна строка |").root.of_kind(NodeKind.TABLE) == []


def test_markdown_signs__are_set_aside():
    regulation = read_lines("## 1. Общее", "**1.1.** Текст __важный__.", "***", "1.2. Пять ** звёзд.")
    assert kinds(regulation, NodeKind.CLAUSE) == ["Текст важный.", "Пять ** звёзд."]
    assert [one.reason for one in regulation.asides].count(AsideReason.MARKUP) == 5


def test_note__stands_where_it_is_named():
    source = Source(
        (SourceLine(1, "1.1. Срок."), SourceLine(2, "Кроме мая.", is_note=True), SourceLine(3, "1.2. Ещё."))
    )
    regulation = read_regulation(source)
    assert node(regulation, "p-1.1").children[0].kind is NodeKind.NOTE


def test_anchors__of_repeated_numbers_count_on():
    regulation = read_lines("1. Раздел", *("1.1. Текст." for _ in range(3)), "1.1.2. Под.", "1.1.2. Под.")
    clauses = [part.anchor for part in regulation.root.of_kind(NodeKind.CLAUSE)]
    assert clauses == ["p-1.1", "p-1.1-2", "p-1.1-3", "p-1.1.2", "p-1.1.2-2"]
    vietnamese = read_lines("QUY CHẾ", "Điều 1. Một", "2. Hai.", "2. Hai.", "2.2. Ba.")
    assert [part.anchor for part in vietnamese.root.of_kind(NodeKind.CLAUSE)] == [
        "dieu-1-khoan-2", "dieu-1-khoan-2-lan-2", "dieu-1-khoan-2-2",
    ]  # fmt: skip


def test_anchors__of_texts_without_articles_stand_for_themselves():
    regulation = read_lines("HƯỚNG DẪN", "1. Một.", "1.1. Hai.", "a) ba")
    assert [part.anchor for part in regulation.root.walk() if part.is_numbered] == [
        "khoan-1",
        "khoan-1-1",
        "khoan-1-1-diem-a",
    ]


def test_warnings__tell_gaps_repeats_and_wrong_numbers():
    regulation = read_lines(
        "1. Раздел", "1.1. Один.", "1.4. Четыре.", "1.3. Три.", "2.1. Чужой.", "3. Раздел", "3.1. Один:",
        "а) один;", "в) три;", "1) раз", "1) раз", "Приложение № 1", "2) два", "___ (подпись)", "_____",
    )  # fmt: skip
    assert [one for one in codes(regulation) if one[0].endswith(("number", "order"))] == [
        ("missing_number", "1.2", 3),
        ("out_of_order", "1.3", 4),
        ("wrong_number", "2.1", 5),
        ("missing_number", "2", 6),
        ("missing_number", "б)", 9),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("1.1. Слова\tс табуляцией.", WarningCode.TABS_AS_SPACES),
        ("1.1. Непровед\u0450нные уроки.", WarningCode.STRANGE_LETTER),
        ("1.1. Слово «без пары.", WarningCode.UNBALANCED_QUOTES),
        ("1.1. Для для всех.", WarningCode.REPEATED_WORD),
        ("1.1 Без точки.", WarningCode.NO_DOT_AFTER_NUMBER),
    ],
)
def test_warnings__tell_faults_of_typing(line, code):
    assert code in {one.code for one in read_lines("1. Раздел", line).warnings}
    assert code not in {one.code for one in read_lines("1. Раздел", "1.1. Обычные слова «в кавычках»").warnings}


def test_is_complete__sees_what_is_lost_doubled_or_invented():
    source = source_of("Один два\nтри")
    whole = Node(NodeKind.BODY, children=(Node(NodeKind.PARAGRAPH, text="Один два три"),))
    assert is_complete(source, (), whole)
    assert not is_complete(source, (), Node(NodeKind.BODY, text="Один два"))
    assert not is_complete(source, (), Node(NodeKind.BODY, text="Один два три три"))
    two = Aside(1, 5, "два", AsideReason.MARKUP)
    assert is_complete(source, (two,), Node(NodeKind.BODY, text="Один три"))
    assert not is_complete(source, (Aside(1, 4, "два", AsideReason.MARKUP),), Node(NodeKind.BODY, text="Один три"))
    assert not is_complete(source, (two, two), Node(NodeKind.BODY, text="Один три"))


def test_sign_in_a_line_that_is_set_aside__is_set_aside_once():
    source = source_of("\n".join([*(f"{number}. О\u200bдин .... {number}" for number in (1, 2, 3)), "1. Один"]))
    hidden = tuple(Aside(number, 4, "\u200b", AsideReason.INVISIBLE) for number in (1, 2, 3))
    regulation = read_regulation(Source(source.lines, hidden))
    assert [one.reason for one in regulation.asides] == [AsideReason.CONTENTS] * 3
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def test_as_text__parts_heading_and_text():
    assert as_text(Node(NodeKind.ARTICLE, mark="Điều 1.", heading="Phạm vi", text="Trong trường.")).split("\n") == [
        "",
        "Điều 1. Phạm vi",
        "",
        "Trong trường.",
    ]
