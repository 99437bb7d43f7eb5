"""Connects the board's screens, menus and shallow gates with Wagtail; nothing is decided here."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import URLResolver
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin import action_menu
from wagtail.models import Page, Task, Workflow
from wagtail.permissions import register_permission_policy

from editorial import admin_urls, menu
from editorial.files import guard_document
from editorial.register_permissions import BoardPagesPolicy, NobodyPolicy, RegisterPolicy, only_visible
from editorial.rules.vocabulary import Post
from editorial.views import side_doors
from editorial.views.desk import DeskPanel
from editorial.views.registers import REGISTERS, note_change
from school.models import Absence, ConsentEntry

HEAD_AND_SECRETARY = (Post.HEAD, Post.SECRETARY)
STYLES = tuple(f"editorial/{name}.css" for name in ("desk", "rows", "board", "platform", "paper"))
KEPT_ACTIONS = (action_menu.SaveDraftMenuItem, action_menu.PageLockedMenuItem)

register_permission_policy(Page, BoardPagesPolicy())
register_permission_policy(Task, NobodyPolicy(Task))
register_permission_policy(Workflow, NobodyPolicy(Workflow))
register_permission_policy(ConsentEntry, RegisterPolicy(ConsentEntry, (*HEAD_AND_SECRETARY, Post.EDITOR)))
register_permission_policy(Absence, RegisterPolicy(Absence, HEAD_AND_SECRETARY))

hooks.register("register_admin_menu_item", menu.desk_item)
hooks.register("register_admin_menu_item", menu.unit_item)
hooks.register("register_admin_menu_item", menu.clocks_item)
hooks.register("register_admin_menu_item", menu.notice_item)
hooks.register("register_admin_menu_item", menu.board_item)
hooks.register("register_admin_search_area", menu.items_search)
hooks.register("construct_main_menu", menu.tidy_main)
hooks.register("construct_settings_menu", menu.tidy_settings)
hooks.register("construct_reports_menu", menu.tidy_reports)

hooks.register("before_bulk_action", side_doors.no_bulk)
hooks.register("before_publish_page", side_doors.no_chain)
hooks.register("before_convert_alias_page", side_doors.no_chain)
hooks.register("before_create_alias_page", side_doors.no_chain)
hooks.register("before_unpublish_page", side_doors.no_take_down)
hooks.register("before_move_page", side_doors.no_move)
hooks.register("before_copy_page", side_doors.no_move)
hooks.register("before_delete_page", side_doors.delete_draft)
hooks.register("before_serve_document", guard_document)


@hooks.register("register_admin_urls")
def board_urls() -> list[URLResolver]:
    """The board's screens under `board/`."""
    return admin_urls.urlpatterns


@hooks.register("register_admin_viewset")
def registers() -> list[Any]:
    """Registers kept by hand."""
    return list(REGISTERS)


@hooks.register("construct_homepage_panels")
def my_desk(request: Any, panels: list[Any]) -> None:
    """My desk in place of Wagtail's panels."""
    panels[:] = [DeskPanel()]


@hooks.register("construct_homepage_summary_items")
def no_summary(request: Any, items: list[Any]) -> None:
    """Figures of the whole site help nobody at the desk."""
    items.clear()


@hooks.register("insert_global_admin_css")
def styles() -> str:
    """The board's own styles."""
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(name),) for name in STYLES))


@hooks.register("construct_admin_api")
def read_only_api(router: Any) -> None:
    """Wagtail's internal API lists and looks, nothing more."""
    router.register_endpoint("pages", side_doors.ReadOnlyPagesAPI)


@hooks.register("construct_page_action_menu")
def own_actions_only(items: list[Any], request: Any, context: dict[str, Any]) -> None:
    """Of Wagtail's own buttons only "save draft" stays; ours were registered by name."""
    items[:] = [
        item for item in items if isinstance(item, KEPT_ACTIONS) or type(item).__module__ != action_menu.__name__
    ]


@hooks.register("construct_explorer_page_queryset")
def explorer_pages(parent: Any, pages: Any, request: Any) -> Any:
    """Units don't see each other's drafts."""
    return only_visible(pages, request.user)


@hooks.register("construct_page_chooser_queryset")
def chooser_pages(pages: Any, request: Any) -> Any:
    """Nor do they find them when they set a link."""
    return only_visible(pages, request.user)


@hooks.register("after_create_user")
def note_new_person(request: Any, user: Any) -> None:
    """A new account leaves a ledger line."""
    note_change(user, request.user, "add", [])


@hooks.register("after_edit_user")
def note_changed_person(request: Any, user: Any) -> None:
    """So does a changed one."""
    note_change(user, request.user, "change", [])
