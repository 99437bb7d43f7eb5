"""Documents on the site as lists show them, with what each is worth today."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from documents import words
from documents.models.documents import LONG_FIELDS, OfficialDocumentPage
from documents.models.links import DocumentLink
from documents.rules.registering import Audience, Field, Relation
from documents.rules.types import TYPES
from documents.rules.validity import Ending, Validity, ValidityFacts, validity
from documents.selectors.clauses import LONGEST_QUERY, documents_with

PER_PAGE = 20
ENDING = (Relation.REPLACES.value, Relation.REPEALS.value)
ORDERS = {
    "new": ("-issued_on", "-pk"),
    "old": ("issued_on", "pk"),
    "name": ("title", "pk"),
    "number": ("number", "-issued_on", "pk"),
}
ORDER_NAMES = {
    "new": _("Newest first"),
    "old": _("Oldest first"),
    "name": _("By name"),
    "number": _("By number"),
}
YEAR = re.compile(r"[12]\d{3}")


@dataclasses.dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document in a list, with what it is worth today."""

    page: OfficialDocumentPage
    validity: Validity

    @property
    def validity_name(self) -> str:
        """The validity in words."""
        return str(words.VALIDITIES[self.validity])


def published_documents() -> QuerySet[OfficialDocumentPage]:
    """Documents on the site, the newest first; their long fields are left in the database."""
    return OfficialDocumentPage.objects.live().defer(*LONG_FIELDS).order_by(*ORDERS["new"])


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
    return validity(ValidityFacts(page.issued_on, page.effective_on, page.expires_on, endings, override), on)


def shown_documents(pages: Iterable[OfficialDocumentPage], on: datetime.date) -> list[ShownDocument]:
    """Documents with their validity, in their order; one query more."""
    rows = list(pages)
    endings = endings_of(row.pk for row in rows)
    return [ShownDocument(row, validity_of(row, endings.get(row.pk, ()), on)) for row in rows]


def document_list(query: Mapping[str, str], on: datetime.date) -> dict[str, Any]:
    """What the list shows: a page of documents, the filters and what was chosen.

    An unknown filter, order or page number shows everything or the nearest page, never an error.
    """
    chosen = _chosen(query)
    pages = _matching(published_documents(), chosen).order_by(*ORDERS[chosen["order"]])
    if chosen["validity"]:
        pages = pages.filter(pk__in=_of_validity(pages, Validity(chosen["validity"]), on))
    listed: ListPage[Any] = Paginator(pages, PER_PAGE).get_page(query.get("page", "1"))
    listed.object_list = shown_documents(listed.object_list, on)
    return {"documents": listed, "chosen": chosen, "is_chosen": _is_narrowed(chosen), **_offers()}


def _is_narrowed(chosen: Mapping[str, str]) -> bool:
    return any(value for name, value in chosen.items() if name != "order")


def _chosen(query: Mapping[str, str]) -> dict[str, str]:
    """What the visitor asked for, as far as it is known; empty where it is not."""
    known: dict[str, Iterable[str]] = {
        "kind": TYPES,
        "field": set(Field),
        "validity": set(Validity),
        "audience": set(Audience),
        "order": ORDERS,
    }
    chosen = {name: query.get(name, "") if query.get(name, "") in values else "" for name, values in known.items()}
    chosen["order"] = chosen["order"] or "new"
    chosen["year"] = query.get("year", "") if YEAR.fullmatch(query.get("year", "")) else ""
    chosen["body"] = _clean(query.get("body", ""), 200)
    chosen["q"] = _clean(query.get("q", ""), LONGEST_QUERY)
    return chosen


def _clean(typed: str, length: int) -> str:
    """Typed words without signs that no text holds, cut to a length."""
    return typed.replace("\0", "").strip()[:length]


def _matching(pages: QuerySet[OfficialDocumentPage], chosen: Mapping[str, str]) -> QuerySet[OfficialDocumentPage]:
    fields = {"kind": "kind", "field": "field", "year": "issued_on__year", "body": "issuing_body"}
    pages = pages.filter(**{lookup: chosen[name] for name, lookup in fields.items() if chosen[name]})
    if chosen["audience"]:
        everybody = Q(**{f"for_{audience.value}": False for audience in Audience})
        pages = pages.filter(Q(**{f"for_{chosen['audience']}": True}) | everybody)
    return pages.filter(pk__in=documents_with(chosen["q"])) if chosen["q"] else pages


def _of_validity(pages: QuerySet[OfficialDocumentPage], wanted: Validity, on: datetime.date) -> list[int]:
    """Keys of those that are worth this on the day; the rule is asked for each."""
    names = ("pk", "override", "issued_on", "effective_on", "expires_on")
    rows = list(pages.order_by().only(*names))
    return [shown.page.pk for shown in shown_documents(rows, on) if shown.validity is wanted]


def _offers() -> dict[str, Any]:
    """The values that the filters offer: those that occur."""
    live = OfficialDocumentPage.objects.live().order_by()
    kinds = set(live.values_list("kind", flat=True).distinct())
    fields = set(live.values_list("field", flat=True).distinct())
    years = live.filter(issued_on__isnull=False).annotate(year=ExtractYear("issued_on")).values_list("year", flat=True)
    return {
        "kinds": [(row.code, row.name) for row in TYPES.values() if row.code in kinds],
        "fields": [(code.value, label) for code, label in words.FIELDS.items() if code in fields],
        "bodies": [
            (name, name) for name in live.order_by("issuing_body").values_list("issuing_body", flat=True).distinct()
        ],
        "years": [(year, year) for year in sorted({str(year) for year in years}, reverse=True)],
        "validities": [(code.value, label) for code, label in words.VALIDITIES.items()],
        "orders": list(ORDER_NAMES.items()),
        "audience_names": [(code.value, label) for code, label in words.AUDIENCES.items()],
    }


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
