"""New documents, and the editions of one, as feeds, to be followed with any reader."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.clock import today
from core.written_dates import written_day
from documents.models import OfficialDocumentPage
from documents.selectors.comparing import edition_changes
from documents.selectors.editions import Edition, editions
from documents.selectors.following import followed
from documents.words.changes import in_words

NEWEST = 30


@dataclasses.dataclass(frozen=True, slots=True)
class Followed:
    """A section of the register and the documents of it that the address asks for."""

    section: Page
    documents: QuerySet[OfficialDocumentPage]
    filters: str


class DocumentFeed(Feed[OfficialDocumentPage, Followed]):
    """The documents of a section posted last, as Atom; the filters of its list hold here too."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Followed:
        """The section at the address; raises Http404."""
        route = Page.route_for_request(request, kwargs["path"])
        documents = followed(route.page, request.GET, today()) if route is not None else None
        if route is None or documents is None:
            raise Http404
        return Followed(route.page, documents, request.GET.urlencode())

    def title(self, followed: Followed) -> str:
        return str(followed.section.title)

    def link(self, followed: Followed) -> str:
        return f"{followed.section.url}?{followed.filters}".removesuffix("?")

    def subtitle(self, followed: Followed) -> str:
        return _("Documents of the school, the newest first.")

    def items(self, followed: Followed) -> list[OfficialDocumentPage]:
        return list(followed.documents[:NEWEST])

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


ToldEdition = tuple[Edition, str, str]
"""An edition, its address, what it changed in words."""


class EditionFeed(Feed[ToldEdition, OfficialDocumentPage]):
    """The editions of one document as Atom, the newest first, each with what it changed, in words (B38)."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> OfficialDocumentPage:
        """The document at the address; raises Http404."""
        page: OfficialDocumentPage = kwargs["page"]
        return page

    def title(self, page: OfficialDocumentPage) -> str:
        return f"{page.full_number} {page.title}".strip()

    def link(self, page: OfficialDocumentPage) -> str:
        return str(page.url)

    def subtitle(self, page: OfficialDocumentPage) -> str:
        return _("Each new edition of this document, with what it changed.")

    def items(self, page: OfficialDocumentPage) -> list[ToldEdition]:
        """Each edition with its address and with what it changed, in words."""
        rows = edition_changes(editions(page)[-NEWEST:])
        base = str(page.url)
        return [(edition, f"{base}?on={edition.begins_on}", in_words(edition, changes)) for edition, changes in rows]

    def item_title(self, item: ToldEdition) -> str:
        edition, _address, _told = item
        return _("Edition %(number)s, from %(day)s") % {
            "number": edition.number,
            "day": written_day(edition.begins_on),
        }

    def item_description(self, item: ToldEdition) -> str:
        return item[2]

    def item_link(self, item: ToldEdition) -> str:
        return item[1]

    def item_pubdate(self, item: ToldEdition) -> datetime.datetime:
        noon = datetime.time(12)
        return timezone.make_aware(datetime.datetime.combine(item[0].posted_on, noon))
