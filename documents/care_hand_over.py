"""What the board is handed about looking after documents: reminders, lists of the desk, the yearly review."""

from __future__ import annotations

from documents import desk_lists
from documents.actions import remind_of_acquaintance, remind_of_reviews
from documents.models import OfficialDocumentPage
from documents.selectors.keeping import stale_documents
from editorial import desk_providers, periodic_work
from editorial.selectors.stale import register_stale


def hand_over() -> None:
    """Register all of it; called once, when the apps are ready."""
    periodic_work.register("document_reviews", remind_of_reviews)
    periodic_work.register("acquaintance", remind_of_acquaintance)
    desk_providers.register("documents_1_read", desk_lists.reading_list)
    desk_providers.register("documents_2_review", desk_lists.review_list)
    register_stale("documents", stale_documents, covers=OfficialDocumentPage)
