"""Connects the register with Wagtail's editor and the board; nothing is decided here."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from documents.hooks import care, importing, journal, repository  # noqa: F401  (each registers its own)
from documents.models import OfficialDocumentPage
from documents.views.register import register, register_file
from editorial.menu import ParticipantItem
from editorial.views.page_editing import BoardEditView


class DocumentViewSet(PageViewSet):
    """Documents in the editor, as the board needs it."""

    model = OfficialDocumentPage
    edit_view_class = BoardEditView


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """The register stands among the board's screens."""
    return [
        path("board/documents/", register, name="board_documents"),
        path("board/documents.<slug:kind>", register_file, name="board_documents_file"),
    ]


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    """The editor of documents."""
    return [DocumentViewSet()]


@hooks.register("register_board_menu_item")
def register_item() -> ParticipantItem:
    """The register of documents, for the board and for units."""
    return ParticipantItem(
        _("Register of documents"), reverse("board_documents"), name="documents-register", icon_name="doc-full", order=5
    )
