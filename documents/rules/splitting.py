"""A file that holds an order and the text it puts into force, as two documents with a text each."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from documents.rules.corrections import Corrections, Said, corrections_at, placed_at
from documents.rules.reading import Regulation
from documents.rules.vocabulary import NodeKind
from documents.rules.writing import source_of_text


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """One of the two: its text with its own corrections."""

    text: str
    corrections: Corrections


def in_two(text: str, corrections: Corrections, regulation: Regulation) -> tuple[Part, Part]:
    """The order and the rest, each line in one of them; what was said of a line goes with it."""
    border = regulation.body.line - 1
    lines = text.split("\n")
    said, _lost = placed_at(regulation.source, corrections.lines)
    told = dataclasses.replace(corrections, language=regulation.language)
    head = {line: one for line, one in said.items() if line <= border}
    rest = {line - border: one for line, one in said.items() if line > border}
    return _part(lines[:border], told, head), _part(lines[border:], told, rest)


def _part(lines: list[str], told: Corrections, said: Mapping[int, Said]) -> Part:
    text = "\n".join(lines)
    source = source_of_text(text, are_paragraphs=told.are_paragraphs)
    own = tuple(one for one in corrections_at(source, said) if one.said.kind is not NodeKind.BODY)
    return Part(text.strip("\n"), dataclasses.replace(told, lines=own))
