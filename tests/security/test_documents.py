"""The register under attack: no way round the head's release, and nothing internal gets out (A28, Đ15.2)."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from documents.models import DocumentIndexPage, OfficialDocumentPage
from editorial.rules.vocabulary import WorkState
from tests.factories import documents, items
from tests.security import routes
from tests.security.conftest import ATTACKERS
from tests.security.routes import ROUTES, SWAPPED
from tests.security.watching import Watch

pytestmark = pytest.mark.django_db

Browser = Callable[[str], Client]
BOARD = ("editor1", "deputy1", "secretary")
STRONGEST = ("van", "deputy1", "secretary", "head", "admin", "holder")


def form(**extra: Any) -> dict[str, Any]:
    """The editor's form of a document as a browser would send it, with another title and text."""
    streams = ("files", "legal_basis", "relations", "approvals")
    fields = {
        "title": SWAPPED,
        "kind": "quy_che",
        "number": "9",
        "symbol": "QĐ",
        "issuing_body": "Ai đó",
        "issued_on": "2026-01-02",
        "field": "other",
        "openness": "public",
        "text": "Điều 1. Khác hẳn\n\n1. Khác hẳn.",
        "origin": "unit",
        "channel": "channel_portal",
        "comments": inline_formset([]),
        **{name: streamfield([]) for name in streams},
    }
    return {**nested_form_data(fields), **extra}


@pytest.mark.parametrize("name", ROUTES)
def test_route__leaves_a_released_document_as_it_was(
    name: str, stage: SimpleNamespace, signed_in: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "form", lambda page, **extra: form(**extra))
    watch = Watch([stage.registered])
    for person in STRONGEST:
        client = signed_in(person)
        page = Page.objects.get(pk=stage.pages.registered.pk).specific
        with transaction.atomic():
            assert ROUTES[name](client, stage, page).status_code < 500, f"{name} by {person}"
    watch.demand_unchanged(name)


@pytest.mark.parametrize("button", ["action-publish", "action-submit", "action-workflow-action", ""])
@pytest.mark.parametrize("person", ATTACKERS)
def test_editor__never_changes_what_the_public_reads(
    button: str, person: str, stage: SimpleNamespace, signed_in: Browser
) -> None:
    watch = Watch([stage.registered])

    answer = signed_in(person).post(f"/admin/pages/{stage.pages.registered.pk}/edit/", form(**{button: "1"}))

    assert answer.status_code < 500
    watch.demand_unchanged(button)


def test_editor__saves_a_draft_of_the_secretary(stage: SimpleNamespace, signed_in: Browser) -> None:
    """The control: the form these tests send is a good one."""
    page = stage.pages.draft_registered

    assert signed_in("secretary").post(f"/admin/pages/{page.pk}/edit/", form()).status_code == 302
    newest = OfficialDocumentPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert newest.title == SWAPPED
    assert newest.tree["children"]


@pytest.mark.parametrize("person", ["toan", "van", "editor1", "deputy1", "head", "admin", "holder"])
def test_register__is_entered_by_the_secretary_alone(person: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    section = DocumentIndexPage.objects.get()
    count = OfficialDocumentPage.objects.count()

    answer = signed_in(person).post(f"/admin/pages/add/documents/officialdocumentpage/{section.pk}/", form())

    assert answer.status_code in {302, 403, 404}
    assert OfficialDocumentPage.objects.count() == count


def test_register__is_entered_by_the_secretary(stage: SimpleNamespace, signed_in: Browser) -> None:
    section = DocumentIndexPage.objects.get()

    signed_in("secretary").post(f"/admin/pages/add/documents/officialdocumentpage/{section.pk}/", form())

    assert OfficialDocumentPage.objects.filter(title=SWAPPED, live=False).exists()


@pytest.mark.parametrize("person", ["toan", "van", "editor1", "deputy1", "secretary", "admin", "holder"])
def test_release__of_several_is_nobody_elses(person: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    record = documents.registered(stage.cast, title="Đang chờ", number="31")
    key = f"{record.pk}-{record.rounds.get().pk}"

    sent = {"chosen": [key, "0-0", "x", "²-1", f"{key}9"]}
    answer = signed_in(person).post("/admin/board/documents/", sent, follow=True)

    assert answer.status_code in {200, 403}
    assert person in BOARD or "Đang chờ" not in answer.content.decode()
    record.refresh_from_db()
    assert record.work is WorkState.AWAITING_HEAD


def test_release__of_several_takes_documents_only(stage: SimpleNamespace, signed_in: Browser) -> None:
    """An article does not go past its deputy on the documents' form."""
    article = items.awaiting_head(stage.cast, title="Bài chờ")
    key = f"{article.pk}-{article.rounds.get().pk}"

    signed_in("head").post("/admin/board/documents/", {"chosen": [key]})

    article.refresh_from_db()
    assert article.work is WorkState.AWAITING_HEAD


@pytest.mark.parametrize("person", ["toan", "van", "admin", "holder"])
def test_internal_draft__is_seen_by_its_unit_only(person: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    record = documents.draft(stage.cast, title="SECRETVB", openness="internal", number="55")
    page, client = record.page, signed_in(person)

    for address in (
        f"/admin/board/review/{record.pk}/",
        f"/admin/pages/{page.pk}/edit/",
        "/admin/board/documents/",
        f"/admin/pages/{page.get_parent().pk}/",
        f"/van-ban/{page.slug}/",
        "/van-ban/?q=SECRETVB",
        "/tim-kiem/?q=SECRETVB",
    ):
        answer = client.get(address)
        assert answer.status_code < 500
        shown = answer.content.decode().replace("q=SECRETVB", "").replace('value="SECRETVB"', "")
        assert "SECRETVB" not in shown, address
