"""Wagtail's own ways round the board answer no, in a sentence, superusers included (A75)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, Site

from editorial.models import EditorialRecord
from editorial.register_permissions import only_visible
from editorial.views.side_doors import TAKE_DOWN
from news.models import NewsPage
from tests.factories import items
from tests.factories.screens import signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

PAGE_DOORS = ("unpublish", "privacy", "lock", "unlock", "copy", "move", "convert_alias", "set_position")
CHAIN_DOORS = (
    "workflows/list/",
    "workflows/add/",
    "workflows/tasks/index/",
    "reports/workflow/",
    "reports/locked/",
)


@pytest.mark.parametrize("door", PAGE_DOORS)
@pytest.mark.parametrize("name", ["admin", "head", "toan"])
def test_page_door_is_shut(cast: SimpleNamespace, client: Client, door: str, name: str) -> None:
    record = items.published(cast)
    client.force_login(getattr(cast, name))
    for method in (client.get, client.post):
        assert method(f"/admin/pages/{record.page_id}/{door}/").status_code == 403
    assert NewsPage.objects.get(pk=record.page_id).live


@pytest.mark.parametrize("door", CHAIN_DOORS)
def test_chain_is_not_configured_by_hand(cast: SimpleNamespace, client: Client, door: str) -> None:
    client.force_login(cast.admin)
    response = client.get(f"/admin/{door}")
    assert response.status_code == 403
    assert reverse("wagtailadmin_home") in response.content.decode()


def site_form(site: Site, **changes: object) -> dict[str, object]:
    """Wagtail's form for a site as it stands, with these changes; `None` leaves a field out."""
    fields = {"hostname": site.hostname, "port": site.port, "site_name": site.site_name, "is_default_site": "on"}
    sent = {**fields, "root_page": site.root_page_id, **changes}
    return {name: value for name, value in sent.items() if value is not None}


@pytest.mark.parametrize("change", [{"root_page": 1}, {"is_default_site": None}])
def test_site__keeps_its_sections_and_its_rank(
    cast: SimpleNamespace, client: Client, change: dict[str, object]
) -> None:
    """A75: another root page would take everything off the site at once."""
    items.published(cast)
    site = cast.school.site
    client.force_login(cast.admin)

    answer = client.post(f"/admin/sites/edit/{site.pk}/", site_form(site, **change))

    assert answer.status_code == 403
    assert reverse("wagtailadmin_home") in answer.content.decode()
    stored = Site.objects.get(pk=site.pk)
    assert (stored.root_page_id, stored.is_default_site) == (site.root_page_id, True)


def test_site__may_get_another_name_and_address(cast: SimpleNamespace, client: Client) -> None:
    """A12: technique and content are separate answers."""
    items.published(cast)
    site = cast.school.site
    client.force_login(cast.admin)
    assert client.get(f"/admin/sites/edit/{site.pk}/").status_code == 200

    answer = client.post(f"/admin/sites/edit/{site.pk}/", site_form(site, hostname="truong.example.org"))

    assert answer.status_code == 302
    assert Site.objects.get(pk=site.pk).hostname == "truong.example.org"


@pytest.mark.parametrize("door", ["new/", "delete/{}/", "{}/delete/"])
def test_site__is_neither_added_nor_deleted_here(cast: SimpleNamespace, client: Client, door: str) -> None:
    client.force_login(cast.admin)
    for method in (client.get, client.post):
        assert method("/admin/sites/" + door.format(cast.school.site_id)).status_code == 403
    assert Site.objects.count() == 1


def test_site__keeps_its_rank_also_without_the_door(cast: SimpleNamespace) -> None:
    items.published(cast)
    site = cast.school.site
    site.is_default_site = False
    with pytest.raises(PermissionDenied):
        site.save()


def test_door_asks_strangers_to_sign_in(client: Client, cast: SimpleNamespace) -> None:
    assert client.get("/admin/workflows/list/").status_code == 302


@pytest.mark.parametrize("model", ["wagtailcore/page", "news/newspage"])
@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_items_are_never_handled_in_bulk(cast: SimpleNamespace, client: Client, model: str, action: str) -> None:
    record = items.approved(cast)
    client.force_login(cast.admin)
    response = client.post(f"/admin/bulk/{model}/{action}/?id={record.page_id}")
    assert response.status_code == 403
    assert not NewsPage.objects.get(pk=record.page_id).live


def test_people_are_never_handled_in_bulk(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.admin)
    url = f"/admin/bulk/school/user/set_active_state/?id={cast.head.pk}"
    assert client.post(url, {"mark_as_active": "False"}).status_code == 403
    cast.head.refresh_from_db()
    assert cast.head.is_active


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "copy", "move", "revert_to_page_revision"])
def test_internal_api_has_no_actions(cast: SimpleNamespace, client: Client, action: str) -> None:
    record = items.approved(cast)
    client.force_login(cast.admin)
    response = client.post(f"/admin/api/main/pages/{record.page_id}/action/{action}/")
    assert response.status_code in {403, 404}
    assert not NewsPage.objects.get(pk=record.page_id).live


def names(user: object) -> set[str]:
    """Titles a person may meet in lists."""
    return set(only_visible(Page.objects.all(), user).values_list("title", flat=True))


def test_lists_show_no_draft_of_another_unit(cast: SimpleNamespace) -> None:
    """A75: own drafts, what is public, and for the board what was handed in."""
    items.draft(cast, title="Nháp")
    items.submitted(cast, title="Đã gửi")
    items.published(cast, title="Đã đăng")
    assert names(cast.toan) >= {"Nháp", "Đã gửi", "Đã đăng"}
    assert {"Nháp", "Đã gửi"} & names(cast.van) == set()
    assert "Đã đăng" in names(cast.van)
    assert "Đã gửi" in names(cast.deputy1)
    assert "Nháp" not in names(cast.deputy1) | names(cast.admin)


@pytest.mark.parametrize(
    "address",
    [
        "/admin/pages/search/?q=bimat",
        "/admin/choose-page/search/?q=bimat",
        "/admin/api/main/pages/?search=bimat",
        "/admin/reports/site-history/",
    ],
)
@pytest.mark.parametrize("name", ["van", "admin"])
def test_search_chooser_api_and_history_leak_nothing(
    cast: SimpleNamespace, client: Client, address: str, name: str
) -> None:
    items.draft(cast, title="bimat của tổ Toán")
    client.force_login(getattr(cast, name))
    assert "của tổ Toán" not in client.get(address).content.decode()


def test_chooser_of_a_section_leaks_nothing(cast: SimpleNamespace, client: Client) -> None:
    items.draft(cast, title="bimat của tổ Toán")
    client.force_login(cast.van)
    answer = client.get(f"/admin/choose-page/{cast.unit.toan.section.pk}/")
    assert "của tổ Toán" not in answer.content.decode()


def test_unit_throws_away_a_draft__never_what_was_handed_in(cast: SimpleNamespace, client: Client) -> None:
    draft, sent = items.draft(cast), items.submitted(cast)
    client.force_login(cast.toan)
    assert client.post(f"/admin/pages/{draft.page_id}/delete/").status_code == 302
    client.post(f"/admin/pages/{sent.page_id}/delete/")
    assert not EditorialRecord.objects.filter(pk=draft.pk).exists()
    assert Page.objects.filter(pk=sent.page_id).exists()


def test_editor_offers_to_save_and_to_hand_in_only(cast: SimpleNamespace, client: Client) -> None:
    record = items.draft(cast)
    client.force_login(cast.toan)
    text = client.get(f"/admin/pages/{record.page_id}/edit/").content.decode()
    for name in ("action-publish", "action-unpublish", "action-submit", "action-cancel-workflow"):
        assert f'name="{name}"' not in text


def test_menu_holds_what_a_person_needs(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.toan)
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("board_sent") in text
    for address in ("/admin/workflows/", "/admin/reports/", reverse("board_delegations")):
        assert address not in text


def test_chooser__shows_the_posted_title_not_the_one_being_written(cast: SimpleNamespace) -> None:
    """A75: what a unit writes for a posted item is nobody else's before it passes the chain."""
    record = items.published(cast, title="POSTEDTITLE")
    items.rewrite(record, cast.toan, title="SECRETNEW")
    section = cast.unit.toan.section.pk

    text = words(signed_in(cast.van).get(f"/admin/choose-page/{section}/"))
    assert "POSTEDTITLE" in text
    assert "SECRETNEW" not in text


def test_take_down_door__names_only_ways_that_exist(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    assert str(TAKE_DOWN) in words(signed_in(cast.toan).get(f"/admin/pages/{record.page_id}/unpublish/"))
    with override("en"):
        assert "anyone may ask for it" not in str(TAKE_DOWN)
