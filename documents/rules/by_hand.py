"""What a line opens when a person says so: its mark stays as it is typed, its label is the one that was given."""

from __future__ import annotations

import re

from documents.rules.corrections import Said, written_label
from documents.rules.drafts import RANKS, Context, Opening, placed
from documents.rules.grammar_ru import point_depth
from documents.rules.lines import ends_sentence
from documents.rules.vocabulary import Language, NodeKind

FIGURE = r"(?:[IVXLCІХС]{1,7}|\d{1,3}(?:\.\d{1,3})*|(?:thứ|THỨ)\s\w+)"
NAMES = "phần|chương|mục|tiểu mục|điều|khoản|điểm|phụ lục|раздел|глава|пункт|статья|параграф|приложение"
BULLET = r"(?:[-–—·•*+]\s+)?"
MARK = re.compile(
    rf"^({BULLET}(?:(?:{NAMES})\s+(?:№\s*)?{FIGURE}\s*[.:)]?(?=\s|$)|(?:[^\W\d_]+\s+){{1,2}}{FIGURE}\s*[.:]"
    rf"|{FIGURE}\s*[.)]|\d{{1,3}}(?:\.\d{{1,3}})*(?=\s)|[^\W\d_]\)))\s*(.*)$",
    re.IGNORECASE,
)
ITEM = re.compile(r"^([-–—·•*+])\s+(.*)$")
LAST = re.compile(rf"({FIGURE}|[^\W\d_])\s*[.:)]*$", re.IGNORECASE)
HEADED = frozenset({NodeKind.PART, NodeKind.CHAPTER, NodeKind.SECTION, NodeKind.SUBSECTION, NodeKind.ARTICLE})


def opening_as_told(text: str, said: Said, context: Context) -> Opening:
    """The opening a person asked for of a line with this text. `said.kind` is no division of the file."""
    kind = said.kind
    assert kind is not None
    if kind not in RANKS:
        return Opening(kind, rest=text)
    mark, rest = mark_of(text, kind)
    is_sentence = kind is NodeKind.ARTICLE and (context.is_cover or ends_sentence(rest))
    heads = kind in HEADED and not is_sentence
    return placed(kind, mark, said.label, rest, depth=_depth(kind, said.label, context), heads=heads)


def mark_of(text: str, kind: NodeKind) -> tuple[str, str]:
    """The number or bullet a line begins with, as typed, and the rest; an empty mark where there is none."""
    found = (ITEM if kind is NodeKind.ITEM else MARK).match(text)
    return (found[1], found[2]) if found else ("", text)


def label_typed(text: str, kind: NodeKind, language: Language) -> str:
    """The label that the beginning of a line suggests for a part of this kind; empty without a number."""
    found = LAST.search(mark_of(text, kind)[0])
    return written_label(kind, found[1], language) if found else ""


def _depth(kind: NodeKind, label: str, context: Context) -> int:
    if kind is NodeKind.CLAUSE:
        return min(label.count(".") + 1, 8)
    return point_depth(label.rstrip(")"), context) if kind is NodeKind.POINT else 0
