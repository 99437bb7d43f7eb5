"""Nothing outside the portal keeps what may be taken down: browsers and proxies ask again each time (issue 4)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Page

from editorial import actions
from news.models import Category
from tests.factories import items

pytestmark = pytest.mark.django_db

DOWN = {"ground": "takedown_personal_data", "note": "Gia đình đề nghị"}


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Wagtail keeps renditions in the cache, and a rolled back test's keys come again."""
    cache.clear()


def test_public_answer__may_be_kept_but_is_asked_for_again(cast: SimpleNamespace) -> None:
    """A75: also Wagtail's own address of a file, which tells the day it changed and nothing more."""
    image, paper = items.picture(cast.toan, cast.unit.toan), items.document(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image], files=[paper])
    pages = ["/", "/tin-tuc/", "/sitemap.xml", Page.objects.get(pk=record.page_id).url]
    files = [paper.url, f"/media/{image.file.name}", f"/media/{paper.file.name}"]

    for address in (*pages, *files):
        assert Client().get(address)["Cache-Control"] == "no-cache", address


def test_view__that_says_more_keeps_its_word(cast: SimpleNamespace) -> None:
    for address in ("/health/", "/admin/login/"):
        assert "no-store" in Client().get(address)["Cache-Control"], address


def test_file__a_kept_copy_is_confirmed_until_it_is_taken_down(cast: SimpleNamespace) -> None:
    """A75: another change of the site sends no picture again; a take-down answers 404 however one asks."""
    image, paper = items.picture(cast.toan, cast.unit.toan), items.document(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image], files=[paper])
    addresses = [f"/media/{image.file.name}", f"/media/{paper.file.name}", paper.url]
    kept = {address: Client().get(address) for address in addresses}
    asked = {address: {"If-None-Match": answer["ETag"]} for address, answer in kept.items()}
    since = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    Category.objects.update(name="Tin khác")

    assert {Client().get(address, headers=asked[address]).status_code for address in addresses} == {304}

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    for address in addresses:
        assert Client().get(address, headers=asked[address]).status_code == 404
        assert Client().get(address, headers=since).status_code == 404
