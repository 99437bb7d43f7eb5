"""How Vietnamese documents are numbered: Phần, Chương, Mục, Tiểu mục, Điều, "1.", "a)" (Nghị định 30/2020)."""

from __future__ import annotations

import re

from documents.rules.drafts import Context, Draft, Opening, placed
from documents.rules.grammar_ru import point_depth
from documents.rules.joining import is_reference
from documents.rules.lines import Row, ends_sentence, is_capitals
from documents.rules.numbering import label_value, roman_value
from documents.rules.vocabulary import NodeKind

ABOVE = (
    (NodeKind.PART, re.compile(r"^((?:PHẦN|Phần)\s+(?:[IVXLC]+|(?:THỨ|thứ|Thứ)\s+\w+)(?:[.:]|\s*[-–])?)(?:\s+(.+))?$")),
    (NodeKind.CHAPTER, re.compile(r"^((?:CHƯƠNG|Chương)\s+(?:[IVXLC]+|\d{1,2})(?:[.:]|\s*[-–])?)(?:\s+(.+))?$")),
    (NodeKind.SUBSECTION, re.compile(r"^((?:TIỂU MỤC|Tiểu mục)\s+\d{1,2}[.:]?)(?:\s+(.+))?$")),
    (NodeKind.SECTION, re.compile(r"^((?:MỤC|Mục)\s+(?:\d{1,2}|[IVXLC]+)(?:[.:]|\s*[-–])?)(?:\s+(.+))?$")),
)
CITED = re.compile(r"^(?:Điều|Khoản|Chương|Mục|Phần|Luật|Nghị định|Thông tư|Quy chế|Quyết định)\s", re.IGNORECASE)
ARTICLE = re.compile(r"^((?:[-–·]\s+)?(?:ĐIỀU|Điều)\s+(\d{1,3})\s*[.:])\s*(.*)$")
CLAUSE = re.compile(r"^((\d{1,2}(?:\.\d{1,2})*)\.)(?:\s+|(?=[^\W\d_]))(\S.*)$")
ROMAN = re.compile(r"^(([IVXLC]{1,7})\.)\s+(\S.*)$")
POINT = re.compile(r"^(([a-zđ]|\d{1,2})\))\s*(\S.*)$")
ITEM = re.compile(r"^([-–—·•*+])\s+(\S.*)$")
BASIS = re.compile(r"^(?:Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị)\s")
PREAMBLE_END = re.compile(r"^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|THÔNG BÁO|CHỈ THỊ)\s*:$")
NUMBER = re.compile(r"^Số\s*:?\s*(\d+[a-zA-Z]?)\s*/\s*(.+)$")
DATE = re.compile(r"^(\(?[^,()]{2,60}),\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\.?$", re.IGNORECASE)
RECIPIENTS = re.compile(r"^Nơi nhận\s*:?$", re.IGNORECASE)
DECISIONS = "QUYẾT ĐỊNH|NGHỊ QUYẾT|THÔNG TƯ LIÊN TỊCH|THÔNG TƯ|NGHỊ ĐỊNH|LUẬT|CHỈ THỊ"
ANNEXED = (
    "QUY CHẾ|QUY ĐỊNH|NỘI QUY|ĐIỀU LỆ|QUY TRÌNH|KẾ HOẠCH|CHƯƠNG TRÌNH|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|DỰ ÁN|BỘ QUY TẮC|"
    "QUY TẮC|TIÊU CHUẨN|THỂ LỆ|DANH MỤC"
)
OTHERS = "THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|BIÊN BẢN|HỢP ĐỒNG|THÔNG CÁO|CÔNG ĐIỆN"
TITLE = re.compile(rf"^({DECISIONS}|{ANNEXED}|{OTHERS})(?=\s|$)", re.IGNORECASE)
POST = re.compile(
    r"^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|(?:PHÓ )?(?:HIỆU TRƯỞNG|GIÁM ĐỐC|VỤ TRƯỞNG|CỤC TRƯỞNG)|BỘ TRƯỞNG|THỨ TRƯỞNG|"
    r"(?:PHÓ )?CHỦ TỊCH|TRƯỞNG |CHÁNH |THỦ TƯỚNG|BAN GIÁM HIỆU|NGƯỜI |ỦY BAN|HỘI ĐỒNG)"
)
NAME = re.compile(r"^(?:[A-ZĐÀ-Ỹ][^\W\d_A-Z]*(?:\s+|$)){2,6}$")
LETTERHEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do", re.IGNORECASE)
MOST_TITLE_ROWS, LONGEST_TITLE_ROW, WIDEST_GAP = 8, 250, 3


class VietnameseGrammar:
    """The openings of `domain/text-grammar.md` 4.1."""

    def opening(self, row: Row, context: Context) -> Opening | None:
        """What the row opens; None for text."""
        if context.kind is NodeKind.FORM:
            return _point(row, context)
        found = _end(row, context)
        if found or context.is_ended:
            return found or (_item(row) if context.holder(NodeKind.RECIPIENTS) else None)
        if context.in_head and (found := _head(row, context)):
            return found
        if is_reference(context.before, row):
            return None
        return _above(row) or _article(row, context) or _clause(row, context) or _point(row, context)

    def in_title(self, row: Row, title: Draft, context: Context) -> bool:
        """The abstract under the kind of the document, until a bracket, a basis or who decides."""
        is_bare = bool(TITLE.fullmatch(title.text))
        rows = row.number - title.line
        if (row.gap > 1 and not is_bare) or rows > MOST_TITLE_ROWS * (1 + row.gap) or len(row.text) > LONGEST_TITLE_ROW:
            return False
        is_post = is_capitals(row.text) and bool(POST.match(row.text))
        return not (is_post or row.text.startswith("(") or ends_sentence(title.text))


def _end(row: Row, context: Context) -> Opening | None:
    if RECIPIENTS.match(row.text):
        return Opening(NodeKind.RECIPIENTS, mark=row.text, rank=1)
    is_post = is_capitals(row.text) and bool(POST.match(row.text)) and len(row.text) < 100
    if is_post and (context.is_ended or context.before.endswith("./.") or _is_signed(context)):
        is_first = context.holder(NodeKind.SIGNATURE) is None
        return Opening(NodeKind.SIGNATURE, rest=row.text, rank=1) if is_first else None
    return None


def _is_signed(context: Context) -> bool:
    """Whether a person's name follows, with little between."""
    following = [row.text for row in context.following(3)]
    return not context.in_head and any(NAME.match(text) and not is_capitals(text) for text in following)


def _head(row: Row, context: Context) -> Opening | None:
    """What stands before the first number: letterhead, number, place and date, title, legal basis."""
    kind = None
    if NUMBER.match(row.text):
        kind = NodeKind.NUMBER
    elif DATE.match(row.text):
        kind = NodeKind.DATE
    elif PREAMBLE_END.match(row.text):
        kind = NodeKind.HEADING
    elif BASIS.match(row.text):
        kind = NodeKind.BASIS
    elif not context.has_title:
        kind = _before_title(row)
    elif is_capitals(row.text) and POST.match(row.text):
        kind = NodeKind.INTRO
    return Opening(kind, rest=row.text) if kind else None


def _before_title(row: Row) -> NodeKind | None:
    if TITLE.match(row.text) and not ends_sentence(row.text) and len(row.text) <= LONGEST_TITLE_ROW:
        return NodeKind.TITLE
    is_numbered = _above(row) or any(pattern.match(row.text) for pattern in (ARTICLE, CLAUSE, ROMAN, POINT, ITEM))
    is_head = is_capitals(row.text) or LETTERHEAD.search(row.text)
    return NodeKind.LETTERHEAD if is_head and not is_numbered else None


def _above(row: Row) -> Opening | None:
    """Phần, Chương, Mục, Tiểu mục; "Chương II của Quy chế" is text."""
    for kind, pattern in ABOVE:
        found = pattern.match(row.text)
        if found and not _is_sentence(found[2] or ""):
            return placed(kind, found[1], found[1].rstrip(".:-– "), found[2] or "", heads=True)
    return None


def _is_sentence(rest: str) -> bool:
    return rest[:1].islower() or bool(CITED.match(rest) and not is_capitals(rest)) or rest[-1:] in {".", ";", ","}


def _article(row: Row, context: Context) -> Opening | None:
    found = ARTICLE.match(row.text)
    if found is None or not _is_next(int(found[2]), context):
        return None
    label = " ".join(found[1].lstrip("-–· ").rstrip(".:").split())
    heads = not context.is_cover and not ends_sentence(found[3])
    return placed(NodeKind.ARTICLE, found[1], label, found[3], heads=heads)


def _is_next(number: int, context: Context) -> bool:
    """The last number and one, a new series from 1, or a gap behind which the series goes on."""
    last = context.last.get(NodeKind.ARTICLE, 0)
    if number in {last + 1, 1}:
        return True
    if not last < number <= last + WIDEST_GAP:
        return False
    return number + 1 in context.articles


def _clause(row: Row, context: Context) -> Opening | None:
    if not context.articles and (figures := ROMAN.match(row.text)):
        is_next = roman_value(figures[2]) == context.last.get(NodeKind.SECTION, 0) + 1
        return placed(NodeKind.SECTION, figures[1], figures[2], figures[3], heads=True) if is_next else None
    found = CLAUSE.match(row.text)
    if found is None or (context.articles and context.in_head):
        return None
    return placed(NodeKind.CLAUSE, found[1], found[2], found[3], depth=found[2].count(".") + 1)


def _point(row: Row, context: Context) -> Opening | None:
    found = POINT.match(row.text)
    if found and label_value(found[2]):
        return placed(NodeKind.POINT, found[1], found[1], found[3], depth=point_depth(found[2], context))
    return None if context.kind is NodeKind.FORM else _item(row, context)


def _item(row: Row, context: Context | None = None) -> Opening | None:
    """A bullet; "+" under "-" is a level of its own."""
    found = ITEM.match(row.text)
    if found is None:
        return None
    is_inner = found[1] == "+" and context is not None and _has_dash(context)
    return placed(NodeKind.ITEM, found[1], "", found[2], depth=int(is_inner))


def _has_dash(context: Context) -> bool:
    item = next((draft for draft in context.stack if draft.kind is NodeKind.ITEM), None)
    return item is not None and item.mark != "+"
