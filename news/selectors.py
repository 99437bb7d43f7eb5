"""Reads of published articles, notices and events."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet

from core.clock import now
from editorial.models import choices
from editorial.rules.duties import EventKind
from news.models.articles import Category, NewsPage
from news.models.events import EventPage, times_of
from news.models.notices import NoticePage
from news.rules.announcing import EventState, event_state
from news.rules.month import Month, days_within, is_far, is_out_of_reach, month_of, read_month, weeks
from school.models import Unit

PER_PAGE, UPCOMING = 12, 10


def published_news() -> QuerySet[NewsPage]:
    """Articles on the site, newest first, with their unit and categories.

    Nobody can put a password before a page (a trigger refuses it), so that none is looked for.
    """
    return (
        NewsPage.objects.live()
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


@dataclasses.dataclass(frozen=True, slots=True)
class ShownEvent:
    """An announced event, what it is worth today, and what was written about it."""

    page: EventPage
    state: EventState
    articles: list[NewsPage] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class CalendarDay:
    """A cell of the month; days of the months beside it hold nothing."""

    on: datetime.date
    is_inside: bool
    is_today: bool
    events: list[ShownEvent]


@dataclasses.dataclass(frozen=True, slots=True)
class NearMonth:
    """The month before or after: its code in the address, and whether search engines stay away."""

    code: str
    is_far: bool


@dataclasses.dataclass(frozen=True, slots=True)
class CalendarMonth:
    """A month as a table: `weeks` of seven days from Monday on."""

    first: datetime.date
    weeks: list[list[CalendarDay]]
    previous: NearMonth | None
    following: NearMonth | None
    is_far: bool
    is_current: bool
    has_events: bool


def published_events() -> QuerySet[EventPage]:
    """Announcements on the site, the earliest first; on one day those of the whole day first."""
    order = ("starts_on", F("starts_time").asc(nulls_first=True), "pk")
    return EventPage.objects.live().select_related("event", "unit").order_by(*order)


def shown_event(page: EventPage, articles: Iterable[NewsPage] = ()) -> ShownEvent:
    """An announcement with its state; reads the board's record of the event."""
    event = page.event
    state = event_state(times_of(page), times_of(event), is_cancelled=event.is_cancelled)
    return ShownEvent(page, state, list(articles))


def next_events(on: datetime.date, count: int) -> list[ShownEvent]:
    """The next events that take place, those of today among them."""
    rows = published_events().filter(ends_on__gte=on, event__cancelled_at=None)
    return [shown_event(page) for page in rows[:count]]


def articles_about(event_ids: Iterable[int]) -> dict[int, list[NewsPage]]:
    """Articles on the site by the event they tell of, as the board keeps it; one query."""
    found: dict[int, list[NewsPage]] = {}
    rows = NewsPage.objects.live().filter(editorial_record__event__in=list(event_ids))
    for row in rows.select_related("editorial_record").defer("body").order_by("first_published_at", "pk"):
        found.setdefault(row.editorial_record.event_id, []).append(row)
    return found


def announcement_of(page: NewsPage) -> EventPage | None:
    """The live announcement of the event an article tells of."""
    record = getattr(page, "editorial_record", None)
    event_id = (record.event_id if record else None) or page.event_id
    return published_events().filter(event_id=event_id).first() if event_id else None


def event_calendar(query: Mapping[str, str], on: datetime.date) -> dict[str, Any] | None:
    """What the calendar shows on the day `on`; None for a month out of reach.

    Unknown filters, months and page numbers show everything, this month, or the nearest page.
    """
    month = read_month(query.get("month", ""), on)
    if is_out_of_reach(month, on):
        return None
    kind, code = query.get("kind", ""), _code(query.get("unit", ""))
    unit = Unit.objects.filter(code=code).first() if code else None
    events = _chosen(kind if kind in set(EventKind) else "", unit)
    return {
        "month": _month(events, month, on),
        "upcoming": [shown_event(page) for page in events.filter(ends_on__gte=on)[:UPCOMING]],
        "past": _past(events.filter(ends_on__lt=on), query.get("page", "1")),
        "kinds": choices.choices(choices.EVENT_KINDS),
        "kind": kind if kind in set(EventKind) else "",
        "units": list(Unit.objects.filter(is_active=True, section__isnull=False)),
        "unit": unit,
    }


def _chosen(kind: str, unit: Unit | None) -> QuerySet[EventPage]:
    events = published_events()
    if kind:
        events = events.filter(kind=kind)
    if unit is not None:
        concerned = EventPage.objects.filter(Q(units=unit) | Q(unit=unit)).values("pk")
        events = events.filter(pk__in=concerned)
    return events


def _month(events: QuerySet[EventPage], month: Month, on: datetime.date) -> CalendarMonth:
    by_day: dict[datetime.date, list[ShownEvent]] = {}
    rows: Iterable[Any] = events.filter(starts_on__lte=month.last, ends_on__gte=month.first)
    for page in rows:
        shown = shown_event(page)
        for day in days_within(page.starts_on, page.ends_on, month.first, month.last):
            by_day.setdefault(day, []).append(shown)
    return CalendarMonth(
        first=month.first,
        weeks=[[_day(day, month, on, by_day.get(day, [])) for day in week] for week in weeks(month)],
        previous=_near(month.shifted(-1), on),
        following=_near(month.shifted(1), on),
        is_far=is_far(month, on),
        is_current=month == month_of(on),
        has_events=bool(by_day),
    )


def _day(day: datetime.date, month: Month, on: datetime.date, events: list[ShownEvent]) -> CalendarDay:
    return CalendarDay(day, is_inside=month_of(day) == month, is_today=day == on, events=events)


def _near(month: Month, on: datetime.date) -> NearMonth | None:
    return None if is_out_of_reach(month, on) else NearMonth(month.code, is_far(month, on))


def _past(events: QuerySet[EventPage], number: str) -> ListPage[Any]:
    """One page of what was, the latest first, each with its articles."""
    page: ListPage[Any] = Paginator(events.order_by("-ends_on", "-starts_on", "-pk"), PER_PAGE).get_page(number)
    rows = list(page.object_list)
    articles = articles_about(row.event_id for row in rows)
    page.object_list = [shown_event(row, articles.get(row.event_id, ())) for row in rows]
    return page
