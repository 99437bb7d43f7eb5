"""What the visitor's pages show, put together from the other apps."""

from __future__ import annotations

import dataclasses
import enum
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page, Site
from wagtail.search.backends import get_search_backend

from core import clock
from core.selectors import Card, cards
from documents.models import GuidancePage, RecognisedWorkPage, ResourceListPage
from documents.selectors.finding import FoundPassage, find_passages
from documents.selectors.guidance import published_guidance
from documents.selectors.strip import RegisterStrip, register_strip
from documents.selectors.works import works_with
from news.models import Category, EventIndexPage, NewsIndexPage, NewsPage, UnitIndexPage
from news.selectors import ShownEvent, current_notices, next_events, published_events, published_news, shown_event
from school.models import BoardAppointment, School
from school.selectors import BoardMember, board_members, current_school, school_of_site

RECENT, LATEST, STRIP, RESULTS, NEXT, FOUND_EVENTS, FOUND_WORKS = 60, 6, 4, 12, 3, 5, 10


class FrameRole(enum.StrEnum):
    """Pages that the frame links to by what they are, wherever they stand in the menu."""

    BOARD = "board"
    SEARCH = "search"


@dataclasses.dataclass(frozen=True, slots=True)
class SiteFrame:
    """Header, menu, urgent notices and footer of one request. Everything may be missing on a new site."""

    school: School | None = None
    home: Page | None = None
    menu: list[Page] = dataclasses.field(default_factory=list)
    news_page: Page | None = None
    calendar_page: Page | None = None
    board_page: Page | None = None
    search_page: Page | None = None
    notices: list[Page] = dataclasses.field(default_factory=list)
    accountable: BoardMember | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Strip:
    """The latest items of one category."""

    category: Category
    cards: list[Card]


@dataclasses.dataclass(frozen=True, slots=True)
class FrontPage:
    """The news of the home page: one first, some latest, then by category, no item twice at the top."""

    first: Card | None
    latest: list[Card]
    strips: list[Strip]
    units: list[UnitIndexPage]
    events: list[ShownEvent]
    register: RegisterStrip


@dataclasses.dataclass(frozen=True, slots=True)
class Post:
    """One kind of post on the board and who holds it."""

    code: str
    label: str
    members: list[BoardMember]


def site_frame(request: HttpRequest | None) -> SiteFrame:
    """The frame for a request, in five queries; an empty one where no site is set up."""
    site = Site.find_for_request(request) if request is not None else None
    if site is None:
        return SiteFrame()
    school = school_of(request)
    children = list(site.root_page.get_children().live().order_by("path"))
    return SiteFrame(
        school=school,
        home=site.root_page,
        menu=[page for page in children if page.show_in_menus],
        news_page=next((page for page in children if page.specific_class is NewsIndexPage), None),
        calendar_page=next((page for page in children if page.specific_class is EventIndexPage), None),
        board_page=_in_role(children, FrameRole.BOARD),
        search_page=_in_role(children, FrameRole.SEARCH),
        notices=list(current_notices()),
        accountable=_head(posts(school)) if school else None,
    )


def school_of(request: HttpRequest | None) -> School | None:
    """The school of the request's site; the default site's where the site has none of its own."""
    site = Site.find_for_request(request) if request is not None else None
    return (school_of_site(site) if site else None) or current_school()


def posts(school: School) -> list[Post]:
    """The board of today by post, the head first (Đ5.2)."""
    members = board_members(school, clock.today())
    return [
        Post(code=code, label=label, members=list(group))
        for (code, label), group in groupby(members, key=lambda row: (row.post, row.post_label))
    ]


def find_news(text: str, number: str) -> ResultPage[NewsPage]:
    """Page `number` of the published news with all words of `text`; other signs are left out.

    A text without any word finds nothing; a page number that does not exist gives the nearest.
    """
    return Paginator(_found(text, published_news()), RESULTS).get_page(number)


def find_events(text: str) -> list[ShownEvent]:
    """The announced events with all words of `text` that fit best, at most `FOUND_EVENTS`."""
    return [shown_event(page) for page in _found(text, published_events().order_by())[:FOUND_EVENTS]]


def find_in_documents(text: str) -> list[FoundPassage]:
    """Clauses of documents, documents by their name, and their files, with all words of `text`."""
    return find_passages(text)


def find_works(text: str) -> list[RecognisedWorkPage]:
    """The recognised works with all words of `text` that fit best."""
    return works_with(text, FOUND_WORKS)


def find_resources(text: str) -> list[ResourceListPage]:
    """The lists of e-resources with all words of `text`."""
    return list(_found(text, ResourceListPage.objects.live().select_related("unit").defer("resources"))[:FOUND_WORKS])


def find_guidance(text: str) -> list[GuidancePage]:
    """The guidance of the electronic journal with all words of `text`."""
    return list(_found(text, published_guidance().order_by().defer("body"))[:FOUND_WORKS])


def _found(text: str, pages: QuerySet[Any]) -> Any:
    """Those of `pages` that hold all words of `text`; none for a text without words."""
    words = re.findall(r"\w+", text)
    return get_search_backend().search(" ".join(words), pages) if words else pages.none()


def related(page: NewsPage, count: int = 3) -> list[NewsPage]:
    """The latest other articles of the same unit, as much of them as a row shows."""
    rows = published_news().filter(unit=page.unit_id).exclude(pk=page.pk)
    return list(rows.prefetch_related(None).defer("body")[:count])


def front_page() -> FrontPage:
    """The news of the home page, from the most recent items only, however many there are."""
    recent = list(published_news()[:RECENT])
    top, rest = recent[: LATEST + 1], recent[LATEST + 1 :]
    by_category = _by_category(rest)
    shown = {page.pk: page for pages in by_category.values() for page in pages}
    card_of = {card.page.pk: card for card in cards([*top, *shown.values()])}
    top_cards = [card_of[page.pk] for page in top]
    return FrontPage(
        first=top_cards[0] if top_cards else None,
        latest=top_cards[1:],
        strips=[Strip(category, [card_of[page.pk] for page in pages]) for category, pages in by_category.items()],
        units=list(UnitIndexPage.objects.live().order_by("path")),
        events=next_events(clock.today(), NEXT),
        register=register_strip(clock.today()),
    )


def _by_category(pages: Iterable[NewsPage]) -> dict[Category, list[NewsPage]]:
    """The first items of each category, categories in their order; reads prefetched categories."""
    found: dict[Category, list[NewsPage]] = {}
    for page in pages:
        for category in page.categories.all():
            items = found.setdefault(category, [])
            if len(items) < STRIP:
                items.append(page)
    return dict(sorted(found.items(), key=lambda item: (item[0].sort_order, item[0].name)))


def _in_role(pages: Iterable[Page], role: FrameRole) -> Page | None:
    """The first page whose own type declares that role."""
    return next((page for page in pages if getattr(page.specific_class, "frame_role", "") == role), None)


def _head(board: list[Post]) -> BoardMember | None:
    """Who answers for content and data (Đ7.2, Đ13.3): the holder of the first post, the head's."""
    return next((post.members[0] for post in board if post.code == BoardAppointment.Post.HEAD), None)
