"""What the public reads at an address that left the site."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from editorial import actions
from editorial.models import EditorialRecord
from tests.factories import items
from tests.factories.notices import standing
from tests.factories.screens import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

HIDE = {"ground": "hide_child_safety", "note": "Có mặt học sinh"}
DOWN = {"ground": "takedown_provider_request", "note": "Gia đình đề nghị gỡ"}
SECRET = "Tiêu đề không ai được đọc nữa"


def answer(record: EditorialRecord, language: str = "en") -> Any:
    """What a visitor reads at the item's address."""
    client = Client(headers={"accept-language": language})
    client.cookies["portal_language"] = language
    return client.get(Page.objects.get(pk=record.page_id).url)


def published(cast: SimpleNamespace) -> EditorialRecord:
    """An item whose words are easy to find."""
    return items.published(cast, title=SECRET, author_name="Lê Văn Kín", lead="Câu mở đầu kín.")


@pytest.mark.parametrize("shows", [True, False])
def test_gone__says_that_it_was_taken_down_and_why_if_the_head_says_so(cast: SimpleNamespace, shows: bool) -> None:
    """A75: 410, not indexed, nothing of the content, and no words of the board."""
    record = published(cast)
    assert answer(record).status_code == 200

    actions.take_down(record_id=record.pk, user=cast.head, shows_ground=shows, **DOWN)

    page = answer(record)
    assert page.status_code == 410
    assert (page["X-Robots-Tag"], page["Cache-Control"]) == ("noindex", "no-store")
    text = words(page)
    assert "This item has been taken down" in text
    assert ("The supplier of the information asked" in text) is shows
    for leak in (SECRET, "Lê Văn Kín", "Câu mở đầu kín", items.TEXT, "Gia đình", "deputy1"):
        assert leak not in text


def test_gone__says_of_a_hidden_page_only_that_it_is_not_shown(cast: SimpleNamespace) -> None:
    """A75: the ground of an emergency, a child's safety say, is nobody's business."""
    record = published(cast)

    actions.hide(record_id=record.pk, user=cast.secretary, **HIDE)

    page = answer(record)
    assert page.status_code == 410
    text = words(page)
    assert "This item is not shown at present" in text
    for leak in (SECRET, "child", "Có mặt học sinh", "taken down"):
        assert leak not in text


def test_gone__says_that_a_notice_has_ended(cast: SimpleNamespace) -> None:
    record = standing(cast, title="Báo bão số 2")

    actions.end_notice(record_id=record.pk, user=cast.head)

    page = answer(record)
    assert page.status_code == 410
    assert "This notice has ended" in words(page)
    assert "Báo bão số 2" not in words(page)


def test_gone__is_over_when_the_head_brings_it_back(cast: SimpleNamespace) -> None:
    record = published(cast)
    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    actions.restore(record_id=record.pk, user=cast.head)

    assert answer(record).status_code == 200


@pytest.mark.parametrize("state", ["draft", "awaiting_head", "approved", "refused"])
def test_gone__is_not_said_of_what_was_never_on_the_site(cast: SimpleNamespace, state: str) -> None:
    """A75: an address that was never public answers as one that does not exist."""
    record = getattr(items, state)(cast, title=SECRET)

    page = answer(record)

    assert page.status_code == 404
    assert SECRET not in words(page)


@pytest.mark.parametrize(("language", "said"), [("vi", "gỡ"), ("ru", "снят"), ("en", "taken down")])
def test_gone__is_in_the_readers_language(cast: SimpleNamespace, language: str, said: str) -> None:
    record = items.taken_down(cast)

    assert said in words(answer(record, language))


def test_gone__is_in_no_list_and_no_search(cast: SimpleNamespace) -> None:
    """A75: lists and search forget it with the page."""
    record = published(cast)
    client = Client()
    places = ("/", "/tin-tuc/", "/tin-tuc/toan/")
    assert all(SECRET in words(client.get(url)) for url in places)

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    for url in (*places, "/tim-kiem/?q=kh%C3%B4ng+ai"):
        assert SECRET not in words(client.get(url))
