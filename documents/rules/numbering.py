"""Labels as numbers: Arabic and Roman figures, and the letters of both alphabets in their order."""

from __future__ import annotations

import re

VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"
RUSSIAN_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
LOOK_ALIKE = str.maketrans("ІХСМіхсм", "IXCMixcm")
ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
ORDINALS = {
    name: value
    for value, names in enumerate(
        ("nhất", "hai nhì", "ba", "tư bốn", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười"), start=1
    )
    for name in names.split()
}
LATIN = dict(
    zip(RUSSIAN_LETTERS, "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch eh yu ya".split(), strict=True)
)
LATIN |= {"ё": "yo", "й": "j", "ъ": "hard", "ы": "y", "ь": "soft", "đ": "dd"}


def roman_value(text: str) -> int:
    """The value of Roman figures, also typed with Cyrillic letters of the same look; 0 if it is none."""
    figures = text.translate(LOOK_ALIKE).upper()
    if not figures or not ROMAN.fullmatch(figures):
        return 0
    values = [ROMAN_VALUES[figure] for figure in figures]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def roman(value: int) -> str:
    """Roman figures of a number from 1 to 3999."""
    steps = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
        strict=True,
    )
    figures = ""
    for worth, sign in steps:
        count, value = divmod(value, worth)
        figures += sign * count
    return figures


def letter_value(letter: str) -> int:
    """The place of a letter among those used for points: a 1, b 2 … đ 5; 0 for others.

    "f", "j", "w" and "z" are not used in Vietnam, "ё", "й", "ъ", "ы", "ь" not in Russia.
    """
    for letters in (VIETNAMESE_LETTERS, RUSSIAN_LETTERS):
        if len(letter) == 1 and letter in letters:
            return letters.index(letter) + 1
    return 0


def label_value(label: str) -> int:
    """The last figure of a label as a number: "Điều 12" 12, "3.2" 2, "IV" 4, "đ)" 5; 0 if there is none."""
    last = re.split(r"[\s.]+", label.strip(".) "))[-1]
    if last.isdecimal():
        return int(last)
    return ORDINALS.get(last.lower(), 0) or letter_value(last) or roman_value(last)


def prefix_of(label: str) -> str:
    """All figures but the last: "3.2" of "3.2.1"; empty for a single figure."""
    return label.rpartition(".")[0]


def ascii_label(label: str) -> str:
    """A label in plain letters, for an address."""
    return "".join(LATIN.get(letter, letter) for letter in label.lower().strip(".) "))
