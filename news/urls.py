"""Public addresses of the news that are not pages: handing in, and calendar files beside their pages."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from news.feeds import calendar_of_all, calendar_of_one, news_feed
from news.handing_in import following, writing

urlpatterns: list[URLPattern] = [
    path("gui-bai/", following.mine, name="hand_in_mine"),
    path("gui-bai/moi/", writing.new, name="hand_in_new"),
    path("gui-bai/anh/", writing.pictures, name="hand_in_pictures"),
    path("gui-bai/<int:record_id>/", writing.edit, name="hand_in_edit"),
    path("gui-bai/<int:record_id>/xem/", following.look, name="hand_in_look"),
    path("gui-bai/<int:record_id>/rut/", following.take_back, name="hand_in_withdraw"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)news\.xml$", news_feed, name="news_feed"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)calendar\.ics$", calendar_of_all, name="events_calendar_file"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)event\.ics$", calendar_of_one, name="event_file"),
]
