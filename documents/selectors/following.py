"""What feeds hold: the documents of a section, narrowed by the filters of the address (A52)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db.models import QuerySet
from wagtail.models import Page

from documents.models import DocumentCollectionPage, DocumentIndexPage, OfficialDocumentPage
from documents.rules.collections import CollectionKind
from documents.selectors.collections import documents_of
from documents.selectors.filters import chosen_filters, matching
from documents.selectors.lists import published_documents


def followed(section: Page, query: Mapping[str, str], on: datetime.date) -> QuerySet[OfficialDocumentPage] | None:
    """What a feed of a section with the filters of its address holds, posted last first; None for another page."""
    if isinstance(section, DocumentIndexPage):
        every = published_documents()
    elif isinstance(section, DocumentCollectionPage):
        every = documents_of(CollectionKind(section.kind), section.unit.school)
    else:
        return None
    return matching(every, chosen_filters(query), on).order_by("-last_published_at", "-pk")
