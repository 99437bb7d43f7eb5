"""The register of incidents: wrong or harmful information, who supplied it, what was done (A77)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.clock import now
from core.rules.answers import Refused, RuleRefused
from editorial import actions
from editorial.actions.incidents import Source
from editorial.forms.incidents import CloseIncidentForm, IncidentFilter, OpenIncidentForm, remedy_words
from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.models.corrections import CorrectionProposal, Incident
from editorial.models.takedown import TakedownRequest
from editorial.rules import incidents as rules
from editorial.rules.people import Actor
from editorial.selectors.incidents import narrowed, seen_by, units_in
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.members_only import board_member, participant
from editorial.views.refusals import status_of
from editorial.views.side_doors import refusal
from editorial.views.takedown import private

PER_PAGE = 50
MOST_PRINTED = 1000
BIGGEST_ID = 2**62


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """The register: the board sees all, a unit its own."""
    actor, school = participant(request), school_or_404()
    rows = seen_by(actor, school)
    form = IncidentFilter(request.GET, units=units_in(rows))
    state, unit_id = form.wanted()
    page = Paginator(narrowed(rows, state, unit_id), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "page": page,
        "rows": [in_words(row) for row in page],
        "count": page.paginator.count,
        "link": f"state={state}&unit={unit_id or ''}",
        "is_board": actor.is_board,
    }
    return private(render(request, "editorial/incidents/list.html", context))


@require_safe
def printed(request: HttpRequest) -> HttpResponse:
    """The same register on paper, with the same filters."""
    actor, school = participant(request), school_or_404()
    rows = seen_by(actor, school)
    state, unit_id = IncidentFilter(request.GET, units=units_in(rows)).wanted()
    found = [in_words(row) for row in narrowed(rows, state, unit_id)[:MOST_PRINTED]]
    context = {"rows": found, "school": school, "at": now(), "link": f"state={state}&unit={unit_id or ''}"}
    return private(render(request, "editorial/incidents/printed.html", context))


def in_words(row: Incident) -> dict[str, Any]:
    """An incident with its codes as people read them."""
    remedies = [remedy_words(found) for found in (row.round, row.takedown) if found]
    return {
        "incident": row,
        "kind": choices.label(choices.INCIDENT_KINDS, row.kind),
        "state": choices.label(choices.INCIDENT_STATES, row.state),
        "is_closed": row.stands_at is rules.IncidentState.CLOSED,
        "remedies": remedies,
    }


@require_safe
def incident(request: HttpRequest, pk: int) -> HttpResponse:
    """One incident: what was wrong, who supplied it, what put it right, how it was closed."""
    actor, found = participant(request), _found(pk)
    answer = rules.may_see(actor, found.unit_id)
    if isinstance(answer, Refused):
        return refusal(request, sentence(answer, found.record.school.country))
    return _page(request, actor, found, CloseIncidentForm(incident=found))


def _found(pk: int) -> Incident:
    rows = Incident.objects.select_related("record__school", "unit", "round__clearance", "takedown")
    return get_object_or_404(rows, pk=pk, record__school=school_or_404())


def _page(
    request: HttpRequest, actor: Actor, found: Incident, form: CloseIncidentForm, status: int = 200, why: str = ""
) -> HttpResponse:
    may_close = rules.may_close(actor, found.stands_at, "…", found.closer_name)
    context = {
        "words": in_words(found),
        "record": found.record,
        "form": form if may_close else None,
        "why": why,
        "kept": _typed(form) if why and not may_close else [],
        "is_board": actor.is_board,
    }
    return private(render(request, "editorial/incidents/incident.html", context, status=status))


def _typed(form: CloseIncidentForm) -> list[str]:
    texts = (str(form.data.get(name, "")) for name in ("done", "supplier_note"))
    return [text for text in texts if text.strip()]


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close it; a refused form keeps what was typed."""
    actor, found = board_member(request), _found(pk)
    form = CloseIncidentForm(request.POST, incident=found)
    if not form.is_valid():
        said = _("Something is missing or wrong below. Nothing was changed.")
        return _page(request, actor, found, form, 422, said)
    closer: Any = request.user
    try:
        actions.close_incident(incident_id=found.pk, user=closer, **form.cleaned_data)
    except RuleRefused as error:
        why = sentence(error.refused, found.record.school.country)
        return _page(request, actor, _found(pk), form, status_of(error.refused), why)
    messages.success(request, _("The incident is closed; the unit is told."))
    return redirect("board_incident", found.pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open one: about an item (`?record=`), from a report (`?request=`) or a proposal (`?proposal=`)."""
    actor = board_member(request)
    record, source = _about(request)
    answer = rules.opens_incidents(actor)
    if isinstance(answer, Refused):
        return refusal(request, sentence(answer, record.school.country))
    if request.method != "POST":
        words = source.proposal.words if source.proposal else ""
        return _new_page(request, record, OpenIncidentForm(initial={"words": words}))
    form = OpenIncidentForm(request.POST)
    if not form.is_valid():
        said = _("Something is missing or wrong below. Nothing was changed.")
        return _new_page(request, record, form, 422, said)
    opener: Any = request.user
    try:
        found = actions.open_incident(record_id=record.pk, user=opener, source=source, **form.cleaned_data)
    except RuleRefused as error:
        why = sentence(error.refused, record.school.country)
        return _new_page(request, record, form, status_of(error.refused), why)
    messages.success(request, _("The incident is entered; the unit is told."))
    return redirect("board_incident", found.pk)


def _new_page(
    request: HttpRequest, record: EditorialRecord, form: OpenIncidentForm, status: int = 200, why: str = ""
) -> HttpResponse:
    context = {"form": form, "record": record, "why": why}
    return private(render(request, "editorial/incidents/new.html", context, status=status))


def _about(request: HttpRequest) -> tuple[EditorialRecord, Source]:
    """The item and what led to it, as the address says; 404 for what does not exist."""
    school = school_or_404()
    asked = {name: _number(request.GET.get(name, "")) for name in ("record", "request", "proposal")}
    records = EditorialRecord.objects.select_related("school", "unit")
    if asked["request"]:
        row = get_object_or_404(TakedownRequest, pk=asked["request"], record__school=school)
        return records.get(pk=row.record_id), Source(request=row)
    if asked["proposal"]:
        proposal = get_object_or_404(CorrectionProposal, pk=asked["proposal"], record__school=school)
        return records.get(pk=proposal.record_id), Source(proposal=proposal)
    return get_object_or_404(records, pk=asked["record"], school=school), Source()


def _number(text: str) -> int:
    """A key from an address; 0 for none. Raises Http404 for what is no number."""
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or int(text[:20]) > BIGGEST_ID or len(text) > 19:
        raise Http404
    return int(text)
