"""Where the words somebody looks for stand, in the letters of the text (B03)."""

from __future__ import annotations

import pytest

from core.words_alike import composed, placed_words, search_words
from documents.rules.citing import labels_of
from documents.rules.hits import MOST_HITS, MOST_READ, ROOM, excerpt, hits_in, pieces_of
from documents.rules.lines import source_of
from documents.rules.reading import read_regulation
from documents.rules.tree_json import lines_of
from tests.factories.documents import TEXT


def wanted(text: str) -> frozenset[str]:
    return frozenset(search_words(text).split())


def marked(text: str, query: str) -> list[str]:
    return [piece.text for piece in pieces_of(text, wanted(query)) if piece.is_hit]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Người quyết định việc gỡ bỏ thông tin.", "quyet dinh", ["quyết định"]),
        ("Đặng Đình Đức", "dinh duc", ["Đình Đức"]),
        ("Порядок выставления отметок учителем", "выставление отметок", ["выставления отметок"]),
        ("Учёт и учет", "учет", ["Учёт", "учет"]),
        ("Việc này, việc kia", "viec", ["Việc", "việc"]),
        ("Không có gì", "khác", []),
        ("một", "", []),
    ],
)
def test_pieces__mark_folded_words_in_their_own_letters(text: str, query: str, hits: list[str]):
    """B03: without diacritics, with Russian endings."""
    assert marked(text, query) == hits


@pytest.mark.parametrize(
    "text", ["Tie\u0302\u0301ng Vie\u0323\u0302t", "a\u0316b tiếng \u0301 Việt", "", "İstanbul Việt", "\u0000 việt"]
)
def test_pieces__joined_are_the_text_again(text: str):
    pieces = pieces_of(text, wanted("việt"))

    assert "".join(piece.text for piece in pieces) == composed(text)


def test_placed_words__are_those_that_search_compares():
    for text in (TEXT, "Приказы и учёт, ПОЛОЖЕНИЕ", "a_b c-d 12.3"):
        assert " ".join(word for _, _, word in placed_words(text)) == search_words(text)


def test_excerpt__is_short_cut_between_words_and_holds_the_hit():
    text = "Chữ đầu tiên. " * 60 + "Trưởng ban quyết định gỡ bỏ. " + "Chữ cuối cùng. " * 60

    shown = excerpt(text, wanted("go bo"))

    whole = "".join(piece.text for piece in shown)
    assert [piece.text for piece in shown if piece.is_hit] == ["gỡ bỏ"]
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert len(whole) <= ROOM + 4
    assert whole[2:].strip("… ") in text


def test_excerpt__of_a_very_long_text_reads_a_part_of_it():
    text = "lời dẫn dài " * MOST_READ + "Gỡ bỏ thông tin. " + "lời kết dài " * MOST_READ

    assert [piece.text for piece in excerpt(text, wanted("go bo")) if piece.is_hit] == ["Gỡ bỏ"]


def test_excerpt__prefers_the_place_where_all_words_stand_together():
    text = "Việc gỡ. " + "Lời dẫn. " * 60 + "Việc gỡ bỏ thông tin."

    assert "gỡ bỏ thông tin" in "".join(piece.text for piece in excerpt(text, wanted("gỡ bỏ thông tin")))


def test_hits__are_clauses_that_hold_all_words_each_with_its_lines():
    root = read_regulation(source_of(TEXT)).root
    lines = lines_of(root)

    found = hits_in(lines, labels_of(root), wanted("quyet dinh go bo"))

    assert [(hit.anchor, hit.label) for hit in found.clauses] == [("dieu-12-khoan-4", "Điều 12 khoản 4")]
    assert found.count == 1
    assert "dieu-12-khoan-4" in found.anchors
    assert "dieu-12-khoan-3" not in found.anchors


def test_hits__of_no_words_are_none():
    root = read_regulation(source_of(TEXT)).root

    assert hits_in(lines_of(root), labels_of(root), frozenset()).count == 0
    assert hits_in(lines_of(root), labels_of(root), wanted("không-có-từ-này")).count == 0


def test_hits__in_an_empty_text_are_none():
    assert hits_in([], {}, wanted("gỡ bỏ")).count == 0


def test_hits__of_a_frequent_word_are_all_counted_and_the_first_listed():
    text = "\n\n".join(f"Điều {n}. Tiêu đề\n\n1. Nhà trường." for n in range(1, MOST_HITS + 20))
    root = read_regulation(source_of(text)).root

    found = hits_in(lines_of(root), labels_of(root), wanted("nhà trường"))

    assert (len(found.clauses), found.count) == (MOST_HITS, MOST_HITS + 19)
    assert f"dieu-{MOST_HITS + 19}-khoan-1" in found.anchors
