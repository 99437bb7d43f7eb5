"""Folding: two ways of typing one word are one word."""

from __future__ import annotations

import unicodedata

import pytest

from core.folding import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Hiệu trưởng", "hieu truong"),
        ("ĐƯỜNG đi", "duong di"),
        ("Приказы", "приказы"),
        ("Ёлка, ещё", "елка, еще"),
        ("ЙОД, йод", "йод, йод"),
        ("Năm học 2025–2026", "nam hoc 2025–2026"),
        ("漢字 ½", "漢字 ½"),
        ("İstanbul", "istanbul"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_fold__is_small_and_without_marks_however_typed(typed, folded, form):
    assert fold(unicodedata.normalize(form, typed)) == folded


def test_fold__drops_a_mark_that_stands_alone():
    assert fold("\u0301a") == "a"


def test_fold__keeps_different_letters_apart():
    assert fold("бой") != fold("бои")
