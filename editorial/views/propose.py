"""The reader's side: propose other words for some that stand on a page. No account, no script."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.clock import now, today
from core.rules.answers import Refused, RuleRefused
from core.visitors import address_hash
from editorial import actions
from editorial.forms.proposals import ProposalForm
from editorial.intake.plain import plain_line
from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.models.corrections import CorrectionProposal
from editorial.rules.proposals import WORDS_LENGTH, Standing
from editorial.rules.reasons import Reason
from editorial.rules.takedown import REPORT_WINDOW
from editorial.selectors.proposals import proposal_by_code, standing
from editorial.sentences import sentence
from editorial.tracking import hash_of
from editorial.views.public_answers import JUST_SENT, private, reportable_or_404
from editorial.views.refusals import status_of


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form with the marked words (`?words=`), and what it sends; a refusal shows it as it was typed."""
    record = reportable_or_404(page_id)
    if request.method != "POST":
        words = plain_line(request.GET.get("words", "")[: 2 * WORDS_LENGTH], WORDS_LENGTH)
        return _form(request, record, ProposalForm(page_id=page_id, at=now(), initial={"words": words}))
    form = ProposalForm(request.POST, page_id=page_id, at=now())
    opened = form.opened_form
    if not form.is_valid() or opened is None:
        return _form(request, record, form, status=422)
    try:
        actions.propose_correction(
            record_id=record.pk,
            proposal=form.proposal,
            code_hash=hash_of(opened.code),
            address_hash=address_hash(request, today()),
        )
    except RuleRefused as error:
        return _refused(request, record, form, error.refused)
    return redirect(f"{reverse('report_status', args=[opened.code])}?{JUST_SENT}=1")


def _refused(request: HttpRequest, record: EditorialRecord, form: ProposalForm, refused: Refused) -> HttpResponse:
    """Why it was not taken; 429 for too many from one address."""
    is_flood = refused.reason is Reason.TOO_MANY_REPORTS
    why = sentence(refused, record.school.country)
    response = _form(request, record, form, status=429 if is_flood else status_of(refused), why=why)
    if is_flood:
        response["Retry-After"] = str(int(REPORT_WINDOW.total_seconds()))
    return response


def _form(
    request: HttpRequest, record: EditorialRecord, form: ProposalForm, status: int = 200, why: str = ""
) -> HttpResponse:
    context = {"form": form, "title": record.page.title, "address": record.page.get_url(request), "why": why}
    return private(render(request, "editorial/proposals/form.html", context, status=status))


def proposal_status(request: HttpRequest, code: str) -> HttpResponse | None:
    """What became of a proposal, for whoever has its code; None when the code is of no proposal."""
    found = proposal_by_code(hash_of(code))
    if found is None:
        return None
    return private(render(request, "editorial/proposals/status.html", status_words(request, found, code)))


def status_words(request: HttpRequest, found: CorrectionProposal, code: str) -> dict[str, Any]:
    """The state in words, and the reason where it was declined; nothing of what was written."""
    state = standing(found)
    return {
        "found": found,
        "code": code,
        "is_new": JUST_SENT in request.GET,
        "state": state.value,
        "label": choices.label(choices.STANDINGS, state),
        "words": found.answer if state is Standing.DECLINED else "",
    }
