"""The documents' other pages under attack: guidance, works, lists of e-resources, and the sections they stand in."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from documents.models import DocumentCollectionPage, DocumentIndexPage, JournalPage, RepositoryIndexPage
from editorial import actions
from editorial.rules.vocabulary import PublicState
from tests.factories import documents, items, works
from tests.security import routes
from tests.security.routes import ROUTES, SWAPPED
from tests.security.stage import WRITTEN
from tests.security.test_bypass_routes import gates  # noqa: F401  (a fixture)
from tests.security.watching import Watch

pytestmark = pytest.mark.django_db

Browser = Callable[[str], Client]
STRONGEST = ("toan", "secretary", "head", "admin", "holder")
WITHOUT_VERSIONS = ("autosave over a revision", "history: revert and publish", "api: revert")
SECTIONS = (DocumentIndexPage, DocumentCollectionPage, JournalPage, RepositoryIndexPage)
ROW = ("title", "slug", "path", "live", "live_revision_id", "draft_title", "content_type_id")


def form(page: Page, **extra: Any) -> dict[str, Any]:
    """The editor's form of any of these pages, with another text."""
    text = streamfield([("text", rich_text("<p>Khác hẳn.</p>"))])
    fields = {
        "title": SWAPPED,
        "slug": page.slug,
        "topic": "instruction",
        "role": "everyone",
        "summary": SWAPPED,
        "body": text,
        "rests_on": streamfield([]),
        "forms": streamfield([]),
        "origin": "unit",
        "channel": "channel_portal",
        "kind": "initiative",
        "authors": SWAPPED,
        "school_year": "2025-2026",
        "recognition": "school",
        "decision_body": SWAPPED,
        "decision_number": "1",
        "decided_on": "2026-01-02",
        "introduction": SWAPPED,
        "resources": streamfield([]),
        "comments": inline_formset([]),
    }
    return {**nested_form_data(fields), **extra}


@pytest.mark.parametrize("name", ROUTES)
def test_route__leaves_what_units_wrote_for_the_documents_as_it_was(
    name: str,
    gates: str,  # noqa: F811
    stage: SimpleNamespace,
    signed_in: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A47, A73, B09: the four gates hold for every type of page."""
    monkeypatch.setattr(routes, "form", form)
    written = [getattr(stage, name) for name in WRITTEN]
    watch = Watch(written)
    for person in STRONGEST:
        client = signed_in(person)
        for record in written:
            page = Page.objects.get(pk=record.page_id).specific
            with transaction.atomic():
                answer = ROUTES[name](client, stage, page)
            assert gates != "all gates" or answer.status_code < 500, f"{name} by {person} on {page}"
    watch.demand_unchanged(name)


@pytest.mark.parametrize("name", [name for name in ROUTES if name not in WITHOUT_VERSIONS])
def test_route__leaves_the_sections_as_they_were(
    name: str, stage: SimpleNamespace, signed_in: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A47: sections are founded by code; nobody renames, moves, copies or closes one."""
    monkeypatch.setattr(routes, "form", form)
    sections = [page for model in SECTIONS for page in model.objects.all()]
    before = list(Page.objects.filter(live=True).order_by("pk").values(*ROW))
    for person in ("secretary", "head", "admin", "holder"):
        client = signed_in(person)
        for section in sections[:6]:
            with transaction.atomic():
                assert ROUTES[name](client, stage, section).status_code < 500, f"{name} by {person} on {section}"

    assert list(Page.objects.filter(live=True).order_by("pk").values(*ROW)) == before


@pytest.mark.parametrize("place", ["decision", "body"])
def test_form__tells_no_name_of_what_its_writer_may_not_see(
    place: str, stage: SimpleNamespace, signed_in: Browser
) -> None:
    """Đ15.2: a number that no chooser offers is refused, or the form would show the name behind it."""
    hidden = documents.draft(stage.cast, title="SECRETNAME", number="77")
    picture = items.picture(stage.cast.van, stage.cast.unit.van)
    picture.title = "SECRETNAME"
    picture.save()
    sent = {
        "decision": {"decision": str(hidden.page_id)},
        "body": nested_form_data({"body": streamfield([("image", {"image": str(picture.pk), "alt": "x"})])}),
    }[place]
    page = works.page_of(works.draft(stage.cast))
    client = signed_in("toan")

    answers = [
        client.post(f"/admin/pages/{page.pk}/edit/", form(page, **sent), follow=True),
        client.post(f"/admin/pages/{page.pk}/edit/", form(page, **{**sent, "title": ""}), follow=True),
        client.get(f"/admin/pages/{page.pk}/edit/"),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert not [1 for answer in answers if "SECRETNAME" in answer.content.decode()]
    assert works.page_of(page.editorial_record).latest_revision_id == page.latest_revision_id


def test_form__keeps_what_its_writer_sees(stage: SimpleNamespace, signed_in: Browser) -> None:
    """The control: a released document, an own picture; and what the page named before, though it is gone now."""
    released = documents.published(stage.cast, title="Công nhận", number="78")
    own = items.picture(stage.cast.toan, stage.cast.unit.toan)
    page = works.page_of(works.draft(stage.cast))
    body = nested_form_data({"body": streamfield([("image", {"image": str(own.pk), "alt": "x"})])})
    sent = form(page, decision=str(released.page_id), **body)
    client = signed_in("toan")

    for title in ("Lần một", "Lần hai"):
        client.post(f"/admin/pages/{page.pk}/edit/", {**sent, "title": title})
        newest = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
        assert (newest.title, newest.decision_id) == (title, released.page_id)
        if released.public is PublicState.POSTED:
            released = actions.take_down(
                record_id=released.pk, user=stage.cast.head, ground="takedown_outdated", note="Cũ"
            )
