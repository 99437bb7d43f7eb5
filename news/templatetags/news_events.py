"""Events in templates: when they are, what they are worth today, what was written about them."""

from __future__ import annotations

import datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language

from core.written_dates import written_day
from news import selectors
from news.models import EventPage, NewsPage

register = template.Library()
MONTH_FORMATS = {"vi": r"\T\h\á\n\g n/Y"}
OTHER_MONTH_FORMAT = "F Y"


@register.simple_tag
def shown_event(page: EventPage) -> selectors.ShownEvent:
    """`{% shown_event page as shown %}`: an announcement with its state and its articles."""
    articles = selectors.articles_about([page.event_id])
    return selectors.shown_event(page, articles.get(page.event_id, ()))


@register.simple_tag
def announcement_of(page: NewsPage) -> EventPage | None:
    """`{% announcement_of page as told %}`: the live announcement of the event an article tells of."""
    return selectors.announcement_of(page)


@register.filter
def event_time(row: Any) -> str:
    """Days and hours of an event: "05/09/2026, 07:30–09:00" or "05/09/2026 – 07/09/2026"."""
    first, last = written_day(row.starts_on), written_day(row.ends_on)
    if first == last:
        hours = "–".join(filter(None, (hour(row.starts_time), hour(row.ends_time) if row.starts_time else "")))
        return f"{first}, {hours}" if hours else first
    ends = (f"{hour(row.starts_time)} {first}".strip(), f"{hour(row.ends_time)} {last}".strip())
    return " – ".join(filter(None, ends))


@register.filter
def hour(value: datetime.time | None) -> str:
    """A local time: 07:30; empty for none."""
    return f"{value:%H:%M}" if value else ""


@register.filter
def month_name(first: datetime.date) -> str:
    """A month with its year: Tháng 11/2026, Ноябрь 2026, November 2026."""
    return date_format(first, MONTH_FORMATS.get(get_language() or "", OTHER_MONTH_FORMAT))
