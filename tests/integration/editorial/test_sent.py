"""What became of everything a unit sent (A65)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from editorial.selectors.units import fates, sent_records
from tests.factories import items

pytestmark = pytest.mark.django_db


def page(client: Client, user: object, **query: str) -> str:
    """The page as a person gets it."""
    client.force_login(user)  # type: ignore[arg-type]
    response = client.get(reverse("board_sent"), query)
    assert response.status_code == 200
    return response.content.decode()


def test_unit_sees_the_fate_of_each_item(cast: SimpleNamespace, client: Client) -> None:
    """A65, A74: state, last act, ground with its clause, what to fix."""
    items.returned(cast, title="Bài trả lại")
    items.refused(cast, title="Bài bị từ chối")
    items.published(cast, title="Bài đã đăng")

    text = page(client, cast.toan)
    assert "Bài trả lại" in text
    assert "Thiếu tên người tham gia" in text
    assert "Đ15.4" in text
    assert "Chưa đạt" in text
    assert "Bài đã đăng" in text


def test_take_down_names_its_ground(cast: SimpleNamespace, client: Client) -> None:
    items.taken_down(cast, title="Bài bị gỡ")
    assert "Đ12.4" in page(client, cast.toan, state="off")


def test_unit_sees_nothing_of_another_unit(cast: SimpleNamespace, client: Client) -> None:
    items.refused(cast, title="Bài của tổ Toán")
    assert "Bài của tổ Toán" not in page(client, cast.van)


def test_draft_was_not_sent(cast: SimpleNamespace, client: Client) -> None:
    items.draft(cast, title="Còn là nháp")
    assert "Còn là nháp" not in page(client, cast.toan)


def test_list_is_filtered_by_state_and_words(cast: SimpleNamespace, client: Client) -> None:
    items.refused(cast, title="Bài bị từ chối")
    items.published(cast, title="Bài đã đăng")
    assert "Bài đã đăng" not in page(client, cast.toan, state="refused")
    assert "Bài bị từ chối" not in page(client, cast.toan, state="posted")
    assert "Bài bị từ chối" not in page(client, cast.toan, q="đã đăng")
    assert client.get(reverse("board_sent"), {"state": "nonsense"}).status_code == 404


def test_person_without_unit_is_told_so(cast: SimpleNamespace, client: Client) -> None:
    assert "desk-empty" in page(client, cast.admin)


def test_fates_ask_the_database_three_times(cast: SimpleNamespace, django_assert_num_queries: object) -> None:
    for number in range(3):
        items.returned(cast, title=f"Bài {number}")
    records = list(sent_records([cast.unit.toan.pk]))
    with django_assert_num_queries(3):  # type: ignore[operator]
        found = fates(records)
    assert {fate.note for fate in found} == {"Thiếu tên người tham gia"}
