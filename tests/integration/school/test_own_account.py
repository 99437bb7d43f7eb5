"""Own settings and the way in: the portal's names, never the platform's (A65)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from school.models import User
from tests.factories.screens import signed_in, words

pytestmark = pytest.mark.django_db


def test_own_account__shows_the_whole_name_and_asks_for_no_other(cast: SimpleNamespace) -> None:
    page = BeautifulSoup(signed_in(cast.secretary).get(reverse("wagtailadmin_account")).content, "html.parser")

    name = page.select_one("input[name=name-full_name]")
    assert name is not None
    assert (name["value"], name.has_attr("disabled")) == ("Ông secretary", True)
    assert not page.select("input[name*=first_name], input[name*=last_name], input[name*=email]")


def test_own_account__is_saved_without_first_and_last_name(cast: SimpleNamespace) -> None:
    """Nobody gives himself another name: it stands in decisions."""
    form = {"locale-preferred_language": "ru", "theme-theme": "system", "theme-contrast": "system"}
    form |= {"theme-density": "default", "name-full_name": "Ông khác", "notifications-x": ""}

    answer = signed_in(cast.secretary).post(reverse("wagtailadmin_account"), form)

    assert answer.status_code == 302
    person = User.objects.get(pk=cast.secretary.pk)
    assert person.full_name == "Ông secretary"
    assert person.wagtail_userprofile.preferred_language == "ru"


def test_own_account__asks_a_visitor_to_sign_in(cast: SimpleNamespace, client: Client) -> None:
    assert client.get(reverse("wagtailadmin_account")).status_code == 302


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_sign_in__is_headed_by_the_schools_name(cast: SimpleNamespace, client: Client, language: str) -> None:
    client.cookies["portal_language"] = language
    page = BeautifulSoup(client.get(reverse("wagtailadmin_login")).content, "html.parser")

    assert page.h1.text.strip() == "THPT Thử"
    assert "Wagtail" not in page.title.text


@pytest.mark.parametrize("name", ["wagtailadmin_password_reset", "wagtailadmin_home", "board_members"])
def test_titles__never_name_the_platform(cast: SimpleNamespace, name: str) -> None:
    client = Client() if name == "wagtailadmin_password_reset" else signed_in(cast.head)

    page = BeautifulSoup(client.get(reverse(name)).content, "html.parser")

    assert "Wagtail" not in page.title.text


def test_unknown_address__is_told_in_the_portals_words(cast: SimpleNamespace) -> None:
    answer = signed_in(cast.head).get("/admin/no-such-page/")

    assert answer.status_code == 404
    assert "Wagtail" not in BeautifulSoup(answer.content, "html.parser").title.text


def test_people__are_filtered_by_units_and_board_in_words(cast: SimpleNamespace) -> None:
    """Groups follow from units and posts; their own names are for the machine."""
    text = words(signed_in(cast.admin).get(reverse("wagtailusers_users:index")))

    assert "Tổ toan" in text
    assert f"Unit {cast.school.pk}/toan" not in text


def test_people__nothing_is_ticked_where_nothing_is_done_to_many(cast: SimpleNamespace) -> None:
    """Ticking led to an answer of 403."""
    for address in (reverse("wagtailusers_users:index"), reverse("wagtailadmin_explore_root")):
        page = BeautifulSoup(signed_in(cast.admin).get(address, follow=True).content, "html.parser")
        assert page.select("tbody tr")
        assert not page.select("input[type=checkbox][data-object-id], th.bulk-actions-filter-checkbox")
