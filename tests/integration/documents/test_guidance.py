"""Guidance passes the chain like an article, is read with its clauses, and units do not see each other's drafts."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from core.rules.answers import RuleRefused
from documents.actions import begin_guidance
from documents.models import JournalPage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.selectors.people import actor_of
from editorial.selectors.units import visible_pages
from home.models import SearchPage
from tests.factories import documents, guidance
from tests.factories.items import block

pytestmark = pytest.mark.django_db

YEARS_AGO = datetime.date(2020, 1, 1)


def shown(url: str, status: int = 200, client: Client | None = None) -> str:
    answer = (client or Client()).get(url)
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def address(record: EditorialRecord) -> str:
    return guidance.page_of(record).url


def test_guidance__passes_the_whole_chain(cast: SimpleNamespace):
    """B05: it is released like an article, by no shorter way."""
    record = guidance.forwarded(cast)
    with pytest.raises(RuleRefused) as refused:
        actions.approve(record_id=record.pk, user=cast.deputy1, and_post=True)
    assert refused.value.refused.reason is Reason.NOT_LAST_STAGE
    shown(address(record), 404)

    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)

    assert "Nhập điểm vào sổ điện tử" in shown(address(record))


def test_guidance__belongs_to_the_unit_of_its_writer(cast: SimpleNamespace):
    """A unit hands in its own draft; what the board's people write belongs to the section's unit."""
    record = guidance.draft(cast, "toan")
    assert record.unit == cast.unit.toan
    assert guidance.draft(cast, "secretary").unit == JournalPage.objects.get().unit

    actions.hand_in(record_id=record.pk, user=cast.toan)

    record.refresh_from_db()
    assert record.editor == cast.editor1


def test_draft__of_a_unit_is_not_seen_by_another(cast: SimpleNamespace):
    record = guidance.draft(cast, "toan")

    assert record.page_id in visible_pages(actor_of(cast.toan, datetime.date.today())).values_list("pk", flat=True)
    assert record.page_id not in visible_pages(actor_of(cast.van, datetime.date.today())).values_list("pk", flat=True)


@pytest.mark.parametrize(("who", "status"), [("toan", 200), ("secretary", 200), ("admin", 302)])
def test_editor_opens__for_units_and_the_board_only(cast: SimpleNamespace, who: str, status: int):
    client = Client()
    client.force_login(getattr(cast, who))
    url = reverse("wagtailadmin_pages:add", args=["documents", "guidancepage", JournalPage.objects.get().pk])

    answer = client.get(url)

    assert answer.status_code == status
    if status == 200:
        assert "How to write guidance" in answer.content.decode() or 'class="guidance"' in answer.content.decode()


def test_begin_guidance__is_refused_to_the_technical_administrator(cast: SimpleNamespace):
    with pytest.raises(RuleRefused):
        begin_guidance(school=cast.school, user=cast.admin, title="x", slug="x", summary="x")


def test_page__leads_to_the_clause_it_rests_on(cast: SimpleNamespace):
    """B05, B58: a duty and the page itself name the clause; the link goes to its place."""
    regulation = documents.page_of(documents.published(cast))
    body = [guidance.duties(guidance.duty("Nhập điểm", "trong ngày dạy", regulation, "khoản 4 Điều 12"))]
    record = guidance.published(cast, body=body, rests_on=[guidance.rests(regulation, "Điều 1")])

    page = shown(address(record))

    assert f'href="{regulation.url}#dieu-12-khoan-4"' in page
    assert f'href="{regulation.url}#dieu-1"' in page
    assert "trong ngày dạy" in page
    assert "document-ended" not in page


def test_page__says_when_the_clause_lost_force(cast: SimpleNamespace):
    old = documents.published(cast, number="1", issued_on=YEARS_AGO, expires_on=YEARS_AGO)
    record = guidance.published(cast, rests_on=[guidance.rests(documents.page_of(old), "Điều 1")])

    page = shown(address(record))

    assert "document-ended" in page
    assert 'class="document-note"' in page


def test_document_that_is_not_on_the_site__stops_the_handing_in(cast: SimpleNamespace):
    waiting = documents.page_of(documents.registered(cast))
    record = guidance.draft(cast, "secretary", rests_on=[guidance.rests(waiting)])

    with pytest.raises(RuleRefused) as refused:
        actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=guidance.answers(record))

    assert refused.value.refused.reason is Reason.FORM_INCOMPLETE


def test_hostile_words__stay_words(cast: SimpleNamespace):
    """B58, B61: whatever somebody types is shown as typed; the editor cleans rich text before it is stored."""
    evil = "<script>alert(1)</script>"
    body = [
        guidance.duties(guidance.duty(evil, evil)),
        block("answer", {"question": evil, "answer": "<p>ok</p>"}),
        block("remark", {"kind": "warning", "text": evil}),
    ]
    page = shown(address(guidance.published(cast, title=f"T {evil}", summary=evil, body=body, helper_post=evil)))

    assert "<script>alert" not in page


def test_page__is_found_by_search_sitemap_and_can_be_reported(cast: SimpleNamespace):
    """B05: a page like any other of the site."""
    record = guidance.published(cast, title="Khôi phục mật khẩu sổ điểm")
    page = guidance.page_of(record)

    assert page.get_full_url() in shown("/sitemap.xml")
    assert reverse("report_page", args=[page.pk]) in shown(page.url)
    assert page.url in shown(f"{SearchPage.objects.get().url}?q=khoi+phuc+mat+khau")


def test_page__costs_the_same_however_many_duties(cast: SimpleNamespace, django_assert_max_num_queries):
    regulation = documents.page_of(documents.published(cast))
    many = [guidance.duty(f"Việc {n}", "", regulation, f"Điều {n % 12 + 1}") for n in range(40)]
    record = guidance.published(cast, body=[guidance.duties(*many)])
    client, url = Client(), address(record)
    client.get(url)

    with django_assert_max_num_queries(30):
        client.get(url)
