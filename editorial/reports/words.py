"""What an official report says in the language of its country: the shape both word modules fill in.

These are texts of an official paper, fixed by the form of the country (Nghị định 30/2020/NĐ-CP;
ГОСТ Р 7.0.97-2016), not words of a screen: the reader's language never changes them, so they stand
in `words_vn` and `words_ru` and not in the catalogues of messages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from editorial.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the template: its number and heading, and the names of what stands there, in order."""

    code: str
    number: str
    heading: str
    level: int = 1
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableWords:
    """Caption and column headings of a table."""

    caption: str
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a report of one country says.

    says: sentences with named places; tables, charts: captions and headings by code; labels: what
    the key of a figure is called, by its part; headlines: what the compared figures are called.
    """

    country: str
    language: str
    nation: tuple[str, str]
    body: str
    type_name: str
    subject: str
    opening: tuple[str, ...]
    template: tuple[Slot, ...]
    tables: Mapping[str, TableWords]
    charts: Mapping[str, tuple[str, str]]
    labels: Mapping[str, Mapping[str, str]]
    posts: Mapping[str, str]
    headlines: Mapping[str, str]
    says: Mapping[str, str]
    recipients_heading: str
    recipients: tuple[str, ...]
    mark: str
    closing: str
    day_format: str
    period_title: Callable[[Period], str]
