"""Clauses by name, and the tree as a page keeps and shows it."""

from __future__ import annotations

import json

import pytest

from documents.rules.citing import anchors_named, clauses_of
from documents.rules.lines import source_of
from documents.rules.reading import read_regulation
from documents.rules.tree import Node
from documents.rules.tree_json import lines_of, node_of, plain
from documents.rules.vocabulary import NodeKind
from tests.factories.documents import TEXT

RUSSIAN = "ПОЛОЖЕНИЕ\n\n1. Общие\n\n1.1. Первый.\n\nа) буква;\n\n1.2. Второй.\n\n1.2. Снова второй."
TABLE = "Điều 1. Bảng\n\n| Lớp | Giờ |\n|---|---|\n| 10A1 | 7:30 |"
POINTS = "Điều 1. Một\n\n1. Khoản một:\n\na) Điểm a;\n\nb) Điểm b.\n\n2. Khoản hai."


def root(text: str) -> Node:
    return read_regulation(source_of(text)).root


@pytest.mark.parametrize(
    ("name", "anchors"),
    [
        ("Đ15", ["dieu-15"]),
        ("Đ12.4", ["dieu-12-khoan-4", "dieu-12"]),
        ("Đ12.2.1", ["dieu-12-khoan-2-1", "dieu-12-khoan-2", "dieu-12"]),
        ("002 §3.3", ["p-3.3", "p-3"]),
        ("bài viết", []),
        ("Đ", []),
        ("Đ12.4 x", []),
        ("", []),
    ],
)
def test_anchors_named__the_deepest_first(name, anchors):
    assert anchors_named(name) == anchors


def test_clauses_of__are_cited_in_full_with_their_own_words():
    found = {clause.anchor: clause for clause in clauses_of(root(TEXT))}

    assert found["dieu-12-khoan-4"].label == "Điều 12 khoản 4"
    assert found["dieu-12-khoan-4"].heading == "Gỡ bỏ thông tin"
    assert "quyết định việc gỡ bỏ" in found["dieu-12-khoan-4"].text
    assert found["dieu-12-khoan-2-1"].label == "Điều 12 khoản 2.1"
    assert "Trưởng ban duyệt" not in found["dieu-12"].text
    assert found["chuong-i"].label == "Chương I"


def test_clauses_of__points_name_their_clause():
    labels = [clause.label for clause in clauses_of(root(POINTS))]

    assert labels == ["Điều 1", "Điều 1 khoản 1", "Điều 1 khoản 1 điểm a", "Điều 1 khoản 1 điểm b", "Điều 1 khoản 2"]


def test_clauses_of__russian_numbers_stand_as_typed_twice_where_they_occur_twice():
    found = [(clause.anchor, clause.label) for clause in clauses_of(root(RUSSIAN))]

    assert ("p-1.1", "1.1") in found
    assert [row for row in found if row[1] == "1.2"] == [("p-1.2", "1.2"), ("p-1.2-2", "1.2")]


@pytest.mark.parametrize("text", [TEXT, RUSSIAN, POINTS, TABLE])
def test_tree__is_the_same_after_it_was_stored(text):
    tree = root(text)
    stored = json.loads(json.dumps(plain(tree)))

    assert plain(node_of(stored)) == stored
    assert [node.anchor for node in node_of(stored).walk()] == [node.anchor for node in tree.walk()]


def test_node_of__refuses_a_kind_it_does_not_know():
    with pytest.raises(ValueError, match="not a valid"):
        node_of({"kind": "spell"})


def test_lines_of__hold_every_word_once_in_reading_order():
    tree = root(TEXT)
    said = " ".join(part for line in lines_of(tree) for part in (line.heading, line.text) if part)
    wanted = " ".join(part for node in tree.walk() for part in (node.heading, node.text) if part)

    assert said == wanted


def test_lines_of__show_labels_as_typed_without_the_bullet():
    node = Node(NodeKind.CLAUSE, label="3.2", mark="- 3.2.", text="Текст", anchor="p-3.2")
    item = Node(NodeKind.ITEM, mark="·", text="пункт", anchor="p-3.2-i1")
    first, second = lines_of(Node(NodeKind.DOCUMENT, children=(node, item)))

    assert (first.mark, first.is_bullet) == ("3.2.", False)
    assert (second.mark, second.is_bullet) == ("–", True)
