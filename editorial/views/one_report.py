"""One report of the board: read, written, signed, acknowledged, corrected (Đ5.3 dash 6, Đ16)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection
from typing import Any

from django import forms
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
from editorial.forms.reports import AcknowledgeForm, CorrectForm, DiscardForm, SignForm, WordsForm
from editorial.models.reports import WORDS_LENGTH, Report
from editorial.report_screen import screen_sections
from editorial.rules import reports as rules
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from editorial.rules.reports import ReportState
from editorial.rules.vocabulary import Post
from editorial.selectors.people import actor_of
from editorial.selectors.reports import is_newest, reading_of, versions_of
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.intake import for_people_who
from editorial.views.refusals import say_no
from editorial.views.reports import report_words
from school.selectors import people_in_post

CHANGED = "…"  # stands for words not typed yet, where a rule is asked what to offer


@dataclasses.dataclass(frozen=True, slots=True)
class ReportAct:
    """One thing that can be done with a report. may: the rule's answer; help: what it means; tone: of the button."""

    label: str | Promise
    done: str | Promise
    form: type[forms.Form]
    may: Callable[[Actor, Report], Answer]
    run: Callable[[Report, Any, dict[str, Any]], Any]
    help: str | Promise = ""
    icon: str = "edit"


def _may_sign(actor: Actor, report: Report) -> Answer:
    deputies = people_in_post(report.school, [Post.DEPUTY], today())
    return rules.may_sign(actor, report.facts(), today(), deputies=len(deputies))


def _write(report: Report, user: Any, given: dict[str, Any]) -> Report:
    return actions.write_words(report_id=report.pk, user=user, words=given)


def _sign(report: Report, user: Any, given: dict[str, Any]) -> Report:
    return actions.sign_report(report_id=report.pk, user=user)


def _acknowledge(report: Report, user: Any, given: dict[str, Any]) -> Report:
    return actions.acknowledge_report(report_id=report.pk, user=user, **given)


def _correct(report: Report, user: Any, given: dict[str, Any]) -> Report:
    return actions.correct_report(report_id=report.pk, user=user, **given)


def _discard(report: Report, user: Any, given: dict[str, Any]) -> None:
    actions.discard_report(report_id=report.pk, user=user)


ACTS: dict[str, ReportAct] = {
    "words": ReportAct(
        gettext_lazy("Save"),
        gettext_lazy("Saved"),
        WordsForm,
        lambda actor, report: rules.may_write(actor, report.facts()),
        _write,
    ),
    "sign": ReportAct(
        gettext_lazy("Sign the report"),
        gettext_lazy("Signed"),
        SignForm,
        _may_sign,
        _sign,
        help=gettext_lazy(
            "With the signature the report is frozen: its number, figures, words and four files stay as they are now, "
            "each with its hash. The head is told. A mistake found later needs a new version that says what changed."
        ),
        icon="lock",
    ),
    "acknowledge": ReportAct(
        gettext_lazy("Acknowledge"),
        gettext_lazy("Acknowledged"),
        AcknowledgeForm,
        lambda actor, report: rules.may_acknowledge(actor, report.facts()),
        _acknowledge,
        help=gettext_lazy("You take note of the report; the board is told. This is done once and stays."),
        icon="check",
    ),
    "correct": ReportAct(
        gettext_lazy("New version"),
        gettext_lazy("A new version is drafted"),
        CorrectForm,
        lambda actor, report: rules.may_correct(actor, report.facts(is_newest=is_newest(report)), CHANGED),
        _correct,
        help=gettext_lazy("This version stays as it is. The new one begins with its words and is counted anew."),
        icon="copy",
    ),
    "discard": ReportAct(
        gettext_lazy("Throw the draft away"),
        gettext_lazy("The draft is thrown away"),
        DiscardForm,
        lambda actor, report: rules.may_discard(actor, report.facts()),
        _discard,
        icon="bin",
    ),
}


@for_people_who(rules.may_read_reports)
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as its paper will read, with what this person may do."""
    return _page(request, report_or_404(pk))


@for_people_who(rules.may_read_reports)
@require_POST
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Do it; a refused form keeps what was typed."""
    found, entry = report_or_404(pk), ACTS.get(verb)
    if entry is None:
        raise Http404
    form = entry.form(request.POST, auto_id=f"{verb}-%s")
    if not form.is_valid():
        messages.error(request, _("Something is missing or wrong below. Nothing was changed."))
        return _page(request, found, {verb: form}, 422)
    try:
        made = entry.run(found, request.user, form.cleaned_data)
    except RuleRefused as error:
        status = say_no(request, error.refused, found.school.country)
        return _page(request, report_or_404(pk), {verb: form}, status)
    messages.success(request, f"{entry.done}.")
    return redirect("board_report", made.pk) if made else redirect("board_reports")


def report_or_404(pk: int) -> Report:
    """The report of this school; 404 when there is none."""
    found = Report.objects.select_related("school", "replaces", "signed_by", "acknowledged_by")
    return get_object_or_404(found, pk=pk, school=school_or_404())


def _page(
    request: HttpRequest, found: Report, bound: dict[str, forms.Form] | None = None, status: int = 200
) -> HttpResponse:
    actor, filled = actor_of(request.user, today()), bound or {}
    reading = reading_of(found)
    offers = _offers(actor, found, filled)
    kept = _typed(filled, offers)
    context = {
        **report_words(found),
        "paper": reading.paper,
        "sections": screen_sections(reading.paper, reading.figures, reading.comparison, found.pk),
        "files": found.files.all(),
        "versions": [report_words(row) for row in versions_of(found)],
        "words_form": offers.pop("words", None),
        "offers": offers.values(),
        "obstacle": _obstacle(actor, found),
        "kept": kept,
    }
    return render(request, "editorial/reports/report.html", context, status=status)


def _offers(actor: Actor, found: Report, bound: dict[str, forms.Form]) -> dict[str, dict[str, Any]]:
    """The acts the rules allow this person, each with its form; the actions ask the rules again.

    What is not written yet does not hide the signature: its refusal says what is missing.
    """
    offered = {}
    for verb, entry in ACTS.items():
        answer = entry.may(actor, found)
        if answer or (isinstance(answer, Refused) and answer.reason is Reason.REPORT_UNWRITTEN):
            form = bound.get(verb) or entry.form(initial=found.written, auto_id=f"{verb}-%s")
            offered[verb] = {"verb": verb, "entry": entry, "form": form, "is_open": verb in bound}
    return offered


def _obstacle(actor: Actor, found: Report) -> str:
    """Why this person does not take the report's next step."""
    next_step = {ReportState.DRAFT: "sign", ReportState.SIGNED: "acknowledge"}.get(found.state)
    answer = ACTS[next_step].may(actor, found) if next_step else None
    return sentence(answer, found.school.country) if isinstance(answer, Refused) else ""


def _typed(bound: dict[str, forms.Form], offered: Collection[str]) -> str:
    """Words typed into a form that is not offered any more: nobody loses what he wrote."""
    lost = [form for verb, form in bound.items() if verb not in offered]
    words = [str(form.data.get(name, "")).strip() for form in lost for name in form.fields]
    return "\n\n".join(word for word in words if word)[: 6 * WORDS_LENGTH]
