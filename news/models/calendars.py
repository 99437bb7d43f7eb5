"""The calendar of events."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from core.clock import today
from core.models import StructurePage
from news.selectors import event_calendar


class EventIndexPage(StructurePage):
    """The events of the school: a month, what comes, what was and what was written about it."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "news/event_index_page.html"
    max_count_per_parent = 1
    show_in_menus_default = True
    query_keys = frozenset({"month", "kind", "unit", "page"})

    class Meta:
        verbose_name = _("calendar of events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The calendar with its filters, see `news.selectors.event_calendar`; 404 for a month out of reach."""
        shown = event_calendar(request.GET, today())
        if shown is None:
            raise Http404
        return {**super().get_context(request, *args, **kwargs), **shown}
