"""Public addresses of the news that are not pages: calendar files beside the pages they belong to."""

from __future__ import annotations

from django.urls import URLPattern, re_path

from news.feeds import calendar_of_all, calendar_of_one

urlpatterns: list[URLPattern] = [
    re_path(r"^(?P<path>(?:[\w\-]+/)+)calendar\.ics$", calendar_of_all, name="events_calendar_file"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)event\.ics$", calendar_of_one, name="event_file"),
]
