"""A report as a file: of a signed one the very bytes that were hashed, of a draft what it would be today."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http.response import FileResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from editorial.models.reports import Report, ReportFile
from editorial.reports.formats import FORMATS
from editorial.rules.reports import may_read_reports
from editorial.selectors.report_evidence import file_bytes, is_unchanged
from editorial.views.intake import for_people_who
from editorial.views.one_report import report_or_404


@for_people_who(may_read_reports)
@require_safe
def report_file(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """DOCX, PDF, XLSX, or all tables as CSV in one ZIP."""
    found = report_or_404(pk)
    if kind not in FORMATS:
        raise Http404
    row = found.files.filter(format=kind).first()
    return stored_file(request, row) if row else _draft(found, kind)


def stored_file(request: HttpRequest, row: ReportFile) -> HttpResponseBase:
    """The bytes that were hashed at the signature; 409 where they are not those any more."""
    if not is_unchanged(row):
        why = _("The stored file is not the one that was signed, or it is gone. Tell the administrator.")
        return render(request, "editorial/desk/shut.html", {"why": why}, status=409)
    name, kind = file_name(row.report, row.format), FORMATS[row.format].media_type
    return _closed(FileResponse(row.file.open("rb"), as_attachment=True, filename=name, content_type=kind))


def _draft(report: Report, kind: str) -> HttpResponse:
    made = file_bytes(report, kind)
    headers = {"Content-Disposition": f'attachment; filename="{file_name(report, kind)}"'}
    response = HttpResponse(made, content_type=FORMATS[kind].media_type, headers=headers)
    _closed(response)
    return response


def _closed(response: HttpResponseBase) -> HttpResponseBase:
    """Kept by no cache, opened by no page."""
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def file_name(report: Report, kind: str) -> str:
    """A name in plain letters: "report-2026-10-v1.pdf"."""
    mark = f"-v{report.version}" if report.is_frozen else "-draft"
    return f"report-{slugify(report.key.replace('..', '-'))}{mark}.{FORMATS[kind].suffix}"
