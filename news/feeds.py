"""Calendar files: all announced events, and one of them."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.clock import today
from news.models import EventIndexPage, EventPage
from news.models.events import times_of
from news.rules.ical import Entry, calendar_text
from news.selectors import published_events, shown_event

KEPT_DAYS = 366  # how long past events stay in the calendar that programs subscribe to


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
