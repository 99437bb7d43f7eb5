"""What stands around every public page."""

from __future__ import annotations

from typing import Any

from django import template

from home import selectors
from news.models import NewsPage

register = template.Library()


@register.simple_tag(takes_context=True)
def site_frame(context: dict[str, Any]) -> selectors.SiteFrame:
    """`{% site_frame as frame %}`: see `home.selectors.SiteFrame`."""
    return selectors.site_frame(context.get("request"))


@register.simple_tag
def related_to(page: NewsPage) -> list[NewsPage]:
    """`{% related_to page as related %}`: other articles of the same unit."""
    return selectors.related(page)
