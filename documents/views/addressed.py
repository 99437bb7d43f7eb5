"""What stands beside a document's page: found by the page's own address, closed and gone with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from documents.feeds import DocumentFeed, EditionFeed
from documents.models import OfficialDocumentPage
from editorial.gone import gone
from editorial.selectors.records import record_of_page

View = Callable[[HttpRequest, OfficialDocumentPage], HttpResponse]


def beside_document(view: View) -> Callable[..., HttpResponse]:
    """A view of a document on the site: 404 where there is none, 410 where it left the site (Đ15.2)."""

    @require_safe
    @wraps(view)
    def inner(request: HttpRequest, path: str) -> HttpResponse:
        page, is_gone = _found(request, path)
        if not isinstance(page, OfficialDocumentPage):
            raise Http404
        return gone(request, record_of_page(page)) if is_gone else view(request, page)

    return inner


def _found(request: HttpRequest, path: str) -> tuple[Page | None, bool]:
    """The page at an address, and whether it left the site."""
    route = Page.route_for_request(request, path)
    return (route.page, bool(route.kwargs.get("is_gone"))) if route is not None else (None, False)


@require_safe
def feed(request: HttpRequest, path: str) -> HttpResponse:
    """The feed of a section: its documents; that of a document: its editions."""
    page, _is_gone = _found(request, path)
    return feed_of_editions(request, path) if isinstance(page, OfficialDocumentPage) else FEED(request, path=path)


@beside_document
def feed_of_editions(request: HttpRequest, page: OfficialDocumentPage) -> HttpResponse:
    """The editions of a document."""
    return EDITION_FEED(request, page=page)


FEED, EDITION_FEED = DocumentFeed(), EditionFeed()
