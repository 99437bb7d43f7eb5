"""Words made alike on both sides of a search: folded, without signs, Russian ones cut to their stem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from snowballstemmer import stemmer

from core.folding import fold

_WORD = re.compile(r"[^\W_]+")
_RUSSIAN = re.compile(r"[а-я]")

Placed = tuple[int, int, str]
"""Where a word begins, where it ends, and how search compares it."""


class _FoldedLetters(dict[int, str]):
    """Letters by their code, folded; each is folded once."""

    def __missing__(self, code: int) -> str:
        self[code] = fold(chr(code))
        return self[code]


_FOLDED = _FoldedLetters()


def search_words(text: str) -> str:
    """Words of `text` as whole-word search compares them, one space between."""
    stem = _stems()
    return " ".join(stem(word) for word in _WORD.findall(fold(text)))


def prefix_words(text: str) -> str:
    """Words of `text` as search-while-typing compares them: folded, not stemmed."""
    return " ".join(_WORD.findall(fold(text)))


def composed(text: str) -> str:
    """`text` with composed letters (NFC): places of words are told in it."""
    return unicodedata.normalize("NFC", text)


def placed_words(text: str) -> list[Placed]:
    """The words of a composed text with their places in it; a million letters take some tenths of a second."""
    folded = text.translate(_FOLDED)
    places: list[int] | None = None
    if len(folded) != len(text):
        places = [at for at, letter in enumerate(text) for _ in _FOLDED[ord(letter)]]
        places.append(len(text))
    stem, known = _stems(), dict[str, str]()
    found = []
    for match in _WORD.finditer(folded):
        word = match[0]
        if word not in known:
            known[word] = stem(word)
        start, end = match.span()
        if places is not None:
            start, end = places[start], places[end - 1] + 1
        found.append((start, end, known[word]))
    return found


def first_place(text: str, word: str) -> int:
    """Near which letter of a composed text a word or stem made alike first begins; 0 where it does not."""
    found = re.search(rf"(?<![^\W_]){re.escape(word)}", text.translate(_FOLDED))
    return found.start() if found else 0


def _stems() -> Callable[[str], str]:
    """A stemmer of one's own: it is not safe to share between threads."""
    russian = stemmer("russian")
    return lambda word: str(russian.stemWord(word)) if _RUSSIAN.match(word) else word
