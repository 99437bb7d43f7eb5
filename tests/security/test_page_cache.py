"""What left the site left the whole-page cache with it: the very next question gets nothing of it (issue 4, "at once").

Asked as a server asks, by WSGI with every page in memory, not through Django's test client, which passes the cache by.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connections, transaction
from wagtail.models import Page

from core.models import Generation
from editorial import actions
from editorial.models import EditorialRecord
from news.models import Category
from tests.factories import items
from tests.factories.served import Served
from tests.factories.tampering import execute

pytestmark = pytest.mark.xdist_group("free_database")

DOWN = {"ground": "takedown_personal_data", "note": "Gia đình đề nghị"}
HIDDEN = {"ground": "hide_child_safety", "note": "Lộ mặt trẻ em"}
TITLE = "Ngày hội đọc sách khối mười"
LISTS = ("/", "/tin-tuc/", "/tin-tuc/toan/", "/tin-tuc/?category=tin", "/tim-kiem/?q=doc+sach", "/sitemap.xml")
NAMES = ("Tin thứ nhất", "Tin thứ hai")
LONG = 3600.0  # seconds between two readings of the state: whatever is seen sooner was told at the commit


def take_down(record: EditorialRecord, cast: SimpleNamespace) -> None:
    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)


def hide(record: EditorialRecord, cast: SimpleNamespace) -> None:
    actions.hide(record_id=record.pk, user=cast.deputy1, **HIDDEN)


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Wagtail keeps renditions in the cache, and a rolled back test's keys come again."""
    cache.clear()


def url_of(record: EditorialRecord) -> str:
    return str(Page.objects.get(pk=record.page_id).url)


def slug_of(record: EditorialRecord) -> str:
    return str(Page.objects.get(pk=record.page_id).slug)


def shown_at(served: Served, record: EditorialRecord, *places: str) -> list[str]:
    """Those of `places` that tell of the item."""
    slug = slug_of(record)
    return [place for place in places if TITLE in served.ask(place).text or slug in served.ask(place).text]


# --- One process, each commit told at once


@pytest.mark.parametrize("remove", [take_down, hide])
def test_page_in_memory__is_gone_with_the_next_question_everywhere(
    remove: Callable[..., None], free_database: SimpleNamespace
) -> None:
    """A75: the article, front page, lists, search, sitemap and another article's "related"; also by its old tag."""
    cast, served = free_database, Served(interval=LONG).hears()
    record, other = items.published(cast, title=TITLE), items.published(cast, title="Một tin khác của tổ")
    article, places = url_of(record), (*LISTS, url_of(other))
    tag = served.warm(article, *places)[0].headers["etag"]
    assert shown_at(served, record, *places) == list(places)

    remove(record, cast)

    answers = [served.ask(article), served.ask(article, "HEAD"), served.ask(article, if_none_match=tag)]
    assert [(answer.status, answer.cache) for answer in answers] == [(410, "")] * 3
    assert answers[0].headers["cache-control"] == "no-store"
    assert TITLE not in answers[0].text
    assert shown_at(served, record, *places) == []

    actions.restore(record_id=record.pk, user=cast.head)

    assert TITLE in served.ask(article).text
    assert shown_at(served, record, *places) == list(places)
    assert served.ask(article, if_none_match=tag).status == 304  # the very same page is back


def test_correction__and_a_removed_picture_show_with_the_next_question(free_database: SimpleNamespace) -> None:
    """A27, A75: the corrected word; the article without the picture, and the picture's address without it."""
    cast, served = free_database, Served(interval=LONG).hears()
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, title=TITLE, pictures=[image])
    article = url_of(record)
    page = served.warm(article, "/")[0]
    picture = next(row.url for row in image.renditions.all() if row.url in page.text)
    kept_picture = {"if_none_match": served.ask(picture).headers["etag"]}
    assert served.ask(picture, **kept_picture).status == 304

    actions.remove_file(record_id=record.pk, user=cast.head, name=f"wagtailimages.image/{image.pk}", **DOWN)

    assert (served.ask(article).cache, picture in served.ask(article).text) == ("miss", False)
    assert picture not in served.ask("/").text
    assert [served.ask(picture).status, served.ask(picture, **kept_picture).status] == [404, 404]

    served.warm(article)
    live = Page.objects.get(pk=record.page_id).specific
    assert "Toàn trường" not in live.lead
    with transaction.atomic():
        actions.correct_words(record_id=record.pk, user=cast.secretary, wrong="thầy và trò", right="thầy cô và trò")
    actions.approve(record_id=record.pk, user=cast.deputy1)

    assert "thầy cô và trò" in served.ask(article).text


def test_change__that_was_rolled_back_leaves_the_page_in_memory(free_database: SimpleNamespace) -> None:
    """And nobody was shown a state that never came to be."""
    cast, served = free_database, Served(interval=LONG).hears()
    record = items.published(cast, title=TITLE)
    served.warm(url_of(record))

    with transaction.atomic():
        take_down(record, cast)
        transaction.set_rollback(True)

    assert served.ask(url_of(record)).cache == "hit"


# --- Another process


class Clock:
    """Seconds as the test wants them."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_another_process__is_noticed_after_the_interval_and_what_was_made_meanwhile_goes_too(
    free_database: SimpleNamespace,
) -> None:
    """A worker that heard nothing of the commit serves nothing older than a second."""
    cast, clock = free_database, Clock()
    served = Served(interval=1.0, clock=clock)
    record = items.published(cast, title=TITLE)
    article = url_of(record)
    served.warm(article)

    take_down(record, cast)  # nothing told this cache

    assert served.ask(article).cache == "hit"
    assert served.ask("/").cache == "miss"  # made after the change, but under the number before it
    clock.seconds += 1.0
    assert (served.ask(article).status, served.ask("/").cache) == (410, "miss")


def test_number_raised_by_plain_sql__empties_the_cache(free_database: SimpleNamespace) -> None:
    clock = Clock()
    served = Served(interval=1.0, clock=clock)
    Generation.bump()
    served.warm("/")

    execute("UPDATE core_generation SET number = number + 1")
    clock.seconds += 1.0

    assert served.ask("/").cache == "miss"


def test_number_that_went_back__empties_the_cache_too(free_database: SimpleNamespace) -> None:
    """A backup was restored under a running server."""
    clock = Clock()
    served = Served(interval=1.0, clock=clock)
    Generation.bump()
    served.warm("/")

    execute("UPDATE core_generation SET number = 0")
    clock.seconds += 1.0

    assert served.ask("/").cache == "miss"


# --- Several threads


def in_threads(*calls: Callable[[], Any]) -> list[Any]:
    """What each call returns, all begun at one moment."""
    start, results = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place: int, call: Callable[[], Any]) -> None:
        start.wait()
        try:
            results[place] = call()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def test_threads__that_ask_at_once_get_one_page_made_once(free_database: SimpleNamespace) -> None:
    made: list[str] = []
    served = Served(interval=LONG)

    def counted(environ: dict[str, Any], start_response: Any) -> Any:
        made.append(environ["PATH_INFO"])
        return served.plain(environ, start_response)

    served.cached._application = counted

    answers = in_threads(*[lambda: served.ask("/")] * 4)

    assert len({answer.body for answer in answers}) == 1
    assert made == ["/"]


def test_threads__reading_beside_a_take_down_never_keep_the_old_page(free_database: SimpleNamespace) -> None:
    """However the two meet: when the head's answer is out, the page is."""
    cast, served = free_database, Served(interval=LONG).hears()
    for _ in range(5):
        record = items.published(cast, title=TITLE)
        article = url_of(record)

        in_threads(
            lambda record=record: take_down(record, cast),
            *[lambda article=article: [served.ask(article).status for _ in range(20)]] * 2,
        )

        assert served.ask(article).status == 410


def test_changes_side_by_side__raise_the_number_twice_and_wait_for_nobody(
    free_database: SimpleNamespace,
) -> None:
    """On PostgreSQL each transaction has a row of its own, so that no order of locks can make a deadlock."""
    Generation.bump()
    before, meeting = Generation.current(), threading.Barrier(2)
    is_postgres = connections["default"].vendor == "postgresql"

    def change(name: str) -> None:
        with transaction.atomic():
            Category.objects.create(name=name, slug=name[-3:])
            if is_postgres:
                meeting.wait(timeout=20)  # both hold a raised number now

    in_threads(*[lambda name=name: change(name) for name in NAMES])

    assert Category.objects.filter(name__in=NAMES).count() == 2
    assert Generation.current() >= before + 2
