"""The register under attack: no way round the head's release, and nothing internal gets out (A28, Đ15.2)."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from core.rules.answers import RuleRefused
from documents.actions import (
    begin_import,
    correct_lines,
    discard_import,
    register_import,
    replace_text,
    take_back,
)
from documents.models import DocumentIndexPage, OfficialDocumentPage, RegulationImport
from documents.rules.corrections import Act, Said
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
    """A28, A35: others begin a draft of their own unit at most, never for another one, and forward nothing."""
    section = DocumentIndexPage.objects.get()
    before = set(OfficialDocumentPage.objects.values_list("pk", flat=True))
    owner = str(stage.cast.unit.doan.pk)

    for extra in ({}, {"owner_unit": owner}, {"board-forward": "1"}, {"action-publish": "1"}):
        answer = signed_in(person).post(f"/admin/pages/add/documents/officialdocumentpage/{section.pk}/", form(**extra))
        assert answer.status_code in {200, 302, 403, 404}

    for page in OfficialDocumentPage.objects.exclude(pk__in=before):
        own = {"toan": "toan", "editor1": "toan", "van": "van", "deputy1": "bbt", "head": "bbt"}[person]
        assert (page.live, page.unit.code, page.owner_unit.code) == (False, own, own)
        assert page.editorial_record.work is WorkState.DRAFT


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


READ = "/admin/board/documents/read/"
OUTSIDERS = ("toan", "van", "editor1", "deputy1", "head", "admin", "holder")


def begun_import(stage: SimpleNamespace) -> RegulationImport:
    """A file the secretary began to read."""
    return begin_import(school=stage.cast.school, user=stage.cast.secretary, data=b"1. SECRETVB", name="a.txt")


@pytest.mark.parametrize("person", OUTSIDERS)
def test_reading_a_file__is_opened_by_those_who_register_alone(
    person: str, stage: SimpleNamespace, signed_in: Browser
) -> None:
    """A28: neither units, nor the technical administrator, nor a stranger with an account."""
    row, client = begun_import(stage), signed_in(person)
    sent: dict[str, Any] = {"says": "aside", "how": "one", "document": stage.pages.registered.pk, "revision": "1"}
    for tail in ("", f"{row.pk}/", f"{row.pk}/register/", f"{row.pk}/edition/"):
        answer = client.get(READ + tail)
        assert answer.status_code in {302, 403}, tail
        assert "SECRETVB" not in answer.content.decode()
    for tail in (f"{row.pk}/correct/1/", f"{row.pk}/register/", f"{row.pk}/edition/", f"{row.pk}/discard/"):
        assert client.post(READ + tail, sent).status_code in {302, 403}, tail
    file = SimpleUploadedFile("b.txt", b"1. b")
    assert client.post(READ, {"file": file}).status_code in {302, 403}
    row.refresh_from_db()
    assert row.corrections is None
    assert RegulationImport.objects.count() == 1


def test_reading_a_file__is_opened_by_the_secretary(stage: SimpleNamespace, signed_in: Browser) -> None:
    """A28: the control."""
    row, client = begun_import(stage), signed_in("secretary")
    assert "SECRETVB" in client.get(f"{READ}{row.pk}/").content.decode()
    assert client.post(f"{READ}{row.pk}/correct/1/", {"says": "aside"}).status_code == 302
    row.refresh_from_db()
    assert row.corrections is not None


def test_reading_a_file__is_nothing_for_visitors(stage: SimpleNamespace, client: Client) -> None:
    """A28: nor has the original an address."""
    row = begun_import(stage)
    for tail in ("", f"{row.pk}/", f"{row.pk}/register/"):
        assert "/login/" in client.get(READ + tail).headers["location"]
    for address in (f"/media/{row.file.name}", f"/documents/{row.file.name}", f"/{row.file.name}"):
        assert client.get(address, follow=True).status_code == 404
    with pytest.raises(ValueError, match="no address"):
        row.file.url  # noqa: B018  (asking is the attempt)


@pytest.mark.parametrize("person", OUTSIDERS)
def test_reading_a_file__asks_the_rule_at_the_deepest_gate(person: str, stage: SimpleNamespace) -> None:
    """A28: also when the screen is gone round."""
    row, user = begun_import(stage), getattr(stage.cast, person)
    attempts: list[Callable[[], Any]] = [
        lambda: begin_import(school=stage.cast.school, user=user, data=b"1. b", name="b.txt"),
        lambda: correct_lines(import_id=row.pk, user=user, lines=[1], said=Said(Act.ASIDE)),
        lambda: take_back(import_id=row.pk, user=user, line=1),
        lambda: discard_import(import_id=row.pk, user=user),
        lambda: register_import(import_id=row.pk, user=user),
        lambda: replace_text(import_id=row.pk, user=user, page_id=stage.pages.registered.pk, revision_id=1),
    ]
    for attempt in attempts:
        with transaction.atomic(), pytest.raises(RuleRefused):
            attempt()
    assert RegulationImport.objects.count() == 1


def test_new_edition__of_what_lies_with_the_head_is_refused_at_the_deepest_gate(stage: SimpleNamespace) -> None:
    """B38: the secretary cannot swap the text that the head is about to release."""
    record = documents.registered(stage.cast, title="Đang chờ", number="31")
    row, page = begun_import(stage), OfficialDocumentPage.objects.get(pk=record.page_id)
    revision = page.latest_revision_id
    with transaction.atomic(), pytest.raises(RuleRefused):
        replace_text(import_id=row.pk, user=stage.cast.secretary, page_id=page.pk, revision_id=revision or 0)
    page.refresh_from_db()
    assert page.latest_revision_id == revision
