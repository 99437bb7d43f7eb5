"""Clauses of documents on the site: by their words, and by the name a sentence of the board gives them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from core.words_alike import search_words
from documents.models.clauses import ClauseText
from documents.models.documents import LONG_FIELDS
from documents.rules.citing import anchors_named

FOUND_CLAUSES, LONGEST_QUERY = 30, 100


def clauses_with(text: str) -> QuerySet[ClauseText]:
    """Clauses of documents on the site that hold all words of `text`; none for a text without words."""
    wanted = search_words(text).split()
    if not wanted:
        return ClauseText.objects.none()
    found = ClauseText.objects.filter(page__live=True)
    for word in wanted:
        found = found.filter(words__contains=f" {word} ")
    return found


def documents_with(text: str) -> QuerySet[ClauseText, Any]:
    """Keys of the documents on the site that hold all words in one clause or in what the register says."""
    return clauses_with(text).order_by().values("page_id")


def find_clauses(text: str) -> list[ClauseText]:
    """The first clauses with all these words, in the order of documents and reading."""
    rows = clauses_with(text[:LONGEST_QUERY]).select_related("page").defer(*(f"page__{name}" for name in LONG_FIELDS))
    return list(rows.order_by("-page__issued_on", "page_id", "position")[:FOUND_CLAUSES])


def address_of_clause(name: str) -> str:
    """Where a clause of the board's own regulation ("Đ12.4", "002 §3.3") stands on the site; empty where nowhere.

    A regulation that does not go as deep is answered by the nearest part above.
    """
    anchors = anchors_named(name)
    rows = ClauseText.objects.filter(page__live=True, page__is_board_regulation=True, anchor__in=anchors)
    rows = rows.select_related("page").defer(*(f"page__{name}" for name in LONG_FIELDS))
    found = sorted(rows, key=lambda row: (anchors.index(row.anchor), -row.page_id))
    return f"{found[0].page.url}#{found[0].anchor}" if found else ""
