"""How Russian local acts are numbered: sections "1." or "I.", clauses "1.1.", points "а)" and "1)"."""

from __future__ import annotations

import re

from documents.rules.drafts import Context, Draft, Opening, placed
from documents.rules.joining import is_reference
from documents.rules.lines import Row, ends_sentence, is_capitals, starts_small
from documents.rules.numbering import label_value, roman_value
from documents.rules.vocabulary import NodeKind

# "1.Общее", "1.1.Журнал": where the space is missing, a capital must follow the dot.
SINGLE = re.compile(r"^((\d{1,2})\.)(?:\s+|(?=[А-ЯЁ]))(\S.*)$")
CLAUSE = re.compile(r"^((?:[-–—·•]\s+)?(\d{1,2}(?:\.\d{1,3}){1,3})(\.?))(?:\s+|(?<=\.)(?=[А-ЯЁ]))(\S.*)$")
ROMAN = re.compile(r"^(([IVXLCІХС]{1,7})\.)\s+(\S.*)$")
NAMED = re.compile(r"^((?:РАЗДЕЛ|Раздел|ГЛАВА|Глава)\s+([IVXLCІХС]+|\d{1,2})\.?)(?:\s+(.+))?$")
POINT = re.compile(r"^(([а-яё]|\d{1,2})\))\s*(\S.*)$")
ITEM = re.compile(r"^([-–—·•*])\s+(\S.*)$")
TYPES = (
    "ПОЛОЖЕНИЕ|ПОРЯДОК|ПРАВИЛА|ИНСТРУКЦИЯ|РЕГЛАМЕНТ|УСТАВ|ПРОГРАММА|ПАМЯТКА|ПЛАН|ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ|"
    "РАСПОРЯЖЕНИЕ|ПРИКАЗ|ПОСТАНОВЛЕНИЕ|РЕШЕНИЕ"
)
TITLE = re.compile(rf"^({TYPES})(?=\s|$)", re.IGNORECASE)
ORDERS = re.compile(r"^(РАСПОРЯЖЕНИЕ|ПРИКАЗ|ПОСТАНОВЛЕНИЕ|РЕШЕНИЕ)(?=\s|$)", re.IGNORECASE)
NUMBER = re.compile(
    r"^(?:от\s+)?[«\"]?\d{1,2}[»\"]?[. ]\s*(?:\d{1,2}\.|[а-я]+\s)\s*\d{4}\s*(?:г\.?|года)?\s*№\s*\S+", re.I
)
APPROVAL = re.compile(r"^(РАССМОТРЕНО?|ПРИНЯТО?|СОГЛАСОВАНО?|УТВЕРЖДЕНО?|УТВЕРЖДАЮ)(?!\w)", re.IGNORECASE)
STAMP = re.compile(r"^(ДОКУМЕНТ\s+ПОДПИСАН|Сертификат|Владелец|Действителен|ЭЛЕКТРОННОЙ ПОДПИСЬЮ)", re.IGNORECASE)
SIGNER = re.compile(
    r"^(?:И\.?\s?о\.?\s|Врио\s|Директор|Начальник|Заведующ|Руководител|Глава|Заместител|Председател)[^.;:]*"
    r"(?:[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.)$"
)
PREAMBLE = re.compile(
    r"^(?:ПРИКАЗЫВАЮ|ОБЯЗЫВАЮ|РАСПОРЯЖАЮСЬ|ПОСТАНОВЛЯЮ|П\s?Р\s?И\s?К\s?А\s?З\s?Ы\s?В\s?А\s?Ю)\s*:?$", re.I
)
SUBJECT = re.compile(r"^Об?\s[а-яё]")
LOOK_AHEAD, MOST_TITLE_ROWS, LONGEST_TITLE_ROW = 400, 10, 250


class RussianGrammar:
    """The openings of `domain/text-grammar.md` 4.2, hard cases decided by its rules."""

    def opening(self, row: Row, context: Context) -> Opening | None:
        """What the row opens; None for text."""
        if context.kind is NodeKind.FORM:
            return _point(row, context)
        found = _end(row, context) or (_head(row, context) if context.in_head else None)
        if found or context.is_ended:
            return found
        if is_reference(context.before, row):
            return None
        return _section(row, context) or _clause(row, context) or _listed(row, context) or _point(row, context)

    def in_title(self, row: Row, title: Draft, context: Context) -> bool:
        """Title, approval blocks and the mark of a signature are short lines that stand together."""
        if title.kind is NodeKind.STAMP:
            return bool(STAMP.match(row.text))
        is_bare = title.text.isupper() and TITLE.fullmatch(title.text)
        rows = row.number - title.line
        if row.gap > 1 and not (is_bare and rows <= 3):
            return False
        if title.kind is NodeKind.TITLE and ends_sentence(title.text):
            return False
        return rows <= MOST_TITLE_ROWS * (1 + row.gap) and len(row.text) <= LONGEST_TITLE_ROW


def _end(row: Row, context: Context) -> Opening | None:
    if STAMP.match(row.text) and (context.before == "" or "ПОДПИСАН" in row.text.upper()):
        return Opening(NodeKind.STAMP, rest=row.text, rank=1)
    if (
        len(row.text) < LONGEST_TITLE_ROW
        and SIGNER.match(row.text)
        and not context.in_head
        and (context.is_cover or row.gap == 2)
    ):
        return Opening(NodeKind.SIGNATURE, rest=row.text, rank=1)
    return None


def _head(row: Row, context: Context) -> Opening | None:
    """What stands before the first number: letterhead, approvals, number, title."""
    kind = None
    if NUMBER.match(row.text) and not _in_approval(context):
        kind = NodeKind.NUMBER
    elif APPROVAL.match(row.text):
        kind = NodeKind.APPROVAL
    elif PREAMBLE.match(row.text):
        kind = NodeKind.HEADING
    elif SUBJECT.match(row.text) and context.has_title and not context.has_subject:
        kind = NodeKind.TITLE
    elif not context.has_title:
        kind = _before_title(row, context)
    return Opening(kind, rest=row.text) if kind else None


def _before_title(row: Row, context: Context) -> NodeKind | None:
    """A title, or letterhead; "Приказ от … № …" in small letters is how something was approved."""
    if len(row.text) > LONGEST_TITLE_ROW or (_in_approval(context) and not _is_title(row.text)):
        return None
    if _is_title(row.text):
        return NodeKind.TITLE
    is_numbered = any(pattern.match(row.text) for pattern in (SINGLE, CLAUSE, ROMAN, NAMED, POINT, ITEM))
    return None if is_numbered or starts_small(row.text) or ends_sentence(row.text) else NodeKind.LETTERHEAD


def _is_title(text: str) -> bool:
    is_order = bool(ORDERS.match(text)) and not is_capitals(text.split(" ")[0])
    return bool(TITLE.match(text)) and not is_order and not ends_sentence(text)


def _in_approval(context: Context) -> bool:
    """Whether the lines of an approval block still go on."""
    return bool(APPROVAL.match(context.before)) and context.rows[context.index].gap < 2


def _section(row: Row, context: Context) -> Opening | None:
    if named := NAMED.match(row.text):
        rest = named[3] or ""
        if not rest[:1].islower():
            return placed(NodeKind.SECTION, named[1], named[1].rstrip("."), rest, heads=True)
    if (figures := ROMAN.match(row.text)) and context.has_roman:
        if roman_value(figures[2]) == context.last.get(NodeKind.SECTION, 0) + 1:
            return placed(NodeKind.SECTION, figures[1], figures[2], figures[3], heads=True)
        return None
    single = SINGLE.match(row.text)
    if single is None or context.is_cover or context.has_roman:
        return None
    is_section = _is_section(int(single[2]), context)
    return placed(NodeKind.SECTION, single[1], single[2], single[3], heads=True) if is_section else None


def _is_section(number: int, context: Context) -> bool:
    """Rule 3: the next expected number; in doubt the clauses that follow decide."""
    following = [clause for row in context.following() if (clause := CLAUSE.match(row.text))]
    if following and following[0][2] == f"{number}.1":
        return True
    if number != context.last.get(NodeKind.SECTION, 0) + 1:
        return False
    return not (context.listed and context.listed == number - 1) or _has_clauses(number, context)


def _has_clauses(number: int, context: Context) -> bool:
    """Whether a clause of this number comes before the next single number."""
    for row in context.following(LOOK_AHEAD):
        if (clause := CLAUSE.match(row.text)) and clause[2].startswith(f"{number}."):
            return True
        if (single := SINGLE.match(row.text)) and int(single[2]) in {number, number + 1}:
            return False
    return False


def _clause(row: Row, context: Context) -> Opening | None:
    found = CLAUSE.match(row.text)
    if found:
        figures = found[2].count(".") + 1
        if found[3] or _is_plain_clause(found[2], found[4], context):
            return placed(NodeKind.CLAUSE, found[1], found[2], found[4], depth=figures)
        return None
    single = SINGLE.match(row.text)
    if single and (context.is_cover or (context.has_roman and NodeKind.SECTION in context.last)):
        return placed(NodeKind.CLAUSE, single[1], single[2], single[3], depth=1)
    return None


def _is_plain_clause(label: str, text: str, context: Context) -> bool:
    """Without a dot behind it ("4.1 Родители") it must begin a sentence in its own section: "1.5 часа" is text."""
    section = context.holder(NodeKind.SECTION)
    first = int(label.split(".")[0])
    return text[0].isupper() and section is not None and label_value(section.label) == first


def _listed(row: Row, context: Context) -> Opening | None:
    """ "1." "2." inside a clause: a list, if it counts from 1."""
    single = SINGLE.match(row.text)
    if single is None or int(single[2]) != context.listed + 1 or context.in_head:
        return None
    return placed(NodeKind.POINT, single[1], single[2], single[3])


def _point(row: Row, context: Context) -> Opening | None:
    if found := POINT.match(row.text):
        return placed(NodeKind.POINT, found[1], found[1], found[3], depth=point_depth(found[2], context))
    if context.kind is not NodeKind.FORM and (found := ITEM.match(row.text)):
        return placed(NodeKind.ITEM, found[1], "", found[2])
    return None


def point_depth(label: str, context: Context) -> int:
    """0 for the first kind of points open, 1 for another kind inside it: "1)" under "а)"."""
    first = next((draft for draft in context.stack if draft.kind is NodeKind.POINT), None)
    if first is None:
        return 0
    return 0 if label.isdecimal() == first.label.rstrip(").").isdecimal() else 1
