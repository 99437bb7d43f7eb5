"""What counts as a small correction: wording, a name, a caption, a crop, a tag; never the substance."""

from __future__ import annotations

import dataclasses
import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.reasons import Reason

NEGATIONS = frozenset(
    """
    không chưa chẳng đừng cấm trừ
    не нет ни без кроме запрещено нельзя никто ничего никогда
    no not never without except cannot none nobody nothing
    """.split()
)
NUMBER_WORDS = frozenset(
    """
    một mốt hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi trăm nghìn ngàn triệu
    one two three four five six seven eight nine ten eleven twelve hundred thousand
    first second third
    один одна одно одного одной одному одним два две двух двум двумя три трёх трех трём трем тремя
    четыре четырёх четырех пять пяти пятью шесть шести семь семи восемь восьми девять девяти десять
    десяти сорок сорока сто ста
    """.split()
)
DATE_WORDS = frozenset("nhật среда среды среде среду средой мая май мае may".split())
# By their beginning, so that Russian endings do not hide them.
DATE_STEMS = tuple(
    """
    понедельник вторник четверг пятниц суббот воскресен
    январ феврал март апрел июн июл август сентябр октябр ноябр декабр
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    """.split()
)
WORD = re.compile(r"\w+(?:['’]\w+)?", re.UNICODE)
FIGURE = re.compile(r"\d+")


@dataclasses.dataclass(frozen=True, slots=True)
class Content:
    """An item's content for comparison.

    texts: words by place ("title", "lead", "body/3/caption"); fixed: everything that is not
    wording (unit, pictures, files, addresses, order of the blocks), as comparable strings; looks: how
    something is shown, such as the part of a picture that is kept when it is cropped.
    """

    texts: Mapping[str, str]
    fixed: Mapping[str, str]
    looks: Mapping[str, str] = dataclasses.field(default_factory=dict)


def is_small(before: Content, after: Content, share: float) -> Answer:
    """Whether the change from `before` to `after` is a small correction.

    `share` is the largest allowed share of changed characters. No figure, date, negation, unit,
    class or picture may differ, and no piece of text may come or go. A crop may.
    """
    if dict(before.fixed) != dict(after.fixed) or before.texts.keys() != after.texts.keys():
        return Refused(Reason.NOT_SMALL, {"why": "structure"})
    if dict(before.texts) == dict(after.texts) and dict(before.looks) == dict(after.looks):
        return Refused(Reason.NOTHING_CHANGED)
    for place, text in before.texts.items():
        difference = _meaning_changed(text, after.texts[place])
        if difference:
            return Refused(Reason.NOT_SMALL, {"why": difference, "place": place})
    if changed_share(before, after) > share:
        return Refused(Reason.NOT_SMALL, {"why": "share"})
    return ALLOWED


def _meaning_changed(before: str, after: str) -> str:
    """The kind of substance that differs between two texts; empty when none does."""
    if before == after:
        return ""
    old, new = _words(before), _words(after)
    if FIGURE.findall(before) != FIGURE.findall(after) or _only(_is_number, old) != _only(_is_number, new):
        return "figure"
    if _only(_is_negation, old) != _only(_is_negation, new):
        return "negation"
    if _only(_is_date, old) != _only(_is_date, new):
        return "date"
    return ""


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(unicodedata.normalize("NFC", text))]


def _only(is_kind: Callable[[str], bool], words: list[str]) -> list[str]:
    return [word for word in words if is_kind(word)]


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or word.endswith(("n't", "n’t"))


def _is_number(word: str) -> bool:
    return word in NUMBER_WORDS


def _is_date(word: str) -> bool:
    return word in DATE_WORDS or word.startswith(DATE_STEMS)


def changed_share(before: Content, after: Content) -> float:
    """Changed characters as a share of all characters before, between 0 and 1."""
    total = sum(len(text) for text in before.texts.values())
    changed = sum(_changed(before.texts[place], after.texts.get(place, "")) for place in before.texts)
    return min(1.0, changed / total) if total else 1.0


def _changed(before: str, after: str) -> int:
    """Characters that do not stand in both texts, counted on the side that has more of them."""
    if before == after:
        return 0
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return max(len(before), len(after)) - same
