"""The newest articles as Atom, beside the list of all news and each unit's section."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.test import Client

from editorial import actions
from tests.factories import items

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
ALL, MATHS, LITERATURE = "/tin-tuc/news.xml", "/tin-tuc/toan/news.xml", "/tin-tuc/van/news.xml"


def titles(address: str) -> list[str]:
    """What a feed offers, in its order."""
    feed = ElementTree.fromstring(Client().get(address).content)
    return [str(entry.findtext(f"{ATOM}title")) for entry in feed.iter(f"{ATOM}entry")]


def test_feed__has_the_newest_articles_of_the_school_or_of_one_unit(cast: SimpleNamespace) -> None:
    items.published(cast, title="Tin thứ nhất")
    items.published(cast, title="Tin thứ <hai> & cuối")
    items.draft(cast, title="Chưa ai duyệt")

    assert titles(ALL) == titles(MATHS) == ["Tin thứ <hai> & cuối", "Tin thứ nhất"]
    assert titles(LITERATURE) == []


def test_feed__leads_to_the_article_and_is_named_by_the_list(cast: SimpleNamespace) -> None:
    record = items.published(cast, title="Tin thứ nhất")
    entry = next(ElementTree.fromstring(Client().get(ALL).content).iter(f"{ATOM}entry"))
    assert str(entry.find(f"{ATOM}link").attrib["href"]).endswith(record.page.specific.url)
    assert f'type="application/atom+xml" title="Tin tức" href="{ALL}"' in Client().get("/tin-tuc/").content.decode()


def test_feed__drops_what_was_hidden_and_takes_it_up_again(cast: SimpleNamespace) -> None:
    """A64, A75."""
    record = items.published(cast, title="Tin thứ nhất")
    actions.hide(record_id=record.pk, user=cast.secretary, ground="hide_child_safety", note="Ảnh học sinh")
    assert titles(ALL) == []
    actions.restore(record_id=record.pk, user=cast.head)
    assert titles(ALL) == ["Tin thứ nhất"]


@pytest.mark.parametrize("address", ["/ban-bien-tap/news.xml", "/nowhere/news.xml", "/van-ban/news.xml"])
def test_feed__of_no_section_of_news_is_not_there(cast: SimpleNamespace, address: str) -> None:
    assert Client().get(address).status_code == 404


def test_feed__costs_the_same_however_many_articles(cast: SimpleNamespace, django_assert_max_num_queries) -> None:
    for number in range(3):
        items.published(cast, title=f"Tin {number}")
    Client().get(ALL)
    with django_assert_max_num_queries(12):
        Client().get(ALL)
