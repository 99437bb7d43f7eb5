"""Connects the news with Wagtail's editor and the board; nothing is decided here."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from editorial.register_permissions import RegisterPolicy
from editorial.rules.vocabulary import Post
from news import editing
from news.models import Category
from news.registers import category_register
from news.views import new_notice
from news.viewsets import VIEWSETS

register_permission_policy(Category, RegisterPolicy(Category, (Post.HEAD, Post.SECRETARY)))

hooks.register("register_page_action_menu_item", editing.HandInItem)
hooks.register("register_page_action_menu_item", editing.ForwardItem)
hooks.register("register_page_action_menu_item", editing.CorrectionItem)
hooks.register("register_page_header_buttons", editing.where_is_it)


@hooks.register("register_admin_urls")
def notice_url() -> list[URLPattern]:
    """The urgent notice stands among the board's screens."""
    return [path("board/notice/", new_notice, name="board_notice")]


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    """The editor as the board needs it."""
    return [*(viewset() for viewset in VIEWSETS), category_register]


@hooks.register("register_board_menu_item")
def categories_item() -> Any:
    """Categories stand among the board's registers."""
    return category_register.get_menu_item()


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def hand_over(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The text is saved; what the pressed button asks for besides."""
    return editing.after_saving(request, page)


@hooks.register("insert_global_admin_css")
def guidance_styles() -> str:
    """Styles of the guidance beside the text and of the editor's buttons."""
    return format_html('<link rel="stylesheet" href="{}">', static("editorial/guidance.css"))
