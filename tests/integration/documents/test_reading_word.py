"""Word files: the numbers a reader sees, tables, notes, tracked changes, what is no part of the text."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from core.rules.uploads import Problem
from documents.importing import import_file
from documents.readers.files import read_file
from documents.readers.refusals import Fault, ReadingRefused
from documents.rules.accounting import is_complete
from documents.rules.vocabulary import AsideReason, NodeKind, WarningCode
from tests.unit.documents.files import numbered, with_part, word
from tests.unit.documents.regulations import kinds, node


def written(document) -> None:
    document.add_paragraph("ПОЛОЖЕНИЕ")
    document.add_paragraph("о журнале")
    numbered(document, "Общие положения", 0)
    numbered(document, "Журнал ведут:", 1)
    numbered(document, "учителя;", 2)
    numbered(document, "секретарь.", 2)
    numbered(document, "Отметки вносят в день урока.", 1)
    numbered(document, "в журнал;", 3)
    numbered(document, "Контроль", 0)
    numbered(document, "Контроль ведёт завуч.", 1)


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_file(data, "text.docx").lines]


def test_word__shows_the_numbers_a_reader_sees():
    assert texts(word(written)) == [
        "ПОЛОЖЕНИЕ",
        "о журнале",
        "1. Общие положения",
        "1.1. Журнал ведут:",
        "а) учителя;",
        "б) секретарь.",
        "1.2. Отметки вносят в день урока.",
        "- в журнал;",
        "2. Контроль",
        "2.1. Контроль ведёт завуч.",
    ]


def test_word__is_read_clause_by_clause():
    regulation = import_file(word(written), "положение.docx")
    assert regulation.card.title == "ПОЛОЖЕНИЕ о журнале"
    assert kinds(regulation, NodeKind.SECTION) == ["Общие положения", "Контроль"]
    assert node(regulation, "p-1.1-pp-b").text == "секретарь."
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def test_word__a_list_that_begins_anew_has_its_own_numbers():
    def write(document) -> None:
        numbered(document, "Первый", 0)
        numbered(document, "Пятый", 0, 92)
        numbered(document, "Шестой", 0, 92)

    assert texts(word(write)) == ["1. Первый", "5. Пятый", "6. Шестой"]


@pytest.mark.parametrize(
    ("form", "first"), [("lowerLetter", "a)"), ("upperRoman", "I)"), ("lowerRoman", "i)"), ("decimalZero", "01)")]
)
def test_word__counts_in_letters_and_roman_figures(form, first):
    assert texts(word(lambda document: numbered(document, "Một", 2), letters=form)) == [f"{first} Một"]


def test_word__keeps_tables_as_tables():
    def write(document) -> None:
        document.add_paragraph("1. Сроки")
        document.add_paragraph("1.1. Сроки указаны:")
        table = document.add_table(2, 2)
        for row, words in zip(table.rows, (("Класс", "Месяц"), ("1. пятый", "май")), strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text

    regulation = import_file(word(write), "a.docx")
    assert regulation.root.of_kind(NodeKind.TABLE)[0].rows == (("Класс", "Месяц"), ("1. пятый", "май"))


def test_word__reads_letterhead_and_signature_column_by_column():
    def write(document) -> None:
        table = document.add_table(1, 2)
        table.rows[0].cells[0].text = "TRƯỜNG THPT HOA SEN"
        table.rows[0].cells[1].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        document.add_paragraph("QUYẾT ĐỊNH")
        document.add_paragraph("Điều 1. Ban hành nội quy.")
        foot = document.add_table(1, 2)
        foot.rows[0].cells[0].text = "Nơi nhận:\n- Lưu: VT."
        foot.rows[0].cells[1].text = "HIỆU TRƯỞNG\nLê Văn An"

    regulation = import_file(word(write), "a.docx")
    assert kinds(regulation, NodeKind.TABLE) == []
    assert (regulation.card.signer_post, regulation.card.signer) == ("HIỆU TRƯỞNG", "Lê Văn An")
    assert regulation.card.recipients == ("Lưu: VT.",)


def test_word__heads_and_feet_are_set_aside():
    def write(document) -> None:
        document.sections[0].header.paragraphs[0].text = "Школа № 3"
        document.add_paragraph("1. Общие положения")

    source = read_file(word(write), "a.docx")
    assert [(one.text, one.reason) for one in source.asides] == [("Школа № 3", AsideReason.RUNNING_HEAD)]


def test_word__tracked_changes_are_read_as_accepted_and_told():
    def write(document) -> None:
        paragraph = document.add_paragraph("1.1. Срок ")
        for tag, inner in (("del", "delText"), ("ins", "t")):
            text = "три" if tag == "del" else "пять"
            paragraph._p.append(
                parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1"><w:r><w:{inner}>{text}</w:{inner}></w:r></w:{tag}>')
            )
        paragraph.add_run(" дней.")

    regulation = import_file(word(write), "a.docx")
    assert kinds(regulation, NodeKind.CLAUSE) == ["Срок пять дней."]
    assert [(one.text, one.reason) for one in regulation.asides] == [("три", AsideReason.DELETED)]
    assert WarningCode.TRACKED_CHANGES in {one.code for one in regulation.warnings}
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def table_of_months(document, change) -> None:
    document.add_paragraph("1. Сроки")
    document.add_paragraph("1.1. Сроки указаны:")
    table = document.add_table(3, 2)
    for row, words in zip(table.rows, (("Класс", "Месяц"), ("пятый", "май"), ("шестой", "июнь")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    change(table.rows[1].cells[1].paragraphs[0])


def test_word__cells_lose_their_invisible_signs():
    """B03: what is listed as set aside is not in the table too."""
    data = word(lambda document: table_of_months(document, lambda cell: cell.add_run("\u200b-июнь\u00ad")))
    regulation = import_file(data, "a.docx")
    assert regulation.root.of_kind(NodeKind.TABLE)[0].rows[1] == ("пятый", "май-июнь")
    assert [one.reason for one in regulation.asides] == [AsideReason.INVISIBLE] * 2
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def test_word__deleted_words_of_a_cell_are_set_aside():
    """B03: tracked changes are read as accepted in a table too, which stays one table."""
    gone = f'<w:del {nsdecls("w")} w:id="1"><w:r><w:delText> и июль</w:delText></w:r></w:del>'
    data = word(lambda document: table_of_months(document, lambda cell: cell._p.append(parse_xml(gone))))
    regulation = import_file(data, "a.docx")
    assert [node.rows for node in regulation.root.of_kind(NodeKind.TABLE)] == [
        (("Класс", "Месяц"), ("пятый", "май"), ("шестой", "июнь"))
    ]
    assert [(one.text, one.reason) for one in regulation.asides] == [(" и июль", AsideReason.DELETED)]
    assert WarningCode.TRACKED_CHANGES in {one.code for one in regulation.warnings}
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def test_word__footnotes_stand_behind_their_paragraph():
    notes = (
        '<w:footnotes {ns}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r>'
        "<w:t>Кроме выходных.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).format(ns=nsdecls("w"))

    def write(document) -> None:
        paragraph = document.add_paragraph("1.1. Срок три дня.")
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
        document.add_paragraph("1.2. Срок не продлевается.")

    regulation = import_file(with_part(word(write), "word/footnotes.xml", lambda _: notes), "a.docx")
    assert kinds(regulation, NodeKind.NOTE) == ["Кроме выходных."]
    assert node(regulation, "p-1.1").children[0].kind is NodeKind.NOTE


def test_word__table_of_contents_is_set_aside():
    def write(document) -> None:
        style = document.styles.add_style("toc 1", 1)
        document.add_paragraph("1. Общие положения 3", style=style)
        document.add_paragraph("1. Общие положения")

    regulation = import_file(word(write), "a.docx")
    assert [one.reason for one in regulation.asides] == [AsideReason.CONTENTS]
    assert kinds(regulation, NodeKind.SECTION) == ["Общие положения"]


def test_word__a_broken_paragraph_is_two_lines():
    assert texts(word(lambda document: document.add_paragraph("1. Один\n2. Два"))) == ["1. Один", "2. Два"]


def test_word__with_macros_is_refused():
    data = with_part(word(written), "word/vbaProject.bin", lambda _: "x")
    with pytest.raises(ReadingRefused) as refusal:
        read_file(data, "a.docx")
    assert refusal.value.fault is Problem.MACROS


def test_word__with_entities_is_refused():
    data = with_part(
        word(written),
        "word/document.xml",
        lambda text: text.replace("<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document', 1),
    )
    with pytest.raises(ReadingRefused) as refusal:
        read_file(data, "a.docx")
    assert refusal.value.fault is Problem.DAMAGED


def test_word__too_deep_is_refused():
    def deep(text: str) -> str:
        wrapped = "<w:sdt><w:sdtContent>" * 200 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 200
        return text.replace("<w:body>", f"<w:body>{wrapped}", 1)

    with pytest.raises(ReadingRefused) as refusal:
        read_file(with_part(word(written), "word/document.xml", deep), "a.docx")
    assert refusal.value.fault is Fault.NESTED


@pytest.mark.parametrize("part", ["word/document.xml", "word/numbering.xml"])
def test_word__with_a_damaged_part_is_refused(part):
    with pytest.raises(ReadingRefused) as refusal:
        read_file(with_part(word(written), part, lambda text: text[: len(text) // 2]), "a.docx")
    assert refusal.value.fault is Problem.DAMAGED


def test_word__without_words_is_refused():
    with pytest.raises(ReadingRefused) as refusal:
        read_file(word(lambda document: None), "a.docx")
    assert refusal.value.fault is Fault.EMPTY


def test_word__without_its_main_part_is_refused():
    def emptied(text: str) -> str:
        return text.replace("w:body", "w:other")

    with pytest.raises(ReadingRefused) as refusal:
        read_file(with_part(word(written), "word/document.xml", emptied), "a.docx")
    assert refusal.value.fault is Fault.DAMAGED


def test_word__a_numbered_style_counts_too():
    def write(document) -> None:
        parent = document.styles.add_style("Пункт", 1)
        parent.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="1"/><w:numId w:val="91"/></w:numPr>')
        )
        child = document.styles.add_style("Пункт новый", 1)
        child.base_style = parent
        numbered(document, "Раздел", 0)
        document.add_paragraph("Первый.", style=parent)
        document.add_paragraph("Второй.", style=child)

    assert texts(word(write)) == ["1. Раздел", "1.1. Первый.", "1.2. Второй."]


def test_word__a_broken_off_number_reference_is_no_number():
    def write(document) -> None:
        numbered(document, "Нет списка", 0, 77)
        numbered(document, "Нет уровня", 8)

    assert texts(word(write)) == ["Нет списка", "Нет уровня"]


def test_word__loose_footnotes_and_remarks_are_not_lost():
    words = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="5">{words.format("Сноска.")}</w:footnote></w:footnotes>'
    remarks = f'<w:comments {nsdecls("w")}><w:comment w:id="1">{words.format("Верно?")}</w:comment></w:comments>'
    data = with_part(word(written), "word/footnotes.xml", lambda _: notes)
    data = with_part(data, "word/comments.xml", lambda _: remarks)
    regulation = import_file(data, "a.docx")
    assert kinds(regulation, NodeKind.NOTE) == ["Сноска."]
    assert [(one.text, one.reason) for one in regulation.asides] == [("Верно?", AsideReason.COMMENT)]
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def test_word__what_is_longer_than_a_regulation_is_refused(monkeypatch):
    monkeypatch.setattr("documents.readers.docx.MAX_LETTERS", 20)
    with pytest.raises(ReadingRefused) as refusal:
        read_file(word(written), "a.docx")
    assert refusal.value.fault is Fault.TOO_LONG


def test_word__a_box_of_text_is_read_once():
    box = (
        '<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>В рамке</w:t></w:r></w:p></w:txbxContent></mc:Choice>'
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>В рамке</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    ).format(ns=nsdecls("w"))

    def write(document) -> None:
        document.add_paragraph("1. Раздел")._p.append(parse_xml(box))

    assert texts(word(write)) == ["1. Раздел", "В рамке"]
