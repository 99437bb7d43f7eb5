"""Public addresses of the register that are not pages: the feed beside its section."""

from __future__ import annotations

from django.urls import URLPattern, re_path

from documents.feeds import DocumentFeed

urlpatterns: list[URLPattern] = [
    re_path(r"^(?P<path>(?:[\w\-]+/)+)feed\.xml$", DocumentFeed(), name="documents_feed"),
]
