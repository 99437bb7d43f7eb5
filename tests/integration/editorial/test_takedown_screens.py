"""The board's screens: the register of requests, the head's page of one, refusals and take-downs."""

from __future__ import annotations

import csv
import io
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import EditorialRecord, TakedownRequest
from editorial.rules.takedown import RequestState
from editorial.rules.vocabulary import PublicState, WorkState
from tests.factories import items
from tests.factories.evidence import stands
from tests.factories.readers import read_in
from tests.factories.reports import MOTHER, asked, reported
from tests.factories.screens import act, look, offered, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

DOWN = {"ground": "takedown_personal_data", "note": "Gia đình đề nghị"}


@pytest.fixture(autouse=True)
def english(cast: SimpleNamespace) -> None:
    read_in(cast)


def page_of(user: Any, request: TakedownRequest) -> Any:
    return signed_in(user).get(reverse("board_request", args=[request.pk]))


def answer(user: Any, request: TakedownRequest, verb: str, **typed: str) -> Any:
    return signed_in(user).post(reverse("board_request_answer", args=[request.pk, verb]), typed)


def offers(page: Any) -> set[str]:
    return {verb for verb in ("hide", "remove_file", "take_down", "keep") if f'id="act-{verb}"' in words(page)}


def test_register__lists_open_requests_first_those_about_a_child_before_the_others(cast: SimpleNamespace) -> None:
    kept, other, child = (items.published(cast, title=title) for title in ("Bài giữ", "Bài khác", "Bài có trẻ em"))
    first = reported(kept)
    answer(cast.head, first, "keep", note="Có giấy đồng ý")
    asked(cast, other)
    reported(child)

    text = words(signed_in(cast.secretary).get(reverse("board_requests")))

    assert text.index("Bài có trẻ em") < text.index("Bài khác") < text.index("Bài giữ")
    only_open = words(signed_in(cast.secretary).get(reverse("board_requests"), {"state": "open"}))
    assert "Bài giữ" not in only_open


@pytest.mark.parametrize("name", ["board_requests", "board_removed"])
def test_register__is_for_the_board(cast: SimpleNamespace, name: str) -> None:
    """A75: it names people."""
    request = reported(items.published(cast))

    for outsider in (cast.toan, cast.van, cast.admin):
        for url in (reverse(name), reverse("board_request", args=[request.pk])):
            assert MOTHER["note"] not in words(signed_in(outsider).get(url, follow=True))
        assert answer(outsider, request, "keep", note="x").status_code in {302, 403}
    assert Client().get(reverse(name)).status_code == 302
    assert signed_in(cast.editor1).get(reverse(name)).status_code == 200
    request.refresh_from_db()
    assert request.stands_at is RequestState.OPEN


def test_request__offers_each_what_is_his(cast: SimpleNamespace) -> None:
    """A64: the head answers; deputy and secretary may hide at once; an editor reads."""
    request = reported(items.published(cast, pictures=[items.picture(cast.toan, cast.unit.toan)]))

    assert offers(page_of(cast.head, request)) == {"remove_file", "take_down", "keep"}
    assert offers(page_of(cast.deputy2, request)) == offers(page_of(cast.secretary, request)) == {"hide"}
    assert offers(page_of(cast.editor2, request)) == set()
    assert MOTHER["note"] in words(page_of(cast.editor2, request))


def test_request__is_answered_on_its_page(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    request = reported(record)

    assert answer(cast.head, request, "take_down", shows_ground="on", **DOWN).status_code == 302

    assert stands(record, WorkState.PUBLISHED, PublicState.TAKEN_DOWN)
    assert EditorialRecord.objects.get(pk=record.pk).shows_ground
    text = words(page_of(cast.head, request))
    assert "Ông head" in text
    assert offers(page_of(cast.head, request)) == set()


def test_request__a_picture_goes_by_its_page(cast: SimpleNamespace) -> None:
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image])
    request = reported(record)

    assert f'<img src="{image.get_rendition("fill-192x192").url}' in words(page_of(cast.head, request))
    sent = answer(cast.head, request, "remove_file", name=f"wagtailimages.image/{image.pk}", **DOWN)

    assert sent.status_code == 302
    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


def test_request__about_a_child_is_hidden_at_once_by_the_secretary_and_still_waits_for_the_head(
    cast: SimpleNamespace,
) -> None:
    record = items.published(cast)
    request = reported(record)

    assert answer(cast.secretary, request, "hide", ground="hide_child_safety", note="Lộ mặt em").status_code == 302

    assert stands(record, WorkState.PUBLISHED, PublicState.HIDDEN)
    request.refresh_from_db()
    assert request.stands_at is RequestState.OPEN
    assert answer(cast.head, request, "take_down", **DOWN).status_code == 302


@pytest.mark.parametrize(
    ("verb", "typed", "status"),
    [
        ("take_down", {"ground": "", "note": "Lời tôi đã viết"}, 422),
        ("take_down", {"ground": "refuse_untrue", "note": "Lời tôi đã viết"}, 422),
        ("remove_file", {"ground": "takedown_content", "note": "Lời tôi đã viết"}, 422),
        ("keep", {"note": " "}, 422),
        ("nothing", {}, 404),
    ],
)
def test_request__refused_keeps_what_was_typed(
    cast: SimpleNamespace, verb: str, typed: dict[str, str], status: int
) -> None:
    request = reported(items.published(cast, pictures=[items.picture(cast.toan, cast.unit.toan)]))

    sent = answer(cast.head, request, verb, **typed)

    assert sent.status_code == status
    assert typed.get("note", "").strip() in words(sent)
    request.refresh_from_db()
    assert request.stands_at is RequestState.OPEN


def test_request__answered_by_the_deputy_is_refused_with_the_reason(cast: SimpleNamespace) -> None:
    request = reported(items.published(cast))

    sent = answer(cast.deputy1, request, "take_down", **DOWN)

    assert sent.status_code == 403
    assert DOWN["note"] in words(sent)


def test_second_answer__reads_who_was_first(cast: SimpleNamespace) -> None:
    request = reported(items.published(cast))
    answer(cast.head, request, "keep", note="Có giấy đồng ý")

    sent = answer(cast.head, request, "keep", note="Lần nữa")

    assert sent.status_code == 409
    assert "Ông head" in words(sent)


@pytest.mark.parametrize("address", ["requests/0/", f"requests/{10**30}/", "requests/1/nothing/"])
def test_request__that_does_not_exist(cast: SimpleNamespace, address: str) -> None:
    client = signed_in(cast.head)
    url = f"/admin/board/{address}"
    assert (client.post(url) if "nothing" in address else client.get(url)).status_code == 404


def test_review_page__lets_the_unit_ask_and_shows_the_board_who_asked(cast: SimpleNamespace) -> None:
    """A63: from the item itself."""
    record = items.published(cast)
    assert "ask_takedown" in offered(look(cast.toan, record))
    assert "ask_takedown" not in offered(look(cast.head, record))

    assert act(cast.toan, record, "ask_takedown", ground="takedown_outdated", note="Đã cũ").status_code == 302

    link = reverse("board_request", args=[TakedownRequest.objects.get().pk])
    assert link in words(look(cast.head, record))
    assert link not in words(look(cast.toan, record))
    assert record.title in words(signed_in(cast.head).get("/admin/"))


def test_removed__lists_refusals_and_take_downs_with_ground_clause_and_words(cast: SimpleNamespace) -> None:
    """A74, B41: what left, on which ground, with its clause, by whom."""
    items.refused(cast, title="Bài bị từ chối")
    items.taken_down(cast, title="Bài đã gỡ")
    client = signed_in(cast.secretary)

    both = words(client.get(reverse("board_removed")))
    assert "Bài bị từ chối" in both
    assert "Bài đã gỡ" in both
    assert "Đ15.4" in both
    assert "Đ12.4" in both
    down = words(client.get(reverse("board_removed"), {"kind": "taken_down"}))
    assert ("Bài bị từ chối" in down, "Bài đã gỡ" in down) == (False, True)
    by_ground = words(client.get(reverse("board_removed"), {"ground": "refuse_quality"}))
    assert ("Bài bị từ chối" in by_ground, "Bài đã gỡ" in by_ground) == (True, False)
    before = words(client.get(reverse("board_removed"), {"last": "2020-01-01"}))
    assert "Bài đã gỡ" not in before


@pytest.mark.parametrize(
    "query",
    [
        {"first": "x"},
        {"first": "0001-01-01"},
        {"last": "9999-12-31"},
        {"unit": "999999999999999999999"},
        {"kind": "x", "ground": "'"},
        {"p": "-1"},
    ],
)
def test_removed__bears_any_question(cast: SimpleNamespace, query: dict[str, str]) -> None:
    assert signed_in(cast.head).get(reverse("board_removed"), query).status_code == 200
    assert signed_in(cast.head).get(reverse("board_removed_file", args=["csv"]), query).status_code == 200


def test_removed__as_a_file_with_the_same_filters(cast: SimpleNamespace) -> None:
    items.refused(cast, title="Bài bị từ chối")
    items.taken_down(cast, title="=1+1")
    client = signed_in(cast.head)

    answered = client.get(reverse("board_removed_file", args=["csv"]), {"kind": "taken_down"})

    rows = list(csv.reader(io.StringIO(answered.content.decode("utf-8-sig"))))
    assert [row[2] for row in rows[1:]] == ["'=1+1"]
    assert client.get(reverse("board_removed_file", args=["xlsx"])).status_code == 200
    assert client.get(reverse("board_removed_file", args=["exe"])).status_code == 404
