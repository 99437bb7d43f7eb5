"""What a person said about lines of a text: they open something else, are plain text, or belong to no part.

A correction names its line by its words and how often they came before, not by its number: so it holds when lines
are put in or taken out above. Nothing of the text changes by it.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from documents.rules.lines import Source, SourceLine, Warned, tidy
from documents.rules.vocabulary import NUMBERED, Language, NodeKind, WarningCode

LONGEST_KEY, LONGEST_LABEL, FIRST_WORDS, SHOWN = 300, 40, 3, 60
LABEL = re.compile(r"[^\W_][\w .)-]*")
WORDS = {
    NodeKind.PART: "Phần",
    NodeKind.CHAPTER: "Chương",
    NodeKind.SECTION: "Mục",
    NodeKind.SUBSECTION: "Tiểu mục",
    NodeKind.ARTICLE: "Điều",
    NodeKind.APPENDIX: "Phụ lục",
}


class Act(StrEnum):
    """What is said of a line."""

    OPENS = "opens"
    PARAGRAPH = "paragraph"
    JOINS = "joins"
    ASIDE = "aside"


OPENABLE = (
    NodeKind.TITLE,
    NodeKind.BODY,
    NodeKind.PART,
    NodeKind.CHAPTER,
    NodeKind.SECTION,
    NodeKind.SUBSECTION,
    NodeKind.ARTICLE,
    NodeKind.CLAUSE,
    NodeKind.POINT,
    NodeKind.ITEM,
    NodeKind.APPENDIX,
    NodeKind.FORM,
)
DIVIDING = frozenset({NodeKind.BODY, NodeKind.APPENDIX, NodeKind.FORM})
LABELLED = NUMBERED | {NodeKind.APPENDIX, NodeKind.FORM}


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a line; `kind` and `label` are those of the part that a line OPENS."""

    act: Act
    kind: NodeKind | None = None
    label: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Correction:
    """What was said of the line with these words; `again` counts from 1 where the same words occur again."""

    words: str
    again: int
    said: Said


@dataclasses.dataclass(frozen=True, slots=True)
class Corrections:
    """How a stored text is read: its language if it was told, whether every line is a paragraph, its corrections."""

    lines: tuple[Correction, ...] = ()
    are_paragraphs: bool = False
    language: Language | None = None


def key_of(line: SourceLine) -> str:
    """The words by which a line is known."""
    return tidy(line.text)[:LONGEST_KEY]


def corrections_at(source: Source, said: Mapping[int, Said]) -> list[Correction]:
    """What was said of lines by their number, as corrections; lines that are not there or empty have none."""
    counts: dict[str, int] = defaultdict(int)
    found = []
    for line in source.lines:
        key = key_of(line)
        counts[key] += 1
        if key and line.number in said:
            found.append(Correction(key, counts[key], said[line.number]))
    return found


def correction_of(source: Source, number: int, said: Said) -> Correction | None:
    """The correction of a line; None where there is no such line, or nothing is written in it."""
    return next(iter(corrections_at(source, {number: said})), None)


def with_correction(before: Iterable[Correction], new: Correction) -> tuple[Correction, ...]:
    """The corrections with one more; what was said of the same line before is gone."""
    return (*without(before, new), new)


def without(before: Iterable[Correction], gone: Correction) -> tuple[Correction, ...]:
    """The corrections without that of one line."""
    return tuple(one for one in before if (one.words, one.again) != (gone.words, gone.again))


def placed_at(source: Source, corrections: Sequence[Correction]) -> tuple[dict[int, Said], list[Warned]]:
    """What was said by the number of its line, and a warning for every correction whose line is gone.

    A line whose wording was mended is known by its first words, where no other line begins so.
    """
    if not corrections:
        return {}, []
    numbers, beginnings = defaultdict(list), defaultdict(list)
    for line in source.lines:
        numbers[key_of(line)].append(line.number)
        beginnings[_beginning(key_of(line))].append(line.number)
    said: dict[int, Said] = {}
    mended: dict[int, Said] = {}
    lost = []
    for one in corrections:
        places, alike = numbers[one.words], beginnings[_beginning(one.words)]
        if one.again <= len(places):
            said[places[one.again - 1]] = one.said
        elif len(alike) == 1 and len(_beginning(one.words)) == FIRST_WORDS:
            mended[alike[0]] = one.said
        else:
            lost.append(_lost(one))
    return mended | said, lost


def _beginning(words: str) -> tuple[str, ...]:
    return tuple(words.split(maxsplit=FIRST_WORDS)[:FIRST_WORDS])


def _lost(one: Correction) -> Warned:
    shown = one.words if len(one.words) <= SHOWN else f"{one.words[:SHOWN]}…"
    return Warned(WarningCode.CORRECTION_LOST, 1, shown)


def written_label(kind: NodeKind, typed: str, language: Language) -> str:
    """A label as the language writes it: "Điều 12" of "12", "a)" of "a", "3.2" of "3.2."."""
    label = tidy(typed).strip(".:")[:LONGEST_LABEL]
    if kind is NodeKind.POINT:
        letter = label.replace(" ", "").rstrip(")")
        return f"{letter})" if letter else ""
    is_bare = bool(label) and " " not in label
    is_figure = kind is not NodeKind.SECTION or label.isdecimal()
    if language is Language.VI and kind in WORDS and is_bare and is_figure:
        return f"{WORDS[kind]} {label}"
    return label


def is_label(label: str) -> bool:
    """Whether it can name a part: letters and figures with dots, brackets and the like."""
    return bool(LABEL.fullmatch(label)) and len(label) <= LONGEST_LABEL


def plain_corrections(corrections: Corrections) -> dict[str, Any] | None:
    """The corrections as JSON data; None where there is nothing to keep."""
    data: dict[str, Any] = {}
    if corrections.language:
        data["language"] = corrections.language.value
    if corrections.are_paragraphs:
        data["paragraphs"] = True
    if corrections.lines:
        data["lines"] = [_plain(one) for one in corrections.lines]
    return data or None


def _plain(one: Correction) -> dict[str, Any]:
    data: dict[str, Any] = {"words": one.words, "again": one.again, "act": one.said.act.value}
    if one.said.kind:
        data |= {"kind": one.said.kind.value, "label": one.said.label}
    return data


def corrections_of(data: Any) -> Corrections:
    """The corrections again; what is not one is left out."""
    if not isinstance(data, Mapping):
        return Corrections()
    language = data.get("language")
    found = (_correction(row) for row in data.get("lines") or [])
    return Corrections(
        lines=tuple(one for one in found if one),
        are_paragraphs=data.get("paragraphs") is True,
        language=Language(language) if language in set(Language) else None,
    )


def _correction(row: Any) -> Correction | None:
    try:
        said = said_of(str(row["act"]), str(row.get("kind", "")), str(row.get("label", "")))
        return Correction(str(row["words"]), int(row["again"]), said) if said else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def said_of(act: str, kind: str, label: str) -> Said | None:
    """What is said, from plain words; None for what nobody can say of a line."""
    if act not in set(Act):
        return None
    if act != Act.OPENS:
        return Said(Act(act))
    if kind not in set(OPENABLE):
        return None
    opens = NodeKind(kind)
    if opens in NUMBERED and not is_label(label):
        return None
    return Said(Act.OPENS, opens, label if opens in LABELLED and is_label(label) else "")
