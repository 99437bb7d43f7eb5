"""The school's calendar: a year at a glance; head, deputies and secretary change it."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from editorial.actions.school_years import change_terms, divide_year
from editorial.forms.calendar import (
    CalendarDayForm,
    ClosureForm,
    PlanForm,
    TermsForm,
    WeekForm,
    week_of,
)
from editorial.rules.duties import may_declare_closure
from editorial.rules.school_calendar import may_change_calendar
from editorial.selectors.calendar import school_years_around, year_table
from editorial.selectors.people import actor_of
from editorial.views.calendar_acts import ACTS, FORMS
from editorial.views.desk import school_or_404
from editorial.views.refusals import say_no
from school.calendar_loader import FIRST_YEAR, LAST_YEAR
from school.models import CalendarDay, School, SchoolYear
from school.rules.years import TermPlan

Forms = dict[str, forms.Form]

# The long names stand here so that the project's catalogue says "Thứ Hai" where Django's says "Thứ 2".
WEEKDAYS = (
    (pgettext_lazy("weekday", "Mo"), gettext_lazy("Monday")),
    (pgettext_lazy("weekday", "Tu"), gettext_lazy("Tuesday")),
    (pgettext_lazy("weekday", "We"), gettext_lazy("Wednesday")),
    (pgettext_lazy("weekday", "Th"), gettext_lazy("Thursday")),
    (pgettext_lazy("weekday", "Fr"), gettext_lazy("Friday")),
    (pgettext_lazy("weekday", "Sa"), gettext_lazy("Saturday")),
    (pgettext_lazy("weekday", "Su"), gettext_lazy("Sunday")),
)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """A year by month, with every day that differs from the week and where that comes from."""
    return _page(request, school_or_404(), _year_asked(request), {}, 200)


@require_POST
def act(request: HttpRequest, year: int, verb: str) -> HttpResponse:
    """Change the calendar; what was typed stays on the page when it is refused."""
    school, make = school_or_404(), FORMS.get(verb)
    if make is None or not FIRST_YEAR < year < LAST_YEAR:
        raise Http404
    form = make(request.POST)
    status = _act(request, school, year, verb, form)
    if status == 302:
        return redirect(f"{reverse('board_calendar')}?year={year}")
    return _page(request, school, year, {verb: form}, status)


def _act(request: HttpRequest, school: School, year: int, verb: str, form: forms.Form) -> int:
    if not form.is_valid():
        messages.error(request, _("Something is missing: nothing was changed."))
        return 422
    try:
        said = ACTS[verb](request, school, year, form)
    except RuleRefused as error:
        return say_no(request, error.refused, school.country)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return 422
    messages.success(request, said)
    return 302


@require_POST
def terms(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Set the days of a school year's terms, or divide it anew."""
    school = school_or_404()
    school_year = get_object_or_404(SchoolYear.objects.prefetch_related("terms"), pk=pk, school=school)
    if verb not in {"days", "plan"}:
        raise Http404
    form = TermsForm(request.POST, school_year=school_year) if verb == "days" else PlanForm(request.POST)
    status = _change_terms(request, school_year, form)
    if status == 302:
        return redirect(f"{reverse('board_calendar')}?year={school_year.starts_on.year}#terms")
    return _page(request, school, school_year.starts_on.year, {f"{verb}-{pk}": form}, status)


def _change_terms(request: HttpRequest, school_year: SchoolYear, form: Any) -> int:
    if not form.is_valid():
        messages.error(request, _("Something is missing: nothing was changed."))
        return 422
    user: Any = request.user
    try:
        if isinstance(form, TermsForm):
            change_terms(school_year=school_year, user=user, days=form.days)
        else:
            plan = TermPlan(form.cleaned_data["plan"])
            divide_year(school_year=school_year, user=user, plan=plan)
    except RuleRefused as error:
        return say_no(request, error.refused, school_year.school.country)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return 422
    messages.success(request, _("The terms are changed."))
    return 302


def _page(request: HttpRequest, school: School, year: int, bound: Forms, status: int) -> HttpResponse:
    actor = actor_of(request.user, today())
    may_change = bool(may_change_calendar(actor))
    edited = _day_asked(request, school)
    context = {
        "found": year_table(school, year),
        "school_years": _year_rows(school, year, bound, may_change),
        "may_change": may_change,
        "may_close": bool(may_declare_closure(actor)),
        "today": today(),
        "edited": edited,
        "day_form": bound.get("day") or CalendarDayForm(initial=_initial(edited, year), auto_id="day-%s"),
        "closure_form": bound.get("closure") or ClosureForm(auto_id="closure-%s"),
        "week_form": bound.get("week")
        or WeekForm(initial={"week": week_of(school.weekly_days_off)}, auto_id="week-%s"),
        "is_six_days": week_of(school.weekly_days_off) == "six",
        "weekdays": WEEKDAYS,
        "opened": next(iter(bound), "day" if edited else ""),
        "before": year - 1 if year - 1 > FIRST_YEAR else None,
        "after": year + 1 if year + 1 < LAST_YEAR else None,
    }
    return render(request, "editorial/calendar/year.html", context, status=status)


def _year_rows(school: School, year: int, bound: Forms, may_change: bool) -> list[dict[str, Any]]:
    return [
        {
            "year": row,
            "form": (bound.get(f"days-{row.pk}") or TermsForm(school_year=row, auto_id=f"terms-{row.pk}-%s"))
            if may_change
            else None,
            "plan": PlanForm(auto_id=f"plan-{row.pk}-%s") if may_change and school.country == "ru" else None,
            "is_open": any(key.endswith(f"-{row.pk}") for key in bound),
        }
        for row in school_years_around(school, year)
    ]


def _year_asked(request: HttpRequest) -> int:
    """The year in the address; this year when it is none the calendar knows."""
    typed = request.GET.get("year", "")
    known = typed.isascii() and typed.isdigit() and len(typed) == 4 and FIRST_YEAR < int(typed) < LAST_YEAR
    return int(typed) if known else today().year


def _day_asked(request: HttpRequest, school: School) -> CalendarDay | None:
    """The entry whose form the page opens; None when the address names none."""
    try:
        day = datetime.date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return None
    return CalendarDay.objects.filter(school=school, day=day).first()


def _initial(edited: CalendarDay | None, year: int) -> dict[str, Any]:
    if edited is None:
        return {"kind": CalendarDay.Kind.DAY_OFF}
    return {name: getattr(edited, name) for name in ("day", "kind", "name", "source")}
