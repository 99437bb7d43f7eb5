"""Folding, for any text."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from core.folding import fold

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạấầẩẫậéẻệíĩọốờụứỷ абвгдеёжзийклмнопрстуфхцчшщъыьэюя 0189 ,.-"
NATIVE = st.text(LETTERS + LETTERS.upper())
TEXTS = st.text() | NATIVE


@given(TEXTS)
@example("й\u0301")
@example("İ\u0307")
@example("\u1100\u0301\u1161")
def test_fold__twice_is_once(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_fold__both_ways_of_typing_are_one(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_fold__is_never_longer_than_the_composed_text(text):
    assert len(fold(text)) <= len(unicodedata.normalize("NFC", text))


@given(NATIVE)
def test_fold__small_and_capital_letters_are_one(text):
    assert fold(text.upper()) == fold(text) == fold(text.lower())


@given(NATIVE)
def test_fold__offsets_hold_in_vietnamese_and_russian(text):
    assert len(fold(text)) == len(unicodedata.normalize("NFC", text))


@given(NATIVE, NATIVE)
def test_fold__words_fold_one_by_one(one, other):
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}"


@given(st.text("abcdefghijklmnopqrstuvwxyz абвгдежзийклмнопрстуфхцчшщъыьэюя0123456789"))
def test_fold__leaves_plain_small_letters_alone(text):
    assert fold(text) == text
