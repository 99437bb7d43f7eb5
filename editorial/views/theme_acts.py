"""What is done with a theme or a planned item: the action of each verb, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from editorial.actions import themes as actions
from editorial.models.clocks import PlannedItem, Theme


def _change(request: HttpRequest, theme: Theme, form: Any) -> HttpResponse:
    actions.enter_theme(school=theme.school, user=_person(request), theme_id=theme.pk, **form.cleaned_data)
    return _back(request, theme, _("The theme is changed."))


def _drop(request: HttpRequest, theme: Theme, form: Any) -> HttpResponse:
    actions.drop_theme(theme_id=theme.pk, user=_person(request))
    messages.success(request, _("The theme is removed with what was planned; articles stay."))
    return redirect("board_themes")


def _plan(request: HttpRequest, theme: Theme, form: Any) -> HttpResponse:
    actions.plan_item(theme_id=theme.pk, user=_person(request), **form.cleaned_data)
    return _back(request, theme, _("The item is planned."))


def _change_planned(request: HttpRequest, planned: PlannedItem, form: Any) -> HttpResponse:
    actions.plan_item(theme_id=planned.theme_id, user=_person(request), planned_id=planned.pk, **form.cleaned_data)
    return _back(request, planned.theme, _("The planned item is changed."))


def _drop_planned(request: HttpRequest, planned: PlannedItem, form: Any) -> HttpResponse:
    actions.drop_planned(planned_id=planned.pk, user=_person(request))
    return _back(request, planned.theme, _("The planned item is removed."))


def _link(request: HttpRequest, planned: PlannedItem, form: Any) -> HttpResponse:
    actions.link_planned(planned_id=planned.pk, record_id=form.cleaned_data["item"], user=_person(request))
    return _back(request, planned.theme, _("The article is noted as what came of it."))


def _back(request: HttpRequest, theme: Theme, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("board_theme", theme.pk)


def _person(request: HttpRequest) -> Any:
    return request.user


THEME_ACTS: dict[str, Callable[[HttpRequest, Theme, Any], HttpResponse]] = {
    "change": _change,
    "drop": _drop,
    "plan": _plan,
}
PLANNED_ACTS: dict[str, Callable[[HttpRequest, PlannedItem, Any], HttpResponse]] = {
    "change": _change_planned,
    "drop": _drop_planned,
    "link": _link,
}
