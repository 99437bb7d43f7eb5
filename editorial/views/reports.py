"""The board's reports: the list of a school year, its release calendar, and a report on demand (A23, B17)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from editorial import actions
from editorial.forms.reports import AskedForm
from editorial.models.report_choices import REPORT_STATES
from editorial.models.reports import Report
from editorial.period_words import period_label
from editorial.rules.inspection import may_keep_inspectors
from editorial.rules.periods import Period, PeriodError, Release, between
from editorial.rules.reports import ReportState, may_read_reports, may_write_reports
from editorial.selectors.figures import period_named
from editorial.selectors.people import actor_of
from editorial.selectors.report_lists import known_years, releases, reports_in, year_asked
from editorial.selectors.reports import missing_reports
from editorial.views.desk import school_or_404
from editorial.views.intake import for_people_who
from editorial.views.refusals import say_no
from school.models import School

ICONS = {
    ReportState.DRAFT: "edit",
    ReportState.SIGNED: "lock",
    ReportState.ACKNOWLEDGED: "check",
}


@dataclasses.dataclass(frozen=True, slots=True)
class CalendarLine:
    """A line of the release calendar: what is due when, and the newest version there is of it."""

    label: str
    key: str
    drafted_on: datetime.date
    due_on: datetime.date
    report: Report | None
    state: str
    icon: str
    is_late: bool
    may_be_drafted: bool


@for_people_who(may_read_reports)
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """All reports of a school year and what is due when."""
    return _page(request, school_or_404(), AskedForm(auto_id="asked-%s"))


@for_people_who(may_read_reports)
@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Draft a report: of a period of the calendar (`period`), else of any two dates."""
    school = school_or_404()
    form = AskedForm(request.POST, auto_id="asked-%s")
    period = _period_asked(request, school, form)
    if period is None:
        messages.error(request, _("Something is missing: nothing was changed."))
        return _page(request, school, form, 422)
    person: Any = request.user
    try:
        report = actions.draft_report(school=school, period=period, user=person)
    except RuleRefused as error:
        status = say_no(request, error.refused, school.country)
        return _page(request, school, form, status)
    return redirect("board_report", report.pk)


def _period_asked(request: HttpRequest, school: School, form: AskedForm) -> Period | None:
    key = request.POST.get("period", "")
    try:
        if key:
            return period_named(school, key)
        if form.is_valid():
            return between(form.cleaned_data["first_on"], form.cleaned_data["last_on"])
    except PeriodError:
        return None
    return None


def _page(request: HttpRequest, school: School, form: AskedForm, status: int = 200) -> HttpResponse:
    actor = actor_of(request.user, today())
    years = [row for row in known_years(school) if row.starts_on <= today()]
    year = year_asked(years, request.GET.get("year", ""), today())
    found = reports_in(school, year, with_drafts="year" not in request.GET)
    may_write = bool(may_write_reports(actor))
    by_key = {report.key: report for report in reversed(found)}
    owed = {period.key for period in missing_reports(school, today())}
    context = {
        "years": [row.name for row in years],
        "year": year.name if year else "",
        "reports": [report_words(report) for report in found],
        "calendar": [_line(row, by_key.get(row.period.key), owed, may_write) for row in releases(school, year)],
        "form": form,
        "may_write": may_write,
        "may_inspect": bool(may_keep_inspectors(actor)),
    }
    return render(request, "editorial/reports/reports.html", context, status=status)


def report_words(report: Report) -> dict[str, Any]:
    """A report with its codes as people read them."""
    return {
        "report": report,
        "label": period_label(report.period),
        "state": REPORT_STATES[report.state],
        "icon": ICONS[report.state],
    }


def _line(row: Release, report: Report | None, owed: Collection[str], may_write: bool) -> CalendarLine:
    """`owed`: keys of the reports that are due by themselves and missing."""
    is_draft = report is not None and report.state is ReportState.DRAFT
    state, icon = _standing(row, report)
    return CalendarLine(
        label=period_label(row.period),
        key=row.period.key,
        drafted_on=row.drafted_on,
        due_on=row.due_on,
        report=report,
        state=state,
        icon=icon,
        is_late=row.due_on < today() and (is_draft or row.period.key in owed),
        may_be_drafted=may_write and report is None and row.period.first_on <= today(),
    )


def _standing(row: Release, report: Report | None) -> tuple[str, str]:
    """Where a line stands, as a word and an icon."""
    if report is not None:
        return str(REPORT_STATES[report.state]), ICONS[report.state]
    return (_("Not due yet"), "time") if row.drafted_on > today() else (_("Not drafted"), "minus")
