"""The guest's side: hand in by a link without an account, and see what became of it. No script."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from core.clock import now, today
from core.rules.answers import Answer, Refused, RuleRefused
from core.visitors import address_hash
from editorial import actions
from editorial.actions.intake import Brought
from editorial.forms.guest_links import GuestForm
from editorial.models import choices
from editorial.models.guest_links import GuestLink
from editorial.models.intake import IntakeEntry
from editorial.rules.checklist import Consent
from editorial.rules.guest_links import GUEST_WINDOW, Recognisable, may_use_link
from editorial.rules.intake import Given, IntakeState
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import VISIBLE, Channel
from editorial.selectors.guest_links import entry_by_code, link_by_token, uses_of
from editorial.sentences import SENTENCES
from editorial.tracking import OpenedForm, hash_of
from editorial.views.report import private

JUST_SENT = "sent"


@require_http_methods(["GET", "HEAD", "POST"])
def guest_form(request: HttpRequest, token: str) -> HttpResponse:
    """The form behind a link, and what it sends; a refusal shows it again as it was typed.

    404 for a link nobody was given, 410 for one that is closed, over or used up.
    """
    link = link_by_token(token)
    if link is None:
        return private(render(request, "editorial/guests/unknown.html", status=404))
    at = now()
    is_sent = request.method == "POST"
    form = GuestForm(request.POST, request.FILES, link_id=link.pk, at=at) if is_sent else None
    if form is not None and form.opened_form and (before := entry_by_code(hash_of(form.opened_form.code))):
        return _thanks(form.opened_form, before)
    answer: Answer = may_use_link(link.facts(uses_of(link)), today())
    if isinstance(answer, Refused):
        return _over(request, link, answer, form)
    if form is None:
        return _form(request, link, GuestForm(link_id=link.pk, at=at))
    opened = form.opened_form
    if not form.is_valid() or opened is None:
        return _form(request, link, form, status=422)
    return _hand_in(request, link, form, opened)


def _hand_in(request: HttpRequest, link: GuestLink, form: GuestForm, opened: OpenedForm) -> HttpResponse:
    try:
        entry = actions.hand_in_by_link(
            link_id=link.pk,
            given=given_by(link, form, opened.number),
            originals=[Brought(upload.name or "", upload) for upload in form.cleaned_data["uploads"]],
            code_hash=hash_of(opened.code),
            address_hash=address_hash(request, today()),
        )
    except RuleRefused as error:
        return _refused(request, link, form, error.refused)
    return _thanks(opened, entry)


def given_by(link: GuestLink, form: GuestForm, number: str) -> Given:
    """What the guest typed, as the register takes it; his words on consent are a note, never the consent itself."""
    data = form.cleaned_data
    has_pictures = any((upload.content_type or "").startswith("image/") for upload in data["uploads"])
    says_nobody = data["people"] == Recognisable.NOBODY
    with override(link.school.language):
        note = form.consent_note
    return Given(
        giver_name=f"{data['giver_name']}, {data['from_where']}",
        giver_contact=data["giver_contact"],
        channel=Channel.PORTAL,
        subject=data["subject"],
        text=data["text"],
        token=number,
        unit_id=link.unit_id,
        consent=Consent.NO_PUPILS if says_nobody and has_pictures else None,
        consent_note=note,
    )


def _thanks(opened: OpenedForm, entry: IntakeEntry) -> HttpResponse:
    return redirect(f"{reverse('guest_status', args=[opened.code])}?{JUST_SENT}=1")


def _refused(request: HttpRequest, link: GuestLink, form: GuestForm, refused: Refused) -> HttpResponse:
    """Why it was not taken: 429 for a flood, 410 when the link ended meanwhile."""
    if refused.reason is not Reason.GUESTS_TOO_MANY:
        is_form = refused.reason in {Reason.INTAKE_EMPTY, Reason.INTAKE_TOO_MANY}
        return _form(request, link, form, 422, _why(refused)) if is_form else _over(request, link, refused, form)
    response = _form(request, link, form, status=429, why=_why(refused))
    response["Retry-After"] = str(int(GUEST_WINDOW.total_seconds()))
    return response


def _why(refused: Refused) -> str:
    """The sentence without its clause: a guest has no regulation at hand."""
    return str(SENTENCES[Reason(refused.reason)]) % dict(refused.details)


def _over(request: HttpRequest, link: GuestLink, refused: Refused, form: GuestForm | None) -> HttpResponse:
    """The link is no good any more; what was typed is shown, to be kept."""
    typed = str(form.data.get("text", ""))[:20_000] if form is not None else ""
    context = {"link": link, "why": _why(refused), "typed": typed}
    return private(render(request, "editorial/guests/over.html", context, status=410))


def _form(request: HttpRequest, link: GuestLink, form: GuestForm, status: int = 200, why: str = "") -> HttpResponse:
    context = {"form": form, "link": link, "why": why, "had_files": bool(request.FILES)}
    return private(render(request, "editorial/guests/form.html", context, status=status))


@require_safe
def guest_status(request: HttpRequest, code: str) -> HttpResponse:
    """What became of what a guest sent, for whoever has the code: nothing of its content, nobody's name."""
    entry = entry_by_code(hash_of(code))
    if entry is None:
        return private(render(request, "editorial/guests/unknown.html", {"is_code": True}, status=404))
    return private(render(request, "editorial/guests/status.html", status_words(request, entry, code)))


def status_words(request: HttpRequest, entry: IntakeEntry, code: str) -> dict[str, Any]:
    """Received; became an article, with its address once it is on the site; closed, and why if the board says so."""
    record = entry.record
    is_public = record is not None and record.public in VISIBLE and record.page.live
    return {
        "entry": entry,
        "code": code,
        "is_new": JUST_SENT in request.GET,
        "address": request.build_absolute_uri(reverse("guest_status", args=[code])),
        "is_article": entry.state is IntakeState.ARTICLE,
        "is_closed": entry.state is IntakeState.CLOSED,
        "why": entry.closed_why if entry.shows_why else "",
        "article": record.page if record is not None and is_public else None,
        "article_url": record.page.get_url(request) if record is not None and is_public else "",
        "state": choices.label(choices.INTAKE_STATES, entry.state),
    }
