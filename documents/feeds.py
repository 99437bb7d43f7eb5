"""New documents as a feed, to be followed with any reader."""

from __future__ import annotations

from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Page

from documents.models import DocumentIndexPage, OfficialDocumentPage
from documents.selectors.lists import published_documents

NEWEST = 30


class DocumentFeed(Feed[OfficialDocumentPage, DocumentIndexPage]):
    """The documents posted last, as Atom."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> DocumentIndexPage:
        """The section at the address; raises Http404."""
        route = Page.route_for_request(request, kwargs["path"])
        if route is None or not isinstance(route.page, DocumentIndexPage):
            raise Http404
        return route.page

    def title(self, section: DocumentIndexPage) -> str:
        return str(section.title)

    def link(self, section: DocumentIndexPage) -> str:
        return str(section.url)

    def subtitle(self, section: DocumentIndexPage) -> str:
        return _("Documents of the school, the newest first.")

    def items(self, section: DocumentIndexPage) -> list[OfficialDocumentPage]:
        return list(published_documents().order_by("-last_published_at", "-pk")[:NEWEST])

    def item_title(self, item: OfficialDocumentPage) -> str:
        number = f" {item.full_number}" if item.full_number else ""
        return f"{item.type_name}{number}: {item.title}"

    def item_description(self, item: OfficialDocumentPage) -> str:
        return str(item.abstract)

    def item_link(self, item: OfficialDocumentPage) -> str:
        return str(item.url)

    def item_pubdate(self, item: OfficialDocumentPage) -> Any:
        return item.first_published_at

    def item_updateddate(self, item: OfficialDocumentPage) -> Any:
        return item.last_published_at
