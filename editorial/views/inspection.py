"""The inspector's side of a link: read-only, for a time, without an account (Đ5.3)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.clock import now, today
from core.rules.answers import Refused
from editorial.actions.inspecting import note_use
from editorial.models.reports import InspectorLink, ReportFile
from editorial.period_words import period_label
from editorial.rules.inspection import InspectorState
from editorial.rules.reasons import Reason
from editorial.selectors.inspection import approved_items, inspection_zip, section_lines, signed_reports
from editorial.selectors.inspector_links import link_by_token
from editorial.sentences import sentence
from editorial.views.report import private
from editorial.views.report_files import stored_file
from school.models import School

WHY = {InspectorState.CLOSED: Reason.INSPECTOR_CLOSED, InspectorState.ENDED: Reason.INSPECTOR_ENDED}


@require_safe
def inspection(request: HttpRequest, token: str) -> HttpResponseBase:
    """Sections, who approved what, the signed reports."""
    link = _link_or_404(token)
    if not is_open(link):
        return _over(request, link)
    context = {
        "link": link,
        "token": token,
        "school": link.school,
        "sections": section_lines(link.school, today()),
        "items": approved_items(link.school),
        "reports": [{"report": row, "label": period_label(row.period)} for row in signed_reports(link.school)],
    }
    return _closed(render(request, "editorial/inspection/inspection.html", context))


@require_safe
def everything(request: HttpRequest, token: str) -> HttpResponseBase:
    """All of it in one file, with the hash of each part."""
    link = _link_or_404(token)
    if not is_open(link):
        return _over(request, link)
    headers = {"Content-Disposition": f'attachment; filename="inspection-{today()}.zip"'}
    made = inspection_zip(link.school, today())
    return _closed(HttpResponse(made, content_type="application/zip", headers=headers))


@require_safe
def inspected_file(request: HttpRequest, token: str, pk: int) -> HttpResponseBase:
    """One file of a signed report."""
    link = _link_or_404(token)
    if not is_open(link):
        return _over(request, link)
    row = get_object_or_404(_files_of(link.school), pk=pk)
    return _closed(stored_file(request, row))


def _files_of(school: School) -> Any:
    return ReportFile.objects.filter(report__school=school, report__signed_at__isnull=False).select_related("report")


def _link_or_404(token: str) -> InspectorLink:
    link = link_by_token(token)
    if link is None:
        raise Http404
    return link


def is_open(link: InspectorLink) -> bool:
    """Whether the link opens anything today; that it was used is noted."""
    if link.state(today()) is not InspectorState.OPEN:
        return False
    note_use(link, now())
    return True


def _over(request: HttpRequest, link: InspectorLink) -> HttpResponseBase:
    refused = Refused(WHY[link.state(today())])
    context = {"why": sentence(refused, link.school.country)}
    return _closed(render(request, "editorial/inspection/over.html", context, status=410))


def _closed(response: Any) -> HttpResponseBase:
    """Kept by nobody, listed nowhere, and its address told to no other site."""
    response["Referrer-Policy"] = "no-referrer"
    return private(response)
