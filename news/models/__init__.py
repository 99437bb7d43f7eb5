"""Articles, notices and where they stand."""

from .articles import Category, NewsPage
from .indexes import NewsIndexPage, UnitIndexPage
from .notices import NoticePage

__all__ = ["Category", "NewsIndexPage", "NewsPage", "NoticePage", "UnitIndexPage"]
