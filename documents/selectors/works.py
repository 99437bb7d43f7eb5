"""Recognised works on the site, with filters (Đ14.2 dash 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.search.backends import get_search_backend

from documents.models.works import RecognisedWorkPage
from documents.rules.repository import WorkKind, is_school_year
from documents.words import register as words
from school.models import Unit

PER_PAGE, MOST_FOUND, LONGEST_QUERY = 20, 500, 100
ORDERS = {
    "new": ("-decided_on", "-pk"),
    "old": ("decided_on", "pk"),
    "name": ("title", "pk"),
    "unit": ("unit__sort_order", "unit__name", "-decided_on", "-pk"),
}
ORDER_NAMES = {
    "new": _("Newest first"),
    "old": _("Oldest first"),
    "name": _("By name"),
    "unit": _("By department"),
}


def published_works() -> QuerySet[RecognisedWorkPage]:
    """Works on the site with their units, the newest decision first; their texts are left in the database."""
    return RecognisedWorkPage.objects.live().select_related("unit").defer("body").order_by(*ORDERS["new"])


def work_list(query: Mapping[str, str]) -> dict[str, Any]:
    """What the repository shows: a page of works, the filters and what was chosen.

    An unknown filter, order or page number shows everything or the nearest page, never an error.
    """
    chosen = _chosen(query)
    found = _matching(published_works(), chosen).order_by(*ORDERS[chosen["order"]])
    listed: ListPage[Any] = Paginator(found, PER_PAGE).get_page(query.get("page", "1"))
    is_chosen = any(value for name, value in chosen.items() if name != "order")
    return {"works": listed, "chosen": chosen, "is_chosen": is_chosen, **_offers()}


def works_with(text: str, most: int = MOST_FOUND) -> list[RecognisedWorkPage]:
    """At most so many works that hold all words of `text`, the best first; none for a text without words."""
    typed = " ".join(re.findall(r"\w+", text[:LONGEST_QUERY]))
    if not typed:
        return []
    return list(get_search_backend().search(typed, published_works().order_by())[:most])


def _chosen(query: Mapping[str, str]) -> dict[str, str]:
    known: dict[str, Iterable[str]] = {"kind": set(WorkKind), "order": ORDERS}
    chosen = {name: query.get(name, "") if query.get(name, "") in values else "" for name, values in known.items()}
    chosen["order"] = chosen["order"] or "new"
    chosen["year"] = query.get("year", "") if is_school_year(query.get("year", "")) else ""
    chosen["unit"] = query.get("unit", "") if re.fullmatch(r"[-\w]{1,50}", query.get("unit", "")) else ""
    chosen["q"] = query.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
    return chosen


def _matching(works: QuerySet[RecognisedWorkPage], chosen: Mapping[str, str]) -> QuerySet[RecognisedWorkPage]:
    fields = {"kind": "kind", "year": "school_year", "unit": "unit__code"}
    works = works.filter(**{lookup: chosen[name] for name, lookup in fields.items() if chosen[name]})
    return works.filter(pk__in=[row.pk for row in works_with(chosen["q"])]) if chosen["q"] else works


def _offers() -> dict[str, Any]:
    """The values that the filters offer: those that occur."""
    live = published_works().order_by().select_related(None)
    kinds = set(live.values_list("kind", flat=True).distinct())
    years = live.values_list("school_year", flat=True).distinct()
    units = Unit.objects.filter(pk__in=live.values("unit")).order_by("sort_order", "name")
    return {
        "kinds": [(code.value, label) for code, label in words.WORK_KINDS.items() if code in kinds],
        "years": [(year, year) for year in sorted(years, reverse=True)],
        "units": list(units.values_list("code", "name")),
        "orders": list(ORDER_NAMES.items()),
    }
