"""Pages that put the other apps together. None of them holds a text of its own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.models import StructurePage
from home import selectors


class HomePage(StructurePage):
    """The front page of the portal; parent of every other page."""

    template = "home/home_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Wagtail walks down with two queries a level; a page below a page is found here with two in all.

        The page itself still answers, so a page that is not live stays closed.
        """
        if len(path_components) > 1:
            address = f"{self.url_path}{'/'.join(path_components)}/"
            page = Page.objects.filter(slug=path_components[-1], url_path=address).first()
            if page is not None:
                return page.specific.route(request, [])
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `front`, a `FrontPage`, and `is_home`, by which the frame makes the name its heading."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"front": selectors.front_page(), "is_home": True}


class EditorialBoardPage(StructurePage):
    """Who the editorial board is today: posts, people, decision, term (Đ5.2)."""

    template = "home/editorial_board_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    show_in_menus_default = True
    frame_role = selectors.FrameRole.BOARD

    class Meta:
        verbose_name = _("page of the editorial board")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `posts`, a list of `Post`; empty before anybody is appointed."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        school = selectors.school_of(request)
        return context | {"posts": selectors.posts(school) if school else []}


class SearchPage(StructurePage):
    """Search in everything that is published. Its only query keys are `q` and `page`."""

    template = "home/search_page.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    frame_role = selectors.FrameRole.SEARCH
    query_keys = frozenset({"q", "page"})

    class Meta:
        verbose_name = _("search page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `query` as typed and `results` (a page; None without a query); the other finds stand before."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        query = request.GET.get("q", "").strip()[:100]
        results = selectors.find_news(query, request.GET.get("page", "1")) if query else None
        is_first = results is not None and results.number == 1
        return context | {
            "query": query,
            "results": results,
            "events": selectors.find_events(query) if is_first else [],
            "clauses": selectors.find_in_documents(query) if is_first else [],
            "works": selectors.find_works(query) if is_first else [],
            "lists": selectors.find_resources(query) if is_first else [],
            "guidance": selectors.find_guidance(query) if is_first else [],
        }
