"""The intake register: its list, an entry, its originals, the receipt. For the board alone (A30, A60)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http.response import FileResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.clock import today
from core.rules.answers import Answer, Refused
from editorial.forms.intake import AddFilesForm, CloseIntakeForm, DropForm
from editorial.models.choices import INTAKE_STATES
from editorial.models.intake import IntakeEntry, IntakeOriginal
from editorial.rules.intake import (
    IntakeState,
    may_add_original,
    may_close_intake,
    may_enter_intake,
    may_make_draft,
    may_read_intake,
)
from editorial.rules.people import Actor
from editorial.selectors.intake import corrections_of, is_unchanged, register_of, state_of_article, way_of
from editorial.selectors.people import actor_of
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.side_doors import refusal
from school.models import School

PER_PAGE = 25
View = Callable[..., HttpResponseBase]


def for_people_who(rule: Callable[[Actor], Answer]) -> Callable[[View], View]:
    """Refuse everybody else with the reason; what is shown is kept by no cache."""

    def guard(view: View) -> View:
        @never_cache
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            answer = rule(actor_of(request.user, today()))
            if isinstance(answer, Refused):
                return refusal(request, sentence(answer, school_or_404().country))
            return view(request, *args, **kwargs)

        return guarded

    return guard


def entry_or_404(school: School, pk: int) -> IntakeEntry:
    """The entry; 404 when there is none."""
    entries = IntakeEntry.objects.select_related("school", "unit", "record", "entered_by", "closed_by", "guest_link")
    return get_object_or_404(entries, pk=pk, school=school)


@for_people_who(may_read_intake)
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register: newest first, with a search and pages."""
    return register_page(request, DropForm())


def register_page(request: HttpRequest, drop: DropForm, status: int = 200, why: str = "") -> HttpResponse:
    """The list, and above it the field for an e-mail or Word file."""
    query, code = request.GET.get("q", "").strip()[:200], request.GET.get("state", "")
    if code and code not in set(IntakeState):
        raise Http404
    found = register_of(school_or_404(), query, IntakeState(code) if code else None)
    context = {
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("p")),
        "states": [("", _("All")), *((state.value, label) for state, label in INTAKE_STATES.items())],
        "state": code,
        "query": query,
        "link": f"state={code}",
        "may_enter": bool(may_enter_intake(actor_of(request.user, today()))),
        "drop": drop,
        "why": why,
    }
    return render(request, "editorial/intake/register.html", context, status=status)


@for_people_who(may_read_intake)
@require_safe
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry: what was given, its originals, what became of it."""
    return entry_page(request, entry_or_404(school_or_404(), pk))


def entry_page(request: HttpRequest, row: IntakeEntry, bound: Any = None, status: int = 200) -> HttpResponse:
    """The entry's page; `bound` is a form as it was sent."""
    actor = actor_of(request.user, today())
    originals = list(row.originals.select_related("taken_from"))
    closing = CloseIntakeForm(auto_id="close-%s", by_guest=row.guest_link is not None)
    context = {
        "entry": row,
        "originals": originals,
        "usable": [original for original in originals if not original.is_source],
        "way": way_of(row),
        "article_state": state_of_article(row.record) if row.record else "",
        "may_draft": bool(may_make_draft(actor, row.state)),
        "may_add": bool(may_add_original(actor, row.state, originals=len(originals) + 1)),
        "may_close": bool(may_close_intake(actor, row.state, "…")),
        "add_form": bound if isinstance(bound, AddFilesForm) else AddFilesForm(auto_id="add-%s"),
        "close_form": bound if isinstance(bound, CloseIntakeForm) else closing,
        "may_correct": bool(may_enter_intake(actor)),
        "corrections": corrections_of(row),
        "opened": type(bound).__name__ if bound is not None else "",
    }
    return render(request, "editorial/intake/entry.html", context, status=status)


@for_people_who(may_read_intake)
@require_safe
def original(request: HttpRequest, pk: int, original_id: int) -> HttpResponseBase:
    """An original to save, byte for byte as it was given; never shown as a page, never kept by a cache."""
    row = get_object_or_404(IntakeOriginal, pk=original_id, entry=entry_or_404(school_or_404(), pk))
    if not is_unchanged(row):
        why = _("The stored file is not the one that was registered, or it is gone. Tell the administrator.")
        return render(request, "editorial/desk/shut.html", {"why": why}, status=409)
    response = FileResponse(
        row.file.open("rb"), as_attachment=True, filename=row.name, content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@for_people_who(may_read_intake)
@require_safe
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt for whoever brought it, to be printed and signed."""
    row = entry_or_404(school_or_404(), pk)
    givens = row.originals.filter(taken_from=None)
    return render(request, "editorial/intake/receipt.html", {"entry": row, "originals": givens, "school": row.school})
