"""The register on the front page: its newest documents, and the sections every visitor may look for."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from documents.models import DocumentCollectionPage, DocumentIndexPage, RepositoryIndexPage
from documents.rules.collections import CollectionKind
from documents.selectors.lists import ShownDocument, published_documents, shown_documents

NEWEST = 3


@dataclasses.dataclass(frozen=True, slots=True)
class RegisterStrip:
    """`section` is the whole register, None where there is none."""

    section: DocumentIndexPage | None
    newest: list[ShownDocument]
    sections: list[Any]


def register_strip(on: datetime.date) -> RegisterStrip:
    """The documents issued last and the ways to law and repository; five queries."""
    section = DocumentIndexPage.objects.live().first()
    law = DocumentCollectionPage.objects.live().filter(kind=CollectionKind.LAW)
    repository = RepositoryIndexPage.objects.live()
    newest = shown_documents(published_documents()[:NEWEST], on)
    return RegisterStrip(section, newest, [*law[:1], *repository[:1]])
