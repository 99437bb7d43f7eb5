"""The outline of a regulation as plain data: what `import_regulation --json` prints."""

from __future__ import annotations

from typing import Any

from documents.rules.cards import Card
from documents.rules.lines import Warned
from documents.rules.reading import Regulation
from documents.rules.tree import Node, heading_of
from documents.rules.vocabulary import Language, NodeKind

ANNEXED = {"quyết định": "ban hành kèm theo quyết định", "thông tư": "ban hành kèm theo thông tư"}


def outline(regulation: Regulation) -> dict[str, Any]:
    """Title, number, cover, parts with the labels of their clauses, appendices, warnings; in reading order."""
    return {
        "title": regulation.card.title,
        "language": regulation.language.value,
        "number": number_of(regulation),
        "document_type": document_type(regulation),
        "cover": _cover(regulation),
        "parts": parts_of(regulation.body, regulation.language),
        "appendices": [{"label": node.label, "heading": heading_of(node)} for node in regulation.appendices],
        "warnings": [warning_row(warned) for warned in regulation.warnings],
    }


def number_of(regulation: Regulation) -> str | None:
    """The number with its symbol, of the text or else of the order before it."""
    cover = regulation.cover.full_number if regulation.cover else ""
    return regulation.card.full_number or cover or None


def document_type(regulation: Regulation) -> str:
    """ "quy chế (ban hành kèm theo quyết định)", "положение"; empty when the text does not say."""
    kind = regulation.card.kind
    order = regulation.cover.kind if regulation.cover else ""
    return f"{kind} ({ANNEXED[order]})" if kind and order in ANNEXED else kind


def parts_of(division: Node, language: Language) -> list[dict[str, Any]]:
    """Articles in Vietnam, sections in Russia (and in Vietnamese texts without articles), with their clauses."""
    articles = division.of_kind(NodeKind.ARTICLE)
    parts = articles if language is Language.VI and articles else division.of_kind(NodeKind.SECTION)
    return [{"label": part.label, "heading": part.heading, "clauses": _labels(part)} for part in parts]


def _labels(part: Node) -> list[str]:
    return [clause.label for clause in part.of_kind(NodeKind.CLAUSE)]


def warning_row(warned: Warned) -> dict[str, Any]:
    """A warning as data; `line` counts the lines of the source from 1."""
    return {"code": warned.code.value, "label": warned.label, "line": warned.line}


def _cover(regulation: Regulation) -> dict[str, Any] | None:
    """The order before the text; for a Russian act without one, its approval blocks if it has any."""
    card = regulation.cover or regulation.card
    approvals = [
        {"words": block.words, "number": block.number or None, "date": block.on and block.on.isoformat()}
        for block in card.approvals
    ]
    if regulation.cover is None:
        return {"approvals": approvals} if approvals else None
    division = next(node for node in regulation.divisions if node.kind is NodeKind.COVER)
    parts = parts_of(division, regulation.language) or _points(division)
    return {**_facts(card), "parts": parts, "approvals": approvals}


def _points(division: Node) -> list[dict[str, Any]]:
    """The points of a Russian order."""
    points = [child for child in division.children if child.kind is NodeKind.CLAUSE]
    return [{"label": point.label, "heading": "", "clauses": _labels(point)[1:]} for point in points]


def _facts(card: Card) -> dict[str, Any]:
    return {
        "title": card.title,
        "document_type": card.kind,
        "number": card.full_number or None,
        "place": card.place or None,
        "date": card.issued_on and card.issued_on.isoformat(),
        "effective": card.effective_on and card.effective_on.isoformat(),
        "issuer": card.issuer or None,
        "signer_post": card.signer_post or None,
        "signer": card.signer or None,
        "legal_bases": list(card.bases),
        "recipients": list(card.recipients),
    }
