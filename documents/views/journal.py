"""The electronic journal in the back office: its link and help desk, outages, guidance, questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.clock import now, today
from core.rules.answers import Refused, RuleRefused
from documents import actions
from documents.forms.journal import AnswerForm, EndOutageForm, JournalSettingsForm, OutageForm
from documents.models import JournalOutage, JournalPage, JournalQuestion, JournalSettings
from documents.rules import journal as rules
from documents.selectors import journal as reads
from documents.selectors.guidance import doubtful, published_guidance
from editorial.rules.people import Actor
from editorial.selectors.people import actor_of
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.members_only import participant
from editorial.views.refusals import status_of
from editorial.views.side_doors import refusal
from editorial.views.takedown import private
from school.models import School

PER_PAGE = 25


def actor_who_may(request: HttpRequest, rule: Callable[[Actor, int | None], Any], school: School) -> Actor | Refused:
    """The person, or why the rule says no to him."""
    actor = actor_of(request.user, today())
    answer = rule(actor, reads.administrator_id(school))
    return answer if isinstance(answer, Refused) else actor


@never_cache
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Everything about the section at a glance; each person sees what is his to do."""
    participant(request)
    return _page(request, school_or_404())


def _page(request: HttpRequest, school: School, status: int = 200, why: str = "", **forms: Any) -> HttpResponse:
    actor, administrator = actor_of(request.user, today()), reads.administrator_id(school)
    outage = reads.running_outage(school)
    guidance = list(published_guidance(unit__school=school).select_related("unit"))
    wrong = doubtful(guidance, today())
    context = {
        "section": JournalPage.objects.filter(unit__school=school).first(),
        "kept": reads.settings_of(school),
        "may_set_link": bool(rules.may_set_link(actor, administrator)),
        "may_run": bool(rules.may_run_journal(actor, administrator)),
        "outage": outage,
        "outage_form": OutageForm(initial={"began_at": localtime(now())}, label_suffix=""),
        "end_form": EndOutageForm(initial={"ended_at": localtime(now())}, label_suffix=""),
        "past": [row for row in reads.recent_outages(school, now()) if row.ended_at],
        "guidance": [(page, wrong[page.pk]) for page in guidance],
        "open_count": JournalQuestion.objects.filter(school=school, answered_at__isnull=True).count(),
        "why": why,
        **forms,
    }
    return private(render(request, "documents/admin/journal.html", context, status=status))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Where the journal is, who its administrator is, who helps."""
    school, user = school_or_404(), request.user
    actor = actor_who_may(request, rules.may_set_link, school)
    if isinstance(actor, Refused):
        return refusal(request, sentence(actor, school.country))
    kept = JournalSettings.objects.filter(school=school).first() or JournalSettings(school=school)
    is_keeper = bool(rules.may_keep_journal(actor))
    form = JournalSettingsForm(request.POST or None, instance=kept, is_keeper=is_keeper)
    if request.method != "POST":
        return _settings(request, form)
    if not form.is_valid():
        return _settings(request, form, 422)
    try:
        actions.keep_journal(school=school, user=user, fields=form.cleaned_data)  # type: ignore[arg-type]
    except RuleRefused as error:
        return _settings(request, form, status_of(error.refused), sentence(error.refused, school.country))
    messages.success(request, _("Saved; the section shows it now."))
    return redirect("board_journal")


def _settings(request: HttpRequest, form: JournalSettingsForm, status: int = 200, why: str = "") -> HttpResponse:
    return private(render(request, "documents/admin/journal_settings.html", {"form": form, "why": why}, status=status))


@never_cache
@require_POST
def report_outage(request: HttpRequest) -> HttpResponse:
    """The journal is down; a refused form keeps what was typed."""
    form = OutageForm(request.POST, label_suffix="")
    return _act(request, form, "outage_form", actions.report_outage, school=school_or_404())


@never_cache
@require_POST
def end_outage(request: HttpRequest, pk: int) -> HttpResponse:
    """It works again."""
    form = EndOutageForm(request.POST, label_suffix="")
    outage = get_object_or_404(JournalOutage, pk=pk, school=school_or_404())
    return _act(request, form, "end_form", actions.end_outage, outage_id=outage.pk)


def _act(request: HttpRequest, form: Any, name: str, act: Callable[..., Any], **given: Any) -> HttpResponse:
    school = school_or_404()
    actor = actor_who_may(request, rules.may_run_journal, school)
    if isinstance(actor, Refused):
        return refusal(request, sentence(actor, school.country))
    if not form.is_valid():
        return _page(
            request, school, 422, _("Something is missing or wrong below. Nothing was changed."), **{name: form}
        )
    try:
        act(user=request.user, **given, **form.cleaned_data)
    except RuleRefused as error:
        why = sentence(error.refused, school.country)
        return _page(request, school, status_of(error.refused), why, **{name: form})
    messages.success(request, _("Saved; the section shows it now."))
    return redirect("board_journal")


@never_cache
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Questions to the help desk: what waits first."""
    school = school_or_404()
    actor = actor_who_may(request, rules.may_run_journal, school)
    if isinstance(actor, Refused):
        return refusal(request, sentence(actor, school.country))
    page = Paginator(reads.questions_of(school), PER_PAGE).get_page(request.GET.get("p"))
    return private(render(request, "documents/admin/questions.html", {"page": page, "today": today()}))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """One question, and its answer."""
    school = school_or_404()
    actor = actor_who_may(request, rules.may_run_journal, school)
    if isinstance(actor, Refused):
        return refusal(request, sentence(actor, school.country))
    found = get_object_or_404(JournalQuestion, pk=pk, school=school)
    if request.method != "POST":
        return _question(request, found, AnswerForm())
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _question(request, found, form, 422)
    try:
        actions.answer_question(question_id=found.pk, user=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    except RuleRefused as error:
        found.refresh_from_db()
        return _question(request, found, form, status_of(error.refused), sentence(error.refused, school.country))
    messages.success(request, _("Answered; the asker finds it under the tracking code."))
    return redirect("board_journal_question", found.pk)


def _question(
    request: HttpRequest, found: JournalQuestion, form: AnswerForm, status: int = 200, why: str = ""
) -> HttpResponse:
    is_late = found.answered_at is None and rules.is_late(found.due_on, today())
    faq = f"{found.words}\n\n{found.answer}"
    context = {"found": found, "form": form, "is_late": is_late, "faq": faq, "why": why}
    return private(render(request, "documents/admin/question.html", context, status=status))
