"""Connects the repository and the lists of e-resources with Wagtail's editor and the board."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from documents.models import RecognisedWorkPage, ResourceListPage
from documents.views.works import works, works_file
from editorial.menu import ParticipantItem
from editorial.views.page_editing import BoardEditView


class WorkViewSet(PageViewSet):
    """Recognised works in the editor, as the board needs it."""

    model = RecognisedWorkPage
    edit_view_class = BoardEditView


class ResourceListViewSet(PageViewSet):
    """Lists of e-resources in the editor, as the board needs it."""

    model = ResourceListPage
    edit_view_class = BoardEditView


@hooks.register("register_admin_urls")
def repository_urls() -> list[URLPattern]:
    """What the units entered stands among the board's screens."""
    return [
        path("board/works/", works, name="board_works"),
        path("board/works.<slug:kind>", works_file, name="board_works_file"),
    ]


@hooks.register("register_admin_viewset")
def repository_viewsets() -> list[Any]:
    """The editors of both."""
    return [WorkViewSet(), ResourceListViewSet()]


@hooks.register("register_board_menu_item")
def repository_item() -> ParticipantItem:
    """Works and e-resources, for the board and the units."""
    return ParticipantItem(
        _("Repository and e-resources"), reverse("board_works"), name="works", icon_name="folder-open-inverse", order=6
    )
