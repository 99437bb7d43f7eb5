"""A document as PDF: the edition of a day, with what it is worth today (A52, B38)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.clock import today
from documents.models import OfficialDocumentPage
from documents.printing.paper import Frame, whole_paper
from documents.printing.pdf import Busy, to_pdf
from documents.printing.words import BY_LANGUAGE
from documents.selectors.editions import read_day
from documents.selectors.reading import Reading, reading
from documents.views.addressed import beside_document
from school.selectors import current_school, school_of_site

WAIT_SECONDS = 20


@beside_document
def document_pdf(request: HttpRequest, page: OfficialDocumentPage) -> HttpResponse:
    """The text of the edition that "?on=" asks for; 404 for a document whose text is not on the portal."""
    on = request.GET.get("on", "")
    with translation.override(settings.LANGUAGE_CODE):
        read = reading(page, today(), as_of=read_day(on))
        if not read.lines:
            raise Http404
        paper = whole_paper(read, frame_of(request, address_of(request, read, page)))
    return pdf_answer(lambda: to_pdf(paper), f"{page.slug}.pdf")


def address_of(request: HttpRequest, read: Reading, page: OfficialDocumentPage) -> str:
    """The full address of the edition shown; that in force has the address without a day."""
    address = str(page.get_full_url(request))
    return f"{address}?on={read.edition.begins_on}" if read.has_own_address and read.edition else address


def frame_of(request: HttpRequest, address: str) -> Frame:
    """What a paper carries around its text; its words are those of the school's language."""
    site = Site.find_for_request(request)
    school = (school_of_site(site) if site else None) or current_school()
    return Frame(school.name if school else "", address, today(), BY_LANGUAGE[settings.LANGUAGE_CODE])


def pdf_answer(make: Callable[[], bytes], name: str) -> HttpResponse:
    """The file, shown in the browser; 503 and a time to come back where too many ask at once."""
    try:
        content: Any = make()
    except Busy:
        words = _("Other papers are being made. Ask again in half a minute.")
        return HttpResponse(words, status=503, content_type="text/plain", headers={"Retry-After": str(WAIT_SECONDS)})
    headers = {
        "Content-Disposition": f'inline; filename="{name}"',
        "X-Robots-Tag": "noindex",
        "Cache-Control": "no-cache",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)
