"""What the search of the site shows of documents: clauses and attached files, each with the words around the hit."""

from __future__ import annotations

import dataclasses

from core.words_alike import search_words
from documents.models.clauses import ClauseText
from documents.models.documents import OfficialDocumentPage
from documents.rules.hits import Piece, excerpt, pieces_of
from documents.selectors.clauses import LONGEST_QUERY, find_clauses
from documents.selectors.files import FoundFile, files_with

MARKED_WORDS = 12  # words of a question that are marked; all of them are looked for


@dataclasses.dataclass(frozen=True, slots=True)
class FoundPassage:
    """A place in a document: `label` of a clause, empty for the document itself; or `file`, the name of a file of it.

    `heading` and `text` are the words there, cut at the hits; `is_file` tells a file without a name too.
    """

    page: OfficialDocumentPage
    anchor: str
    label: tuple[Piece, ...]
    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]
    file: str = ""
    is_file: bool = False


def find_passages(text: str) -> list[FoundPassage]:
    """Clauses and documents with all words of `text`, then files; four queries, however many there are."""
    asked = text[:LONGEST_QUERY]
    wanted = frozenset(search_words(asked).split()[:MARKED_WORDS])
    return [
        *(_of_clause(row, wanted) for row in find_clauses(asked)),
        *(_of_file(row, wanted) for row in files_with(asked)),
    ]


def _of_clause(row: ClauseText, wanted: frozenset[str]) -> FoundPassage:
    heading = row.heading if row.anchor else row.page.title
    label, words = pieces_of(row.label, wanted), pieces_of(heading, wanted)
    return FoundPassage(row.page, row.anchor, label, words, excerpt(row.text, wanted))


def _of_file(row: FoundFile, wanted: frozenset[str]) -> FoundPassage:
    heading = pieces_of(row.page.title, wanted)
    return FoundPassage(row.page, "", (), heading, excerpt(row.text, wanted), row.title, is_file=True)
