"""Letting an inspector in: the links there are, a new one, and its end. For head and deputies."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from editorial import actions
from editorial.forms.reports import InspectorForm
from editorial.models.choices import label
from editorial.models.report_choices import INSPECTOR_STATES
from editorial.models.reports import InspectorLink
from editorial.rules.inspection import InspectorState, may_keep_inspectors
from editorial.selectors.inspector_links import links_of, token_shown
from editorial.views.desk import school_or_404
from editorial.views.intake import for_people_who
from editorial.views.refusals import say_no

USUAL = {"auto_id": "inspector-%s"}


@for_people_who(may_keep_inspectors)
@require_http_methods(["GET", "HEAD", "POST"])
def inspectors(request: HttpRequest) -> HttpResponse:
    """The links, and the form for a new one; what was typed stays when something is missing."""
    school = school_or_404()
    form = InspectorForm(request.POST or None, on=today(), **USUAL)
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, 422)
    person: Any = request.user
    try:
        actions.make_inspector_link(school=school, user=person, **form.cleaned_data)
    except RuleRefused as error:
        return _page(request, form, say_no(request, error.refused, school.country))
    messages.success(request, _("The link is made. Copy its address and hand it to the inspector."))
    return redirect("board_inspectors")


@for_people_who(may_keep_inspectors)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The link opens nothing from now on."""
    school = school_or_404()
    found = get_object_or_404(InspectorLink, pk=pk, school=school)
    person: Any = request.user
    try:
        actions.close_inspector_link(link_id=found.pk, user=person)
    except RuleRefused as error:
        return _page(request, InspectorForm(on=today(), **USUAL), say_no(request, error.refused, school.country))
    messages.success(request, _("The link is closed."))
    return redirect("board_inspectors")


def _page(request: HttpRequest, form: InspectorForm, status: int = 200) -> HttpResponse:
    links = [_words(request, link) for link in links_of(school_or_404())]
    return render(request, "editorial/reports/inspectors.html", {"form": form, "links": links}, status=status)


def _words(request: HttpRequest, link: InspectorLink) -> dict[str, Any]:
    token, state = token_shown(link), link.state(today())
    is_open = state is InspectorState.OPEN
    address = request.build_absolute_uri(reverse("inspection", args=[token])) if token and is_open else ""
    return {"link": link, "state": label(INSPECTOR_STATES, state), "is_open": is_open, "address": address}
