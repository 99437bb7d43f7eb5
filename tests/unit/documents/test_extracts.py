"""Extracts of chosen clauses, and the code by which a paper is checked (B18)."""

from __future__ import annotations

import datetime

import pytest

from documents.rules.extracts import LineState, Sealed, chosen_in_order, citable, code_of, extract, read_code
from documents.rules.lines import source_of
from documents.rules.reading import read_regulation
from tests.factories.documents import TEXT

ROOT = read_regulation(source_of(TEXT)).root
DAY = datetime.date(2026, 9, 5)
KEY, OLD_KEY = b"key", b"old key"


def shown(*anchors: str) -> list[tuple[str, str]]:
    rows = extract(ROOT, chosen_in_order(ROOT, anchors))
    return [(row.state.value, row.line.anchor if row.line else "") for row in rows]


def test_extract__has_the_clause_whole_and_the_headings_above_it():
    """B18: the path of headings, marks for what was left out."""
    rows = shown("dieu-12-khoan-4")

    assert rows == [
        ("gap", ""),
        ("above", "chuong-i"),
        ("gap", ""),
        ("above", "dieu-12"),
        ("gap", ""),
        ("chosen", "dieu-12-khoan-4"),
        ("chosen", "dieu-12-khoan-4-d1"),
    ]


def test_extract__brings_everything_under_a_chosen_heading():
    anchors = [anchor for state, anchor in shown("dieu-12") if state == LineState.CHOSEN]

    assert {"dieu-12", "dieu-12-khoan-2", "dieu-12-khoan-2-1", "dieu-12-khoan-3-i1"} <= set(anchors)
    assert not any(anchor.startswith("dieu-11") for anchor in anchors)


def test_chosen__stand_in_the_order_of_the_text_each_once():
    asked = ["dieu-12-khoan-4", "dieu-1-khoan-2", "dieu-1", "dieu-12-khoan-4", "khong-co", ""]

    assert chosen_in_order(ROOT, asked) == ["dieu-1", "dieu-12-khoan-4"]
    assert chosen_in_order(ROOT, []) == []


def test_extract__of_nothing_is_one_gap():
    assert shown() == [("gap", "")]


def test_citable__are_all_parts_with_a_number():
    assert citable(ROOT)[:3] == ["chuong-i", "dieu-1", "dieu-1-khoan-1"]


@pytest.mark.parametrize("places", [(0,), (1, 29), (3, 4, 5, 9, 200, 201), tuple(range(60))])
def test_code__says_again_what_was_sealed(places: tuple[int, ...]):
    """B18."""
    sealed = Sealed(123_456, DAY, places)
    code = code_of(sealed, KEY)

    assert read_code(code, [KEY]) == sealed
    assert read_code(code.upper().replace("-", " "), [KEY]) == sealed
    assert read_code(code, [b"new key", KEY]) == sealed


def test_code__of_one_clause_is_short_enough_to_be_typed():
    assert len(code_of(Sealed(123_456, DAY, (29,)), KEY)) <= 36


def test_code__is_not_known_with_any_sign_changed_or_another_key():
    """B18: nothing forged verifies."""
    code = code_of(Sealed(77, DAY, (1, 29)), KEY)

    assert read_code(code, [OLD_KEY]) is None
    assert read_code(code, []) is None
    for at, sign in enumerate(code):
        if sign != "-":
            other = "a" if sign != "a" else "b"
            assert read_code(code[:at] + other + code[at + 1 :], [KEY]) is None, at
            assert read_code(code[:at] + code[at + 1 :], [KEY]) is None, at
    assert read_code(code + "a", [KEY]) is None


@pytest.mark.parametrize("typed", ["", "-", "\0", "đ", "a" * 5000, "1890", "%s", "../..", "aaaa aaaa aaaa aaaa aaaa"])
def test_code__bears_whatever_is_typed(typed: str):
    assert read_code(typed, [KEY]) is None


def test_code__that_names_no_clause_says_nothing():
    assert read_code(code_of(Sealed(77, DAY, ()), KEY), [KEY]) is None
