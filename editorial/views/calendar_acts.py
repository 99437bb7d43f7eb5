"""What the calendar's forms do: the form of each verb, its action, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from editorial.actions import calendar as actions
from editorial.forms.calendar import CalendarDayForm, ClosureForm, RemoveDayForm, WeekForm
from school.models import School


def _set_day(request: HttpRequest, school: School, year: int, form: Any) -> str:
    row = actions.set_day(school=school, user=_person(request), **form.cleaned_data)
    return _("%(day)s: %(name)s.") % {"day": row.day.strftime("%d/%m/%Y"), "name": row.name}


def _remove_day(request: HttpRequest, school: School, year: int, form: Any) -> str:
    actions.remove_day(school=school, user=_person(request), day=form.cleaned_data["day"])
    return _("The entry is taken back.")


def _close(request: HttpRequest, school: School, year: int, form: Any) -> str:
    count = actions.declare_closure(school=school, user=_person(request), **form.cleaned_data)
    return _("The closure is declared. New days off: %(count)s.") % {"count": count}


def _confirm(request: HttpRequest, school: School, year: int, form: Any) -> str:
    actions.confirm_year(school=school, user=_person(request), year=year)
    return _("The table of %(year)s is confirmed.") % {"year": year}


def _load(request: HttpRequest, school: School, year: int, form: Any) -> str:
    [loaded] = actions.load_years(school=school, user=_person(request), years=[year])
    if not loaded.has_changed:
        return _("The table of %(year)s holds nothing new.") % {"year": year}
    counts = {"year": year, "added": loaded.added, "changed": loaded.changed, "removed": loaded.removed}
    return _("Table of %(year)s: %(added)s days added, %(changed)s changed, %(removed)s removed.") % counts


def _week(request: HttpRequest, school: School, year: int, form: Any) -> str:
    actions.change_week(school=school, user=_person(request), weekly_days_off=form.days_off)
    return _("The week is changed.")


def _person(request: HttpRequest) -> Any:
    return request.user


FORMS: dict[str, Callable[[Any], forms.Form]] = {
    "day": lambda data: CalendarDayForm(data, auto_id="day-%s"),
    "remove": RemoveDayForm,
    "closure": lambda data: ClosureForm(data, auto_id="closure-%s"),
    "confirm": forms.Form,
    "load": forms.Form,
    "week": lambda data: WeekForm(data, auto_id="week-%s"),
}
ACTS: dict[str, Callable[[HttpRequest, School, int, Any], str]] = {
    "day": _set_day,
    "remove": _remove_day,
    "closure": _close,
    "confirm": _confirm,
    "load": _load,
    "week": _week,
}
