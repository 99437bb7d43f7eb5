"""My desk, its full lists, and what became of everything a unit sent (A16, A18, A65)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.ui.components import Component

from core.clock import now, today
from editorial.desk_providers import handed_sections
from editorial.models.choices import POSTS
from editorial.rules.proposals import TAKERS
from editorial.selectors.desk import ALL_ITEMS, SectionKind, items_of, lists_for, sections_for
from editorial.selectors.desk_items import Reader, delegations_without_number, may_take_part, reader_of
from editorial.selectors.desk_rows import Section, people_of, row_of, section_of
from editorial.selectors.people import actor_of
from editorial.selectors.units import GROUPS, fates, sent_records
from editorial.views.desk_clocks import desk_clocks
from school.models import School, Unit
from school.selectors import current_school

PER_PAGE = 25
GROUP_LABELS = {
    "": gettext_lazy("All"),
    "under_way": gettext_lazy("Under way"),
    "to_fix": gettext_lazy("To be fixed"),
    "posted": gettext_lazy("Posted"),
    "refused": gettext_lazy("Refused"),
    "off": gettext_lazy("Taken off the site"),
    "withdrawn": gettext_lazy("Withdrawn"),
}


class DeskPanel(Component):
    """My desk, in place of every panel of Wagtail's home page."""

    name = "board_desk"
    order = 10
    template_name = "editorial/desk/desk.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """What waits for the person who is signed in."""
        assert parent_context is not None
        school = current_school()
        request = parent_context["request"]
        if school is None:
            return {"no_school": True}
        return {**desk_context(request.user, school), "csrf_token": get_token(request)}


def desk_context(user: Any, school: School) -> dict[str, Any]:
    """The lists that are not empty, the first thing to do, and where to write."""
    reader = reader_of(user, school, now())
    people = people_of(reader)
    sections = [section_of(kind, reader, people) for kind in sections_for(reader)]
    shown = [section for section in sections if section.rows]
    write = places_to_write(reader)
    return {
        "name": user.get_full_name(),
        "sections": shown,
        "mine_count": sum(section.count for section in shown if section.kind.waits_for_me),
        "start": first_to_do(shown),
        "write": write,
        "clocks": desk_clocks(reader, write),
        "handed": handed_sections(reader) if may_take_part(reader) else [],
        "proposals_count": reader.proposals_count if reader.actor.posts & TAKERS else 0,
        "numberless": delegations_without_number(reader),
        "today": reader.today,
        "posts": posts_of(reader),
        "is_technical": reader.actor.is_technical,
        "in_unit": bool(reader.actor.unit_ids),
        "all_items": ALL_ITEMS if ALL_ITEMS.is_for(reader) else None,
    }


def first_to_do(sections: list[Section]) -> Any:
    """The first item that waits for this person and that he may act on; None if there is none."""
    mine = (section for section in sections if section.kind.waits_for_me)
    return next((row for section in mine for row in section.rows if not row.blocked), None)


def posts_of(reader: Reader) -> list[str]:
    """The posts a person holds today, and whether he stands in for the head."""
    names = [str(label) for post, label in POSTS.items() if post in reader.actor.posts]
    if reader.actor.is_acting_head:
        names.append(_("Stands in for the head"))
    return names


def has_sections() -> bool:
    """Whether a content app gives units a section to write in."""
    return any(relation.get_accessor_name() == "section" for relation in Unit._meta.related_objects)


def places_to_write(reader: Reader) -> list[dict[str, str]]:
    """For each unit of the person the address where a new article begins."""
    units = Unit.objects.filter(is_active=True, pk__in=reader.actor.unit_ids)
    if has_sections():
        units = units.select_related("section")
    return [
        {
            "unit": unit.short_name,
            "kind": unit.kind,
            "url": reverse("wagtailadmin_pages:add", args=("news", "newspage", page.pk)),
        }
        for unit in units
        if (page := getattr(unit, "section", None))
    ]


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """One list of the desk in full, with a search and pages."""
    school = school_or_404()
    reader = reader_of(request.user, school, now())
    kinds = lists_for(reader)
    kind = _wanted(kinds, request.GET)
    page = Paginator(_matching(items_of(kind, reader), request.GET), PER_PAGE).get_page(request.GET.get("p"))
    people = people_of(reader)
    context = {
        "kinds": kinds,
        "kind": kind,
        "page": page,
        "rows": [row_of(record, reader, people) for record in page],
        "query": request.GET.get("q", "").strip(),
        "link": f"list={kind.code}",
    }
    return render(request, "editorial/desk/queue.html", context)


def _wanted(kinds: list[SectionKind], data: QueryDict) -> SectionKind:
    """The list that was asked for; else the last one for a search (all items), or the first one.

    404 for a list that is not for this person.
    """
    usual = kinds[-1 if "q" in data else 0].code if kinds else ""
    code = data.get("list") or usual
    kind = next((kind for kind in kinds if kind.code == code), None)
    if kind is None:
        raise Http404
    return kind


def _matching(records: QuerySet[Any], data: QueryDict) -> QuerySet[Any]:
    query = data.get("q", "").strip()
    return records.filter(title__icontains=query) if query else records


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What became of everything the person's units sent: last act, ground, what to fix (Đ13.1)."""
    school = school_or_404()
    actor = actor_of(request.user, today())
    group = request.GET.get("state", "")
    if group and group not in GROUPS:
        raise Http404
    records = _matching(sent_records(actor.unit_ids, group), request.GET)
    page = Paginator(records, PER_PAGE).get_page(request.GET.get("p"))
    reader = reader_of(request.user, school, now())
    people = people_of(reader)
    context = {
        "groups": GROUP_LABELS,
        "group": group,
        "page": page,
        "items": [(row_of(fate.record, reader, people), fate) for fate in fates(page)],
        "query": request.GET.get("q", "").strip(),
        "link": f"state={group}",
        "write": places_to_write(reader),
        "in_unit": bool(actor.unit_ids),
    }
    return render(request, "editorial/desk/sent.html", context)


def school_or_404() -> School:
    """The school; 404 before `setup_school` has run."""
    school = current_school()
    if school is None:
        raise Http404
    return school
