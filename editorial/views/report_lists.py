"""The merit list and the pages nobody has looked after for a year (A76, A26; Đ17 §1, Đ5.3 dash 9)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.clock import now, today
from editorial.period_words import period_label
from editorial.report_screen import plainly
from editorial.reports.csv_tables import to_csv
from editorial.reports.paper import Column, Kind, Table
from editorial.rules.periods import Period, PeriodError, school_year, term
from editorial.rules.reports import may_read_reports
from editorial.rules.reviewing import STALE_MONTHS
from editorial.selectors.figures import period_named
from editorial.selectors.merit import merit_list, merit_tables
from editorial.selectors.report_lists import known_years, year_asked
from editorial.selectors.stale import StaleRow, stale_rows
from editorial.views.desk import school_or_404
from editorial.views.intake import for_people_who
from school.models import School

LONGEST_KEY = 40


@for_people_who(may_read_reports)
@require_safe
def merit(request: HttpRequest) -> HttpResponse:
    """Units and authors with their facts in a period; the board proposes, the head decides."""
    school = school_or_404()
    offered = _periods(school)
    period = _period_asked(school, request.GET.get("period", ""), offered)
    tables = merit_tables(merit_list(school, period, now())) if period else ()
    wanted = request.GET.get("csv", "")
    found = next((table for table in tables if table.code == wanted), None)
    if found is not None:
        return _csv(found)
    context = {
        "periods": [{"key": row.key, "label": period_label(row)} for row in offered],
        "period": period.key if period else "",
        "label": period_label(period) if period else "",
        "tables": [plainly(table) for table in tables],
    }
    return render(request, "editorial/reports/merit.html", context)


def _periods(school: School) -> list[Period]:
    """The school years that have begun, with their terms, the newest first."""
    found = []
    for year in known_years(school):
        found += [school_year(year), *(term(row, year.name) for row in year.terms)]
    return [period for period in found if period.first_on <= today()]


def _period_asked(school: School, key: str, offered: list[Period]) -> Period | None:
    """The period called `key`; else this school year, or the newest there is."""
    try:
        if key:
            return period_named(school, key[:LONGEST_KEY])
    except PeriodError:
        pass
    year = year_asked(known_years(school), "", today())
    return school_year(year) if year else next(iter(offered), None)


@for_people_who(may_read_reports)
@require_safe
def stale(request: HttpRequest) -> HttpResponse:
    """Pages and documents nobody touched for a year, the oldest first, with their owners."""
    rows = stale_rows(school_or_404(), today())
    if "csv" in request.GET:
        return _csv(_stale_table(rows))
    context: dict[str, Any] = {"rows": rows, "months": STALE_MONTHS}
    return render(request, "editorial/reports/stale.html", context)


def _stale_table(rows: list[StaleRow]) -> Table:
    columns = (Column(_("Title")), Column(_("Kind")), Column(_("Unit")), Column(_("Touched last"), Kind.DAY))
    cells = tuple((row.title, row.sort, row.unit_name, row.touched_on) for row in rows)
    return Table("stale", _("Not looked after for a year"), columns, cells)


def _csv(table: Table) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{table.code}.csv"'}
    return HttpResponse(to_csv(table), content_type="text/csv; charset=utf-8", headers=headers)
