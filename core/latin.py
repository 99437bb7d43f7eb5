"""Titles in Latin letters, for the address of a page."""

from __future__ import annotations

from django.utils.text import slugify

LONGEST = 120
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch * y * e yu ya".split(),
        strict=True,
    )
)
_LETTERS = str.maketrans({letter: sound.strip("*") for letter, sound in {**_CYRILLIC, "đ": "d"}.items()})


def latin_slug(title: str) -> str:
    """The title as the last part of an address: "День учителя" gives "den-uchitelya".

    Empty when nothing in it can be written so.
    """
    return slugify(title.lower().translate(_LETTERS))[:LONGEST].strip("-")
