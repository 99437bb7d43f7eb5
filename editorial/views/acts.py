"""Acting on an item: read the form, call the action, say what happened, go on to the next item."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from core.clock import now
from core.rules.answers import Refused, RuleRefused
from editorial.forms.review import ActForm
from editorial.models.chain import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.selectors import review as reading
from editorial.selectors.review import Review
from editorial.selectors.timeline import last_act
from editorial.sentences import sentence
from editorial.views.act import Act
from editorial.views.act_table import ACTS, DECIDING
from editorial.views.offers import act_of
from editorial.views.refusals import status_of
from editorial.views.review import record_or_404, show, unseen


@require_POST
def act(request: HttpRequest, record_id: int, verb: str) -> HttpResponse:
    """Do what the person asked; a refusal shows the page as it stands now, with what was typed."""
    entry = ACTS.get(verb)
    if entry is None:
        raise Http404
    record = record_or_404(record_id)
    blocked = unseen(request, record)
    if blocked is not None:
        return blocked
    page = reading.review_of(record, request.user, now())
    form = entry.form(request.POST, review=page, verb=verb)
    if not form.is_valid():
        return again(request, verb, _("Something is missing or wrong below. Nothing was changed."), 422)
    try:
        demand_not_stale(verb, form, page)
        entry.run(record_id=record.pk, user=request.user, **given(verb, entry, form))
    except RuleRefused as error:
        return again_refused(request, verb, error.refused, page)
    except ValidationError as error:
        return again(request, verb, " ".join(error.messages), 422)
    return done(request, act_of(verb, page), record)


def given(verb: str, entry: Act, form: ActForm) -> dict[str, Any]:
    """What the action is called with."""
    arguments = {**form.arguments(), **dict(entry.fixed)}
    if verb in DECIDING:
        arguments["round_id"] = form.cleaned_data["round_id"]
    return arguments


def demand_not_stale(verb: str, form: ActForm, page: Review) -> None:
    """Refuse when something happened to the item since the page was made.

    A decision carries its round, and the action itself says who was first.
    """
    seen = form.cleaned_data["seen"]
    if verb not in DECIDING and seen is not None and seen != page.seen:
        raise RuleRefused(Refused(Reason.STALE_PAGE))


def again_refused(request: HttpRequest, verb: str, refused: Refused, page: Review) -> HttpResponse:
    """The page with the reason; when the item moved on, also what happened last."""
    why, status = sentence(refused, page.country), status_of(refused)
    newest = last_act(page.record) if status == 409 else None
    if newest is not None and refused.reason != Reason.ALREADY_DECIDED:
        facts = {"act": newest.label, "who": newest.who}
        why = f"{why} {_('Last act: %(act)s, %(who)s.') % facts}"
    return again(request, verb, why, status, refused.details.get("questions", "").split(","))


def again(request: HttpRequest, verb: str, why: str, status: int, questions: Iterable[str] = ()) -> HttpResponse:
    """The page as it stands now, with the form as it was typed and the reason."""
    record_id = request.resolver_match.kwargs["record_id"]  # type: ignore[union-attr]
    page = reading.review_of(record_or_404(record_id), request.user, now())
    data = request.POST.copy()
    data["round_id"], data["seen"] = str(page.round.pk if page.round else ""), str(page.seen)
    form = ACTS[verb].form(data, review=page, verb=verb)
    form.full_clean()
    for question in set(questions) & set(form.fields):
        form.add_error(question, _("Answer this question."))
    return show(request, page, status=status, bound=(verb, form), why=why)


def done(request: HttpRequest, entry: Act, record: EditorialRecord) -> HttpResponse:
    """Say what happened and who has the item now; then the next item, or the desk."""
    fresh = EditorialRecord.objects.filter(pk=record.pk).exists()
    if not fresh:
        said = _("%(done)s: “%(title)s”.") % {"done": entry.done, "title": record.title}
        messages.success(request, said)
        return redirect("wagtailadmin_home")
    page = reading.review_of(record_or_404(record.pk), request.user, now())
    what = outcome(entry, page)
    if entry.stays:
        messages.success(request, what)
        return redirect("board_review", record.pk)
    following, count = reading.next_waiting(request.user, page.record, now())
    messages.success(request, f"{what} {what_next(following, count)}")
    return redirect("board_review", following.pk) if following else redirect("wagtailadmin_home")


def outcome(entry: Act, page: Review) -> str:
    """What happened, and where the item is now with whom."""
    row = reading.row(page)
    facts = {"done": entry.done, "title": page.draft.title, "state": row.state, "who": row.holder}
    if row.holder:
        return _("%(done)s: “%(title)s”. Now: %(state)s (%(who)s).") % facts
    return _("%(done)s: “%(title)s”. Now: %(state)s.") % facts


def what_next(following: EditorialRecord | None, count: int) -> str:
    """What the person sees next."""
    if following is None:
        return _("Nothing else waits for you.")
    told = ngettext(
        "The next item is below; %(count)s waits for you.",
        "The next item is below; %(count)s wait for you.",
        count,
    )
    return told % {"count": count}
