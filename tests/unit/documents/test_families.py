"""Other regulations of the same families: their outlines were reviewed like code."""

from __future__ import annotations

import pytest

from documents.rules.accounting import is_complete
from documents.rules.outline import outline
from documents.rules.reading import referring_to
from documents.rules.tree import as_text
from documents.rules.vocabulary import Language, NodeKind
from tests.unit.documents.regulations import codes, kinds, node, outline_of, read, read_lines, text_of

FAMILY = (
    "circular.vi",
    "decision_alone.vi",
    "house_rules.vi",
    "plan_without_articles.vi",
    "journal_in_markdown.ru",
    "order_with_procedure.ru",
    "quality_assessment.ru",
)


@pytest.mark.requirement("B03")
@pytest.mark.parametrize("name", FAMILY)
def test_family__is_read_to_its_outline(name):
    regulation = read(text_of(name))
    assert outline(regulation) == outline_of(name)
    assert is_complete(regulation.source, regulation.asides, regulation.root)


@pytest.mark.parametrize("name", FAMILY)
def test_family__written_again_has_the_same_parts(name):
    regulation = read(text_of(name))
    again = read(as_text(regulation.body), regulation.language)
    assert outline(again)["parts"] == outline(regulation)["parts"]


def test_text_without_title__begins_with_its_first_number():
    for lines in (
        ("1. Общие положения", "1.1. Текст."),
        ("I. MỤC ĐÍCH", "1. Đọc sách."),
        ("CHƯƠNG I", "QUY ĐỊNH CHUNG"),
    ):
        found = codes(read_lines(*lines))
        assert ("no_title", "", 1) in found
        assert "no_structure" not in {code for code, _, _ in found}


def test_text_without_numbers__says_so():
    assert ("no_structure", "", 1) in codes(read_lines("Просто текст без номеров."))


def test_address_and_hours__are_no_sections():
    regulation = read_lines(
        "ПОЛОЖЕНИЕ", "о кружке", "", "1. Общие положения", "1.1. Адрес:", "297407, Республика Крым;", "Закон",
        "273-ФЗ;", "- 1 час в нед.", "1.5 часа в день", "2.5 балла.", "2. Порядок", "2.1. Текст.",
    )  # fmt: skip
    assert kinds(regulation, NodeKind.SECTION) == ["Общие положения", "Порядок"]
    assert [clause.label for clause in regulation.root.of_kind(NodeKind.CLAUSE)] == ["1.1", "2.1"]


def test_number_that_the_line_before_cites__is_no_clause():
    russian = read_lines("1. Раздел", "1.1. Согласно пункту", "1.2. настоящего Положения.", "1.2. Далее.")
    assert kinds(russian, NodeKind.CLAUSE) == ["Согласно пункту 1.2. настоящего Положения.", "Далее."]
    vietnamese = read_lines("QUY CHẾ", "Điều 1. Phạm vi", "1. Theo quy định tại", "Điều 2. của Luật.", "Điều 2. Khác")
    assert [part.label for part in vietnamese.root.of_kind(NodeKind.ARTICLE)] == ["Điều 1", "Điều 2"]


def test_article_behind_a_gap__is_one_where_the_series_goes_on():
    lines = ("QUY CHẾ", "Điều 1. Một", "Điều 3. Ba", "Điều 4. Bốn")
    assert [part.label for part in read_lines(*lines).root.of_kind(NodeKind.ARTICLE)] == ["Điều 1", "Điều 3", "Điều 4"]
    alone = read_lines("QUY CHẾ", "Điều 1. Một", "Điều 21. Nghị định", "Điều 9. Luật")
    assert [part.label for part in alone.root.of_kind(NodeKind.ARTICLE)] == ["Điều 1"]


def test_chapter_that_a_sentence_names__is_text():
    regulation = read_lines("QUY CHẾ", "Chương I", "CHUNG", "Điều 1. Một", "Chương II của Quy chế này được sửa đổi.")
    assert [part.label for part in regulation.root.of_kind(NodeKind.CHAPTER)] == ["Chương I"]


def test_sections_called_by_their_name__are_sections():
    regulation = read_lines("ПРАВИЛА", "", "Раздел 1. Общее", "Текст.", "ГЛАВА II", "Частное", "1. Пункт.")
    assert [(part.label, part.heading) for part in regulation.root.of_kind(NodeKind.SECTION)] == [
        ("Раздел 1", "Общее"),
        ("ГЛАВА II", "Частное"),
    ]
    assert "Раздел 2 устанавливает порядок." in kinds(
        read_lines("1. Общее", "Текст:", "Раздел 2 устанавливает порядок."), NodeKind.PARAGRAPH
    ) + kinds(read_lines("1. Общее", "Текст:", "Раздел 2 устанавливает порядок."), NodeKind.INTRO)


def test_roman_sections__count_their_clauses_from_one_each():
    regulation = read_lines("I. Общее", "1. Первый.", "2. Второй.", "IV. Не то", "II. Частное", "1. Третий.")
    assert [part.anchor for part in regulation.root.of_kind(NodeKind.CLAUSE)] == ["p-i-1", "p-i-2", "p-ii-1"]
    assert not [code for code in codes(regulation) if code[0] == "duplicate_number"]


def test_bullets__plus_lies_under_dash():
    regulation = read_lines("QUY CHẾ", "Điều 1. Một", "+ một;", "- hai:", "+ ba;", "- bốn.", "a) năm", "- sáu")
    article = node(regulation, "dieu-1")
    assert [child.mark for child in article.children] == ["+", "-", "-", "a)"]
    assert [child.text for child in article.children[1].children] == ["ba;"]


def test_appendix__that_a_sentence_names_is_none():
    lines = ("1. Общее", "1.1. Форма дана в", "Приложение № 1 содержит форму.", "1.2. Смотри (", "Приложение № 2")
    assert read_lines(*lines).appendices == []


def test_appendix__is_named_by_the_clauses_that_refer_to_it():
    regulation = read_lines(
        "QUY CHẾ", "Điều 1. Mẫu", "1. Theo Phụ lục II.", "2. Theo phụ lục I.", "Phụ lục I",
        "DANH MỤC", "Phụ lục II", "MẪU",
    )  # fmt: skip
    assert [part.anchor for part in referring_to(regulation, regulation.appendices[1])] == ["dieu-1-khoan-1"]
    single = read_lines("1. Раздел", "1.1. По форме (приложение).", "", "Приложение", "Заявление")
    assert [part.label for part in referring_to(single, single.appendices[0])] == ["1.1"]


def test_signature_mark__is_kept_with_what_it_says():
    regulation = read_lines(
        "ПОЛОЖЕНИЕ", "о журнале", "", "1. Общее", "1.1. Текст.", "", "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ",
        "Сертификат: 00AB", "Владелец: Ким Анна", "Действителен: с 01.02.2023 по 01.05.2024", "", "Директор А.Б. Ким",
    )  # fmt: skip
    assert dict(regulation.card.stamp) == {
        "certificate": "00AB",
        "owner": "Ким Анна",
        "valid_from": "01.02.2023",
        "valid_to": "01.05.2024",
    }
    assert regulation.card.signer == "Директор А.Б. Ким"


def test_order__whose_text_follows_its_approval_block_ends_there():
    regulation = read_lines(
        "ПРИКАЗ", "«5» сентября 2023 года № 12", "Об утверждении Положения", "", "ПРИКАЗЫВАЮ:", "1. Утвердить.",
        "2. Ввести.", "Директор школы А.Б. Ким", "УТВЕРЖДЕНО", "приказом от 05.09.2023 № 12", "", "Положение",
        "о журнале", "",
        "1. Общее", "1.1. Текст.",
    )  # fmt: skip
    assert regulation.cover is not None
    assert (regulation.cover.number, regulation.cover.title) == ("12", "ПРИКАЗ Об утверждении Положения")
    assert regulation.card.title == "Положение о журнале"
    assert regulation.card.approvals[0].number == "12"


def test_order__without_a_text_is_the_document_itself():
    regulation = read_lines("ПРИКАЗ", "от 05.09.2023 № 12", "", "1. Утвердить план.", "2. Контроль оставляю за собой.")
    assert regulation.cover is None
    assert outline(regulation)["number"] == "12"
    assert kinds(regulation, NodeKind.CLAUSE) == ["Утвердить план.", "Контроль оставляю за собой."]


def test_decision__without_signature_ends_before_the_letterhead_of_its_annex():
    regulation = read_lines(
        "QUYẾT ĐỊNH", "Ban hành Quy chế", "Điều 1. Ban hành Quy chế.", "", "Huế, ngày 5 tháng 13 năm 2024", "QUY CHẾ",
        "", "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi",
    )  # fmt: skip
    assert regulation.divisions[0].kind is NodeKind.COVER
    assert (regulation.card.place, regulation.card.issued_on) == ("Huế", None)


def test_language__is_that_of_most_letters_unless_it_is_given():
    assert read("1. Раздел").language is Language.RU
    assert read("1. Chương").language is Language.VI
    assert read("1. Раздел", Language.VI).language is Language.VI


def test_table_of_contents__is_set_aside():
    regulation = read_lines("1. Один .... 1", "2. Два .... 2", "", "3. Три .... 3", "1. Один", "1.1. Текст.")
    assert kinds(regulation, NodeKind.SECTION) == ["Один"]
    assert len(regulation.asides) == 3


def test_paragraph__of_endless_lines_is_cut():
    regulation = read_lines("1. Раздел", *("слово слово слово" for _ in range(1500)))
    assert len(regulation.root.of_kind(NodeKind.INTRO, NodeKind.PARAGRAPH)) > 1


def test_heading__of_an_annex_may_stand_on_its_line_or_nowhere():
    regulation = read_lines(
        "1. Раздел", "1.1. Текст.", "", "Приложение А", "Директору школы", "1. Список.", "",
        "ПРИЛОЖЕНИЕ № 2. Перечень", "1. Список.",
    )  # fmt: skip
    assert [row["heading"] for row in outline(regulation)["appendices"]] == ["", "Перечень"]


def test_title__ends_with_its_sentence():
    regulation = read_lines("ПОЛОЖЕНИЕ", "о журнале.", "Введено в мае.", "1. Общее", "1.1. Термины.")
    assert regulation.card.title == "ПОЛОЖЕНИЕ о журнале."


def test_list_inside_a_clause__ends_where_no_clause_of_its_number_follows():
    lines = ("1. Общее", "1.1. Термины:", "1. Журнал;", "2. Отметка;", "- пять;")
    assert kinds(read_lines(*lines), NodeKind.POINT) == ["Журнал;", "Отметка;"]
    assert kinds(read_lines(*lines, "3. Учитель."), NodeKind.POINT) == ["Журнал;", "Отметка;", "Учитель."]
    assert kinds(read_lines(*lines[:3], "2. Порядок", "- общий:", "2.1. Текст."), NodeKind.SECTION) == [
        "Общее",
        "Порядок",
    ]


def test_number_without_a_space__is_one_before_a_capital():
    russian = read_lines(
        "ПОЛОЖЕНИЕ", "о журнале", "", "1.Общее", "1.1.Журнал ведут:", "1)учителя;", "1.5.балла", "2.Порядок"
    )
    assert kinds(russian, NodeKind.SECTION) == ["Общее", "Порядок"]
    assert [part.label for part in russian.root.of_kind(NodeKind.CLAUSE, NodeKind.POINT)] == ["1.1", "1)"]
    vietnamese = read_lines("QUY CHẾ", "Chương I - QUY ĐỊNH CHUNG", "Điều 1.Phạm vi", "1.Học sinh:", "a)lớp 10;")
    assert [part.label for part in vietnamese.root.walk() if part.is_numbered] == ["Chương I", "Điều 1", "1", "a)"]


@pytest.mark.requirement("B03")
@pytest.mark.parametrize(
    ("line", "code"),
    [("Điều 2. Trách nhiệm", "duplicate_number"), ("Điều 9. Trách nhiệm", "wrong_number")],
)
def test_article_out_of_its_series__is_told(line, code):
    """B03: it opens nothing, as it may be a citation; that is never decided in silence."""
    found = codes(read_lines("QUY CHẾ", "Chi", "", "Điều 1. Một", "1. A.", "Điều 2. Hai", "1. B.", line, "1. C."))
    assert (code, line.partition(".")[0], 8) in found


def test_article_in_its_series_or_named_in_a_sentence__is_not_told():
    """B03: the pair of the one above."""
    lines = ("QUY CHẾ", "Chi", "", "Điều 1. Một", "1. Làm theo", "Điều 2. của Luật.", "Điều 2. Hai", "1. B.")
    assert not [one for one in codes(read_lines(*lines)) if one[1].startswith("Điều")]
