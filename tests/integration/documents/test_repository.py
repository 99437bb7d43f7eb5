"""The repository of recognised works and the lists of e-resources (A73, B39)."""

from __future__ import annotations

import datetime
import io
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from core.clock import now, today
from core.rules.answers import RuleRefused
from documents.models import DocumentCollectionPage, RecognisedWorkPage, RepositoryIndexPage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.selectors.quotas import quota_table
from tests.factories import documents, items, works

pytestmark = pytest.mark.django_db

SCREEN = "/admin/board/works/"


def browser(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(url: str, **query: str) -> str:
    answer = Client().get(url, query)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def repository() -> RepositoryIndexPage:
    return RepositoryIndexPage.objects.get()


def add_url(model: str = "recognisedworkpage", parent=None) -> str:
    return reverse("wagtailadmin_pages:add", args=["documents", model, (parent or repository()).pk])


def typed(**fields: str) -> dict[str, str]:
    """The form as a browser sends it."""
    return {
        "title": "Câu lạc bộ đọc sách",
        "slug": "cau-lac-bo-doc-sach",
        "kind": "initiative",
        "authors": "Bà van",
        "school_year": "2025-2026",
        "subject": "Ngữ văn",
        "summary": "Học sinh đọc và kể lại.",
        "recognition": "school",
        "decision_body": "Hội đồng sáng kiến",
        "decision_number": "88/QĐ-THPT",
        "decided_on": "2026-05-20",
        "decision": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **fields,
    }


def test_work__passes_the_whole_chain_in_its_units_name(cast: SimpleNamespace):
    """A73: not the short way of documents."""
    record = works.draft(cast)
    assert (record.unit, record.is_document) == (cast.unit.toan, False)

    works.published(cast, record)
    shown = page(works.page_of(record).url)

    assert record.rounds.get().stages == ["deputy", "head"]
    for words in ("Ông toan", "87/QĐ-THPT", "Hội đồng sáng kiến", "2026-05-20", cast.unit.toan.name, "2025-2026"):
        assert words in shown, words


@pytest.mark.parametrize("gap", [{"decision_body": ""}, {"decision_number": " "}, {"decided_on": None}])
def test_work__without_its_acceptance_decision_is_refused_with_a_sentence(cast: SimpleNamespace, gap: dict):
    """A73, Đ14.2."""
    record = works.draft(cast, **gap)

    with pytest.raises(RuleRefused) as told:
        actions.hand_in(record_id=record.pk, user=cast.toan)

    assert told.value.refused.reason is Reason.FORM_INCOMPLETE
    assert "Hãy ghi quyết định công nhận" in told.value.refused.details["fields"]


def test_work__that_lost_its_decision_on_the_way_is_refused_at_the_last_gate(cast: SimpleNamespace):
    """A73: an editor takes the decision out after the unit handed in; posting refuses it."""
    record = works.draft(cast)
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    draft = works.page_of(record).get_latest_revision_as_object()
    draft.decision_number = ""
    draft.save_revision(user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=works.answers(record), content_class="ordinary")
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)

    with pytest.raises(RuleRefused) as told:
        actions.post(record_id=record.pk, user=cast.secretary)

    assert told.value.refused.reason is Reason.ACCEPTANCE_MISSING
    assert not works.page_of(record).live


@pytest.mark.parametrize(
    ("field", "value"),
    [("school_year", "2025-2027"), ("decided_on", datetime.date(2999, 1, 1)), ("kind", "novel"), ("summary", "")],
)
def test_work__with_an_impossible_field_is_named(cast: SimpleNamespace, field: str, value):
    draft = works.page_of(works.draft(cast)).get_latest_revision_as_object()
    assert draft.content_errors() == {}

    setattr(draft, field, value)

    assert field in draft.content_errors()


def test_decision__is_linked_only_while_it_is_on_the_site(cast: SimpleNamespace):
    """A73: link to the decision in the register."""
    waiting, released = documents.draft(cast, number="1"), documents.published(cast, number="2", title="Công nhận")
    record = works.draft(cast, decision=documents.page_of(waiting))
    assert "decision" in works.page_of(record).get_latest_revision_as_object().content_errors()

    shown = works.published(cast, works.draft(cast, decision=documents.page_of(released)))
    link = f'href="{documents.page_of(released).url}"'
    assert link in page(works.page_of(shown).url)
    actions.take_down(record_id=released.pk, user=cast.head, ground="takedown_outdated", note="Cũ")
    assert link not in page(works.page_of(shown).url)


def test_member__enters_a_work_for_his_unit_in_the_back_office(cast: SimpleNamespace):
    """A73: each unit writes in its own name in the section of all."""
    client = browser(cast.van)
    assert add_url() in client.get(SCREEN).content.decode()
    assert client.get(add_url()).status_code == 200

    client.post(add_url(), typed(written_by=str(cast.unit.van.pk)))

    record = EditorialRecord.objects.get(page=RecognisedWorkPage.objects.get())
    assert record.unit == cast.unit.van
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[record.page_id])).content.decode()
    assert 'name="written_by"' not in edit


def test_member__cannot_write_in_the_name_of_another_unit(cast: SimpleNamespace):
    """A01: the server refuses what the form does not offer."""
    client = browser(cast.van)

    client.post(add_url(), typed(written_by=str(cast.unit.toan.pk)))
    assert not RecognisedWorkPage.objects.exists()

    with pytest.raises(RuleRefused) as told:
        works.draft(cast, author="van", unit=cast.unit.toan)
    assert told.value.refused.reason is Reason.NOT_YOUR_UNIT


@pytest.mark.parametrize("name", ["admin", "head"])
def test_repository__is_written_in_by_units_only(cast: SimpleNamespace, name: str):
    """A12: the technical administrator enters nothing; the head belongs to the board's unit and may."""
    tester = repository().permissions_for_user(getattr(cast, name))

    assert tester.can_add_subpage() is (name == "head")
    assert not tester.can_edit()
    assert not tester.can_delete()


def test_other_sections__take_no_pages_and_their_making_is_nobodys(cast: SimpleNamespace):
    law = DocumentCollectionPage.objects.get(kind="law_and_policy")
    curricula = DocumentCollectionPage.objects.get(kind="curricula")

    assert not law.permissions_for_user(cast.toan).can_add_subpage()
    assert curricula.permissions_for_user(cast.toan).can_add_subpage()
    assert not curricula.permissions_for_user(cast.admin).can_add_subpage()
    register = repository().get_parent().specific
    assert [model.__name__ for model in register.creatable_subpage_models()] == ["OfficialDocumentPage"]


def test_units__do_not_see_each_others_drafts_of_works(cast: SimpleNamespace):
    """A75, Đ15.2."""
    record = works.draft(cast, title="Bản nháp của tổ Toán")

    assert "Bản nháp của tổ Toán" in browser(cast.toan).get(SCREEN).content.decode()
    assert "Bản nháp của tổ Toán" not in browser(cast.van).get(SCREEN).content.decode()
    assert "Bản nháp của tổ Toán" not in browser(cast.head).get(SCREEN).content.decode()
    edit = reverse("wagtailadmin_pages:edit", args=[record.page_id])
    assert browser(cast.van).get(edit).status_code in {302, 403, 404}
    assert Client().get(works.page_of(record).url).status_code == 404


def test_screen__is_for_people_of_units_and_of_the_board(cast: SimpleNamespace):
    assert browser(cast.admin).get(SCREEN).status_code == 404
    assert Client().get(SCREEN).status_code == 302


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ({"kind": "initiative"}, True, False),
        ({"kind": "research"}, False, True),
        ({"unit": "van"}, False, True),
        ({"year": "2024-2025"}, False, True),
        ({"q": "hinh hoc khong gian"}, True, False),
        ({"q": "bà van"}, False, True),
        ({"kind": "x", "unit": "\0", "year": "2024", "order": "-", "page": "99"}, True, True),
    ],
)
def test_list__by_kind_unit_year_and_words(cast: SimpleNamespace, query: dict, first: bool, second: bool):
    """A73."""
    works.published(cast)
    record = works.draft(
        cast, author="van", title="Đọc hiểu văn bản", kind="research", school_year="2024-2025", authors="Bà van"
    )
    works.published(cast, record, editor="editor2")
    query = {name: value for name, value in query.items() if "\0" not in value}

    shown = page(repository().url, **query)

    assert (works.TITLE in shown, "Đọc hiểu văn bản" in shown) == (first, second)


def test_list__is_sorted_by_links_and_says_when_it_is_empty(cast: SimpleNamespace):
    """A73."""
    assert 'class="empty"' in page(repository().url)
    works.published(cast, title="B", decided_on=datetime.date(2026, 1, 1))
    works.published(cast, title="A", decided_on=datetime.date(2025, 1, 1))

    newest, by_name = page(repository().url), page(repository().url, order="name")

    assert newest.index(">B</a>") < newest.index(">A</a>")
    assert by_name.index(">A</a>") < by_name.index(">B</a>")
    assert "order=name" in newest


def test_search__finds_the_work_and_the_list_of_resources(cast: SimpleNamespace):
    """A73, B39."""
    work = works.published(cast)
    links = works.published(cast, works.resource_list(cast))

    assert works.page_of(work).url in page("/tim-kiem/", q="hinh hoc khong gian")
    assert works.page_of(links).url in page("/tim-kiem/", q="geogebra")
    actions.take_down(record_id=work.pk, user=cast.head, ground="takedown_outdated", note="Cũ")
    assert works.page_of(work).url not in page("/tim-kiem/", q="hinh hoc khong gian")


def test_list__costs_the_same_however_many_works(cast: SimpleNamespace, django_assert_max_num_queries):
    for number in range(4):
        works.published(cast, title=f"Sáng kiến {number}")
    client = Client()
    client.get(repository().url)

    with django_assert_max_num_queries(18):
        client.get(repository().url)


def test_work__is_no_news_and_counts_for_no_quota(cast: SimpleNamespace):
    """A66, A73: the same unit's article counts, its work does not."""
    month = (today().year, today().month)

    def counted() -> int:
        lines = quota_table(cast.school, [month], now(), [cast.unit.toan.pk])
        return lines[0].usages[0].published

    works.published(cast)
    assert counted() == 0
    items.published(cast)
    assert counted() == 1


def test_works__as_a_table_are_the_boards(cast: SimpleNamespace):
    """A73."""
    works.published(cast)

    answer = browser(cast.secretary).get("/admin/board/works.xlsx")
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))

    assert (rows[1][0], rows[1][8]) == (works.TITLE, "87/QĐ-THPT")
    assert browser(cast.toan).get("/admin/board/works.xlsx").status_code == 404
    assert browser(cast.secretary).get("/admin/board/works.exe").status_code == 404


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "", "geogebra"])
def test_resource__leads_to_a_web_page_and_nowhere_else(cast: SimpleNamespace, address: str):
    """B39: what is no web address never reaches a reader."""
    good = works.resource_list(cast)
    actions.hand_in(record_id=good.pk, user=cast.toan)
    bad = works.resource_list(cast, resources=[works.subject("Toán", works.resource(address=address))])

    with pytest.raises(RuleRefused) as told:
        actions.hand_in(record_id=bad.pk, user=cast.toan)

    assert told.value.refused.reason is Reason.FORM_INCOMPLETE


def test_resource__says_for_whom_whose_and_when_it_was_looked_at(cast: SimpleNamespace):
    """B39."""
    links = [
        works.subject("Toán", works.resource()),
        works.subject("Tin học", works.resource(name="<b>Scratch</b>", licence="school")),
    ]
    record = works.published(cast, works.resource_list(cast, resources=links))

    shown = page(works.page_of(record).url)

    assert "10–12" in shown
    assert shown.index(">Toán<") < shown.index(">Tin học<")
    assert "&lt;b&gt;Scratch&lt;/b&gt;" in shown
    assert 'rel="noopener external"' in shown
