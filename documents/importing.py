"""From a file to the tree of its clauses, and the outcome in words."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from documents.models.fields import LONGEST_TEXT
from documents.readers.files import read_file
from documents.readers.refusals import Fault, refused
from documents.rules.corrections import Corrections, plain_corrections
from documents.rules.lines import Aside, Warned
from documents.rules.outline import document_type, number_of
from documents.rules.reading import Regulation, read_regulation
from documents.rules.tree import Node
from documents.rules.vocabulary import AsideReason, Language, NodeKind, WarningCode
from documents.rules.writing import Written, read_text_again, text_of

WARNINGS: dict[WarningCode, Promise] = {
    WarningCode.DUPLICATE_NUMBER: gettext_lazy("The number occurs again"),
    WarningCode.MISSING_NUMBER: gettext_lazy("A number is missing"),
    WarningCode.WRONG_NUMBER: gettext_lazy("The number does not fit the part it stands in"),
    WarningCode.OUT_OF_ORDER: gettext_lazy("The number comes after a greater one"),
    WarningCode.NO_DOT_AFTER_NUMBER: gettext_lazy("There is no dot after the number"),
    WarningCode.HEADING_WITH_FULL_STOP: gettext_lazy("The heading ends with a full stop: is it a heading?"),
    WarningCode.UNNUMBERED_SUBHEADING: gettext_lazy("A line looks like a heading without a number"),
    WarningCode.BROKEN_LINE: gettext_lazy("A broken line was joined with the next"),
    WarningCode.HYPHENATION: gettext_lazy("A word broken by a hyphen"),
    WarningCode.TABS_AS_SPACES: gettext_lazy("Tabs were read as spaces"),
    WarningCode.STRANGE_LETTER: gettext_lazy("A letter of another alphabet in a word"),
    WarningCode.UNBALANCED_QUOTES: gettext_lazy("A quotation mark without its pair"),
    WarningCode.REPEATED_WORD: gettext_lazy("A word is written twice"),
    WarningCode.TWO_DOCUMENTS: gettext_lazy("An order and the text it puts into force, in one file"),
    WarningCode.NO_STRUCTURE: gettext_lazy("No numbered part was found"),
    WarningCode.NO_TITLE: gettext_lazy("No title was found"),
    WarningCode.GUESSED_ENCODING: gettext_lazy("The alphabet of the file was guessed"),
    WarningCode.TRACKED_CHANGES: gettext_lazy("The file has tracked changes: they were read as accepted"),
    WarningCode.NO_TEXT_ON_PAGE: gettext_lazy("A page without text: it may be a picture"),
    WarningCode.CORRECTION_LOST: gettext_lazy("A correction has no line any more: it was left out"),
}
REASONS: dict[AsideReason, Promise] = {
    AsideReason.PAGE_NUMBER: gettext_lazy("page number"),
    AsideReason.RUNNING_HEAD: gettext_lazy("head or foot of the pages"),
    AsideReason.REPEATED_LETTERHEAD: gettext_lazy("repeated letterhead"),
    AsideReason.CONTENTS: gettext_lazy("table of contents"),
    AsideReason.HYPHEN: gettext_lazy("hyphen of a broken word"),
    AsideReason.MARKUP: gettext_lazy("signs of the layout"),
    AsideReason.RULE: gettext_lazy("drawn line"),
    AsideReason.INVISIBLE: gettext_lazy("invisible signs"),
    AsideReason.DELETED: gettext_lazy("deleted in tracked changes"),
    AsideReason.COMMENT: gettext_lazy("remark beside the text"),
    AsideReason.BY_HAND: gettext_lazy("set aside by hand"),
}
TEXT_FILE, LONGEST_NAME = ".txt", 150
MOST_LINES_NAMED, SHOWN_LETTERS = 12, 90


def import_file(data: bytes, name: str, language: Language | None = None) -> Regulation:
    """The regulation in a file; its language is told from the text if not given. Raises ReadingRefused."""
    return read_regulation(read_file(data, name), language)


@dataclasses.dataclass(frozen=True, slots=True)
class ForRegister:
    """A file as the register keeps it: its text, how that is read, what is not in it, what the reader found odd.

    `set_aside` are [line, words, reason], `told` [code, label, line], by the lines of the text.
    """

    text: str
    are_paragraphs: bool
    regulation: Regulation
    set_aside: list[list[Any]]
    told: list[list[Any]]


def read_for_register(data: bytes, name: str, language: Language | None = None) -> ForRegister:
    """A file read into text that gives the same tree when it is read again. Raises ReadingRefused."""
    source = read_file(data, name)
    written = text_of(source)
    if len(written.text) > LONGEST_TEXT:
        raise refused(Fault.TOO_LONG)
    told = plain_corrections(Corrections((), written.are_paragraphs, language))
    aside = [[_place(written, one.line), one.text, one.reason.value] for one in source.asides]
    warned = [[one.code.value, one.label, _place(written, one.line)] for one in source.warnings]
    return ForRegister(written.text, written.are_paragraphs, read_text_again(written.text, told), aside, warned)


def name_of_text(title: str) -> str:
    """The name under which the text of a document is read again."""
    return f"{title[: LONGEST_NAME - len(TEXT_FILE)]}{TEXT_FILE}"


def _place(written: Written, line: int) -> int:
    """The line of the text that a line of the file is, or the next one that was kept; 1 behind the last."""
    return written.places.get(line) or next((place for number, place in written.places.items() if number > line), 1)


def in_words(regulation: Regulation) -> Iterator[str]:
    """What was read, line by line, for a person: head, tree, warnings, what was set aside."""
    yield regulation.card.title or _("(no title)")
    number = number_of(regulation)
    yield " · ".join(part for part in (regulation.language.value, document_type(regulation), number) if part)
    yield ""
    for division in regulation.divisions:
        yield from _tree(division, 0)
    yield ""
    yield from _warnings(regulation.warnings)
    yield ""
    yield from _asides(regulation.asides)


def _tree(node: Node, depth: int) -> Iterator[str]:
    name = node.label or (f"[{node.kind.value}]" if node.kind not in {NodeKind.ITEM, NodeKind.PARAGRAPH} else node.mark)
    words = _shortened(node.heading or node.text)
    yield "  " * depth + " ".join(part for part in (name, words) if part)
    for child in node.children:
        yield from _tree(child, depth + 1)


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN_LETTERS else f"{text[: SHOWN_LETTERS - 1].rstrip()}…"


def _warnings(warnings: tuple[Warned, ...]) -> Iterator[str]:
    """The numbers one by one; what is frequent, gathered with its lines."""
    if not warnings:
        yield _("Nothing to look at.")
        return
    count = len(warnings)
    yield ngettext("%(count)s thing to look at:", "%(count)s things to look at:", count) % {"count": count}
    gathered: dict[WarningCode, list[Warned]] = defaultdict(list)
    for warned in warnings:
        gathered[warned.code].append(warned)
    for code in WARNINGS:
        if gathered[code]:
            yield f"  {WARNINGS[code]} ({code.value}): {_places(gathered[code])}"


def _places(found: list[Warned]) -> str:
    """ "5.6 (line 184), 5.7 (line 185)", or the lines alone."""
    places = [
        _("%(label)s (line %(line)s)") % {"label": one.label, "line": one.line}
        if one.label
        else _("line %(line)s") % {"line": one.line}
        for one in found
    ]
    more = len(places) - MOST_LINES_NAMED
    shown = ", ".join(places[:MOST_LINES_NAMED])
    return shown if more <= 0 else _("%(places)s and %(count)s more") % {"places": shown, "count": more}


def _asides(asides: tuple[Aside, ...]) -> Iterator[str]:
    """What is not in the tree, by reason."""
    if not asides:
        yield _("Nothing was set aside.")
        return
    yield _("Set aside:")
    for reason, pieces in groupby(sorted(asides, key=lambda one: one.reason), key=lambda one: one.reason):
        found = list(pieces)
        lines = _places([Warned(WarningCode.BROKEN_LINE, line) for line in sorted({one.line for one in found})])
        yield f"  {REASONS[reason]}: {lines}"
