"""Files follow the page: who sees a picture or file, before posting, on the site, and after."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from editorial import actions
from tests.factories import items
from tests.factories.board import leave_the_board
from tests.factories.screens import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

HIDE = {"ground": "hide_child_safety", "note": "Có mặt học sinh"}
DOWN = {"ground": "takedown_outdated", "note": "Đã cũ"}
BOARD = ("head", "deputy2", "secretary", "editor2")


@pytest.fixture
def assets(cast: SimpleNamespace) -> SimpleNamespace:
    """A picture with a rendition and a document of one unit, and their addresses."""
    cache.clear()  # Wagtail keeps renditions there, and a rolled back test's keys come again
    image = items.picture(cast.toan, cast.unit.toan)
    paper = items.document(cast.toan, cast.unit.toan)
    rendition = image.get_rendition("width-6")
    urls = [f"/media/{row.file.name}" for row in (image, rendition, paper)]
    return SimpleNamespace(image=image, paper=paper, urls=[*urls, paper.url])


def statuses(urls: list[str], user: Any = None) -> set[int]:
    """What these addresses answer to a visitor, or to a person who is signed in."""
    client = signed_in(user) if user else Client()
    return {client.get(url).status_code for url in urls}


def item(cast: SimpleNamespace, assets: SimpleNamespace, state: str) -> Any:
    """An item that uses the picture and the document."""
    return getattr(items, state)(cast, pictures=[assets.image], files=[assets.paper])


@pytest.mark.parametrize("state", ["draft", "submitted", "awaiting_head", "approved"])
def test_files__before_posting_are_for_the_unit_and_the_board(
    cast: SimpleNamespace, assets: SimpleNamespace, state: str
) -> None:
    """A75: the address of a picture, a smaller copy of it or a file leaks nothing."""
    item(cast, assets, state)

    assert statuses(assets.urls) == {404}
    for outsider in (cast.van, cast.vanphong, cast.admin):
        assert statuses(assets.urls, outsider) == {404}
    for insider in (cast.toan, *(getattr(cast, name) for name in BOARD)):
        assert statuses(assets.urls, insider) == {200}


def test_files__are_for_everybody_while_the_page_is_on_the_site(cast: SimpleNamespace, assets: SimpleNamespace) -> None:
    item(cast, assets, "published")

    for person in (None, cast.van, cast.toan, cast.head):
        assert statuses(assets.urls, person) == {200}


@pytest.mark.parametrize(
    ("verb", "words"), [(actions.take_down, DOWN), (actions.hide, HIDE)], ids=["take_down", "hide"]
)
def test_files__are_gone_at_once_with_the_page(
    cast: SimpleNamespace, assets: SimpleNamespace, verb: Any, words: dict[str, str]
) -> None:
    """A75: the public loses original, copies and documents; unit and board still see them."""
    record = item(cast, assets, "published")

    verb(record_id=record.pk, user=cast.head, **words)

    assert statuses(assets.urls) == {404}
    assert statuses(assets.urls, cast.van) == {404}
    assert statuses(assets.urls, cast.toan) == statuses(assets.urls, cast.editor1) == {200}
    actions.restore(record_id=record.pk, user=cast.head)
    assert statuses(assets.urls) == {200}


def test_files__stay_while_another_page_on_the_site_uses_them(cast: SimpleNamespace, assets: SimpleNamespace) -> None:
    record = item(cast, assets, "published")
    item(cast, assets, "published")

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    assert statuses(assets.urls) == {200}


def test_files__that_an_update_dropped_are_no_longer_public(cast: SimpleNamespace, assets: SimpleNamespace) -> None:
    record = item(cast, assets, "published")
    items.rewrite(record, cast.toan, body=[items.block("text", items.TEXT)])
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=items.TOLD)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    assert statuses(assets.urls) == {200}

    actions.approve(record_id=record.pk, user=cast.head, and_post=True)

    assert statuses(assets.urls) == {404}


def test_hidden_file__is_for_the_board_until_the_head_decides(cast: SimpleNamespace, assets: SimpleNamespace) -> None:
    """A75: also its smaller copies, also for the unit that took it."""
    record = item(cast, assets, "published")
    picture, copy, paper = assets.urls[:3]
    name = f"wagtailimages.image/{assets.image.pk}"

    actions.hide_file(record_id=record.pk, user=cast.secretary, name=name, **HIDE)

    for person in (None, cast.van, cast.toan):
        assert statuses([picture, copy], person) == {404}
    assert statuses([picture, copy], cast.head) == {200}
    assert statuses([paper]) == {200}
    actions.restore_file(record_id=record.pk, user=cast.head, name=name)
    assert statuses([picture, copy]) == {200}


def test_files__are_no_longer_for_whoever_left_the_board(cast: SimpleNamespace, assets: SimpleNamespace) -> None:
    """A17, A75: rights end with the post."""
    item(cast, assets, "awaiting_head")
    assert statuses(assets.urls, cast.editor2) == {200}

    leave_the_board(cast, "editor2")

    assert statuses(assets.urls, cast.editor2) == {404}


# --- Answers


def test_answer__is_kept_by_the_browser_and_asked_for_again(cast: SimpleNamespace, assets: SimpleNamespace) -> None:
    """A75: nothing is served from a cache that does not know of the take-down."""
    record = item(cast, assets, "published")
    url, client = assets.urls[0], Client()
    first = client.get(url)
    assert (first["Cache-Control"], first["X-Content-Type-Options"]) == ("no-cache", "nosniff")

    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304
    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)
    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 404

    actions.restore(record_id=record.pk, user=cast.head)
    assert client.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304  # the same bytes again


def test_answer__shows_pictures_and_offers_other_files(cast: SimpleNamespace, assets: SimpleNamespace) -> None:
    item(cast, assets, "published")
    sheet = items.document(cast.toan, cast.unit.toan)
    sheet.file.storage.delete(sheet.file.name)

    picture, paper = Client().get(assets.urls[0]), Client().get(assets.urls[2])

    assert (picture["Content-Type"], picture["Content-Disposition"]) == ("image/png", "inline")
    assert (paper["Content-Type"], paper["Content-Disposition"]) == ("application/pdf", "inline")
    assert b"".join(paper.streaming_content) == items.PDF
    assert statuses([f"/media/{sheet.file.name}"], cast.toan) == {404}


def test_answer__is_nginxs_to_send_where_it_stands_in_front(
    cast: SimpleNamespace, assets: SimpleNamespace, settings: Any
) -> None:
    """The rule is asked all the same."""
    settings.PORTAL_X_ACCEL_PREFIX = "/protected/"
    url = assets.urls[0]

    assert statuses([url]) == {404}
    item(cast, assets, "published")
    answer = Client().get(url)

    assert answer["X-Accel-Redirect"] == f"/protected/{assets.image.file.name}"
    assert answer.content == b""


@pytest.mark.parametrize("name", ["nothing.png", "../portal.sqlite3", "documents/%00.pdf"])
def test_answer__is_404_for_what_is_no_file_of_ours(cast: SimpleNamespace, name: str) -> None:
    assert statuses([f"/media/{name}"], cast.head) == {404}


def test_answer__refuses_to_be_written_to(cast: SimpleNamespace, assets: SimpleNamespace) -> None:
    item(cast, assets, "published")

    assert Client().post(assets.urls[0]).status_code == 405


AS_PICTURE = {"Accept": "image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8"}


def test_picture__that_may_not_be_seen_is_told_in_words_in_its_place(cast: SimpleNamespace) -> None:
    """A75: a list of the technician's shows no broken pictures, and nothing of theirs either."""
    cache.clear()
    url = f"/media/{items.picture(cast.toan, cast.unit.toan).get_rendition('width-6').file.name}"

    answer = signed_in(cast.admin).get(url, headers=AS_PICTURE)
    unknown = signed_in(cast.admin).get("/media/images/no-such.png", headers=AS_PICTURE)

    assert (answer.status_code, answer["Content-Type"]) == (404, "image/svg+xml")
    assert answer.content == unknown.content
    assert "no-store" in answer["Cache-Control"]
    assert signed_in(cast.toan).get(url, headers=AS_PICTURE)["Content-Type"] == "image/png"
    assert Client().get(url, headers=AS_PICTURE)["Content-Type"].startswith("text/html")
