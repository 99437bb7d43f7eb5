"""Both regulations the portal was built from are read as somebody wrote them down by hand."""

from __future__ import annotations

import pytest

from documents.rules.accounting import is_complete
from documents.rules.outline import document_type, outline
from documents.rules.reading import Regulation, referring_to
from documents.rules.tree import Node, heading_of
from documents.rules.vocabulary import NodeKind
from tests.unit.documents.regulations import RUSSIAN, VIETNAMESE, codes, node, outline_of, read, text_of

CODE_OF = {
    "duplicate-number": "duplicate_number",
    "wrong-prefix": "wrong_number",
    "missing-number": "missing_number",
    "no-dot-after-number": "no_dot_after_number",
    "heading-with-full-stop": "heading_with_full_stop",
    "unnumbered-subheading": "unnumbered_subheading",
    "hyphenation": "hyphenation",
    "wrong-letter": "strange_letter",
    "unbalanced-quotes": "unbalanced_quotes",
    "repeated-word": "repeated_word",
    "two-documents": "two_documents",
}


@pytest.fixture(scope="module", params=[RUSSIAN, VIETNAMESE])
def sample(request: pytest.FixtureRequest) -> tuple[dict, Regulation]:
    return outline_of(request.param), read(text_of(request.param))


def clause_rows(part: Node) -> tuple[list[str], list[int]]:
    clauses = part.of_kind(NodeKind.CLAUSE)
    return [clause.label for clause in clauses], [clause.line for clause in clauses]


def lines_of(spans: str) -> set[int]:
    """The lines of "6-7,15-16 etc."."""
    found = set()
    for span in spans.removesuffix(" etc.").split(","):
        first, _, last = span.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found


@pytest.mark.requirement("B03")
def test_sample__has_its_title_language_and_kind(sample):
    expected, regulation = sample
    found = outline(regulation)
    assert found["title"] == expected["title"]
    assert found["language"] == expected["language"]
    assert document_type(regulation) == expected["document_type"]
    assert found["number"] == expected["metadata"].get("number_symbol")


@pytest.mark.requirement("B03")
def test_sample__has_every_part_and_clause_on_its_line(sample):
    expected, regulation = sample
    kind = NodeKind.ARTICLE if expected["language"] == "vi" else NodeKind.SECTION
    parts = regulation.body.of_kind(kind)
    assert [(part.label, part.heading, part.line) for part in parts] == [
        (part["label"], part["heading"], part["line"]) for part in expected["parts"]
    ]
    assert [clause_rows(part) for part in parts] == [
        (part["clauses"], part["clause_lines"]) for part in expected["parts"]
    ]
    assert len(regulation.body.of_kind(NodeKind.CLAUSE)) == expected["counts"]["clauses"]


def test_sample__the_command_prints_the_same_parts(sample):
    expected, regulation = sample
    wanted = [{key: part[key] for key in ("label", "heading", "clauses")} for part in expected["parts"]]
    assert outline(regulation)["parts"] == wanted


def test_sample__has_its_divisions(sample):
    expected, regulation = sample
    spans = [(division.line, division.end) for division in regulation.divisions]
    wanted = [
        (min(row.get("title_lines", [999])[0], row["first_line"]), row["last_line"]) for row in expected["divisions"]
    ]
    assert spans == wanted


def test_sample__takes_no_trap_for_a_clause(sample):
    expected, regulation = sample
    clauses = {clause.line for clause in regulation.body.of_kind(NodeKind.CLAUSE, NodeKind.ARTICLE)}
    assert clauses.isdisjoint(row["line"] for row in expected["not_clauses"])


def test_sample__warns_where_somebody_found_a_fault(sample):
    expected, regulation = sample
    found = codes(regulation)
    for row in expected["irregularities"]:
        if row["kind"] in CODE_OF:
            lines = {line for code, _, line in found if code == CODE_OF[row["kind"]]}
            assert lines & lines_of(row["line"]), row


def test_sample__loses_nothing(sample):
    _, regulation = sample
    assert is_complete(regulation.source, regulation.asides, regulation.root)


def test_sample__has_each_anchor_once_and_the_same_when_read_again(sample):
    expected, regulation = sample
    anchors = [part.anchor for part in regulation.root.walk() if part.anchor]
    assert len(set(anchors)) == len(anchors)
    again = read(text_of(RUSSIAN if expected["language"] == "ru" else VIETNAMESE))
    assert [part.anchor for part in again.root.walk() if part.anchor] == anchors


def test_portal_regulation__has_its_chapters():
    expected, regulation = outline_of(VIETNAMESE), read(text_of(VIETNAMESE))
    chapters = regulation.body.of_kind(NodeKind.CHAPTER)
    assert [(row.label, row.heading, row.line) for row in chapters] == [
        (row["source_label"], row["heading"], row["line"]) for row in expected["chapters"]
    ]
    assert [[part.label for part in row.of_kind(NodeKind.ARTICLE)] for row in chapters] == [
        row["articles"] for row in expected["chapters"]
    ]


def test_portal_regulation__has_the_facts_of_its_decision():
    expected, regulation = outline_of(VIETNAMESE)["metadata"], read(text_of(VIETNAMESE))
    card = regulation.cover
    assert card is not None
    assert (card.number, card.symbol, card.place) == (expected["number"], expected["symbol"], expected["place"])
    assert card.issued_on is not None
    assert card.issued_on.isoformat() == expected["issued"] == expected["effective"][:10]
    assert (card.issuer, card.signer_post, card.signer) == (
        expected["issuer"],
        expected["signer_post"],
        expected["signer"],
    )
    assert card.school_year == expected["school_year"]
    assert list(card.citations) == expected["legal_bases"][:3]
    assert list(card.recipients) == expected["recipients_decision"]
    assert list(regulation.card.recipients) == expected["recipients_regulation"]


def test_portal_regulation__has_the_articles_of_its_decision_apart():
    expected, regulation = outline_of(VIETNAMESE), read(text_of(VIETNAMESE))
    cover = outline(regulation)["cover"]
    assert [part["label"] for part in cover["parts"]] == [part["label"] for part in expected["cover_parts"]]
    assert node(regulation, "quyet-dinh-dieu-1").heading == ""
    assert node(regulation, "dieu-1").heading == "Phạm vi và đối tượng áp dụng"


def test_portal_regulation__anchors_are_those_the_messages_of_the_chain_link_to():
    regulation = read(text_of(VIETNAMESE))
    assert node(regulation, "dieu-12-khoan-2-1").text.startswith("Trưởng Ban Biên tập: Duyệt")
    assert node(regulation, "dieu-12-khoan-4").heading == "Gỡ bỏ thông tin"


def test_portal_regulation__keeps_people_in_their_tables():
    regulation = read(text_of(VIETNAMESE))
    tables = regulation.body.of_kind(NodeKind.TABLE)
    assert [len(table.rows) for table in tables] == [3, 3, 9]
    assert tables[0].rows[1] == ("1. Ông Cao Xuân Thái", "Phó Hiệu trưởng")


def test_journal_regulation__has_its_form():
    expected, regulation = outline_of(RUSSIAN)["appendices"][0], read(text_of(RUSSIAN))
    form = regulation.appendices[0]
    assert (form.label, heading_of(form), form.kind.value) == (expected["label"], expected["heading"], expected["kind"])
    assert (form.line, form.end) == (expected["first_line"], expected["last_line"])
    points = form.of_kind(NodeKind.POINT)
    assert ([row.label for row in points], [row.line for row in points]) == (expected["items"], expected["item_lines"])
    assert [row.label for row in referring_to(regulation, form)] == expected["referenced_from"]


def test_journal_regulation__gives_repeated_clauses_an_anchor_of_their_own():
    regulation = read(text_of(RUSSIAN))
    assert node(regulation, "p-3.2").line == 51
    assert node(regulation, "p-3.2-2").line == 114
    assert regulation.card.organisation == outline_of(RUSSIAN)["metadata"]["organisation"]


def test_journal_regulation__names_exactly_the_faults_of_its_numbers():
    found = [one for one in codes(read(text_of(RUSSIAN))) if one[0].endswith("_number")]
    assert found == [
        ("duplicate_number", "3.2", 114),
        ("duplicate_number", "3.3", 117),
        ("no_dot_after_number", "4.1", 134),
        ("duplicate_number", "5.6", 184),
        ("wrong_number", "5.6", 184),
        ("duplicate_number", "5.7", 185),
        ("wrong_number", "5.7", 185),
        ("wrong_number", "5.8", 186),
        ("wrong_number", "5.9", 187),
    ]


def test_journal_regulation__joins_what_the_page_broke():
    regulation = read(text_of(RUSSIAN))
    words = " ".join(part.text for part in regulation.root.walk())
    assert "декабря 2012 года N 273-ФЗ;" in words
    assert "в электронный журнал по следующим" in words
    assert "календарно-тематическом" in words
    assert "в 3- 4 урока" in words
    assert "в модуле «Движение»" in words
