"""Articles, notices, events and where they stand."""

from .articles import Category, NewsPage
from .calendars import EventIndexPage
from .events import EventPage
from .indexes import NewsIndexPage, UnitIndexPage
from .notices import NoticePage

__all__ = ["Category", "EventIndexPage", "EventPage", "NewsIndexPage", "NewsPage", "NoticePage", "UnitIndexPage"]
