"""A unit drafts a document; the secretary completes it; later the issued copy follows the same way (A35)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from core.rules.answers import RuleRefused
from documents.actions import draft_document
from documents.models import DocumentIndexPage, OfficialDocumentPage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.public_notes import PublicNote
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from editorial.selectors.quotas import quota_table
from tests.factories import documents
from tests.factories.board import change_charter
from tests.factories.items import block
from tests.factories.items import document as paper

pytestmark = pytest.mark.django_db

NOTE = PublicNote("update", "Bản đã ký, có số và ngày ban hành.", "")


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def refused(action: Any, **kwargs: Any) -> Reason:
    with pytest.raises(RuleRefused) as told:
        action(**kwargs)
    return told.value.refused.reason


def drafted(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    given = {"title": "Kế hoạch tổ Toán", "kind": "ke_hoach", "issuing_body": "Trường THPT Thử", "text": documents.TEXT}
    page = draft_document(school=cast.school, user=cast.toan, unit=cast.unit.toan, **{**given, **fields})
    return EditorialRecord.objects.get(page_id=page.pk)


def form(**extra: Any) -> dict[str, Any]:
    streams = ("files", "legal_basis", "relations", "approvals")
    fields = {
        "title": "Dự thảo của tổ",
        "kind": "ke_hoach",
        "issuing_body": "Trường",
        "field": "teaching",
        "openness": "public",
        "text": "Điều 1. Một\n\n1. Hai.",
        "origin": "unit",
        "channel": "channel_portal",
        "comments": inline_formset([]),
        **{name: streamfield([]) for name in streams},
    }
    return {**nested_form_data(fields), **extra}


def test_unit__drafts_and_the_secretary_completes_and_forwards(cast: SimpleNamespace) -> None:
    """A35: it lands with the secretary, not with the unit's editor."""
    record = drafted(cast)
    actions.hand_in(record_id=record.pk, user=cast.toan)
    record.refresh_from_db()
    assert (record.work, record.editor) == (WorkState.SUBMITTED, None)

    assert refused(actions.claim, record_id=record.pk, user=cast.editor1) is Reason.NOT_YOUR_POST
    actions.claim(record_id=record.pk, user=cast.secretary)
    given = {"record_id": record.pk, "user": cast.secretary, "answers": documents.answers(record)}
    assert refused(actions.forward, **given) is Reason.FORM_INCOMPLETE
    documents.rewrite(record, cast.secretary, number="12", issued_on=datetime.date(2026, 1, 9))
    actions.forward(record_id=record.pk, user=cast.secretary, answers=documents.answers(record))
    record.refresh_from_db()
    assert record.work is WorkState.AWAITING_HEAD
    assert refused(actions.approve, record_id=record.pk, user=cast.secretary) is Reason.NOT_YOUR_POST
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)
    page = documents.page_of(record)
    assert (page.live, page.number, page.owner_unit) == (True, "12", cast.unit.toan)


def test_unit__never_forwards_or_releases(cast: SimpleNamespace) -> None:
    """A35: in the Russian practice, where authors forward articles, neither."""
    for change in ({}, {"has_editing_stage": False, "deputies_by_field": True, "deputies_release_documents": True}):
        change_charter(cast, **change)
        record = drafted(cast)
        given = {"record_id": record.pk, "user": cast.toan}
        assert refused(actions.hand_in_and_forward, answers=documents.answers(record), **given) is Reason.NOT_YOUR_POST
        actions.hand_in(**given)
        assert refused(actions.forward, answers={}, **given) in {Reason.WRONG_STATE, Reason.NOT_YOUR_POST}
        assert refused(actions.approve, **given) is Reason.WRONG_STATE


def test_unit__drafts_for_itself_only(cast: SimpleNamespace) -> None:
    """A35."""
    given = {"school": cast.school, "title": "x", "kind": "ke_hoach"}
    assert refused(draft_document, user=cast.toan, unit=cast.unit.van, **given) is Reason.NOT_YOUR_UNIT
    assert refused(draft_document, user=cast.admin, unit=cast.unit.toan, **given) is Reason.TECHNICAL_ROLE


def test_unit__does_not_see_another_units_draft(cast: SimpleNamespace) -> None:
    """A35, Đ4.1."""
    record = drafted(cast)
    for address in (
        "/admin/board/documents/",
        f"/admin/board/documents/{record.pk}/",
        f"/admin/board/review/{record.pk}/",
        f"/admin/pages/{record.page_id}/edit/",
    ):
        assert record.title not in browser(cast.van).get(address).content.decode(), address
        assert record.title not in browser(cast.secretary).get(address).content.decode(), address
    assert record.title in browser(cast.toan).get("/admin/board/documents/").content.decode()
    assert record.title in browser(cast.toan).get("/admin/").content.decode()


def test_issued_copy__follows_by_a_new_version_through_the_same_chain(cast: SimpleNamespace) -> None:
    """A35: the unit adds the signed file, the secretary forwards, the head releases."""
    record = drafted(cast, number="12", issued_on=datetime.date(2026, 1, 9))
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.secretary)
    actions.forward(record_id=record.pk, user=cast.secretary, answers=documents.answers(record))
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)
    signed = paper(cast.toan, cast.unit.toan)
    files = [block("file", {"document": signed.pk, "kind": "scan", "title": "Bản ký"})]

    documents.rewrite(record, cast.toan, files=files)
    actions.hand_in(record_id=record.pk, user=cast.toan)
    assert not documents.page_of(record).files
    actions.claim(record_id=record.pk, user=cast.secretary)
    actions.forward(record_id=record.pk, user=cast.secretary, answers=documents.answers(record), public_note=NOTE)
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)

    assert len(documents.page_of(record).files) == 1
    assert EditorialRecord.objects.get(pk=record.pk).public is PublicState.UPDATED


def test_draft_of_a_unit__counts_for_no_quota(cast: SimpleNamespace) -> None:
    """Đ13.2 asks for articles."""
    record = drafted(cast)
    actions.hand_in(record_id=record.pk, user=cast.toan)
    record.refresh_from_db()
    at = record.handed_in_at
    [line] = quota_table(cast.school, [(at.year, at.month)], at, [cast.unit.toan.pk])

    assert (line.usages[0].published, line.usages[0].pending) == (0, 0)


def test_editor__lets_a_unit_begin_a_draft_under_its_own_name(cast: SimpleNamespace) -> None:
    """A35: another unit sent along is not taken."""
    section = DocumentIndexPage.objects.get()
    address = f"/admin/pages/add/documents/officialdocumentpage/{section.pk}/"
    client = browser(cast.toan)
    assert client.get(address).status_code == 200

    client.post(address, form())
    page = OfficialDocumentPage.objects.get(title="Dự thảo của tổ")
    assert (page.unit, page.owner_unit, page.live) == (cast.unit.toan, cast.unit.toan, False)
    client.post(address, form(title="Thứ hai", owner_unit=str(cast.unit.van.pk)))
    assert not OfficialDocumentPage.objects.filter(title="Thứ hai", owner_unit=cast.unit.van).exists()


def test_editor__hands_in_with_its_button(cast: SimpleNamespace) -> None:
    """A35: the unit is offered to send it in, never to forward it."""
    section = DocumentIndexPage.objects.get()
    address = f"/admin/pages/add/documents/officialdocumentpage/{section.pk}/"
    shown = browser(cast.toan).get(address).content.decode()
    assert "board-hand-in" in shown
    assert "board-forward" not in shown
    assert "board-forward" in browser(cast.secretary).get(address).content.decode()

    browser(cast.toan).post(address, form(**{"board-hand-in": "1", "issued_on": "2026-01-09"}))

    record = EditorialRecord.objects.get(title="Dự thảo của tổ")
    assert record.work is WorkState.SUBMITTED
    inbox = browser(cast.secretary).get("/admin/").content.decode()
    assert "Dự thảo của tổ" in inbox
