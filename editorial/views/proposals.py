"""Readers' proposals at the board: the queue, one proposal, and what an editor does with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import Answer, Refused, RuleRefused
from editorial import actions
from editorial.forms.proposals import CorrectProposedForm, DeclineForm, SureForm
from editorial.models import choices
from editorial.models.corrections import CorrectionProposal
from editorial.rules import desk_rules, posting
from editorial.rules import proposals as rules
from editorial.rules.people import Actor
from editorial.rules.proposals import TO_DO, Passage, Standing
from editorial.selectors.people import actor_of
from editorial.selectors.proposals import passages, proposals_of, smallness, standing
from editorial.selectors.records import item_of
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.intake import for_people_who
from editorial.views.refusals import status_of
from editorial.views.takedown import private

PER_PAGE = 10  # each shows a paragraph of an article
Given = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Taking:
    """One thing an editor can do with a proposal. tone: 'yes', 'no' or ''."""

    label: str | Promise
    done: str | Promise
    form: Callable[..., forms.Form]
    run: Callable[..., CorrectionProposal]
    tone: str = ""
    help: str | Promise = ""


TAKINGS: dict[str, Taking] = {
    "correct": Taking(
        gettext_lazy("Correct these words"),
        gettext_lazy("Sent as a small correction; it goes online when a superior clears it."),
        CorrectProposedForm,
        actions.correct_proposed,
        tone="yes",
        help=gettext_lazy("As the reader proposed; you may better the words first."),
    ),
    "new_version": Taking(
        gettext_lazy("Begin a new version"),
        gettext_lazy("Write the new version here; it passes the whole chain."),
        SureForm,
        actions.begin_new_version,
        help=gettext_lazy("For figures, dates and everything that is more than a word or two."),
    ),
    "decline": Taking(
        gettext_lazy("Decline"),
        gettext_lazy("Declined; the reader finds the reason under the tracking code."),
        DeclineForm,
        actions.decline_proposal,
        tone="no",
    ),
}


@for_people_who(rules.may_read_proposals)
@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """The queue: what waits first, each with the words in their paragraph."""
    rows = proposals_of(school_or_404())
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, "rows": in_words(page)}
    return private(render(request, "editorial/proposals/list.html", context))


def in_words(rows: Iterable[CorrectionProposal]) -> list[dict[str, Any]]:
    """Proposals with their codes as people read them; the words in their paragraph while somebody may take them up."""
    states = {row: standing(row) for row in rows}
    found = passages(row for row, state in states.items() if state in TO_DO)
    return [
        {
            "proposal": row,
            "state": choices.label(choices.STANDINGS, state),
            "waits": state is Standing.OPEN,
            "passage": found.get(row.pk),
        }
        for row, state in states.items()
    ]


@for_people_who(rules.may_read_proposals)
@require_safe
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal: the words where they stand, what is proposed, what can be done."""
    return _page(request, _found(pk))


@for_people_who(rules.may_read_proposals)
@require_POST
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Take it up; a refused form keeps what was typed."""
    found, entry = _found(pk), TAKINGS.get(verb)
    if entry is None:
        raise Http404
    form = entry.form(request.POST)
    if not form.is_valid():
        said = _("Something is missing or wrong below. Nothing was changed.")
        return _page(request, found, {verb: form}, 422, said)
    try:
        entry.run(proposal_id=found.pk, user=request.user, **form.cleaned_data)
    except RuleRefused as error:
        why = sentence(error.refused, found.record.school.country)
        return _page(request, _found(pk), {verb: form}, status_of(error.refused), why)
    messages.success(request, str(entry.done))
    if verb == "new_version":
        return redirect("wagtailadmin_pages:edit", found.record.page_id)
    return redirect("board_proposal", found.pk)


def _found(pk: int) -> CorrectionProposal:
    rows = CorrectionProposal.objects.select_related(
        "record__school", "record__unit", "record__page", "record__live_clearance__revision", "round__clearance"
    )
    return get_object_or_404(rows, pk=pk, record__school=school_or_404())


def _page(
    request: HttpRequest,
    found: CorrectionProposal,
    bound: dict[str, forms.Form] | None = None,
    status: int = 200,
    why: str = "",
) -> HttpResponse:
    actor, words, filled = actor_of(request.user, today()), in_words([found])[0], bound or {}
    answers = _answers(actor, found, words["passage"])
    offered = [verb for verb, answer in answers.items() if answer]
    context = {
        "words": words,
        "record": found.record,
        "offers": [_offer(verb, found, words["passage"], filled) for verb in offered],
        "obstacles": _obstacles(actor, found, answers),
        "may_open_incident": bool(actor.posts),
        "why": why,
        "kept": [text for verb, form in filled.items() if verb not in offered for text in _typed(form)],
    }
    return private(render(request, "editorial/proposals/proposal.html", context, status=status))


def _answers(actor: Actor, found: CorrectionProposal, where: Passage | None) -> dict[str, Answer]:
    """What the rules say to each way of taking it up; the actions ask them again."""
    may = rules.may_take_up(actor, standing(found), found.actor_name)
    if not may:
        return dict.fromkeys(TAKINGS, may)
    item = item_of(found.record, on=today())
    small = posting.may_correct(actor, item)
    if small:
        small = smallness(found.record, where.found if where else found.words, found.wanted)
    return {"correct": small, "new_version": desk_rules.may_edit_text(actor, item), "decline": may}


def _offer(verb: str, found: CorrectionProposal, where: Passage | None, bound: dict[str, forms.Form]) -> dict[str, Any]:
    entry = TAKINGS[verb]
    form = bound.get(verb)
    if form is None:
        form = entry.form(passage=where, wanted=found.wanted) if verb == "correct" else entry.form()
    return {"verb": verb, "entry": entry, "form": form, "is_open": verb in bound or verb == "correct"}


def _obstacles(actor: Actor, found: CorrectionProposal, answers: dict[str, Answer]) -> list[str]:
    """Why somebody who takes proposals up cannot correct the words at once; why somebody else cannot at all."""
    if standing(found) not in TO_DO:
        return []
    refused = answers["correct"]
    return [sentence(refused, found.record.school.country)] if isinstance(refused, Refused) else []


def _typed(form: forms.Form) -> list[str]:
    texts = (str(form.data.get(name, "")) for name in form.fields)
    return [text for text in texts if text.strip()]
