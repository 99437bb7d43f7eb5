"""The urgent notice: released alone, from a phone (rule 7 of the chain)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from core.clock import now
from core.rules.answers import Answer, Refused, RuleRefused
from editorial.rules.charter import CharterRules
from editorial.rules.posting import NoticeFacts, may_release_notice
from editorial.selectors.people import actor_of
from editorial.selectors.records import rules_in_force
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.refusals import status_of
from editorial.views.side_doors import refusal
from news.actions import publish_notice
from news.forms import NoticeForm
from school.models import School


@require_http_methods(["GET", "HEAD", "POST"])
def new_notice(request: HttpRequest) -> HttpResponse:
    """Write an urgent notice and put it on the site with one tap."""
    school = school_or_404()
    rules = rules_in_force(school)
    right = may_write(request.user, rules)
    if isinstance(right, Refused):
        return refusal(request, sentence(right, school.country))
    form = NoticeForm(request.POST if request.method == "POST" else None, rules=rules)
    if request.method != "POST":
        return _page(request, school, form)
    if not form.is_valid():
        return _page(request, school, form, status=422)
    return _release(request, school, form)


def may_write(user: Any, rules: CharterRules) -> Answer:
    """Whether this person releases urgent notices; asked with words that any notice has."""
    return may_release_notice(actor_of(user, localdate(now())), NoticeFacts("…", "…", 1), rules)


def _release(request: HttpRequest, school: School, form: NoticeForm) -> HttpResponse:
    user: Any = request.user
    try:
        record = publish_notice(school=school, user=user, notice=form.facts())
    except RuleRefused as error:
        why = sentence(error.refused, school.country)
        return _page(request, school, form, status=status_of(error.refused), why=why)
    messages.success(request, _said(record))
    return redirect("board_review", record.pk)


def _said(record: Any) -> str:
    """What happened and what follows."""
    facts = {"title": record.title, "until": f"{localdate(record.show_until_at):%d/%m/%Y}"}
    if record.confirm_by_on is None:
        return _("The notice “%(title)s” is on the site until %(until)s.") % facts
    return _("The notice “%(title)s” is on the site until %(until)s. The head confirms or ends it.") % facts


def _page(request: HttpRequest, school: School, form: NoticeForm, status: int = 200, why: str = "") -> HttpResponse:
    context = {"form": form, "why": why, "school": school}
    return render(request, "editorial/notice/new.html", context, status=status)
