"""An extract of chosen clauses, to be printed or taken as PDF, with the code by which it is checked (B18)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from core.clock import today
from documents.models import OfficialDocumentPage
from documents.printing.paper import extract_paper
from documents.printing.pdf import to_pdf
from documents.printing.qr import qr_picture
from documents.rules.extracts import MOST_CLAUSES
from documents.selectors.editions import read_day
from documents.selectors.extracts import Extract, extract_of
from documents.selectors.reading import reading
from documents.views.addressed import beside_document
from documents.views.printing import frame_of, pdf_answer
from editorial.selectors.people import actor_of

CHECK_PAGES = {"vi": "verify_extract_code", "ru": "verify_extract_code_ru"}
MOST_ASKED = 2000


@beside_document
def extract(request: HttpRequest, page: OfficialDocumentPage) -> HttpResponse:
    """The extract of the clauses that "?c=" names; a word of help where it names none, or too many."""
    made = _extract(request, page)
    address = check_address(request, made.code) if made.code else ""
    context: dict[str, Any] = {
        "page": page,
        "made": made,
        "read": made.read,
        "on": today(),
        "most": MOST_CLAUSES,
        "is_of_office": _is_of_office(request),
        "address": address,
        "qr": qr_picture(address) if address else "",
        "pdf_query": urlencode([*_day(request), *(("c", anchor) for anchor in made.anchors)]),
        "day_query": urlencode(_day(request)),
    }
    response = render(request, "documents/extract.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


@beside_document
def extract_pdf(request: HttpRequest, page: OfficialDocumentPage) -> HttpResponse:
    """The same as a file; 404 where no clause was chosen, or too many."""
    with translation.override(settings.LANGUAGE_CODE):
        made = _extract(request, page)
        if not made.code:
            raise Http404
        frame = frame_of(request, check_address(request, made.code))
        paper = extract_paper(made.read, frame, made.kept, made.code, is_of_office=_is_of_office(request))
    return pdf_answer(lambda: to_pdf(paper), f"{page.slug}-extract.pdf")


def check_address(request: HttpRequest, code: str) -> str:
    """Where a code is checked, as it is printed and drawn."""
    return request.build_absolute_uri(reverse(CHECK_PAGES[settings.LANGUAGE_CODE], args=[code]))


def _extract(request: HttpRequest, page: OfficialDocumentPage) -> Extract:
    read = reading(page, today(), as_of=read_day(request.GET.get("on", "")))
    return extract_of(read, request.GET.getlist("c")[:MOST_ASKED], today())


def _day(request: HttpRequest) -> list[tuple[str, str]]:
    on = request.GET.get("on", "")
    return [("on", on)] if read_day(on) else []


def _is_of_office(request: HttpRequest) -> bool:
    """Whether it is the office that prints: then there is a line to sign and a place for the stamp."""
    user: Any = request.user
    return bool(user.is_authenticated and actor_of(user, today()).is_board)
