"""What programs subscribe to: the newest articles as Atom; calendar files of all announced events, and of one."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.clock import today
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage, UnitIndexPage
from news.models.events import times_of
from news.rules.ical import Entry, calendar_text
from news.selectors import published_events, published_news, shown_event

KEPT_DAYS = 366  # how long past events stay in the calendar that programs subscribe to
NEWEST = 30
NewsSection = NewsIndexPage | UnitIndexPage


class NewsFeed(Feed[NewsPage, NewsSection]):
    """The articles posted last, of the school or of one unit, as Atom; what left the site is in it no more."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NewsSection:
        """The section at the address; raises Http404."""
        page = _route(request, kwargs["path"]).page
        if not isinstance(page, NewsSection):
            raise Http404
        return page

    def title(self, section: NewsSection) -> str:
        return str(section.title)

    def link(self, section: NewsSection) -> str:
        return str(section.url)

    def subtitle(self, section: NewsSection) -> str:
        return _("The newest articles first.")

    def items(self, section: NewsSection) -> list[NewsPage]:
        articles = published_news()
        return list((articles.filter(unit=section.unit) if isinstance(section, UnitIndexPage) else articles)[:NEWEST])

    def item_title(self, item: NewsPage) -> str:
        return str(item.title)

    def item_description(self, item: NewsPage) -> str:
        return str(item.lead)

    def item_link(self, item: NewsPage) -> str:
        return str(item.url)

    def item_pubdate(self, item: NewsPage) -> datetime.datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: NewsPage) -> datetime.datetime | None:
        return item.last_published_at


news_feed = require_safe(NewsFeed())


@require_safe
def calendar_of_all(request: HttpRequest, path: str) -> HttpResponse:
    """Every announced event from a year ago on."""
    route = _route(request, path)
    if not isinstance(route.page, EventIndexPage):
        raise Http404
    since = today() - datetime.timedelta(days=KEPT_DAYS)
    return _file(request, route.page.title, published_events().filter(ends_on__gte=since), "calendar")


@require_safe
def calendar_of_one(request: HttpRequest, path: str) -> HttpResponse:
    """One announced event; what left the site answers 410, as its page does."""
    route = _route(request, path)
    if not isinstance(route.page, EventPage):
        raise Http404
    if route.kwargs:
        gone: HttpResponse = route.page.serve(request, *route.args, **route.kwargs)
        return gone
    return _file(request, route.page.title, published_events().filter(pk=route.page.pk), "event")


def _route(request: HttpRequest, path: str) -> RouteResult:
    """The page at an address, as Wagtail finds it; raises Http404."""
    route = Page.route_for_request(request, path)
    if route is None:
        raise Http404
    return route


def _file(request: HttpRequest, name: str, pages: Iterable[EventPage], file_name: str) -> HttpResponse:
    """The file, in the language of the school; an unchanged one is not sent again."""
    with translation.override(settings.LANGUAGE_CODE):
        text = calendar_text(name, [_entry(request, page) for page in pages], ZoneInfo(settings.TIME_ZONE))
    body = text.encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers={"ETag": etag})
    response["Content-Disposition"] = f'attachment; filename="{file_name}.ics"'
    return get_conditional_response(request, etag=etag, response=response) or response


def _entry(request: HttpRequest, page: EventPage) -> Entry:
    """An announcement for a calendar program; its number grows with each posting and with a cancellation."""
    moments = [page.first_published_at, page.last_published_at, page.event.cancelled_at]
    known = [moment for moment in moments if moment]
    return Entry(
        uid=str(page.translation_key),
        title=page.title,
        times=times_of(page),
        state=shown_event(page).state,
        sequence=int((max(known) - min(known)).total_seconds()),
        changed_at=max(known),
        summary=page.summary,
        place=page.place,
        category=str(page.get_kind_display()),
        url=page.get_full_url(request) or "",
    )
