"""A source read as a regulation: the tree, what it says of itself, what was set aside, what to look at."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from documents.rules.anchors import Anchors
from documents.rules.building import Builder
from documents.rules.cards import Card, card_of
from documents.rules.checking import articles_passed_over, check_numbers
from documents.rules.corrections import Act, Correction, Said, placed_at
from documents.rules.dividing import Division, divide
from documents.rules.drafts import Context, Draft, Grammar
from documents.rules.finishing import finish, frozen, oddities
from documents.rules.grammar_ru import ROMAN, RussianGrammar
from documents.rules.grammar_vi import ARTICLE, VietnameseGrammar
from documents.rules.joining import hyphens
from documents.rules.lines import Aside, Row, Source, Warned, markup_asides, rows_of
from documents.rules.numbering import roman_value
from documents.rules.tables import with_tables
from documents.rules.tree import Node
from documents.rules.typing_faults import typing_faults
from documents.rules.vocabulary import ANNEXES, NUMBERED, AsideReason, Language, NodeKind, WarningCode

GRAMMARS: dict[Language, Grammar] = {Language.VI: VietnameseGrammar(), Language.RU: RussianGrammar()}
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
LATIN = re.compile(r"[^\W\d_а-яё]", re.IGNORECASE)
REFERENCE = {
    Language.VI: re.compile(r"[Pp]hụ lục(?:\s+(?:số\s+)?([IVXLC]+|\d{1,2}))?"),
    Language.RU: re.compile(r"[Пп]риложени\w{1,3}\s*(?:(?:№|N)\s*)?(\d{1,2})?"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Regulation:
    """What was read. `cover` is the card of the order before the text, None where there is none."""

    language: Language
    root: Node
    card: Card
    cover: Card | None
    asides: tuple[Aside, ...]
    warnings: tuple[Warned, ...]
    source: Source

    @property
    def divisions(self) -> tuple[Node, ...]:
        """Cover, text, appendices."""
        return self.root.children

    @property
    def body(self) -> Node:
        """The text itself."""
        return next(node for node in self.divisions if node.kind is NodeKind.BODY)

    @property
    def appendices(self) -> list[Node]:
        """Appendices and forms, in their order."""
        return [node for node in self.divisions if node.kind in ANNEXES]


def read_regulation(
    source: Source, language: Language | None = None, corrections: Sequence[Correction] = ()
) -> Regulation:
    """The regulation in a source, read as `corrections` say; its language is told from its letters if not given."""
    told = language or language_of(source)
    said, lost = placed_at(source, corrections)
    prepared = with_tables(source)
    broken, seen = hyphens(prepared)
    asides = _without_overlaps([*_by_hand(source, said), *prepared.asides, *markup_asides(prepared), *broken])
    rows = rows_of(prepared, asides)
    divisions = divide(rows, told, said)
    anchors = Anchors(told)
    warnings = [*source.warnings, *lost, *seen, *typing_faults(prepared)]
    nodes = []
    for division in divisions:
        draft, found = _built(division, told, said)
        finish(draft, told)
        nodes.append(frozen(draft, anchors))
        warnings += [*found, *check_numbers(nodes[-1], told), *oddities(nodes[-1])]
        warnings += [one for one in articles_passed_over(nodes[-1]) if one.line not in said]
    root = Node(NodeKind.DOCUMENT, children=tuple(nodes))
    cards = {node.kind: card_of(node, told) for node in nodes if node.kind in {NodeKind.COVER, NodeKind.BODY}}
    warnings += _about_the_whole(root, cards[NodeKind.BODY])
    ordered = tuple(sorted(set(warnings), key=lambda one: (one.line, one.code, one.label)))
    return Regulation(told, root, cards[NodeKind.BODY], cards.get(NodeKind.COVER), tuple(asides), ordered, source)


def language_of(source: Source) -> Language:
    """Russian where most letters are Cyrillic, else Vietnamese."""
    text = "".join(line.text for line in source.lines[:2000])[:200_000]
    return Language.RU if len(CYRILLIC.findall(text)) > len(LATIN.findall(text)) else Language.VI


def _built(division: Division, language: Language, said: Mapping[int, Said]) -> tuple[Draft, list[Warned]]:
    rows = list(division.rows)
    first = rows[0].number if rows else division.line
    root = Draft(division.kind, 0, division.label, division.mark, line=division.line or first)
    root.last_line = root.line
    if not division.is_addressed:
        root.heading = division.tail
    else:
        root.children.append(Draft(NodeKind.PARAGRAPH, text=division.tail, line=root.line, last_line=root.line))
    context = Context(rows, division.kind, _articles(rows), _has_roman(rows), said=said)
    builder = Builder(root, GRAMMARS[language], context)
    return builder.build(), builder.warnings


def _by_hand(source: Source, said: Mapping[int, Said]) -> list[Aside]:
    """The lines that a person set aside, each as a whole."""
    told = {number for number, one in said.items() if one.act is Act.ASIDE}
    return [Aside(line.number, 0, line.text, AsideReason.BY_HAND) for line in source.lines if line.number in told]


def _articles(rows: list[Row]) -> frozenset[int]:
    return frozenset(int(found[2]) for row in rows if (found := ARTICLE.match(row.text)))


def _has_roman(rows: list[Row]) -> bool:
    """Whether sections are counted in Roman figures from I on."""
    return any((found := ROMAN.match(row.text)) and roman_value(found[2]) == 1 for row in rows)


def _without_overlaps(asides: list[Aside]) -> list[Aside]:
    """Each sign is set aside once: what lies in a piece that is set aside already is left out."""
    kept: list[Aside] = []
    end, line = 0, 0
    for aside in sorted(asides, key=lambda one: (one.line, one.column, -len(one.text))):
        end = end if aside.line == line else 0
        if aside.column >= end:
            kept.append(aside)
            end, line = aside.column + len(aside.text), aside.line
    return kept


def _about_the_whole(root: Node, card: Card) -> list[Warned]:
    """Two documents in one file; no title; nothing numbered at all."""
    found = []
    body = next(node for node in root.children if node.kind is NodeKind.BODY)
    if root.children[0].kind is NodeKind.COVER:
        found.append(Warned(WarningCode.TWO_DOCUMENTS, body.line))
    if not card.title:
        found.append(Warned(WarningCode.NO_TITLE, body.line))
    if not any(node.kind in NUMBERED for node in body.walk()):
        found.append(Warned(WarningCode.NO_STRUCTURE, body.line))
    return found


def referring_to(regulation: Regulation, appendix: Node) -> list[Node]:
    """The clauses and articles of the text that name an appendix."""
    figure = appendix.label.split()[-1] if len(appendix.label.split()) > 1 else None
    found = []
    for node in regulation.body.walk():
        words = " ".join([node.text, *(child.text for child in node.children if not child.label)])
        if node.label and any(one[1] == figure for one in REFERENCE[regulation.language].finditer(words)):
            found.append(node)
    return found
