"""The rows behind a number of a report: every number on its screen leads here (A23)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from editorial import figure_providers
from editorial.figure_words import figure_title
from editorial.models.reports import Report
from editorial.period_words import period_label
from editorial.report_screen import listed
from editorial.reports.behind import Of
from editorial.reports.paper import Table
from editorial.rules.figure_terms import CODES
from editorial.rules.periods import Period
from editorial.rules.reports import may_read_reports
from editorial.selectors.figures import rows_behind
from editorial.selectors.reports import Reading, counting_moment, reading_of
from editorial.views.intake import for_people_who
from editorial.views.one_report import report_or_404
from editorial.views.reports import report_words

LONGEST_KEY = 80
MOST_TEXTS = 5
LONGEST_TEXT = 300


@for_people_who(may_read_reports)
@require_safe
def rows(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The rows behind one figure of the report, as they stand in ledger and records now."""
    found, key = report_or_404(pk), request.GET.get("key", "")[:LONGEST_KEY]
    if code not in CODES:
        raise Http404
    reading = reading_of(found)
    period = _period(found, reading, request.GET.get("of", ""))
    table = rows_behind(found.school, period, code, key, counting_moment(found))
    title = figure_title(code, key, reading.figures.names)
    return _page(request, found, table, title if period == found.period else f"{title} · {period_label(period)}")


def _period(found: Report, reading: Reading, of: str) -> Period:
    """The report's own period, or one it is compared with; 404 for any other."""
    beside = reading.comparison
    known: dict[str, Period | None] = {Of.THIS: found.period, Of.BEFORE: beside.before, Of.YEAR_AGO: beside.year_ago}
    period = known.get(of)
    if period is None:
        raise Http404
    return period


@for_people_who(may_read_reports)
@require_safe
def provided_rows(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """The rows behind a row of another app's table."""
    found = report_or_404(pk)
    texts = tuple(text[:LONGEST_TEXT] for text in request.GET.getlist("text")[:MOST_TEXTS])
    table = figure_providers.rows_behind(name, found.school, found.period, texts)
    if table is None:
        raise Http404
    return _page(request, found, table, table.caption)


def _page(request: HttpRequest, found: Report, table: Table, title: str) -> HttpResponse:
    context = {**report_words(found), "title": title, "table": listed(table), "count": len(table.rows)}
    return render(request, "editorial/reports/rows.html", context)
