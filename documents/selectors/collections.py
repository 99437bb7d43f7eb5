"""What stands in a named section of the register, and the local acts under their orders (A04, B06, B09, B39)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from documents.models.documents import LONG_FIELDS, OfficialDocumentPage
from documents.models.links import DocumentLink
from documents.rules.collections import BELONGING, ORDERS, STATE_TYPES, CollectionKind, Issuer, is_own_body
from documents.rules.registering import Relation
from documents.selectors.filters import chosen_filters, document_list, listing, matching
from documents.selectors.lists import ShownDocument, published_documents, shown_documents
from school.models import School


@dataclasses.dataclass(frozen=True, slots=True)
class Act:
    """A local act in the list with what is annexed to it."""

    shown: ShownDocument
    annexes: list[ShownDocument]


def documents_of(kind: CollectionKind, school: School) -> QuerySet[OfficialDocumentPage]:
    """The documents on the site that belong to a section, the newest first; at most one query before its own."""
    belonging = BELONGING[kind]
    pages = published_documents()
    if belonging.issuer is not None:
        own = Q(issuing_body__in=_own_bodies(school)) & ~Q(kind__in=STATE_TYPES)
        pages = pages.filter(own if belonging.issuer is Issuer.SCHOOL else ~own)
    if belonging.fields or belonging.kinds:
        pages = pages.filter(Q(field__in=belonging.fields) | Q(kind__in=belonging.kinds))
    return pages


def _own_bodies(school: School) -> list[str]:
    """Issuing bodies, as they are written in the register, that are the school itself."""
    live = OfficialDocumentPage.objects.live().order_by()
    names = (school.name, school.short_name)
    return [body for body in live.values_list("issuing_body", flat=True).distinct() if is_own_body(body, names)]


def collection_list(
    kind: CollectionKind, school: School, query: Mapping[str, str], on: datetime.date
) -> dict[str, Any]:
    """What a section shows: the list of its documents; local acts stand under the order that approved them (B09)."""
    every = documents_of(kind, school)
    if kind is not CollectionKind.LOCAL_ACTS:
        return document_list(query, on, every)
    found = matching(every, chosen_filters(query), on)
    context = listing(heads_of(found), every, query, on)
    context["documents"].object_list = with_annexes(context["documents"].object_list, on)
    return context


def heads_of(found: QuerySet[OfficialDocumentPage]) -> QuerySet[OfficialDocumentPage]:
    """Instead of annexes the orders they stand under; what is annexed to no order on the site stands for itself."""
    keys = found.order_by().values("pk")
    links = _annexed().filter(source__in=keys)
    is_head = Q(pk__in=keys) & ~Q(pk__in=links.values("source"))
    return published_documents().filter(is_head | Q(pk__in=links.values("target")))


def _annexed() -> QuerySet[DocumentLink]:
    """Links of annexes to orders, both on the site; an order is nobody's annex, so that nothing goes round."""
    links = DocumentLink.objects.filter(kind=Relation.ANNEX_OF, source__live=True, target__live=True)
    return links.filter(target__kind__in=ORDERS).exclude(source__kind__in=ORDERS).order_by()


def with_annexes(heads: Iterable[ShownDocument], on: datetime.date) -> list[Act]:
    """Acts with their annexes by title; two queries however many there are."""
    rows = list(heads)
    links = _annexed().filter(target__in=[row.page.pk for row in rows]).select_related("source")
    links = links.defer(*(f"source__{name}" for name in LONG_FIELDS)).order_by("source__title", "pk")
    found: dict[int, dict[int, OfficialDocumentPage]] = {}
    for link in links:
        found.setdefault(link.target_id, {})[link.source_id] = link.source
    shown = shown_documents({pk: page for pages in found.values() for pk, page in pages.items()}.values(), on)
    by_key = {row.page.pk: row for row in shown}
    return [Act(row, [by_key[pk] for pk in found.get(row.page.pk, ())]) for row in rows]
