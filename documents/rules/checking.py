"""Numbers that repeat, are missing, or do not fit where they stand (rule 2). Nothing is put right: it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from documents.rules.grammar_vi import ARTICLE
from documents.rules.lines import Warned
from documents.rules.numbering import RUSSIAN_LETTERS, VIETNAMESE_LETTERS, label_value, prefix_of, roman
from documents.rules.tree import Node
from documents.rules.vocabulary import Language, NodeKind, WarningCode

IN_SERIES = (NodeKind.PART, NodeKind.CHAPTER, NodeKind.ARTICLE)
IN_PARENT = (NodeKind.SECTION, NodeKind.SUBSECTION, NodeKind.POINT)


def check_numbers(division: Node, language: Language) -> list[Warned]:
    """The warnings of one division; forms number their options as they like."""
    if division.kind is NodeKind.FORM:
        return []
    found = [warned for kind in IN_SERIES for warned in _series(division.of_kind(kind), "")]
    for node in division.walk():
        for kind in IN_PARENT:
            found.extend(_series([child for child in node.children if child.kind is kind], node.label))
        found.extend(_clauses(node, language))
    if language is Language.RU:
        found.extend(_repeated(division))
    return found


def articles_passed_over(division: Node) -> Iterator[Warned]:
    """Paragraphs that begin like an article: out of their series they open none, which a person must see."""
    if division.kind is NodeKind.FORM:
        return
    known = {node.label for node in division.of_kind(NodeKind.ARTICLE)}
    for node in division.of_kind(NodeKind.PARAGRAPH):
        found = ARTICLE.match(node.text)
        if found and known and found[3][:1].isupper():
            label = " ".join(found[1].lstrip("-–· ").rstrip(".:").split())
            code = WarningCode.DUPLICATE_NUMBER if label in known else WarningCode.WRONG_NUMBER
            yield Warned(code, node.line, label)


def _series(nodes: Iterable[Node], within: str) -> Iterator[Warned]:
    """One after the other from 1; a new 1 begins a new series."""
    last, seen = 0, set[str]()
    for node in nodes:
        value = label_value(node.label)
        if value == 1 and node.kind is NodeKind.POINT:
            last, seen = 0, set()
        if node.label in seen:
            yield Warned(WarningCode.DUPLICATE_NUMBER, node.line, node.label, within)
        elif value > last + 1:
            yield Warned(WarningCode.MISSING_NUMBER, node.line, _missing(node.label, last + 1), within)
        elif value <= last:
            yield Warned(WarningCode.OUT_OF_ORDER, node.line, node.label, within)
        seen.add(node.label)
        last = max(last, value)


def _clauses(node: Node, language: Language) -> Iterator[Warned]:
    """The clauses right under a part: their first figures are its own, their last ones follow each other."""
    clauses = [child for child in node.children if child.kind is NodeKind.CLAUSE]
    fitting = []
    for clause in clauses:
        if _fits(clause, node, language):
            fitting.append(clause)
        else:
            yield Warned(WarningCode.WRONG_NUMBER, clause.line, clause.label, node.label)
    warned = _series(fitting, node.label)
    is_flat = language is Language.VI or all("." not in clause.label for clause in fitting)
    # In Russian texts "3.2" is one and the same wherever it stands: repeats are told for the whole text.
    yield from (one for one in warned if is_flat or one.code is not WarningCode.DUPLICATE_NUMBER)


def _fits(clause: Node, parent: Node, language: Language) -> bool:
    """Whether the figures before the last are those of the part it stands in."""
    prefix = prefix_of(clause.label)
    if parent.kind is NodeKind.CLAUSE:
        return prefix == parent.label
    if language is Language.VI or parent.kind is not NodeKind.SECTION:
        return not prefix
    return not prefix or prefix == str(label_value(parent.label))


def _repeated(division: Node) -> Iterator[Warned]:
    """Clauses with more than one figure that occur again anywhere in the text."""
    seen = set[str]()
    for node in division.of_kind(NodeKind.CLAUSE):
        if "." in node.label and node.label in seen:
            yield Warned(WarningCode.DUPLICATE_NUMBER, node.line, node.label)
        seen.add(node.label)


def _missing(label: str, value: int) -> str:
    """The number that should have come, written as its neighbour is."""
    prefix = prefix_of(label)
    if prefix and label[-1] != ".":
        return f"{prefix}.{value}"
    head, space, last = label.rpartition(" ")
    return f"{head}{space}{_like(last, value)}"


def _like(figure: str, value: int) -> str:
    """A number in the figures or letters of its neighbour, with the same bracket."""
    bare = figure.rstrip(").")
    if bare.isdecimal():
        return f"{value}{figure[len(bare) :]}"
    letters = VIETNAMESE_LETTERS if bare in VIETNAMESE_LETTERS else RUSSIAN_LETTERS
    is_letter = len(bare) == 1 and bare in letters and figure != bare
    return f"{letters[value - 1]}{figure[len(bare) :]}" if is_letter else roman(value)
