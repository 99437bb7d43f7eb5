"""The law section and the repository, for the inspector's view (A04, A73)."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Max
from django.utils.timezone import localdate

from documents.models import DocumentCollectionPage, DocumentIndexPage, RecognisedWorkPage, RepositoryIndexPage
from documents.rules.collections import CollectionKind
from documents.selectors.collections import documents_of
from documents.selectors.lists import published_documents
from editorial.required_sections import RequiredSection
from school.models import School


def sections(school: School, on: datetime.date) -> list[RequiredSection]:
    """The register, the dissemination of law and the repository; eight queries however much stands in them."""
    of_school = {"unit__school": school}
    register = DocumentIndexPage.objects.live().filter(**of_school).select_related("unit").first()
    law = DocumentCollectionPage.objects.live().filter(**of_school, kind=CollectionKind.LAW).select_related("unit")
    repository = RepositoryIndexPage.objects.live().filter(**of_school).select_related("unit").first()
    works = RecognisedWorkPage.objects.live().filter(**of_school)
    found = [
        (register, published_documents()),
        (law.first(), documents_of(CollectionKind.LAW, school)),
        (repository, works),
    ]
    return [_section(page, rows) for page, rows in found if page is not None]


def _section(page: Any, rows: Any) -> RequiredSection:
    newest = rows.order_by().aggregate(newest=Max("last_published_at"))["newest"]
    touched_on = localdate(newest) if newest else None
    return RequiredSection(page.title, page.unit.name, page.get_url() or "", touched_on)
