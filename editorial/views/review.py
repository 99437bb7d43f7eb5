"""The review page: the item as readers will see it, what changed, the checklist, the acts, the timeline."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.clock import now
from core.rules.answers import Refused
from editorial.forms.review import ActForm
from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.rules.incidents import IncidentKind, may_open
from editorial.selectors import review as reading
from editorial.selectors.incidents import incidents_of
from editorial.selectors.intake import intake_of
from editorial.selectors.review import Review
from editorial.selectors.takedown import open_requests_of
from editorial.selectors.timeline import judgement, timeline
from editorial.sentences import sentence
from editorial.views.act import NOTE
from editorial.views.act_table import ACTS
from editorial.views.offers import in_bar, may_edit, obstacles, offers, steps
from editorial.views.side_doors import refusal

NEWEST = "newest"


@require_safe
def review(request: HttpRequest, record_id: int) -> HttpResponse:
    """One item, for everybody who may see it; `?open=return` opens that form."""
    record = record_or_404(record_id)
    blocked = unseen(request, record)
    if blocked is not None:
        return blocked
    opened = request.GET.get("open", "")
    page = reading.review_of(record, request.user, now(), newest=request.GET.get("version") == NEWEST)
    return show(request, page, opened=opened if opened in ACTS else "")


@require_safe
def preview(request: HttpRequest, record_id: int) -> HttpResponse:
    """The version people decide on, with the public template, for a frame of the review page."""
    record = record_or_404(record_id)
    blocked = unseen(request, record)
    if blocked is not None:
        return blocked
    page = reading.review_of(record, request.user, now(), newest=request.GET.get("version") == NEWEST)
    response: HttpResponse = page.draft.make_preview_request(request, page.draft.default_preview_mode)
    return framed(response)


def framed(response: HttpResponse) -> HttpResponse:
    """Let our own pages, and nobody else, show a preview in a frame; and nobody keeps a copy of it."""
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Cache-Control"] = "private, no-store"
    return response


def record_or_404(record_id: int) -> EditorialRecord:
    """The item; 404 when there is none."""
    records = EditorialRecord.objects.select_related("school", "unit", "editor", "live_clearance__revision", "page")
    return get_object_or_404(records, pk=record_id)


def unseen(request: HttpRequest, record: EditorialRecord) -> HttpResponse | None:
    """403 with the reason for whoever may not see the item."""
    answer = reading.may_see(record, request.user, now())
    return refusal(request, sentence(answer, record.school.country)) if isinstance(answer, Refused) else None


def show(
    request: HttpRequest,
    page: Review,
    *,
    status: int = 200,
    bound: tuple[str, ActForm] | None = None,
    opened: str = "",
    why: str = "",
) -> HttpResponse:
    """Render the review page; `bound` is a form as it was typed, `why` the reason it was refused."""
    offered = offers(page, bound, opened)
    bar = in_bar(offered, page)
    events = timeline(page.record)
    context: dict[str, Any] = {
        "review": page,
        "record": page.record,
        "row": reading.row(page),
        "comparisons": reading.comparisons(page),
        "pieces": reading.plain_text(page),
        "checklist": reading.checklist(page),
        "steps": steps(page),
        "timeline": events,
        "judgement": judgement(page.record, events),
        "offers": offered,
        "bar": bar,
        "may_edit": may_edit(page),
        "obstacles": obstacles(page),
        "requests": open_requests_of(page.record) if page.actor.is_board else None,
        "incidents": incidents_of(page.record.pk, page.actor),
        "may_open_incident": bool(may_open(page.actor, page.item.public_state, IncidentKind.OTHER, NOTE)),
        "intake": intake_of(page.record) if page.actor.is_board else None,
        "why": why,
        "kept": bound[1].typed() if bound and bound[0] not in {offer.verb for offer in offered} else [],
        "origin": choices.label(choices.ORIGINS, page.draft.origin),
        "channel": choices.label(choices.CHANNELS, page.draft.channel),
        "version": NEWEST if request.GET.get("version") == NEWEST else "",
    }
    return render(request, "editorial/review/review.html", context, status=status)
