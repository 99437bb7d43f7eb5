"""The asker's side of the journal's help desk: ask, and read the answer by the code. No account, no script."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from core.clock import now, today
from core.rules.answers import Refused, RuleRefused
from core.visitors import address_hash
from documents.actions import ask_question
from documents.forms.journal import QuestionForm
from documents.models import JournalPage
from documents.selectors.journal import question_by_code, settings_of
from editorial.rules.reasons import Reason
from editorial.rules.takedown import REPORT_WINDOW
from editorial.sentences import sentence
from editorial.tracking import hash_of
from editorial.views.desk import school_or_404
from editorial.views.public_answers import JUST_SENT, private
from editorial.views.refusals import status_of


def section_or_404() -> JournalPage:
    """The section on the site; 404 where there is none."""
    section: JournalPage = get_object_or_404(JournalPage.objects.live(), unit__school=school_or_404())
    return section


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form, and what it sends; a refusal shows it again as it was typed."""
    section = section_or_404()
    if request.method != "POST":
        return _form(request, section, QuestionForm(page_id=section.pk, at=now()))
    form = QuestionForm(request.POST, page_id=section.pk, at=now())
    opened = form.opened_form
    if not form.is_valid() or opened is None:
        return _form(request, section, form, status=422)
    try:
        ask_question(
            school=section.unit.school,
            words=form.cleaned_data["question"],
            contact=form.cleaned_data["contact"],
            code_hash=hash_of(opened.code),
            address_hash=address_hash(request, today()),
        )
    except RuleRefused as error:
        return _refused(request, section, form, error.refused)
    return redirect(f"{reverse('journal_answer', args=[opened.code])}?{JUST_SENT}=1")


def _refused(request: HttpRequest, section: JournalPage, form: QuestionForm, refused: Refused) -> HttpResponse:
    """Why it was not taken; 429 for too many from one address."""
    is_flood = refused.reason is Reason.TOO_MANY_REPORTS
    why = sentence(refused, section.unit.school.country)
    response = _form(request, section, form, status=429 if is_flood else status_of(refused), why=why)
    if is_flood:
        response["Retry-After"] = str(int(REPORT_WINDOW.total_seconds()))
    return response


def _form(
    request: HttpRequest, section: JournalPage, form: QuestionForm, status: int = 200, why: str = ""
) -> HttpResponse:
    context = {"form": form, "section": section, "kept": settings_of(section.unit.school), "why": why}
    return private(render(request, "documents/questions/form.html", context, status=status))


@require_safe
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """The answer, for whoever has the code; the question itself is not shown again."""
    found = question_by_code(hash_of(code))
    if found is None:
        return private(render(request, "documents/questions/find.html", {"code": code, "is_unknown": True}, status=404))
    context = {"found": found, "code": code, "is_new": JUST_SENT in request.GET}
    return private(render(request, "documents/questions/status.html", context))


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """A place to type a tracking code."""
    code = request.GET.get("code", "").strip()[:40]
    plain = "".join(sign for sign in code if sign.isascii() and (sign.isalnum() or sign == "-"))
    if plain:
        return redirect("journal_answer", plain)
    return private(render(request, "documents/questions/find.html", {"code": "", "is_unknown": False}))
