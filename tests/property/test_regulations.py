"""A text written from a tree is read as that tree; of any text nothing is lost, and every anchor is unique."""

from __future__ import annotations

import dataclasses
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.rules.accounting import is_complete
from documents.rules.comparing import ChangeKind, compare
from documents.rules.corrections import LABELLED, OPENABLE, Act, Corrections, Said, correction_of, plain_corrections
from documents.rules.lines import source_of
from documents.rules.numbering import RUSSIAN_LETTERS, VIETNAMESE_LETTERS, roman
from documents.rules.reading import read_regulation
from documents.rules.tree import Node, as_text
from documents.rules.vocabulary import Language, NodeKind
from documents.rules.writing import read_text_again

FEWER = settings(max_examples=settings().max_examples // 2)  # one example is a whole text or month
RUSSIAN = "журнал отметка учитель контроль порядок ученик класс система данные школа период работа".split()
VIETNAMESE = "trường thông tin quản lý giáo viên học sinh văn bản hoạt động tổ chuyên môn đăng".split()
PIECES = (
    "1.|1.1.|2.|3.2.|1.1|I.|II.|а)|1)|đ)|a)|- |· |– |«|»|.|;|:|,|#|**|___|| a | b ||---|---||\t|Điều 1.|Điều 2.|"
    "Chương I|MỤC 1|Phụ lục I|Приложение № 1|QUYẾT ĐỊNH|QUYẾT ĐỊNH:|QUY CHẾ|Nơi nhận:|HIỆU TRƯỞNG|Nguyễn Văn An|"
    "РАСПОРЯЖЕНИЕ|ПОЛОЖЕНИЕ|УТВЕРЖДЕНО|ДОКУМЕНТ ПОДПИСАН|Директор И.И. Иванов|Căn cứ Luật|Số: 1/QĐ|элек-|тронный|"
    "электронный|word-| |текст|văn bản|\u200b|\xa0|Стр. 1|........ 5|(подпись)|Trang"
).split("|")
LINES = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=6).map("".join)
TEXTS = st.lists(LINES | st.just(""), max_size=25).map("\n".join)

LABELS = st.sampled_from(["1", "2.3", "Điều 4", "a)", "IV", "Phụ lục 2", "3.2.1", "x-y", "12 b"])
OPENS = st.builds(
    lambda kind, label: Said(Act.OPENS, kind, label if kind in LABELLED else ""), st.sampled_from(OPENABLE), LABELS
)
SAID = st.one_of(OPENS, st.sampled_from([Said(Act.PARAGRAPH), Said(Act.JOINS), Said(Act.ASIDE)]))
SAID_OF_LINES = st.lists(st.tuples(st.integers(1, 25), SAID), max_size=8)


def words(vocabulary: list[str], end: str) -> st.SearchStrategy[str]:
    """Some words with a sign at their end."""
    return st.lists(st.sampled_from(vocabulary), min_size=2, max_size=6).map(lambda found: " ".join(found) + end)


def sentences(vocabulary: list[str]) -> st.SearchStrategy[str]:
    return words(vocabulary, ".").map(lambda text: text[0].upper() + text[1:])


def items(vocabulary: list[str]) -> st.SearchStrategy[Node]:
    return words(vocabulary, ";").map(lambda text: Node(NodeKind.ITEM, mark="-", text=text))


def tables(vocabulary: list[str]) -> st.SearchStrategy[Node]:
    row = st.tuples(st.sampled_from(vocabulary), st.sampled_from(vocabulary))
    return st.lists(row, min_size=2, max_size=4).map(lambda rows: Node(NodeKind.TABLE, rows=tuple(rows)))


@st.composite
def clauses(draw: st.DrawFn, vocabulary: list[str], letters: str, prefix: str) -> list[Node]:
    """Clauses in their order, with points, bullets or a table under some."""
    found = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        label = f"{prefix}{number}"
        points = [
            Node(NodeKind.POINT, label=f"{letters[place]})", mark=f"{letters[place]})", text=text)
            for place, text in enumerate(draw(st.lists(words(vocabulary, ";"), max_size=4)))
        ]
        others = draw(st.lists(items(vocabulary), max_size=2)) + draw(st.lists(tables(vocabulary), max_size=1))
        under = points if points else others
        found.append(
            Node(
                NodeKind.CLAUSE, label=label, mark=f"{label}.", text=draw(sentences(vocabulary)), children=tuple(under)
            )
        )
    return found


@st.composite
def russian_trees(draw: st.DrawFn) -> list[Node]:
    """Sections with an introduction here and there, numbered in Arabic or Roman figures."""
    is_roman = draw(st.booleans())
    sections = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        label = roman(number) if is_roman else str(number)
        under = draw(clauses(RUSSIAN, RUSSIAN_LETTERS, f"{number}."))
        intro = [Node(NodeKind.INTRO, text=draw(sentences(RUSSIAN)))] if under and draw(st.booleans()) else []
        heading = draw(words(RUSSIAN, "")).capitalize()
        sections.append(
            Node(NodeKind.SECTION, label=label, mark=f"{label}.", heading=heading, children=(*intro, *under))
        )
    return sections


@st.composite
def vietnamese_trees(draw: st.DrawFn) -> list[Node]:
    """Chapters with articles that are counted on through all of them."""
    chapters, article = [], 0
    for number in range(1, draw(st.integers(1, 3)) + 1):
        articles = []
        for _ in range(draw(st.integers(1, 3))):
            article += 1
            label = f"Điều {article}"
            under = draw(clauses(VIETNAMESE, VIETNAMESE_LETTERS, ""))
            intro = [Node(NodeKind.INTRO, text=draw(sentences(VIETNAMESE)))] if under and draw(st.booleans()) else []
            heading = draw(words(VIETNAMESE, "")).capitalize()
            articles.append(
                Node(NodeKind.ARTICLE, label=label, mark=f"{label}.", heading=heading, children=(*intro, *under))
            )
        label = f"Chương {roman(number)}"
        heading = draw(words(VIETNAMESE, "")).upper()
        chapters.append(Node(NodeKind.CHAPTER, label=label, mark=label, heading=heading, children=tuple(articles)))
    return chapters


def shape(node: Node) -> tuple[Any, ...]:
    """A node without its place in the source."""
    return node.kind, node.label, node.mark, node.heading, node.text, node.rows, tuple(map(shape, node.children))


def written(title: str, parts: list[Node]) -> str:
    return as_text(Node(NodeKind.BODY, children=(Node(NodeKind.TITLE, text=title), *parts)))


@FEWER
@given(russian_trees())
def test_russian_tree__is_read_as_it_was_written(parts):
    found = read_regulation(source_of(written("ПОЛОЖЕНИЕ о журнале", parts)), Language.RU)
    assert [shape(part) for part in found.body.children[1:]] == [shape(part) for part in parts]
    assert not [one for one in found.warnings if one.code.endswith("_number")]


@FEWER
@given(vietnamese_trees())
def test_vietnamese_tree__is_read_as_it_was_written(parts):
    found = read_regulation(source_of(written("QUY CHẾ hoạt động", parts)), Language.VI)
    assert [shape(part) for part in found.body.children[1:]] == [shape(part) for part in parts]
    assert not [one for one in found.warnings if one.code.endswith("_number")]


@given(TEXTS, st.sampled_from(Language))
def test_text__loses_nothing(text, language):
    source = source_of(text)
    found = read_regulation(source, language)
    assert is_complete(source, found.asides, found.root)


@given(TEXTS, st.sampled_from(Language))
def test_anchors__are_unique_and_the_same_when_read_again(text, language):
    found, again = (read_regulation(source_of(text), language) for _ in range(2))
    anchors = [node.anchor for node in found.root.walk()]
    assert len(set(anchors)) == len(anchors)
    assert anchors == [node.anchor for node in again.root.walk()]


@given(TEXTS, SAID_OF_LINES, st.sampled_from(Language), st.booleans())
def test_corrected_text__loses_nothing_and_has_unique_anchors(text, said, language, are_paragraphs):
    """B03: whatever a person says of whichever line."""
    plain = source_of(text)
    corrections = tuple(found for line, one in said if (found := correction_of(plain, line, one)))
    data = plain_corrections(Corrections(corrections, are_paragraphs, language))
    found = read_text_again(text, data)
    assert is_complete(found.source, found.asides, found.root)
    anchors = [node.anchor for node in found.root.walk()]
    assert len(set(anchors)) == len(anchors)
    assert anchors == [node.anchor for node in read_text_again(text, data).root.walk()]


@FEWER
@given(st.one_of(russian_trees(), vietnamese_trees()).map(lambda parts: written("ПОЛОЖЕНИЕ", parts)))
def test_compare__finds_nothing_between_a_text_and_itself(text):
    root = read_regulation(source_of(text)).root
    assert compare(root, root) == []


@FEWER
@given(russian_trees(), russian_trees())
def test_compare__turned_round_swaps_added_and_removed(old, new):
    first, second = (read_regulation(source_of(written("ПОЛОЖЕНИЕ", parts)), Language.RU).root for parts in (old, new))
    there, back = compare(first, second), compare(second, first)
    for one, other in ((ChangeKind.ADDED, ChangeKind.REMOVED), (ChangeKind.REMOVED, ChangeKind.ADDED)):
        assert {(change.old or change.new) for change in there if change.kind is one} == {
            (change.old or change.new) for change in back if change.kind is other
        }
    for kind in (ChangeKind.CHANGED, ChangeKind.MOVED):
        assert {(change.old, change.new) for change in there if change.kind is kind} == {
            (change.new, change.old) for change in back if change.kind is kind
        }


@FEWER
@given(russian_trees())
def test_compare__marked_words_hold_both_editions(parts):
    text = written("ПОЛОЖЕНИЕ", parts)
    root = read_regulation(source_of(text), Language.RU).root
    other = dataclasses.replace(root, children=root.children[:0])
    for change in compare(other, root):
        assert " ".join(words.text for words in change.marked) == (change.new.words if change.new else "")
