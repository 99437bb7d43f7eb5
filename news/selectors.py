"""Reads of published articles and notices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import QuerySet

from core.clock import now
from news.models.articles import Category, NewsPage
from news.models.notices import NoticePage
from school.models import Unit

PER_PAGE = 12


def published_news() -> QuerySet[NewsPage]:
    """Articles on the site, newest first, with their unit and categories."""
    return (
        NewsPage.objects.live()
        .public()
        .select_related("unit")
        .prefetch_related("categories")
        .order_by("-first_published_at", "-pk")
    )


def current_notices() -> list[NoticePage]:
    """Urgent notices that stand now, newest first."""
    return list(
        NoticePage.objects.live()
        .filter(editorial_record__show_until_at__gt=now())
        .select_related("editorial_record")
        .order_by("-first_published_at")
    )


def news_list(query: Mapping[str, str], unit: Unit | None = None) -> dict[str, Any]:
    """What a list page shows: a page of articles, the filters and what was chosen.

    Unknown filters and page numbers show everything or the nearest page, never an error.
    """
    articles = published_news()
    slug, code = _code(query.get("category", "")), _code(query.get("unit", ""))
    category = Category.objects.filter(slug=slug).first() if slug else None
    chosen_unit = unit or (Unit.objects.filter(code=code).first() if code else None)
    if category:
        articles = articles.filter(categories=category)
    if chosen_unit:
        articles = articles.filter(unit=chosen_unit)
    return {
        "articles": _page(articles, query.get("page", "1")),
        "categories": list(Category.objects.all()),
        "units": list(Unit.objects.filter(is_active=True, section__isnull=False).select_related("section")),
        "category": category,
        "unit": chosen_unit,
    }


def _code(typed: str) -> str:
    """A short name from the address; one with signs that no code has stands for none."""
    return typed if re.fullmatch(r"[-\w]{1,80}", typed) else ""


def _page(articles: QuerySet[NewsPage], number: str) -> ListPage[NewsPage]:
    return Paginator(articles, PER_PAGE).get_page(number)


def related_news(page: NewsPage, count: int = 3) -> list[NewsPage]:
    """Other articles of the same unit."""
    return list(published_news().filter(unit=page.unit_id).exclude(pk=page.pk)[:count])
