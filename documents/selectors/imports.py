"""A file that is being read, as the page shows it: the lines of the source beside what was read of each."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from documents.importing import REASONS, WARNINGS
from documents.models import OfficialDocumentPage, RegulationImport
from documents.models.documents import LONG_FIELDS
from documents.rules.corrections import Said, placed_at
from documents.rules.lines import Aside, SourceLine, Warned, by_line, tidy
from documents.rules.reading import Regulation
from documents.rules.tree import Node
from documents.rules.vocabulary import ANNEXES, DIVISIONS, AsideReason, NodeKind, WarningCode
from documents.rules.writing import read_text_again
from documents.selectors.register import seen_records
from documents.words.parts import ACTS, OPENS, PARTS
from editorial.rules.people import Actor
from editorial.rules.vocabulary import WITH_UNIT
from school.models import School, User

PER_PAGE = 200  # lines of the source with something in them
DEEPEST, FOLDED = 8, 12
SHOWN_WORDS = 160
QUIET = frozenset({NodeKind.DOCUMENT, NodeKind.BODY})


@dataclasses.dataclass(frozen=True, slots=True)
class Opened:
    """A part that a line opens: what it is (unless its label says so), its label, the beginning of its words."""

    kind: str
    label: str
    words: str
    depth: int


@dataclasses.dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of the source and what became of it.

    `opens` parts, or `belongs_to` the part of an earlier line, or was `set_aside` for a reason; `said` is
    what a person said of it.
    """

    number: int
    text: str
    opens: tuple[Opened, ...]
    belongs_to: str
    set_aside: str
    said: str
    warnings: tuple[tuple[str, str], ...]
    depth: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class WarningGroup:
    """Everything of one kind to look at, with its lines; `rest` of them are behind the first twelve."""

    sentence: str
    places: list[tuple[int, str]]
    rest: list[tuple[int, str]]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.places) + len(self.rest)


class Checked:
    """An import read anew with its corrections."""

    def __init__(self, row: RegulationImport) -> None:
        self.row = row
        self.regulation: Regulation = read_text_again(row.text, row.corrections)
        self.said: dict[int, Said] = placed_at(self.regulation.source, row.said.lines)[0]
        told = (Warned(WarningCode(code), line, words) for code, words, line in row.told)
        self.warnings: list[Warned] = sorted({*told, *self.regulation.warnings}, key=lambda one: (one.line, one.code))

    @cached_property
    def lines(self) -> list[SourceLine]:
        """The lines with something in them."""
        return [line for line in self.regulation.source.lines if line.text.strip()]

    def page_of(self, number: int) -> int:
        """The page on which a line stands."""
        place = next((index for index, line in enumerate(self.lines) if line.number >= number), 0)
        return place // PER_PAGE + 1

    @cached_property
    def groups(self) -> list[WarningGroup]:
        """The warnings by kind, in the order of the list of kinds."""
        found: dict[WarningCode, list[tuple[int, str]]] = defaultdict(list)
        for one in self.warnings:
            found[one.code].append((one.line, one.label))
        return [
            WarningGroup(str(WARNINGS[code]), found[code][:FOLDED], found[code][FOLDED:])
            for code in WARNINGS
            if found[code]
        ]

    @cached_property
    def asides(self) -> list[tuple[str, list[tuple[int, str]]]]:
        """What is not in the tree, by reason: lines and words, those of the file and those of the text."""
        found: dict[AsideReason, list[tuple[int, str]]] = defaultdict(list)
        for line, words, reason in self.row.set_aside:
            found[AsideReason(reason)].append((line, _short(words)))
        for one in self.regulation.asides:
            found[one.reason].append((one.line, _short(one.text)))
        return [(str(REASONS[reason]), found[reason]) for reason in REASONS if reason in found]

    def nodes_at(self, number: int) -> list[Node]:
        """The parts that a line opens."""
        return [node for node, _depth in self._opening.get(number, ())]

    def read_lines(self, lines: Iterable[SourceLine]) -> list[ReadLine]:
        """These lines with what was read of each."""
        warned: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for one in self.warnings:
            warned[one.line].append((str(WARNINGS[one.code]), one.label))
        return [self._read_line(line, tuple(warned.get(line.number, ()))) for line in lines]

    def _read_line(self, line: SourceLine, warnings: tuple[tuple[str, str], ...]) -> ReadLine:
        opens = tuple(_opened(node, depth) for node, depth in self._opening.get(line.number, ()))
        owner, depth = self._owners.get(line.number, (None, 0))
        reasons = {one.reason for one in self._asides.get(line.number, ())}
        return ReadLine(
            number=line.number,
            text=line.text.strip(),
            opens=opens,
            belongs_to=_named(owner) if owner else "",
            set_aside=", ".join(str(REASONS[reason]) for reason in sorted(reasons)),
            said=said_in_words(self.said.get(line.number)),
            warnings=warnings,
            depth=min((part.depth for part in opens), default=depth),
        )

    @cached_property
    def _asides(self) -> dict[int, list[Aside]]:
        return by_line(self.regulation.asides)

    @cached_property
    def _walked(self) -> list[tuple[Node, int]]:
        """Every part with its depth, in reading order."""
        found: list[tuple[Node, int]] = []
        waiting = [(self.regulation.root, -1)]
        while waiting:
            node, depth = waiting.pop()
            found.append((node, depth))
            below = depth if node.kind in QUIET else min(depth + 1, DEEPEST)
            waiting.extend((child, max(below, 0)) for child in reversed(node.children))
        return found

    @cached_property
    def _opening(self) -> dict[int, list[tuple[Node, int]]]:
        """By line: the parts that begin with it."""
        found: dict[int, list[tuple[Node, int]]] = defaultdict(list)
        quiet = QUIET - ({NodeKind.BODY} if self.regulation.cover is not None else set())
        for node, depth in self._walked:
            if node.kind not in quiet and node.line:
                found[node.line].append((node, max(depth, 0)))
        return found

    @cached_property
    def _owners(self) -> dict[int, tuple[Node, int]]:
        """By line: the part it goes on with, and its depth."""
        found: dict[int, tuple[Node, int]] = {}
        for node, depth in self._walked:
            if node.kind not in DIVISIONS | QUIET:
                found.update(dict.fromkeys(range(node.line + 1, node.last_line + 1), (node, max(depth, 0))))
        return found


def _opened(node: Node, depth: int) -> Opened:
    words = "" if node.kind in DIVISIONS - ANNEXES else _short(node.heading or node.text)
    return Opened(_kind(node), node.label, words, depth)


def _named(node: Node) -> str:
    return " ".join(part for part in (_kind(node), node.label) if part)


def _kind(node: Node) -> str:
    """What a part is; empty where its label says so itself ("Điều 5")."""
    return "" if " " in node.label else str(PARTS[node.kind])


def said_in_words(said: Said | None) -> str:
    """What a person said of a line; empty for nothing."""
    if said is None:
        return ""
    if said.kind is None:
        return str(ACTS[said.act])
    return " ".join(part for part in (str(OPENS[said.kind]), said.label) if part)


def _short(text: str) -> str:
    words = tidy(text)
    return words if len(words) <= SHOWN_WORDS else f"{words[:SHOWN_WORDS].rstrip()}…"


def begun_imports(school: School) -> QuerySet[RegulationImport]:
    """Files that are being read, the newest first; their long fields are left in the database."""
    long = ("text", "set_aside", "told", "corrections")
    return RegulationImport.objects.filter(school=school).select_related("begun_by").defer(*long)


def replaceable(school: School, user: User, actor: Actor) -> QuerySet[OfficialDocumentPage]:
    """Documents whose text a new edition may replace now, as far as a list can tell; the action asks the rule."""
    records: Any = seen_records(school, user, actor).filter(work_state__in=sorted(WITH_UNIT))
    pages = OfficialDocumentPage.objects.filter(pk__in=records.order_by().values("page_id"))
    return pages.defer(*LONG_FIELDS).order_by("title", "pk")
