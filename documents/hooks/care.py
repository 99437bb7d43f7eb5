"""Connects the screens about looking after documents; nothing is decided here."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks

from documents.views import acquaintance, card


@hooks.register("register_admin_urls")
def care_urls() -> list[URLPattern]:
    """A document's card and what is announced for acquaintance stand among the board's screens."""
    return [
        path("board/documents/<int:record_id>/", card.card, name="documents_card"),
        path("board/documents/<int:record_id>/read-again/", card.read_text_again, name="documents_card_read_again"),
        path("board/documents/<int:record_id>/announce/", card.announce, name="documents_announce"),
        path("board/documents/<int:record_id>/act/<slug:verb>/", card.act, name="documents_card_act"),
        path("board/acquaintance/<int:pk>/", acquaintance.read, name="documents_acquaintance"),
        path("board/acquaintance/<int:pk>/confirm/", acquaintance.confirm, name="documents_confirm"),
        path("board/acquaintance/<int:pk>/readers/", acquaintance.readers, name="documents_readers"),
        path("board/acquaintance/<int:pk>/sheet/", acquaintance.sheet, name="documents_readers_sheet"),
        path(
            "board/acquaintance/<int:pk>/readers.<slug:kind>", acquaintance.readers_file, name="documents_readers_file"
        ),
    ]
