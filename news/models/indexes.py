"""Where articles stand: the news section and one section per unit."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StructurePage
from news.permissions import UnitSectionPermissionTester
from news.selectors import news_list


class NewsIndexPage(StructurePage):
    """All articles of the school, newest first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.UnitIndexPage"]
    template = "news/news_index_page.html"
    query_keys = frozenset({"category", "unit", "page"})
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("news section")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list with its filters; see `news.selectors.news_list`."""
        return {**super().get_context(request, *args, **kwargs), **news_list(request.GET)}


class UnitIndexPage(StructurePage):
    """The section of one unit: what it publishes stands here, and its members write here."""

    unit = models.OneToOneField("school.Unit", on_delete=models.PROTECT, related_name="section")

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = ["news.NewsPage", "news.NoticePage", "news.EventPage"]
    template = "news/unit_index_page.html"
    query_keys = frozenset({"category", "page"})

    class Meta:
        verbose_name = _("unit's section")

    def permissions_for_user(self, user: Any) -> UnitSectionPermissionTester:
        """Members of the unit add articles here."""
        return UnitSectionPermissionTester(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The unit's articles; see `news.selectors.news_list`."""
        return {**super().get_context(request, *args, **kwargs), **news_list(request.GET, unit=self.unit)}
