"""The pages of the news in Wagtail's editor."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.viewsets.pages import PageViewSet

from core.clock import today
from editorial.views.page_editing import BoardEditView
from news.forms import events_to_tell_of
from news.models import EventPage, NewsPage, NoticePage

MOST_DIGITS = 18  # more is no key of any database


class NewsCreateView(CreateView):
    """Wagtail's view for a new article; whoever comes from a duty ("?event=7") finds its event chosen."""

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("event", "")
        if asked.isdecimal():
            events = events_to_tell_of(self.parent_page.specific.unit, today())
            self.page.event = events.filter(pk=int(asked[:MOST_DIGITS])).first()
        return super().get(request)


class NewsViewSet(PageViewSet):
    """Articles."""

    model = NewsPage
    add_view_class = NewsCreateView
    edit_view_class = BoardEditView


class NoticeViewSet(PageViewSet):
    """Urgent notices."""

    model = NoticePage
    edit_view_class = BoardEditView


class EventViewSet(PageViewSet):
    """Announcements of events."""

    model = EventPage
    edit_view_class = BoardEditView


VIEWSETS = (NewsViewSet, NoticeViewSet, EventViewSet)
