"""The public list of documents: filters, orders and feeds ask here for the same documents (A52, A48, B04)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from documents.models.documents import OfficialDocumentPage
from documents.rules.registering import Audience, Field
from documents.rules.types import TYPES
from documents.rules.validity import Validity
from documents.selectors.clauses import LONGEST_QUERY, documents_with
from documents.selectors.lists import ORDERS, published_documents, shown_documents, with_successors
from documents.words import register as words

PER_PAGE = 20
BY_VALIDITY = "validity"
ORDER_NAMES = {
    "new": _("Newest first"),
    "old": _("Oldest first"),
    "number": _("By number"),
    "name": _("By name"),
    BY_VALIDITY: _("In force first"),
}
FIELDS = {
    "kind": "kind",
    "field": "field",
    "year": "issued_on__year",
    "body": "issuing_body",
    "owner": "owner_unit__code",
}
QUERY_KEYS = frozenset({*FIELDS, "validity", "audience", "q", "order", "page"})
YEAR, CODE = re.compile(r"[12][0-9]{3}"), re.compile(r"[-\w]{1,50}")
WORTH = {code: place for place, code in enumerate(words.VALIDITIES)}


def document_list(
    query: Mapping[str, str], on: datetime.date, among: QuerySet[OfficialDocumentPage] | None = None
) -> dict[str, Any]:
    """What the list shows: a page of documents, the filters and what was chosen; `among` narrows it beforehand.

    An unknown filter, order or page number shows everything or the nearest page, never an error.
    """
    every = published_documents() if among is None else among
    chosen = chosen_filters(query)
    return listing(matching(every, chosen, on), every, query, on)


def listing(
    found: QuerySet[OfficialDocumentPage],
    every: QuerySet[OfficialDocumentPage],
    query: Mapping[str, str],
    on: datetime.date,
) -> dict[str, Any]:
    """One page of what was `found` among `every` document, in the wished order, with what the filters offer."""
    chosen = chosen_filters(query)
    listed: ListPage[Any] = Paginator(_ordered(found, chosen["order"], on), PER_PAGE).get_page(query.get("page", "1"))
    listed.object_list = with_successors(shown_documents(_loaded(listed.object_list), on))
    is_chosen = any(value for name, value in chosen.items() if name != "order")
    return {"documents": listed, "chosen": chosen, "is_chosen": is_chosen, **_offers(every)}


def chosen_filters(query: Mapping[str, str]) -> dict[str, str]:
    """What the visitor asked for, as far as it is known; empty where it is not."""
    known: dict[str, Iterable[str]] = {
        "kind": TYPES,
        "field": set(Field),
        "validity": set(Validity),
        "audience": set(Audience),
        "order": ORDER_NAMES,
    }
    chosen = {name: query.get(name, "") if query.get(name, "") in values else "" for name, values in known.items()}
    chosen["order"] = chosen["order"] or "new"
    chosen["year"] = query.get("year", "") if YEAR.fullmatch(query.get("year", "")) else ""
    chosen["owner"] = query.get("owner", "") if CODE.fullmatch(query.get("owner", "")) else ""
    chosen["body"] = _clean(query.get("body", ""), 200)
    chosen["q"] = _clean(query.get("q", ""), LONGEST_QUERY)
    return chosen


def _clean(typed: str, length: int) -> str:
    """Typed words without signs that no text holds, cut to a length."""
    return typed.replace("\0", "").strip()[:length]


def matching(
    pages: QuerySet[OfficialDocumentPage], chosen: Mapping[str, str], on: datetime.date
) -> QuerySet[OfficialDocumentPage]:
    """Those of `pages` that every chosen filter lets through."""
    pages = pages.filter(**{lookup: chosen[name] for name, lookup in FIELDS.items() if chosen[name]})
    if chosen["audience"]:
        everybody = Q(**{f"for_{audience.value}": False for audience in Audience})
        pages = pages.filter(Q(**{f"for_{chosen['audience']}": True}) | everybody)
    if chosen["q"]:
        pages = pages.filter(pk__in=documents_with(chosen["q"]))
    if chosen["validity"]:
        worth = _worth(pages, on)
        pages = pages.filter(pk__in=[pk for pk, validity in worth if validity is Validity(chosen["validity"])])
    return pages


def _ordered(pages: QuerySet[OfficialDocumentPage], order: str, on: datetime.date) -> Any:
    """The documents in the wished order; for the one by validity their keys, since only the rule tells it."""
    if order != BY_VALIDITY:
        return pages.order_by(*ORDERS[order])
    worth = sorted(_worth(pages.order_by(*ORDERS["new"]), on), key=lambda row: WORTH[row[1]])
    return [pk for pk, _validity in worth]


def _worth(pages: QuerySet[OfficialDocumentPage], on: datetime.date) -> list[tuple[int, Validity]]:
    """Keys with what each is worth on the day; the rule is asked for each, in two queries."""
    rows = pages.only("pk", "override", "issued_on", "effective_on", "expires_on")
    return [(shown.page.pk, shown.validity) for shown in shown_documents(rows, on)]


def _loaded(rows: Iterable[Any]) -> list[OfficialDocumentPage]:
    """Documents of one page of the list, whether it holds documents or their keys."""
    listed = list(rows)
    if not listed or isinstance(listed[0], OfficialDocumentPage):
        return listed
    pages = published_documents().in_bulk(listed)
    return [pages[pk] for pk in listed]


def _offers(every: QuerySet[OfficialDocumentPage]) -> dict[str, Any]:
    """The values that the filters offer: those that occur."""
    live = every.order_by()
    kinds = set(live.values_list("kind", flat=True).distinct())
    fields = set(live.values_list("field", flat=True).distinct())
    dated = live.filter(issued_on__isnull=False).annotate(year=ExtractYear("issued_on"))
    years = {str(year) for year in dated.values_list("year", flat=True).distinct()}
    owners = live.order_by("owner_unit__name").exclude(owner_unit=None)
    bodies = live.order_by("issuing_body").values_list("issuing_body", flat=True).distinct()
    return {
        "kinds": [(row.code, row.name) for row in TYPES.values() if row.code in kinds],
        "fields": [(code.value, label) for code, label in words.FIELDS.items() if code in fields],
        "bodies": [(name, name) for name in bodies],
        "owners": list(owners.values_list("owner_unit__code", "owner_unit__name").distinct()),
        "years": [(year, year) for year in sorted(years, reverse=True)],
        "validities": [(code.value, label) for code, label in words.VALIDITIES.items()],
        "orders": list(ORDER_NAMES.items()),
        "audience_names": [(code.value, label) for code, label in words.AUDIENCES.items()],
    }
