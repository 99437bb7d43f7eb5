"""Texts of both families, and the shape of what was read of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from documents.rules.lines import source_of
from documents.rules.reading import Regulation, read_regulation
from documents.rules.tree import Node
from documents.rules.vocabulary import Language, NodeKind

TEXTS = Path(__file__).resolve().parents[2] / "golden" / "regulations"
RUSSIAN, VIETNAMESE = "002_journal_regulation.ru", "004_portal_regulation.vi"


def text_of(name: str) -> str:
    """The text of a sample, with the line ends of Python."""
    return next(TEXTS.glob(f"{name}.[tm]*")).read_text(encoding="utf-8")


def outline_of(name: str) -> dict[str, Any]:
    """The outline somebody wrote down for a sample."""
    return json.loads((TEXTS / f"{name}.outline.json").read_text(encoding="utf-8"))


def read(text: str, language: Language | None = None) -> Regulation:
    """A typed text as a regulation."""
    return read_regulation(source_of(text), language)


def read_lines(*lines: str, language: Language | None = None) -> Regulation:
    """The same, line by line."""
    return read("\n".join(lines), language)


def node(regulation: Regulation, anchor: str) -> Node:
    """The part with an anchor."""
    return next(part for part in regulation.root.walk() if part.anchor == anchor)


def kinds(regulation: Regulation, kind: NodeKind) -> list[str]:
    """What is written in the parts of a kind."""
    return [part.heading or part.text for part in regulation.root.of_kind(kind)]


def codes(regulation: Regulation) -> list[tuple[str, str, int]]:
    """Code, label and line of each warning."""
    return [(one.code.value, one.label, one.line) for one in regulation.warnings]
