"""What every answer to somebody without an account shares: which page may be meant, and that nobody keeps it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from editorial.models.chain import EditorialRecord
from editorial.rules.vocabulary import VISIBLE

JUST_SENT = "sent"


def reportable_or_404(page_id: int) -> EditorialRecord:
    """The item behind a page that stands on the site; 404 for every other page."""
    records = EditorialRecord.objects.select_related("school", "page")
    page = get_object_or_404(Page, pk=page_id, live=True)  # a number too long for the database is no page's
    return get_object_or_404(records, page=page, public_state__in=sorted(VISIBLE))


def private(response: HttpResponse) -> HttpResponse:
    """Nobody keeps it, no search engine lists it."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
