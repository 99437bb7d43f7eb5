"""The board's register: several released together, repeated numbers warned of, the table; and where clauses lead."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from django.test import Client
from openpyxl import load_workbook

from core.clock import now
from documents.models import DocumentIndexPage
from documents.selectors.clauses import address_of_clause
from documents.selectors.lists import repeated
from editorial import actions, clauses
from editorial.rules.reasons import CLAUSES
from editorial.rules.vocabulary import PublicState, WorkState
from home.actions import SchoolDetails, found_school
from home.demo.documents_schema import own_text
from tests.factories import documents, items

pytestmark = pytest.mark.django_db

SCREEN = "/admin/board/documents/"


def browser(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def key(record) -> str:
    return f"{record.pk}-{record.rounds.last().pk}"


def test_head__releases_several_with_one_button(cast: SimpleNamespace):
    """A28."""
    records = [documents.registered(cast, title=f"Văn bản {n}", number=str(n)) for n in (1, 2, 3)]
    client = browser(cast.head)
    assert client.get(SCREEN).content.decode().count('name="chosen"') == 3

    client.post(SCREEN, {"chosen": [key(row) for row in records[:2]]})

    for row in records:
        row.refresh_from_db()
    assert [row.public for row in records] == [PublicState.POSTED, PublicState.POSTED, PublicState.NEVER]


def test_secretary__sees_what_waits_and_cannot_release_it(cast: SimpleNamespace):
    record = documents.registered(cast)

    shown = browser(cast.secretary).get(SCREEN).content.decode()

    assert documents.TITLE in shown
    assert 'name="chosen"' not in shown
    assert record.work is WorkState.AWAITING_HEAD


def test_register__is_for_people_of_the_school_only(cast: SimpleNamespace):
    assert browser(cast.admin).get(SCREEN).status_code in {302, 403}
    assert Client().get(SCREEN).status_code == 302
    assert browser(cast.toan).get("/admin/board/documents.xlsx").status_code == 404
    assert browser(cast.head).get("/admin/board/documents.exe").status_code == 404


def test_register__as_a_table_holds_the_fields(cast: SimpleNamespace):
    """A48."""
    documents.published(cast)
    documents.draft(cast, title="Nội bộ", openness="internal", number="5")

    answer = browser(cast.secretary).get("/admin/board/documents.xlsx")

    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert {"198/QĐ-THPT", "5/QĐ-THPT"} <= {row[0] for row in rows}
    assert len(rows) == 3


def test_same_year_number_symbol_and_body__is_warned_of_and_not_refused(cast: SimpleNamespace):
    first = documents.published(cast)
    second = documents.draft(cast, issuing_body="TRƯỜNG THPT thử".title())
    other = documents.draft(cast, number="199")

    assert repeated(documents.page_of(second)) == documents.page_of(first)
    assert repeated(documents.page_of(other)) is None
    given = documents.answers(second)
    assert actions.hand_in_and_forward(record_id=second.pk, user=cast.secretary, answers=given).work
    screen = browser(cast.secretary).get(f"/admin/pages/{second.page_id}/edit/")
    assert screen.status_code in {200, 302}


def test_editor__shows_how_the_text_was_read(cast: SimpleNamespace):
    record = documents.draft(cast, text="Điều 1. Một\n\n1. Khoản.\n\n3. Khoản ba.")

    shown = browser(cast.secretary).get(f"/admin/pages/{record.page_id}/edit/").content.decode()

    assert "3" in shown
    assert "documents.xlsx" not in shown
    assert shown.count("<li>") >= 1


def test_setup__makes_the_section_once_however_often_it_runs(cast: SimpleNamespace):
    school = cast.school
    details = SchoolDetails(school.name, school.short_name, school.country, school.language)
    DocumentIndexPage.objects.get().delete()

    for _again in range(2):
        found_school(details, (), now())

    assert DocumentIndexPage.objects.get().unit == cast.unit.bbt


def test_clause__leads_to_the_boards_own_regulation(cast: SimpleNamespace):
    """A24: each refusal names its clause, linked to where it is published."""
    assert address_of_clause("Đ12.4") == ""
    documents.published(cast, title="Văn bản khác", number="1")
    assert address_of_clause("Đ12.4") == ""
    own = documents.page_of(documents.published(cast, is_board_regulation=True))

    assert address_of_clause("Đ12.4") == f"{own.url}#dieu-12-khoan-4"
    assert address_of_clause("Đ12.9") == f"{own.url}#dieu-12"
    assert address_of_clause("Đ99") == ""
    assert f'href="{own.url}#dieu-12-khoan-4"' in clauses.linked("Không được (Đ12.4)")


def test_refusal__on_the_screen_links_the_clause_it_rests_on(cast: SimpleNamespace):
    own = documents.page_of(documents.published(cast, is_board_regulation=True))
    record = documents.registered(cast, number="2")
    client = browser(cast.secretary)

    shown = client.post(SCREEN, {"chosen": [key(record)]}, follow=True).content.decode()

    assert f"{own.url}#dieu-12" in shown


@pytest.mark.parametrize(("country", "text"), [("vn", "texts_vn/cong-2.txt"), ("ru", "texts_ru/sayt-2.txt")])
def test_demo_regulation__has_every_clause_that_a_message_names(cast: SimpleNamespace, country: str, text: str):
    documents.published(cast, text=own_text(text), is_board_regulation=True)

    for reason, named in CLAUSES.items():
        name = getattr(named, country)
        address = address_of_clause(name)
        figures = name.rpartition("Đ" if country == "vn" else "§")[2]
        tail = figures.replace(".", "-khoan-", 1).replace(".", "-") if country == "vn" else f"p-{figures}"
        assert address.endswith(tail), f"{reason}: {name} leads to {address or 'nothing'}"


def test_review_page__links_the_clause_that_keeps_a_person_from_deciding(cast: SimpleNamespace):
    own = documents.page_of(documents.published(cast, is_board_regulation=True))
    record = items.awaiting_deputy(cast, author="deputy1", unit="bbt")

    shown = browser(cast.deputy1).get(f"/admin/board/review/{record.pk}/").content.decode()

    assert f'href="{own.url}#dieu-12-khoan-3"' in shown
