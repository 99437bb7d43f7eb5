"""Folding: how words are made alike before they are compared or searched."""

from __future__ import annotations

import unicodedata

# Letters that carry no separable mark, or whose mark makes another letter.
# "й" stays: the Russian stemmer reads endings by it.
_KEPT = frozenset("йЙ")
_REPLACED = {"đ": "d", "Đ": "d", "ё": "е", "Ё": "е"}


def fold(text: str) -> str:
    """Return `text` in small letters and without marks, for comparing and searching.

    The text is composed first (NFC), so both ways of typing "ế" give "e"; "đ" becomes "d" and
    "ё" becomes "е". One composed letter gives one letter, so an offset found in the folded text
    holds in the composed one; only a mark that composes with nothing is dropped.
    Folding twice changes nothing more.
    """
    composed = unicodedata.normalize("NFC", text)
    folded = "".join(_fold_letter(letter) for letter in composed)
    return unicodedata.normalize("NFC", folded)


def _fold_letter(letter: str) -> str:
    """Fold one composed letter; a mark that stands alone disappears."""
    if letter.isascii():
        return letter.lower()
    if letter in _REPLACED:
        return _REPLACED[letter]
    if letter in _KEPT:
        return letter.lower()
    return _without_marks(letter).lower()


def _without_marks(letter: str) -> str:
    """Drop the combining marks of one letter; a letter without any stays whole."""
    parts = unicodedata.normalize("NFD", letter)
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return letter if plain == parts else plain
