"""The board's side: the register of requests, the head's page of one request, refusals and take-downs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import Answer, Refused, RuleRefused
from editorial import actions
from editorial.exports import WRITERS
from editorial.forms.takedown import (
    AnswerForm,
    HideAnswerForm,
    KeepForm,
    RemovalFilter,
    RemoveFileForm,
    TakeDownAnswerForm,
)
from editorial.models import choices
from editorial.models.takedown import TakedownRequest
from editorial.removal_table import removal_table, removal_words
from editorial.rules import posting
from editorial.rules import takedown as rules
from editorial.rules.facts import Item
from editorial.rules.people import Actor
from editorial.rules.takedown import RequestState
from editorial.rules.vocabulary import VISIBLE, HideGround, Post, TakedownGround
from editorial.selectors.people import actor_of
from editorial.selectors.records import item_of, rules_in_force
from editorial.selectors.takedown import removals, requests_of
from editorial.sentences import sentence
from editorial.views.act import NOTE
from editorial.views.desk import school_or_404
from editorial.views.members_only import board_member
from editorial.views.refusals import status_of

PER_PAGE = 50
Charter = Any


@dataclasses.dataclass(frozen=True, slots=True)
class Answering:
    """One thing that can be done with a request. may: the rule's answer; tone: 'yes', 'no' or ''."""

    label: str | Promise
    done: str | Promise
    form: type[AnswerForm]
    may: Callable[[Actor, Item, Charter, TakedownRequest], Answer]
    run: Callable[[TakedownRequest, Any, dict[str, Any]], Any]
    tone: str = ""
    help: str | Promise = ""


def _answer(outcome: RequestState) -> Callable[[TakedownRequest, Any, dict[str, Any]], Any]:
    def run(found: TakedownRequest, user: Any, given: dict[str, Any]) -> Any:
        return actions.answer_request(request_id=found.pk, user=user, outcome=outcome, **given)

    return run


def _hide(found: TakedownRequest, user: Any, given: dict[str, Any]) -> Any:
    return actions.hide(record_id=found.record_id, user=user, **given)


def _may_answer(actor: Actor, item: Item, charter: Charter, found: TakedownRequest) -> Answer:
    return rules.may_answer(actor, item, charter, found.stands_at, found.actor_name)


def _may_take_down(actor: Actor, item: Item, charter: Charter, found: TakedownRequest) -> Answer:
    answer = _may_answer(actor, item, charter, found)
    return posting.may_take_down(actor, item, charter, TakedownGround.CONTENT, NOTE) if answer else answer


def _may_remove(actor: Actor, item: Item, charter: Charter, found: TakedownRequest) -> Answer:
    answer = _may_answer(actor, item, charter, found)
    return rules.may_remove_file(actor, item, charter, TakedownGround.CONTENT, NOTE) if answer else answer


def _may_hide(actor: Actor, item: Item, charter: Charter, found: TakedownRequest) -> Answer:
    return posting.may_hide(actor, item, charter, HideGround.CHILD_SAFETY, NOTE)


ANSWERS: dict[str, Answering] = {
    "hide": Answering(
        gettext_lazy("Hide at once"),
        gettext_lazy("Hidden"),
        HideAnswerForm,
        _may_hide,
        _hide,
        tone="no",
        help=gettext_lazy("For an emergency. The head is told and decides within one working day."),
    ),
    "remove_file": Answering(
        gettext_lazy("Remove one picture or file"),
        gettext_lazy("Removed"),
        RemoveFileForm,
        _may_remove,
        _answer(RequestState.FILE_REMOVED),
        tone="no",
        help=gettext_lazy("The article stays; a word stands in the place of what was removed."),
    ),
    "take_down": Answering(
        gettext_lazy("Take down"),
        gettext_lazy("Taken down"),
        TakeDownAnswerForm,
        _may_take_down,
        _answer(RequestState.TAKEN_DOWN),
        tone="no",
        help=gettext_lazy("It leaves the site at once, with its pictures. Its address says that it was taken down."),
    ),
    "keep": Answering(
        gettext_lazy("Keep it"),
        gettext_lazy("Kept"),
        KeepForm,
        _may_answer,
        _answer(RequestState.KEPT),
        tone="yes",
        help=gettext_lazy("It stays as it is; whoever asked is told why."),
    ),
}


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Who asked for what to be taken down; the unanswered first, those about a child before the others."""
    school = school_or_404()
    board_member(request)
    state = request.GET.get("state", "")
    rows = requests_of(school)
    known = {code.value for code in RequestState}
    page = Paginator(rows.filter(state=state) if state in known else rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "rows": [request_words(row) for row in page],
        "states": choices.choices(choices.REQUEST_STATES),
        "state": state,
        "link": f"state={state}" if state in known else "",
    }
    return private(render(request, "editorial/takedown/requests.html", context))


def request_words(row: TakedownRequest) -> dict[str, Any]:
    """A request with its codes as people read them."""
    who = row.asked_by.get_full_name() if row.asked_by else ""
    return {
        "request": row,
        "asker": choices.label(choices.ASKERS, row.asker),
        "who": who,
        "what": choices.label(choices.COMPLAINTS, row.complaint) if row.complaint else "",
        "ground": row.ground,
        "state": choices.label(choices.REQUEST_STATES, row.state),
        "is_open": row.stands_at is RequestState.OPEN,
    }


@require_safe
def takedown_request(request: HttpRequest, pk: int) -> HttpResponse:
    """One request: what is asked, the page, and the answers this person may give. Made for a phone."""
    board_member(request)
    return _page(request, _found(pk), opened=request.GET.get("open", ""))


@require_POST
def answer(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Answer it; a refused form keeps what was typed."""
    board_member(request)
    found, entry = _found(pk), ANSWERS.get(verb)
    if entry is None:
        raise Http404
    form = entry.form(request.POST, request=found, verb=verb)
    if not form.is_valid():
        return _page(request, found, {verb: form}, 422, _("Something is missing or wrong below. Nothing was changed."))
    try:
        entry.run(found, request.user, form.cleaned_data)
    except RuleRefused as error:
        why = sentence(error.refused, found.record.school.country)
        return _page(request, _found(pk), {verb: form}, status_of(error.refused), why)
    messages.success(request, _("%(done)s: “%(title)s”.") % {"done": entry.done, "title": found.record.title})
    return redirect("board_request", pk)


def _found(pk: int) -> TakedownRequest:
    rows = TakedownRequest.objects.select_related(
        "record__school", "record__unit", "record__page", "record__live_clearance", "asked_by", "takedown"
    )
    return get_object_or_404(rows, pk=pk)


def _page(
    request: HttpRequest,
    found: TakedownRequest,
    bound: dict[str, AnswerForm] | None = None,
    status: int = 200,
    why: str = "",
    opened: str = "",
) -> HttpResponse:
    actor = actor_of(request.user, today())
    filled = bound or {}
    offered = _offers(actor, found, filled, opened)
    listed = {offer["verb"] for offer in offered}
    context = {
        "words": request_words(found),
        "record": found.record,
        "is_on_site": found.record.public in VISIBLE,
        "public_state": choices.label(choices.PUBLIC_STATES, found.record.public_state),
        "offers": offered,
        "why": why,
        "kept": _typed({verb: form for verb, form in filled.items() if verb not in listed}),
        "obstacle": _obstacle(actor, found),
    }
    return private(render(request, "editorial/takedown/request.html", context, status=status))


def _offers(actor: Actor, found: TakedownRequest, bound: dict[str, AnswerForm], opened: str) -> list[dict[str, Any]]:
    """The answers the rules allow this person, each with its form; the actions ask the rules again."""
    item, charter = item_of(found.record, on=today()), rules_in_force(found.record.school)
    allowed = [verb for verb, entry in ANSWERS.items() if entry.may(actor, item, charter, found)]
    useless = {"hide"} if Post.HEAD in actor.posts else set()
    if not (found.record.live_clearance and found.record.live_clearance.files):
        useless.add("remove_file")
    return [
        {
            "verb": verb,
            "entry": ANSWERS[verb],
            "form": bound.get(verb) or ANSWERS[verb].form(request=found, verb=verb),
            "is_open": verb in bound or verb == opened,
        }
        for verb in allowed
        if verb not in useless
    ]


def _typed(bound: dict[str, AnswerForm]) -> str:
    """Words that were typed into an answer that was refused."""
    return " ".join(str(form.data.get("note", "")) for form in bound.values()).strip()


def _obstacle(actor: Actor, found: TakedownRequest) -> str:
    """Why this person does not answer, for an open request."""
    item, charter = item_of(found.record, on=today()), rules_in_force(found.record.school)
    refused = _may_answer(actor, item, charter, found)
    is_open = found.stands_at is RequestState.OPEN
    return sentence(refused, found.record.school.country) if is_open and isinstance(refused, Refused) else ""


@require_safe
def removed(request: HttpRequest) -> HttpResponse:
    """Refusals and take-downs with their grounds."""
    school = school_or_404()
    board_member(request)
    form = RemovalFilter(request.GET, school=school)
    rows = removals(school, **form.wanted())
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "page": page,
        "rows": [removal_words(row) for row in page],
        "count": len(rows),
        "link": _query(request.GET),
        "has_errors": bool(form.errors),
    }
    return private(render(request, "editorial/takedown/removed.html", context))


@require_safe
def removed_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The same register as a file, with the same filters."""
    school = school_or_404()
    board_member(request)
    if kind not in WRITERS:
        raise Http404
    rows = removals(school, **RemovalFilter(request.GET, school=school).wanted())
    return WRITERS[kind](removal_table(rows))


def _query(data: QueryDict) -> str:
    kept = data.copy()
    kept.pop("p", None)
    kept.pop("q", None)
    return kept.urlencode()


def private(response: HttpResponse) -> HttpResponse:
    """It names people: nobody keeps a copy."""
    response["Cache-Control"] = "private, no-store"
    return response
