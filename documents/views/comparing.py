"""Any two editions of a document side by side (B38)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from documents.models import OfficialDocumentPage
from documents.selectors.comparing import comparison, edition_changes
from documents.views.addressed import beside_document
from documents.words.changes import in_words


@beside_document
def compare(request: HttpRequest, page: OfficialDocumentPage) -> HttpResponse:
    """What changed from "?from=" to "?to=", numbers of editions; the last two where they name none."""
    shown = comparison(page, request.GET.get("from", ""), request.GET.get("to", ""))
    if shown is None:
        raise Http404
    told = [(edition, in_words(edition, changes)) for edition, changes in edition_changes(shown.every)]
    context: dict[str, Any] = {"page": page, "shown": shown, "told": told}
    return render(request, "documents/compare.html", context)
