"""The board's editorial calendar: themes, the items planned under them, and what came of each (A19)."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from editorial.actions.themes import enter_theme
from editorial.forms.themes import CameOfItForm, PlannedForm, ThemeForm
from editorial.models.clocks import PlannedItem, Theme
from editorial.rules.duties import may_edit_theme
from editorial.rules.events import may_link_planned
from editorial.rules.people import Actor
from editorial.selectors.theme_periods import (
    FIRST_DAY,
    LAST_DAY,
    Scope,
    items_of_unit,
    period_at,
    themes_in,
    with_item,
)
from editorial.views.desk import school_or_404
from editorial.views.members_only import participant
from editorial.views.refusals import say_no
from editorial.views.theme_acts import PLANNED_ACTS, THEME_ACTS
from school.models import School

DONE = 302
SCOPES = {
    Scope.MONTH: gettext_lazy("Month"),
    Scope.TERM: gettext_lazy("Term"),
    Scope.YEAR: gettext_lazy("School year"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def themes(request: HttpRequest) -> HttpResponse:
    """The themes of a month, a term or a year; whoever keeps them enters a new one."""
    school, actor = school_or_404(), participant(request)
    form = ThemeForm(request.POST or None, auto_id="theme-%s")
    status = 200
    if request.method == "POST":
        status = _enter(request, school, form)
        if status == DONE:
            return redirect(f"{reverse('board_themes')}?at={form.cleaned_data['starts_on']}")
    period = period_at(school, _scope_asked(request), _day_asked(request))
    context = {
        "scopes": SCOPES,
        "scope": period.scope,
        "period": period,
        "themes": themes_in(school, period),
        "form": form,
        "may_edit": bool(may_edit_theme(actor)),
        "has_before": period.before > FIRST_DAY,
        "has_after": period.after < LAST_DAY,
        "is_board": actor.is_board,
        "own_units": actor.unit_ids,
    }
    return render(request, "editorial/themes/themes.html", context, status=status)


def _scope_asked(request: HttpRequest) -> Scope:
    typed = request.GET.get("scope", "")
    return next((scope for scope in Scope if scope.value == typed), Scope.MONTH)


def _day_asked(request: HttpRequest) -> datetime.date:
    """The day in the address; today when it is none, or far from our time."""
    try:
        day = datetime.date.fromisoformat(request.GET.get("at", ""))
    except ValueError:
        return today()
    return day if FIRST_DAY < day < LAST_DAY else today()


def _enter(request: HttpRequest, school: School, form: ThemeForm) -> int:
    if not form.is_valid():
        return 422
    user: Any = request.user
    try:
        made = enter_theme(school=school, user=user, **form.cleaned_data)
    except RuleRefused as error:
        return say_no(request, error.refused, school.country)
    messages.success(request, _("The theme “%(title)s” is entered.") % {"title": made.title})
    return DONE


@require_safe
def theme(request: HttpRequest, pk: int) -> HttpResponse:
    """One theme with everything planned under it."""
    school, actor = school_or_404(), participant(request)
    return _page(request, actor, get_object_or_404(Theme, pk=pk, school=school), {}, 200)


@require_POST
def theme_act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Change or remove a theme, or plan an item under it."""
    school, actor = school_or_404(), participant(request)
    found = get_object_or_404(Theme.objects.select_related("school"), pk=pk, school=school)
    if verb not in THEME_ACTS:
        raise Http404
    form = _theme_forms(found, request.POST, verb)[verb]
    return _done(request, actor, found, (verb, form), lambda: THEME_ACTS[verb](request, found, form))


@require_POST
def planned_act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Change or remove a planned item, or say which article came of it."""
    school, actor = school_or_404(), participant(request)
    planned = get_object_or_404(
        PlannedItem.objects.select_related("theme__school", "unit"), pk=pk, theme__school=school
    )
    if verb not in PLANNED_ACTS:
        raise Http404
    form = _planned_forms(planned, request.POST, verb)[verb]
    bound = (f"{verb}-{pk}", form)
    return _done(request, actor, planned.theme, bound, lambda: PLANNED_ACTS[verb](request, planned, form))


def _done(request: HttpRequest, actor: Actor, found: Theme, bound: tuple[str, forms.Form], act: Any) -> HttpResponse:
    """Do it and go where it leads; else the page again with what was typed."""
    if not bound[1].is_valid():
        messages.error(request, _("Something is missing: nothing was changed."))
        return _page(request, actor, found, dict([bound]), 422)
    try:
        return act()
    except RuleRefused as error:
        status = say_no(request, error.refused, found.school.country)
        return _page(request, actor, found, dict([bound]), status)


def _theme_forms(found: Theme, data: Any = None, verb: str = "") -> dict[str, forms.Form]:
    facts = {name: getattr(found, name) for name in ("title", "starts_on", "ends_on", "note")}
    given = {verb: data} if data is not None else {}
    return {
        "change": ThemeForm(given.get("change"), initial=facts, auto_id="change-%s"),
        "plan": PlannedForm(given.get("plan"), school=found.school, theme=found, auto_id="plan-%s"),
        "drop": forms.Form(given.get("drop")),
    }


def _planned_forms(planned: PlannedItem, data: Any = None, verb: str = "") -> dict[str, forms.Form]:
    facts = {name: getattr(planned, name) for name in ("title", "unit", "writer", "planned_on")}
    given = {verb: data} if data is not None else {}
    theme, pk = planned.theme, planned.pk
    return {
        "change": PlannedForm(
            given.get("change"), initial=facts, school=theme.school, theme=theme, auto_id=f"planned-{pk}-%s"
        ),
        "link": CameOfItForm(given.get("link"), items=items_of_unit(planned.unit_id), auto_id=f"link-{pk}-%s"),
        "drop": forms.Form(given.get("drop")),
    }


def _page(request: HttpRequest, actor: Actor, found: Theme, bound: dict[str, forms.Form], status: int) -> HttpResponse:
    typed = request.GET.get("item", "")
    opened = int(typed) if re.fullmatch("[0-9]{1,9}", typed) else 0
    context = {
        "theme": found,
        "rows": [_row(actor, planned, opened, bound) for planned in with_item(found.planned.all())],
        "forms": {**_theme_forms(found), **{verb: form for verb, form in bound.items() if "-" not in verb}},
        "opened": next(iter(bound), ""),
        "may_edit": bool(may_edit_theme(actor)),
    }
    return render(request, "editorial/themes/theme.html", context, status=status)


def _row(actor: Actor, planned: PlannedItem, opened: int, bound: dict[str, forms.Form]) -> dict[str, Any]:
    """A planned item; its forms only where they were asked for."""
    may_link = bool(may_link_planned(actor, planned_unit_id=planned.unit_id, item_unit_id=planned.unit_id))
    kept = {verb.partition("-")[0]: form for verb, form in bound.items() if verb.endswith(f"-{planned.pk}")}
    is_open = may_link and (planned.pk == opened or bool(kept))
    return {
        "planned": planned,
        "forms": {**_planned_forms(planned), **kept} if is_open else {},
        "may_link": may_link,
        "may_open": actor.is_board or planned.unit_id in actor.unit_ids,
    }
