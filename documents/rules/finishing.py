"""The last look at a tree that was built: introductions, headings that are text, frozen with its anchors."""

from __future__ import annotations

import re

from documents.rules.anchors import Anchors
from documents.rules.drafts import CLAUSE, Draft
from documents.rules.lines import Warned, ends_sentence, ends_with_stop
from documents.rules.tree import Node
from documents.rules.vocabulary import NUMBERED, Language, NodeKind, WarningCode

FORM_TITLE = re.compile(
    r"^(?:заявление|согласие|протокол|акт|справка|уведомление|расписка|анкета|журнал|форма|договор|"
    r"đơn|phiếu|biên bản|báo cáo|tờ khai|bản|giấy|mẫu|danh sách|kế hoạch)(?:\s|$)",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"^(?:руководител|директор|к\s|\(|kính gửi|kèm theo|ban hành|утвержд|приложение)", re.IGNORECASE)
MOST_ROWS_ABOVE_TITLE, LONGEST_TITLE = 15, 120


def finish(draft: Draft, language: Language) -> None:
    """Put right what could not be known while reading on."""
    if draft.kind in {NodeKind.FORM, NodeKind.APPENDIX}:
        _find_heading(draft)
    waiting = [draft]
    while waiting:
        node = waiting.pop()
        _settle_heading(node, language)
        _mark_introduction(node)
        waiting.extend(node.children)


def _settle_heading(node: Draft, language: Language) -> None:
    """An article whose line is a sentence has no heading; a numbered sentence without clauses is a clause."""
    if node.kind is NodeKind.ARTICLE and ends_with_stop(node.heading):
        node.heading, node.text = node.text, node.heading
    is_open = language is Language.RU and not node.is_told
    is_single = is_open and node.kind is NodeKind.SECTION and node.label.isdecimal()
    if is_single and ends_sentence(node.heading) and not any(_is_more_than_a_list(child) for child in node.children):
        node.kind, node.rank = NodeKind.CLAUSE, CLAUSE + 1
        node.heading, node.text = "", node.heading


def _is_more_than_a_list(child: Draft) -> bool:
    return child.kind not in {NodeKind.POINT, NodeKind.ITEM}


def _mark_introduction(node: Draft) -> None:
    """Rule 9: what stands between a heading and the first numbered clause."""
    numbered = [index for index, child in enumerate(node.children) if child.kind in NUMBERED - {NodeKind.POINT}]
    for child in node.children[: numbered[0] if numbered else 0]:
        if child.kind is NodeKind.PARAGRAPH:
            child.kind = NodeKind.INTRO


def _find_heading(annex: Draft) -> None:
    """The name of a form or appendix: "Заявление", or the first line that is no address."""
    lines = [child for child in annex.children[:MOST_ROWS_ABOVE_TITLE] if child.kind in _TEXT and child.text]
    named = [child for child in lines if FORM_TITLE.match(child.text) and not ends_sentence(child.text)]
    first = [child for child in lines[:3] if not ADDRESSED.match(child.text) and not ends_sentence(child.text)]
    found = next(iter(named or first), None)
    if annex.heading:
        return
    if found is not None and len(found.text) <= LONGEST_TITLE:
        found.kind = NodeKind.HEADING


_TEXT = frozenset({NodeKind.PARAGRAPH, NodeKind.LETTERHEAD, NodeKind.TITLE, NodeKind.INTRO})


def frozen(draft: Draft, anchors: Anchors, parent: str = "") -> Node:
    """The node with an anchor for itself and all under it. Nesting is bounded by the kinds there are."""
    anchor = anchors.of(draft.kind, draft.label, parent)
    return Node(
        kind=draft.kind,
        label=draft.label,
        heading=draft.heading,
        text=draft.text,
        mark=draft.mark,
        anchor=anchor,
        line=draft.line,
        last_line=draft.last_line,
        rows=tuple(draft.rows),
        children=tuple(frozen(child, anchors, anchor) for child in draft.children),
    )


def oddities(node: Node) -> list[Warned]:
    """Headings that look like sentences or have no number."""
    found = []
    is_form = node.kind is NodeKind.FORM
    for part in () if is_form else node.walk():
        if part.kind is NodeKind.SECTION and ends_with_stop(part.heading):
            found.append(Warned(WarningCode.HEADING_WITH_FULL_STOP, part.line, part.label))
        if part.kind is NodeKind.CLAUSE and "." in part.label and not part.mark.endswith("."):
            found.append(Warned(WarningCode.NO_DOT_AFTER_NUMBER, part.line, part.label))
        for child, following in zip(part.children, part.children[1:], strict=False):
            if child.kind is NodeKind.PARAGRAPH and following.kind is NodeKind.ITEM and not ends_sentence(child.text):
                found.append(Warned(WarningCode.UNNUMBERED_SUBHEADING, child.line, "", part.label))
    return found
