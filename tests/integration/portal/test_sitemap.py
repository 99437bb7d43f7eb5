"""The sitemap names what stands on the site, and forgets what left it (A75)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client
from wagtail.models import Page, Site

from editorial import actions
from editorial.models import EditorialRecord
from home.actions import set_address
from tests.factories import items

pytestmark = pytest.mark.django_db


def sitemap() -> str:
    answer = Client().get("/sitemap.xml")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml")
    return answer.content.decode()


def address(record: EditorialRecord) -> str:
    return Page.objects.get(pk=record.page_id).get_full_url()


def test_sitemap__names_what_is_posted_by_the_sites_own_address(cast: SimpleNamespace) -> None:
    set_address(Site.objects.get(is_default_site=True), "https://thpt.example")
    record = items.published(cast)

    assert address(record).startswith("https://thpt.example/tin-tuc/")
    assert f"<loc>{address(record)}</loc>" in sitemap()


@pytest.mark.parametrize("state", ["draft", "approved", "taken_down"])
def test_sitemap__names_nothing_else(cast: SimpleNamespace, state: str) -> None:
    record = getattr(items, state)(cast)

    assert Page.objects.get(pk=record.page_id).slug not in sitemap()


def test_sitemap__forgets_at_once_what_was_taken_down_or_hidden(cast: SimpleNamespace) -> None:
    down, hidden = items.published(cast), items.published(cast)
    both = {address(down), address(hidden)}
    assert all(url in sitemap() for url in both)

    actions.take_down(record_id=down.pk, user=cast.head, ground="takedown_outdated", note="Đã cũ")
    actions.hide(record_id=hidden.pk, user=cast.deputy1, ground="hide_child_safety", note="Lộ mặt trẻ em")

    assert not [url for url in both if url in sitemap()]
