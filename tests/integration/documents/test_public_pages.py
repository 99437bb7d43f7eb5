"""What visitors see of the register: the list, the reading page, search by clause (A52, B02, B03, B04, B09)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from documents.models import DocumentIndexPage
from editorial import actions
from tests.factories import documents

pytestmark = pytest.mark.django_db

YEARS_AGO = datetime.date(2020, 1, 1)


def page(url: str, **query: str) -> str:
    answer = Client().get(url, query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def section() -> str:
    return DocumentIndexPage.objects.get().url


def address(record) -> str:
    return documents.page_of(record).url


def test_section__says_when_it_is_empty(cast: SimpleNamespace):
    assert "No documents yet" in page(section()) or "Chưa có" in page(section())


def test_reading_page__has_an_address_for_each_clause_with_its_label_as_typed(cast: SimpleNamespace):
    """B03."""
    shown = page(address(documents.published(cast)))

    for anchor in ("chuong-i", "dieu-1", "dieu-1-khoan-2", "dieu-12-khoan-2-1", "dieu-12-khoan-3-i1"):
        assert f'id="{anchor}"' in shown, anchor
    assert 'href="#dieu-12-khoan-4"' in shown
    assert "Điều 12." in shown
    assert "Cổng thông tin là trang chính thức của nhà trường." in shown


def test_reading_page__shows_register_approvals_and_signature(cast: SimpleNamespace):
    """A48, B01: number, body, signer, days, protocol and order, mark of the signature."""
    approval = {
        "kind": "approved",
        "body": "Директор школы",
        "act": "приказ",
        "number": "01-30/126",
        "on": "2021-08-31",
    }
    shown = page(
        address(
            documents.published(
                cast,
                approvals=[documents.block("approval", approval)],
                certificate_number="00AF15",
                certificate_owner="Корнеева О. А.",
                certificate_from=datetime.date(2026, 1, 2),
                certificate_to=datetime.date(2027, 1, 2),
            )
        )
    )

    for words in ("198/QĐ-THPT", "Trường THPT Thử", "Ông head", "2023-09-22", "приказ", "01-30/126", "00AF15"):
        assert words in shown, words


@pytest.mark.parametrize(("language", "words"), [("vi", "(biên bản số 04/BB-BBT)"), ("ru", "(biên bản № 04/BB-BBT)")])
def test_approval__has_the_sign_of_a_number_of_its_language(
    cast: SimpleNamespace, settings: Any, language: str, words: str
):
    """B01."""
    approval = {"kind": "considered", "body": "Ban Biên tập", "act": "biên bản", "number": "04/BB-BBT", "on": None}
    url = address(documents.published(cast, approvals=[documents.block("approval", approval)]))
    settings.LANGUAGE_CODE = language

    assert words in page(url)


def test_review_day__is_told_to_readers_until_the_document_ends(cast: SimpleNamespace):
    """A33: when its owner looked, and when he looks again; what ended tells neither."""
    soon = datetime.date.today() + datetime.timedelta(days=10)
    ended = page(
        address(documents.published(cast, title="Hết hiệu lực", number="1", issued_on=YEARS_AGO, expires_on=YEARS_AGO))
    )
    record = documents.published(cast, number="2", review_on=soon)

    assert f'<time datetime="{soon}">' in page(address(record))
    assert "To be looked at again by" not in ended
    assert "Rà soát lại" not in ended


def test_reading_page__costs_the_same_however_long_the_text(cast: SimpleNamespace, django_assert_max_num_queries):
    """One query for the tree."""
    long = "\n\n".join(f"Điều {n}. Tiêu đề {n}\n\n1. Khoản một.\n\n2. Khoản hai." for n in range(1, 60))
    record = documents.published(cast, text=long)
    client, url = Client(), address(record)
    client.get(url)

    with django_assert_max_num_queries(28):
        client.get(url)


def test_basis__no_longer_in_force_is_said_beside_it(cast: SimpleNamespace):
    """B02."""
    old = documents.published(cast, title="Văn bản cũ", number="1", issued_on=YEARS_AGO, expires_on=YEARS_AGO)
    basis = [documents.basis("Căn cứ văn bản cũ", documents.page_of(old)), documents.basis("Luật Giáo dục")]
    shown = page(address(documents.published(cast, number="2", legal_basis=basis)))

    assert address(old) in shown
    assert shown.count('class="document-ended"') == 1
    assert "Luật Giáo dục" in shown


def test_new_document__ends_the_one_it_replaces_by_itself(cast: SimpleNamespace):
    """B38, A52: effect state and links of replacement."""
    old = documents.published(cast, title="Quy chế cũ", number="1", issued_on=YEARS_AGO)
    assert "validity--in_force" in page(address(old))

    relations = [documents.relation("replaces", documents.page_of(old))]
    new = documents.published(cast, title="Quy chế mới", number="2", relations=relations)

    told = page(address(old))
    assert "validity--expired" in told
    assert address(new) in told
    assert "Quy chế cũ" in page(address(new))


def test_taken_down_document__ends_nothing_any_more(cast: SimpleNamespace):
    old = documents.published(cast, title="Quy chế cũ", number="1", issued_on=YEARS_AGO)
    new = documents.published(cast, number="2", relations=[documents.relation("repeals", documents.page_of(old))])

    actions.take_down(record_id=new.pk, user=cast.head, ground="takedown_outdated", note="Nhầm")

    assert "validity--in_force" in page(address(old))


def test_link_to_what_readers_cannot_open__is_refused_at_handing_in(cast: SimpleNamespace):
    waiting = documents.draft(cast, title="Chưa đăng", number="1")
    record = documents.draft(cast, number="2", relations=[documents.relation("amends", documents.page_of(waiting))])

    assert "relations" in documents.page_of(record).get_latest_revision_as_object().content_errors()


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ({"kind": "quy_che"}, True, False),
        ({"kind": "cong_van"}, False, True),
        ({"year": "2020"}, False, True),
        ({"field": "teaching"}, False, True),
        ({"body": "Sở Giáo dục"}, False, True),
        ({"validity": "expired"}, False, True),
        ({"validity": "in_force"}, True, False),
        ({"audience": "pupils"}, True, True),
        ({"audience": "teachers"}, True, False),
        ({"q": "pho ban duyet"}, True, False),
        ({"q": "sở giáo dục"}, False, True),
        ({"kind": "x", "year": "²²²²", "validity": "0", "order": "--", "page": "٣", "q": ""}, True, True),
    ],
)
def test_list__by_type_body_field_year_validity_audience_and_words(cast: SimpleNamespace, query, first, second):
    """A52, B04."""
    documents.published(cast, title="Quy chế thứ nhất")
    documents.published(
        cast,
        title="Công văn thứ hai",
        kind="cong_van",
        number="15",
        issuing_body="Sở Giáo dục",
        issued_on=YEARS_AGO,
        expires_on=YEARS_AGO,
        field="teaching",
        for_pupils=True,
        text="",
        abstract="Hướng dẫn của Sở",
    )

    shown = page(section(), **query)

    assert ("Quy chế thứ nhất" in shown, "Công văn thứ hai" in shown) == (first, second)


def test_list__holds_no_draft_and_nothing_internal(cast: SimpleNamespace):
    documents.registered(cast, title="Đang chờ")
    documents.draft(cast, title="Nội bộ", openness="internal")

    shown = page(section())

    assert "Đang chờ" not in shown
    assert "Nội bộ" not in shown


def test_annexes__are_grouped_with_their_order(cast: SimpleNamespace):
    """B09."""
    order = documents.published(cast, title="Quyết định ban hành", kind="quyet_dinh")
    annex = documents.published(
        cast, number="", relations=[documents.relation("annex_of", documents.page_of(order))], title="Quy chế kèm theo"
    )

    assert address(annex) in page(address(order))
    assert address(order) in page(address(annex))


@pytest.mark.parametrize("words", ["quyết định việc gỡ bỏ", "quyet dinh viec go bo", "dieu 12 khoan 4"])
def test_search__leads_to_the_clause(cast: SimpleNamespace, words: str):
    record = documents.published(cast)

    shown = page("/tim-kiem/", q=words)

    assert f"{address(record)}?q={quote(words)}#dieu-12-khoan-4" in shown


def test_search__finds_russian_words_by_any_ending(cast: SimpleNamespace):
    text = "ПОЛОЖЕНИЕ\n\n1. Общие положения\n\n1.1. Порядок выставления отметок учителем.\n\n1.2. Хранение журналов."
    record = documents.published(cast, text=text)

    shown = page("/tim-kiem/", q="выставление отметок")

    assert f"{address(record)}?q={quote('выставление отметок')}#p-1.1" in shown
    assert "#p-1.2" not in shown


def test_search__finds_nothing_of_what_was_taken_down(cast: SimpleNamespace):
    record = documents.published(cast)
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Cũ")

    assert "dieu-12" not in page("/tim-kiem/", q="gỡ bỏ thông tin")


@pytest.mark.parametrize("words", ["\0", "%", "_", "'\"", "a" * 5000, "\u0600", "--"])
def test_search_and_list__bear_any_words(cast: SimpleNamespace, words: str):
    documents.published(cast)
    assert Client().get("/tim-kiem/", {"q": words}).status_code in {200, 400, 404}
    assert Client().get(section(), {"q": words, "body": words}).status_code in {200, 400, 404}


def test_feed__names_what_was_posted(cast: SimpleNamespace):
    documents.published(cast)
    documents.registered(cast, title="Đang chờ", number="7")

    shown = page(f"{section()}feed.xml")

    assert "198/QĐ-THPT" in shown
    assert "Đang chờ" not in shown
    assert Client().get("/tin-tuc/feed.xml").status_code == 404
