"""Any two editions side by side, and the feed of a document (B38)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.test import Client

from core.clock import today
from editorial import actions
from tests.factories import documents
from tests.integration.documents.test_editions import NOTE, with_two_editions

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def with_three_editions(cast: SimpleNamespace):
    record = with_two_editions(cast)
    later = today() + datetime.timedelta(days=30)
    text = documents.TEXT.replace("về việc đăng tin", "về việc đăng mọi tin").replace("4. Gỡ bỏ", "5. Gỡ bỏ")
    documents.rewrite(record, cast.secretary, text=text, effective_on=later)
    given = documents.answers(record)
    actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=given, public_note=NOTE)
    return actions.approve(record_id=record.pk, user=cast.head, and_post=True)


def compared(record, **query: str) -> str:
    answer = Client().get(f"{documents.page_of(record).url}compare/", query)
    assert answer.status_code == 200
    return answer.content.decode()


def told(page: str) -> str:
    """The comparison itself, without what stands around it."""
    return page.split('id="changes-title"')[1].split('id="told-title"')[0]


def test_compare__any_two_editions_whichever_comes_first(cast: SimpleNamespace):
    """B38: changed, added, removed, moved; words marked."""
    record = with_three_editions(cast)

    first = compared(record, **{"from": "1", "to": "3"})

    assert told(compared(record, **{"from": "3", "to": "1"})) == told(first)
    assert "Điều 1 khoản 1" in first
    assert "<ins>" in first
    assert "gửi thư" not in told(first)
    assert "gửi thư" in compared(record, **{"from": "1", "to": "2"})


@pytest.mark.parametrize("typed", ["", "0", "9", "-1", "x", "٢", "\0", "2", "9" * 50])
def test_compare__bears_whatever_is_typed(cast: SimpleNamespace, typed: str):
    record = with_two_editions(cast)

    assert Client().get(f"{documents.page_of(record).url}compare/", {"from": typed, "to": typed}).status_code in {
        200,
        400,
        404,
    }


def test_compare__tells_of_each_edition_what_it_changed(cast: SimpleNamespace):
    """B38: the list per edition, with what readers were told."""
    shown = compared(with_three_editions(cast))

    listed = shown.split('id="told-title"')[1]
    assert listed.count("<li>") >= 3
    assert NOTE.text in listed
    assert "Điều 1 khoản 1" in listed


def test_compare__of_one_edition_there_is_none(cast: SimpleNamespace):
    assert Client().get(f"{documents.page_of(documents.published(cast)).url}compare/").status_code == 404


def test_compare__costs_the_same_for_three_editions_as_for_two(cast: SimpleNamespace, django_assert_max_num_queries):
    url = f"{documents.page_of(with_three_editions(cast)).url}compare/"
    client = Client()
    client.get(url)

    with django_assert_max_num_queries(20):
        client.get(url)


def test_feed__has_an_entry_for_each_edition_with_what_changed(cast: SimpleNamespace):
    """B38: readers follow a document by feed."""
    record = with_two_editions(cast)
    url = documents.page_of(record).url

    feed = ElementTree.fromstring(Client().get(f"{url}feed.xml").content)

    entries = feed.findall(f"{ATOM}entry")
    told = [entry.findtext(f"{ATOM}summary") or "" for entry in entries]
    assert len(entries) == 2
    assert "Điều 1 khoản 1" in told[0]
    assert NOTE.text in told[0]
    assert all((entry.findtext(f"{ATOM}id") or "").startswith("http") for entry in entries)
    links = [entry.find(f"{ATOM}link") for entry in entries]
    assert all(link is not None and f"{url}?on=" in link.get("href", "") for link in links)
    assert f'href="{url}feed.xml"' in Client().get(url).content.decode()


def test_feed__tells_nothing_of_a_draft(cast: SimpleNamespace):
    record = documents.published(cast)
    documents.rewrite(record, cast.secretary, text="Điều 1. SECRET\n\n1. SECRET.")

    assert "SECRET" not in Client().get(f"{documents.page_of(record).url}feed.xml").content.decode()
