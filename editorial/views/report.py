"""The visitor's side: report a page, and see by the tracking code what became of it. No account, no script."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from core.clock import now, today
from core.rules.answers import Refused, RuleRefused
from core.visitors import address_hash
from editorial import actions
from editorial.forms.report import ReportForm
from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.models.takedown import TakedownRequest
from editorial.rules.reasons import Reason
from editorial.rules.takedown import REPORT_WINDOW, RequestState
from editorial.selectors.takedown import request_by_code
from editorial.sentences import sentence
from editorial.tracking import hash_of
from editorial.views.propose import proposal_status
from editorial.views.public_answers import JUST_SENT, private, reportable_or_404
from editorial.views.refusals import status_of


@require_http_methods(["GET", "HEAD", "POST"])
def report_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form, and what it sends; a refusal shows it again as it was typed."""
    record = reportable_or_404(page_id)
    if request.method != "POST":
        return _form(request, record, ReportForm(page_id=page_id, at=now()))
    form = ReportForm(request.POST, page_id=page_id, at=now())
    opened = form.opened_form
    if not form.is_valid() or opened is None:
        return _form(request, record, form, status=422)
    try:
        actions.report_page(
            record_id=record.pk,
            report=form.report,
            code_hash=hash_of(opened.code),
            address_hash=address_hash(request, today()),
        )
    except RuleRefused as error:
        return _refused(request, record, form, error.refused)
    return redirect(f"{reverse('report_status', args=[opened.code])}?{JUST_SENT}=1")


def _refused(request: HttpRequest, record: EditorialRecord, form: ReportForm, refused: Refused) -> HttpResponse:
    """Why it was not taken; 429 for too many from one address."""
    is_flood = refused.reason is Reason.TOO_MANY_REPORTS
    why = sentence(refused, record.school.country)
    response = _form(request, record, form, status=429 if is_flood else status_of(refused), why=why)
    if is_flood:
        response["Retry-After"] = str(int(REPORT_WINDOW.total_seconds()))
    return response


def _form(
    request: HttpRequest, record: EditorialRecord, form: ReportForm, status: int = 200, why: str = ""
) -> HttpResponse:
    context = {"form": form, "title": record.page.title, "address": record.page.get_url(request), "why": why}
    return private(render(request, "editorial/report/form.html", context, status=status))


@require_safe
def report_status(request: HttpRequest, code: str) -> HttpResponse:
    """What became of a report or proposal, for whoever has its code; nothing of what was written."""
    found = request_by_code(hash_of(code))
    if found is None:
        proposal = proposal_status(request, code)
        if proposal is not None:
            return proposal
        return private(render(request, "editorial/report/find.html", {"code": code, "is_unknown": True}, status=404))
    return private(render(request, "editorial/report/status.html", status_words(request, found, code)))


def status_words(request: HttpRequest, found: TakedownRequest, code: str) -> dict[str, Any]:
    """The state in words; the ground only where the head tells it to the public, his words where it stays."""
    takedown = found.takedown
    shows = takedown is not None and takedown.shows_ground
    return {
        "found": found,
        "code": code,
        "is_new": JUST_SENT in request.GET,
        "address": request.build_absolute_uri(reverse("report_status", args=[code])),
        "complaint": choices.label(choices.COMPLAINTS, found.complaint),
        "ground": choices.label(choices.TAKEDOWN_GROUNDS, takedown.ground) if takedown and shows else "",
        "words": found.decision if found.stands_at is RequestState.KEPT else "",
    }


@require_safe
def find_report(request: HttpRequest) -> HttpResponse:
    """A place to type a tracking code."""
    code = request.GET.get("code", "").strip()[:40]
    plain = "".join(sign for sign in code if sign.isalnum() or sign == "-")
    if plain:
        return redirect("report_status", plain)
    return private(render(request, "editorial/report/find.html", {"code": "", "is_unknown": False}))
