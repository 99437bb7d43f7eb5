"""Accounts: nobody gets into the shoes of a person in office through the web (A41)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import LedgerEntry
from school.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "Mot-mat-khau-rat-dai-17"


def account(person: User, **changes: Any) -> dict[str, Any]:
    """An account as its form sends it."""
    form = {
        "username": person.username,
        "email": person.email,
        "full_name": person.full_name,
        "job_title": person.job_title,
        "is_active": "on",
    }
    return {**form, **changes}


def edit(client: Client, person: User, **changes: Any) -> Any:
    """Send the form of a person's account."""
    url = reverse("wagtailusers_users:edit", args=[person.pk])
    response = client.post(url, account(person, **changes))
    person.refresh_from_db()
    return response


@pytest.mark.parametrize("name", ["head", "deputy1", "secretary", "editor1"])
def test_administrator_cannot_act_in_the_name_of_a_person_in_office(
    cast: SimpleNamespace, client: Client, name: str
) -> None:
    person = getattr(cast, name)
    client.force_login(cast.admin)
    edit(
        client,
        person,
        username="other",
        email="mine@example.org",
        password1=PASSWORD,
        password2=PASSWORD,
        is_superuser="on",
        is_active="",
    )
    assert (person.username, person.email) == (name, f"{name}@example.org")
    assert person.check_password("demo")
    assert person.is_active
    assert not person.is_superuser


def test_administrator_sets_the_password_of_others(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.admin)
    assert edit(client, cast.toan, password1=PASSWORD, password2=PASSWORD).status_code == 302
    assert cast.toan.check_password(PASSWORD)
    assert LedgerEntry.objects.latest("seq").action == "school.change_user"


def test_name_and_job_title_of_a_person_in_office_may_be_corrected(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.admin)
    edit(client, cast.head, full_name="Nguyễn Văn Hai", job_title="Hiệu trưởng")
    assert (cast.head.full_name, cast.head.job_title) == ("Nguyễn Văn Hai", "Hiệu trưởng")


def test_account_is_never_deleted(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.admin)
    client.post(reverse("wagtailusers_users:delete", args=[cast.toan.pk]))
    assert User.objects.filter(pk=cast.toan.pk).exists()


def test_administrator_makes_an_account_with_one_whole_name(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.admin)
    form = {"username": "moi", "full_name": "Trần Thị Mới", "password1": PASSWORD, "password2": PASSWORD}
    assert client.post(reverse("wagtailusers_users:add"), form).status_code == 302
    assert User.objects.get(username="moi").get_full_name() == "Trần Thị Mới"
    assert "Trần Thị Mới" in client.get(reverse("wagtailusers_users:index")).content.decode()


@pytest.mark.parametrize("name", ["head", "toan"])
def test_accounts_are_shut_for_everybody_else(cast: SimpleNamespace, client: Client, name: str) -> None:
    client.force_login(getattr(cast, name))
    assert client.get(reverse("wagtailusers_users:index")).status_code == 302
    assert client.get(reverse("wagtailusers_users:edit", args=[cast.van.pk])).status_code == 302
