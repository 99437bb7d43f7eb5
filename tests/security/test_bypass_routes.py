"""Every route of Wagtail's back office, by every person, on every state: WAGTAIL.md §3.1 and §3.2."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
import pytest_django
from django.db import transaction
from django.test import Client
from wagtail import hooks
from wagtail.models import Page

from editorial.models import EditorialRecord
from news.models import NewsPage
from tests.security.conftest import ATTACKERS
from tests.security.routes import ROUTES, SWAPPED, form, swap_picture
from tests.security.watching import Watch

pytestmark = pytest.mark.django_db

Browser = Callable[[str], Client]
TARGETS = ("draft", "awaiting", "approved", "live", "gone")
STRONGEST = ("toan", "head", "admin", "holder")


@pytest.fixture(params=["all gates", "deep gates only"])
def gates(request: pytest.FixtureRequest, settings: pytest_django.Settings, monkeypatch: pytest.MonkeyPatch) -> str:
    """As served; then without shut doors, hooks and read-only API, so that the deep gates stand alone."""
    if request.param == "deep gates only":
        settings.ROOT_URLCONF = "tests.security.bare_urls"
        known = hooks.get_hooks
        monkeypatch.setattr(hooks, "get_hooks", lambda name: [] if name.startswith("before_") else known(name))
    return request.param


@pytest.mark.parametrize("name", ROUTES)
def test_route__leaves_the_public_and_the_evidence_as_they_were(
    name: str, gates: str, stage: SimpleNamespace, signed_in: Browser
) -> None:
    watch = Watch(stage.everything)
    for person in ATTACKERS if gates == "all gates" else STRONGEST:
        client = signed_in(person)
        for target in TARGETS:
            page = Page.objects.get(pk=getattr(stage.pages, target).pk).specific
            with transaction.atomic():
                answer = ROUTES[name](client, stage, page)
                if gates == "all gates":
                    assert answer.status_code < 500, f"{name} by {person} on {target}"
                if target == "draft":
                    transaction.set_rollback(True)  # its unit may throw it away, and only this one
    watch.demand_unchanged(name)


@pytest.mark.parametrize("name", ["unpublish", "copy", "move", "api: publish", "bulk: publish", "workflow settings"])
def test_route__says_why_it_is_shut(name: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    answer = ROUTES[name](signed_in("admin"), stage, stage.pages.live)

    assert answer.status_code in {403, 404}


def test_unit__may_save_its_draft_by_the_same_form(stage: SimpleNamespace, signed_in: Browser) -> None:
    """The control: the form these tests send is a good one."""
    page = stage.pages.draft

    answer = signed_in("toan").post(f"/admin/pages/{page.pk}/edit/", form(page))

    assert answer.status_code == 302
    assert NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == SWAPPED


@pytest.mark.parametrize("person", ["van", "editor1", "deputy1", "head", "secretary", "admin", "holder"])
def test_draft__is_changed_and_thrown_away_by_its_unit_only(
    person: str, gates: str, stage: SimpleNamespace, signed_in: Browser
) -> None:
    page, client = stage.pages.foreign if person in {"editor1"} else stage.pages.draft, signed_in(person)
    before = page.latest_revision_id

    client.post(f"/admin/pages/{page.pk}/edit/", form(page))
    client.post(f"/admin/pages/{page.pk}/delete/")

    assert Page.objects.get(pk=page.pk).latest_revision_id == before
    assert EditorialRecord.objects.filter(page_id=page.pk).exists()


def test_unit__throws_its_own_draft_away(stage: SimpleNamespace, signed_in: Browser) -> None:
    page = stage.pages.draft

    signed_in("toan").post(f"/admin/pages/{page.pk}/delete/")

    assert not Page.objects.filter(pk=page.pk).exists()


def test_picture__of_a_draft_may_still_be_swapped(stage: SimpleNamespace, signed_in: Browser) -> None:
    """The control of the frozen files: what nobody decides on yet is its unit's."""
    from tests.factories import items

    free = items.picture(stage.cast.toan, stage.cast.unit.toan)
    before = free.file.name
    stage.image = stage.waiting_image = free

    swap_picture(signed_in("toan"), stage, stage.pages.draft)

    row = type(free).objects.filter(pk=free.pk).first()
    assert row is None or row.file.name != before
