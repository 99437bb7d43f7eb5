"""What the board is handed: work that falls due, lists of the desk, the yearly review, clauses, figures, sections."""

from __future__ import annotations

from documents import desk_lists, required_sections
from documents.actions import (
    forget_askers,
    forget_imports,
    read_waiting_files,
    remind_of_acquaintance,
    remind_of_questions,
    remind_of_reviews,
)
from documents.models import OfficialDocumentPage
from documents.selectors.acquaintance import is_file_to_read
from documents.selectors.clauses import address_of_clause
from documents.selectors.figures import NAME, registered_rows, registered_table
from documents.selectors.keeping import stale_documents
from editorial import clauses, desk_providers, figure_providers, file_readers, periodic_work
from editorial import required_sections as required
from editorial.selectors.stale import register_stale

WORK = {
    "acquaintance": remind_of_acquaintance,
    "document_reviews": remind_of_reviews,
    "file_texts": read_waiting_files,
    "forgotten_imports": forget_imports,
    "journal_askers": forget_askers,
    "journal_questions": remind_of_questions,
}


def hand_over() -> None:
    """Register all of it; called once, when the apps are ready."""
    for name, work in WORK.items():
        periodic_work.register(name, work)
    desk_providers.register("documents_1_read", desk_lists.reading_list)
    desk_providers.register("documents_2_review", desk_lists.review_list)
    file_readers.register("documents", is_file_to_read)
    register_stale("documents", stale_documents, covers=OfficialDocumentPage)
    clauses.register(address_of_clause)
    figure_providers.register(NAME, registered_table, registered_rows)
    required.register(required_sections.sections)
