"""Documents on the site as lists show them, with what each is worth today."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Length

from documents.models.documents import LONG_FIELDS, OfficialDocumentPage
from documents.models.links import DocumentLink
from documents.rules.registering import Relation
from documents.rules.validity import Ending, Validity, ValidityFacts, validity
from documents.words import register as words

ENDING = (Relation.REPLACES.value, Relation.REPEALS.value)
ORDERS: dict[str, tuple[Any, ...]] = {
    "new": ("-issued_on", "-pk"),
    "old": ("issued_on", "pk"),
    "name": ("title", "pk"),
    "number": (Length("number"), "number", "-issued_on", "pk"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document in a list, with what it is worth today; `ended_by` replace or repeal it and are on the site."""

    page: OfficialDocumentPage
    validity: Validity
    ended_by: tuple[OfficialDocumentPage, ...] = ()

    @property
    def validity_name(self) -> str:
        """The validity in words."""
        return str(words.VALIDITIES[self.validity])


def published_documents() -> QuerySet[OfficialDocumentPage]:
    """Current documents on the site, the newest first; their long fields are left in the database.

    What was archived is not among them: only its address answers (002 §3.3).
    """
    return OfficialDocumentPage.objects.live().filter(archived=None).defer(*LONG_FIELDS).order_by(*ORDERS["new"])


def endings_of(page_ids: Iterable[int]) -> dict[int, tuple[Ending, ...]]:
    """By document: what other documents on the site end of it; one query."""
    found: dict[int, list[Ending]] = {}
    rows = DocumentLink.objects.filter(target__in=list(page_ids), kind__in=ENDING, source__live=True)
    days = ("source__effective_on", "source__issued_on")
    for target_id, clauses, effective_on, issued_on in rows.values_list("target_id", "clauses", *days):
        found.setdefault(target_id, []).append(Ending(effective_on or issued_on, clauses))
    return {key: tuple(endings) for key, endings in found.items()}


def validity_of(page: Any, endings: tuple[Ending, ...], on: datetime.date) -> Validity:
    """What a document is worth on a day."""
    override = Validity(page.override) if page.override else None
    days = page.issued_on, page.effective_on, page.expires_on
    return validity(ValidityFacts(*days, endings, override, page.is_for_comment), on)


def shown_documents(pages: Iterable[OfficialDocumentPage], on: datetime.date) -> list[ShownDocument]:
    """Documents with their validity, in their order; one query more."""
    rows = list(pages)
    endings = endings_of(row.pk for row in rows)
    return [ShownDocument(row, validity_of(row, endings.get(row.pk, ()), on)) for row in rows]


def with_successors(shown: list[ShownDocument]) -> list[ShownDocument]:
    """The same with what replaced or repealed each as a whole; one query more."""
    rows = DocumentLink.objects.filter(target__in=[row.page.pk for row in shown], kind__in=ENDING, source__live=True)
    found: dict[int, list[OfficialDocumentPage]] = {}
    for row in rows.filter(clauses="").select_related("source").defer(*(f"source__{name}" for name in LONG_FIELDS)):
        found.setdefault(row.target_id, []).append(row.source)
    return [dataclasses.replace(row, ended_by=tuple(found.get(row.page.pk, ()))) for row in shown]


def repeated(page: OfficialDocumentPage) -> OfficialDocumentPage | None:
    """Another document with the same year, number, symbol and body (Nghị định 30/2020); a warning, no ban."""
    if not page.number or page.issued_on is None:
        return None
    rows = OfficialDocumentPage.objects.defer(*LONG_FIELDS).exclude(pk=page.pk)
    same = rows.filter(number=page.number, symbol=page.symbol, issued_on__year=page.issued_on.year)
    return same.filter(issuing_body__iexact=page.issuing_body).first()


def links_into(page: OfficialDocumentPage) -> list[DocumentLink]:
    """What other documents on the site say of this one; annexes by their number."""
    rows = DocumentLink.objects.filter(target=page, source__live=True).select_related("source")
    return list(rows.order_by("kind", F("source__issued_on").desc(nulls_last=True), "source__title"))
