"""The address of each part within its page: "dieu-12-khoan-2-1", "p-3.2-2" for the second 3.2.

The same text read again gives the same anchors: they depend on labels and order alone.
"""

from __future__ import annotations

import dataclasses
from collections import Counter

from documents.rules.numbering import ORDINALS, ascii_label, label_value
from documents.rules.vocabulary import ANNEXES, DIVISIONS, Language, NodeKind

COVER = {Language.VI: "quyet-dinh", Language.RU: "prikaz"}
ANNEX = {Language.VI: "phu-luc", Language.RU: "prilozhenie"}
AGAIN = {Language.VI: "-lan-", Language.RU: "-"}
UNLABELLED = {NodeKind.ITEM: "i", NodeKind.TABLE: "t"}
WORDS = {
    (Language.VI, NodeKind.PART): "phan",
    (Language.VI, NodeKind.CHAPTER): "chuong",
    (Language.VI, NodeKind.SECTION): "muc",
    (Language.VI, NodeKind.SUBSECTION): "tieu-muc",
    (Language.VI, NodeKind.ARTICLE): "dieu",
    (Language.VI, NodeKind.CLAUSE): "khoan",
    (Language.VI, NodeKind.POINT): "diem",
}
STANDS_ALONE = frozenset({NodeKind.PART, NodeKind.CHAPTER, NodeKind.ARTICLE})


@dataclasses.dataclass(slots=True)
class Anchors:
    """Gives anchors in reading order, each once. `division`: the beginning of all in the cover or an appendix."""

    language: Language
    division: str = ""
    article: str = ""
    taken: dict[str, int] = dataclasses.field(default_factory=dict)  # how often each was wanted
    counts: Counter[str] = dataclasses.field(default_factory=Counter)

    def of(self, kind: NodeKind, label: str, parent: str) -> str:
        """The anchor of the next node; `parent` is that of the one it lies in."""
        if kind in DIVISIONS:
            self.division = self._division(kind, label)
            return self._take(self.division or "text")
        if not label:
            return self._unlabelled(kind, parent)
        wanted = self._vietnamese if self.language is Language.VI else self._russian
        return self._take(wanted(kind, label, parent))

    def _division(self, kind: NodeKind, label: str) -> str:
        if kind is NodeKind.COVER:
            return COVER[self.language]
        if kind in ANNEXES:
            figure = label.split(" ")[-1].lstrip("№N")
            return f"{ANNEX[self.language]}-{_figure(figure)}" if label_value(figure) else ANNEX[self.language]
        return ""

    def _vietnamese(self, kind: NodeKind, label: str, parent: str) -> str:
        own = f"{WORDS[self.language, kind]}-{_figure(label)}".replace(".", "-")
        if kind in STANDS_ALONE:
            return self._in_division(own)
        if kind is NodeKind.CLAUSE and "." in label:
            parent = _without_clauses(parent)
        return f"{parent}-{own}" if parent != "text" else own

    def _russian(self, kind: NodeKind, label: str, parent: str) -> str:
        if kind is NodeKind.POINT:
            return f"{parent}-{'n' if label.endswith('.') or label[0].isdecimal() else 'pp'}-{ascii_label(label)}"
        is_own = kind is NodeKind.SECTION or "." in label or parent in {"text", self.division}
        return self._in_division(f"p-{_figure(label)}") if is_own else f"{parent}-{_figure(label)}"

    def _in_division(self, own: str) -> str:
        return f"{self.division}-{own}" if self.division else own

    def _unlabelled(self, kind: NodeKind, parent: str) -> str:
        sign = UNLABELLED.get(kind, "d")
        self.counts[f"{parent}-{sign}"] += 1
        return self._take(f"{parent}-{sign}{self.counts[f'{parent}-{sign}']}")

    def _take(self, wanted: str) -> str:
        """The wanted one, or the next that is free: the second 3.2 gets "p-3.2-2"."""
        anchor, count = wanted, self.taken.get(wanted, 0)
        while anchor in self.taken:
            count += 1
            anchor = f"{wanted}{AGAIN[self.language]}{count}"
        self.taken[wanted] = max(count, 1)
        self.taken.setdefault(anchor, 1)
        return anchor


def _figure(label: str) -> str:
    """ "ii" of "Chương II", "1" of "Phần thứ nhất"."""
    last = label.split()[-1]
    return str(label_value(last)) if last.lower() in ORDINALS else ascii_label(last)


def _without_clauses(anchor: str) -> str:
    """The anchor of the article in which a clause stands: "dieu-12" of "dieu-12-khoan-2"."""
    return anchor.split("-khoan-")[0] if not anchor.startswith("khoan-") else "text"
