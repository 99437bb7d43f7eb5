"""Connects the electronic-journal section with Wagtail's editor and the board; nothing is decided here."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.permissions import register_permission_policy

from documents.hooks.registers import duty_register
from documents.models import DutyHolder, GuidancePage
from documents.views import journal
from editorial.menu import ParticipantItem
from editorial.register_permissions import RegisterPolicy
from editorial.rules.vocabulary import Post
from editorial.views.page_editing import BoardEditView

register_permission_policy(DutyHolder, RegisterPolicy(DutyHolder, (Post.HEAD, Post.SECRETARY)))


class GuidanceViewSet(PageViewSet):
    """Guidance in the editor, as the board needs it."""

    model = GuidancePage
    edit_view_class = BoardEditView


@hooks.register("register_admin_urls")
def journal_urls() -> list[URLPattern]:
    """The screens of the section, among the board's."""
    return [
        path("board/journal/", journal.journal, name="board_journal"),
        path("board/journal/settings/", journal.settings, name="board_journal_settings"),
        path("board/journal/outages/new/", journal.report_outage, name="board_journal_outage"),
        path("board/journal/outages/<int:pk>/end/", journal.end_outage, name="board_journal_outage_end"),
        path("board/journal/questions/", journal.questions, name="board_journal_questions"),
        path("board/journal/questions/<int:pk>/", journal.question, name="board_journal_question"),
    ]


@hooks.register("register_admin_viewset")
def journal_viewsets() -> list[Any]:
    """The editor of guidance, and the register of duties."""
    return [GuidanceViewSet(), duty_register]


@hooks.register("register_board_menu_item")
def journal_item() -> ParticipantItem:
    """The section, for the board and the units."""
    return ParticipantItem(
        _("Electronic journal"), reverse("board_journal"), name="journal", icon_name="desktop", order=11
    )


@hooks.register("register_board_menu_item")
def duties_item() -> Any:
    """Who answers for what."""
    return duty_register.get_menu_item(order=12)
