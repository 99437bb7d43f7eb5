"""Reading a file in the back office: upload, check, correct, register; nothing is lost between the steps (B03, A28)."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase

from core.clock import now
from documents.models import OfficialDocumentPage, RegulationImport
from documents.rules.tree_json import node_of
from editorial.actions.periodic import run
from editorial.models import LedgerEntry
from tests.factories import documents
from tests.integration.documents.test_register_screen import browser
from tests.unit.documents.files import pdf, word
from tests.unit.documents.regulations import RUSSIAN, VIETNAMESE, text_of

pytestmark = pytest.mark.django_db

SCREEN = "/admin/board/documents/read/"
LINES = (
    "QUY CHẾ",
    "Hoạt động của thư viện",
    "Điều 1. Phạm vi áp dụng",
    "1. Quy chế này áp dụng cho mọi học sinh.",
    "3. Thư viện mở cửa các ngày trong tuần.",
    "Điều 2. Trách nhiệm",
    "1. Thủ thư giữ sách.",
)


def library() -> bytes:
    return word(lambda document: [document.add_paragraph(line) for line in LINES])


def upload(client: Client, data: bytes, name: str = "Quy chế thư viện.docx", **fields: str):
    return client.post(SCREEN, {"file": SimpleUploadedFile(name, data), **fields})


def begun(client: Client, data: bytes | None = None, name: str = "Quy chế thư viện.docx") -> RegulationImport:
    assert upload(client, data or library(), name).status_code == 302
    return RegulationImport.objects.latest("pk")


def anchors(page: OfficialDocumentPage) -> list[str]:
    return [node.anchor for node in node_of(page.tree).walk()]


def newest(page: OfficialDocumentPage) -> OfficialDocumentPage:
    return page.get_latest_revision_as_object()


@pytest.mark.requirement("B03")
def test_secretary__sees_each_line_beside_what_was_read_of_it(cast: SimpleNamespace):
    """B03: warnings in place, each with the way to its line; the file is kept, with its hash."""
    client = browser(cast.secretary)
    row = begun(client)
    shown = client.get(f"{SCREEN}{row.pk}/").content.decode()

    assert shown.count('class="reading-line ') + shown.count('class="reading-line"') == len(LINES)
    assert f'href="{SCREEN}{row.pk}/?line=5"' in shown
    assert "reading-line--odd" in shown
    with row.file.open("rb") as kept:
        assert kept.read(2) == b"PK"
    assert len(row.sha256) == 64
    line = LedgerEntry.objects.latest("seq")
    assert line.action == "documents.begin_import"
    assert line.payload == {"import": row.pk, "sha256": row.sha256}


def test_secretary__comes_back_tomorrow(cast: SimpleNamespace):
    """B03: a begun import stands in the list until it is registered, thrown away or forgotten."""
    client = browser(cast.secretary)
    row = begun(client)
    assert f"{SCREEN}{row.pk}/" in client.get(SCREEN).content.decode()

    path = Path(row.file.path)
    with_commit(client, f"{SCREEN}{row.pk}/discard/")

    assert not RegulationImport.objects.exists()
    assert not path.exists()
    assert client.get(f"{SCREEN}{row.pk}/").status_code == 404


def with_commit(client: Client, address: str, **data: str):
    """A post whose callbacks of the commit are run, as they are outside of tests."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address, data)


def test_correction__is_read_at_once_and_taken_back(cast: SimpleNamespace):
    """B03: the wrong number is put right, then the correction is undone."""
    client = browser(cast.secretary)
    row = begun(client)
    address = f"{SCREEN}{row.pk}/correct/5/"

    answer = client.post(address, {"says": "opens:clause", "label": "2."})
    assert answer.headers["location"] == f"{SCREEN}{row.pk}/?page=1#l-5"
    row.refresh_from_db()
    assert [one.said.label for one in row.said.lines] == ["2"]
    assert "missing_number" not in str(client.get(f"{SCREEN}{row.pk}/").content)

    client.post(address, {"undo": "1"})
    row.refresh_from_db()
    assert row.said.lines == ()


def test_correction__without_a_number_says_what_is_missing(cast: SimpleNamespace):
    """B03: the pair of the one above; the form stands there again with what was typed."""
    client = browser(cast.secretary)
    row = begun(client)
    answer = client.post(f"{SCREEN}{row.pk}/correct/2/", {"says": "opens:clause", "label": ""})
    assert answer.status_code == 422
    assert "board-field--wrong" in answer.content.decode()
    row.refresh_from_db()
    assert row.corrections == {"paragraphs": True}


@pytest.mark.parametrize(
    ("line", "data", "status"),
    [
        (5, {"says": "burn"}, 422),
        (5, {"says": "opens:stamp"}, 422),
        (5, {}, 422),
        (5, {"says": "aside", "until": "1"}, 422),
        (5, {"says": "aside", "until": "999999"}, 422),
        (5, {"says": "opens:clause", "label": "<script>"}, 422),
        (99, {"says": "aside"}, 404),
        (10**30, {"says": "aside"}, 404),
    ],
)
def test_correction__that_makes_no_sense_changes_nothing(cast: SimpleNamespace, line, data, status):
    """B03"""
    client = browser(cast.secretary)
    row = begun(client)
    assert client.post(f"{SCREEN}{row.pk}/correct/{line}/", data).status_code == status
    row.refresh_from_db()
    assert row.said.lines == ()


def test_correction__of_several_lines_at_once(cast: SimpleNamespace):
    """B03: a letterhead is set aside in one go."""
    client = browser(cast.secretary)
    row = begun(client)
    client.post(f"{SCREEN}{row.pk}/correct/1/", {"says": "aside", "until": "2"})
    row.refresh_from_db()
    assert [one.words for one in row.said.lines] == list(LINES[:2])


@pytest.mark.parametrize("line", ["5", "0", "999", "x", "²", "-1", "9" * 30])
def test_page__opens_the_form_of_a_line_and_bears_any_other(cast: SimpleNamespace, line):
    """B03"""
    client = browser(cast.secretary)
    row = begun(client)
    shown = client.get(f"{SCREEN}{row.pk}/?line={line}&page={line}")
    assert shown.status_code == 200
    assert ('name="says"' in shown.content.decode()) is (line == "5")


@pytest.mark.requirement("A48")
def test_registered__is_a_draft_with_the_corrected_tree_and_its_fields(cast: SimpleNamespace):
    """A48, A28: made by the action that makes every draft; the import is gone, its file too."""
    client = browser(cast.secretary)
    row = begun(client)
    client.post(f"{SCREEN}{row.pk}/correct/5/", {"says": "opens:clause", "label": "2"})
    path = Path(row.file.path)

    answer = with_commit(client, f"{SCREEN}{row.pk}/register/", how="one", with_file="on")

    page = OfficialDocumentPage.objects.get(title="Quy chế Hoạt động của thư viện")
    assert answer.headers["location"] == f"/admin/pages/{page.pk}/edit/"
    assert not page.live
    draft = newest(page)
    assert draft.kind == "quy_che"
    assert draft.issuing_body == cast.school.name
    assert "dieu-1-khoan-2" in anchors(draft)
    assert [block.value["kind"] for block in draft.files] == ["original"]
    assert not RegulationImport.objects.exists()
    assert not path.exists()
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200


def test_registered__keeps_its_corrections_when_the_text_is_mended(cast: SimpleNamespace):
    """B03: saving again in the editor reads the same tree; a correction whose line is gone is told."""
    client = browser(cast.secretary)
    row = begun(client)
    client.post(f"{SCREEN}{row.pk}/correct/5/", {"says": "opens:clause", "label": "2"})
    with_commit(client, f"{SCREEN}{row.pk}/register/", how="one")
    draft = newest(OfficialDocumentPage.objects.latest("pk"))

    draft.text = draft.text.replace("giữ sách", "giữ sách và báo").replace("Điều 2.", "\nĐiều 2.")
    draft.save_revision(user=cast.secretary, clean=False)
    assert "dieu-1-khoan-2" in anchors(draft)

    draft.text = draft.text.replace(LINES[4], "")
    draft.save_revision(user=cast.secretary, clean=False)
    assert "dieu-1-khoan-2" not in anchors(draft)
    assert LINES[4] in client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()


@pytest.mark.requirement("A48")
def test_registered__in_two_is_an_order_and_what_is_annexed_to_it(cast: SimpleNamespace):
    """A48: cover decision and regulation as two drafts, linked."""
    client = browser(cast.secretary)
    row = begun(client, text_of(VIETNAMESE).encode(), "004.txt")
    shown = client.get(f"{SCREEN}{row.pk}/register/").content.decode()
    assert "198/QĐ-THPT ĐT" in shown

    client.post(f"{SCREEN}{row.pk}/register/", {"how": "two"})

    order, annexed = map(newest, OfficialDocumentPage.objects.order_by("pk"))
    assert (order.kind, order.number, order.issued_on) == ("quyet_dinh", "198", datetime.date(2023, 9, 22))
    assert (annexed.kind, annexed.number, annexed.issued_on) == ("quy_che", "", order.issued_on)
    assert [(one.value["kind"], one.value["page"].pk) for one in annexed.relations] == [("annex_of", order.pk)]
    assert "dieu-12-khoan-2-1" in anchors(annexed)
    assert "dieu-1" in anchors(order)
    assert [one.value["text"][:6] for one in order.legal_basis][:1] == ["Căn cứ"]


def test_registered__as_one_keeps_order_and_text_together(cast: SimpleNamespace):
    """A48: the pair of the one above."""
    client = browser(cast.secretary)
    row = begun(client, text_of(VIETNAMESE).encode(), "004.txt")
    client.post(f"{SCREEN}{row.pk}/register/", {"how": "one"})
    only = newest(OfficialDocumentPage.objects.get())
    assert (only.kind, only.number, only.symbol) == ("quy_che", "198", "QĐ-THPT ĐT")
    assert {"quyet-dinh-dieu-1", "dieu-12-khoan-4"} <= set(anchors(only))


def test_registered__fills_in_the_block_of_approvals_of_a_russian_act(cast: SimpleNamespace):
    """A48"""
    client = browser(cast.secretary)
    text = (
        "РАССМОТРЕНО на педагогическом совете протокол от 30.08.2024 № 1\n\n"
        "УТВЕРЖДЕНО\nприказом директора от 02.09.2024 № 126\n\n"
        "ПОЛОЖЕНИЕ\nо журнале МБОУ «Школа № 3»\n\n1. Общие положения\n1.1. Журнал ведут учителя."
    )
    row = begun(client, text.encode(), "Положение.md")
    client.post(f"{SCREEN}{row.pk}/register/", {"how": "one", "with_file": "on"})
    draft = newest(OfficialDocumentPage.objects.get())
    blocks = [(one.value["kind"], one.value["number"], str(one.value["on"])) for one in draft.approvals]
    assert blocks == [("considered", "1", "2024-08-30"), ("approved", "126", "2024-09-02")]
    file = draft.files[0].value["document"]
    assert file.file.name.endswith(".txt")
    assert file.file_size == len(text.encode())


def test_attached_file__is_called_as_it_was_where_nobody_named_it(cast: SimpleNamespace):
    """A28: a link without words is none; its size is told."""
    client = browser(cast.secretary)
    row = begun(client, text_of(VIETNAMESE).encode(), "Quy chế.md")
    client.post(f"{SCREEN}{row.pk}/register/", {"how": "one", "with_file": "on"})
    shown = newest(OfficialDocumentPage.objects.get()).files.render_as_block()
    assert '<span class="attachment__title">Quy chế</span>' in shown
    assert "TXT, " in shown


@pytest.mark.requirement("B38")
def test_new_edition__is_compared_first_and_replaces_the_text_in_a_new_version(cast: SimpleNamespace):
    """B38: what is on the site stays as it is until the new version has passed the chain."""
    record = documents.published(cast)
    page = documents.page_of(record)
    client = browser(cast.secretary)
    row = begun(client, documents.TEXT.replace("mọi tổ chuyên môn", "mọi tổ và đoàn thể").encode(), "moi.txt")

    answer = client.post(f"{SCREEN}{row.pk}/register/", {"how": "edition", "document": str(page.pk)})
    shown = client.get(answer.headers["location"])
    assert "<ins>và đoàn thể.</ins>" in shown.content.decode()
    seen = {"document": str(page.pk), "revision": str(page.latest_revision_id)}

    stale = client.post(f"{SCREEN}{row.pk}/edition/", {**seen, "revision": "987654321"})
    assert stale.status_code == 409
    assert newest(page).text == documents.TEXT

    assert client.post(f"{SCREEN}{row.pk}/edition/", seen).status_code == 302
    page.refresh_from_db()
    assert page.text == documents.TEXT
    assert "mọi tổ và đoàn thể" in newest(page).text
    assert not RegulationImport.objects.exists()


def test_new_edition__is_refused_for_a_document_under_way(cast: SimpleNamespace):
    """B38: nobody changes what lies with the head."""
    record = documents.registered(cast)
    page = documents.page_of(record)
    client = browser(cast.secretary)
    row = begun(client)
    answer = client.post(f"{SCREEN}{row.pk}/register/", {"how": "edition", "document": str(page.pk)})
    assert answer.status_code == 422
    sent = {"document": str(page.pk), "revision": str(page.latest_revision_id)}
    client.post(f"{SCREEN}{row.pk}/edition/", sent)
    assert newest(page).text == documents.TEXT
    assert RegulationImport.objects.exists()


def test_new_edition__of_the_same_text_says_that_nothing_would_change(cast: SimpleNamespace):
    """B38"""
    page = documents.page_of(documents.published(cast))
    client = browser(cast.secretary)
    row = begun(client, documents.TEXT.encode(), "same.txt")
    sent = {"document": str(page.pk), "revision": str(page.latest_revision_id)}
    assert client.post(f"{SCREEN}{row.pk}/edition/", sent).status_code == 422


@pytest.mark.parametrize("query", ["", "?document=x", "?document=0", f"?document={10**30}", "?document=1"])
def test_new_edition__of_no_document_leads_back(cast: SimpleNamespace, query):
    """B38"""
    client = browser(cast.secretary)
    row = begun(client)
    assert client.get(f"{SCREEN}{row.pk}/edition/{query}").status_code == 302


def test_import__is_registered_once(cast: SimpleNamespace):
    """A28: a button pressed twice makes one draft."""
    client = browser(cast.secretary)
    row = begun(client)
    client.post(f"{SCREEN}{row.pk}/register/", {"how": "one"})
    assert client.post(f"{SCREEN}{row.pk}/register/", {"how": "one"}).status_code == 404
    assert OfficialDocumentPage.objects.count() == 1


def test_old_imports__are_forgotten(cast: SimpleNamespace):
    """B03: thirty days after they were last worked on; not a day earlier."""
    row = begun(browser(cast.secretary))
    run(now() + datetime.timedelta(days=29))
    assert RegulationImport.objects.exists()
    run(now() + datetime.timedelta(days=31))
    assert not RegulationImport.objects.exists()
    assert LedgerEntry.objects.filter(action="documents.forget_import", payload__sha256=row.sha256).exists()


@pytest.mark.parametrize("name", [RUSSIAN, VIETNAMESE])
def test_samples__are_read_checked_and_registered(cast: SimpleNamespace, name):
    """B03: both regulations the portal was built from, through the form."""
    client = browser(cast.secretary)
    row = begun(client, text_of(name).encode(), f"{name}.txt")
    for address in (f"{SCREEN}{row.pk}/", f"{SCREEN}{row.pk}/?page=2", f"{SCREEN}{row.pk}/register/"):
        assert client.get(address).status_code == 200
    assert client.post(f"{SCREEN}{row.pk}/register/", {"how": "one"}).status_code == 302


def test_screens__ask_a_fixed_number_of_questions(cast: SimpleNamespace, django_assert_max_num_queries):
    """A77: however long the text is."""
    client = browser(cast.secretary)
    short, long = begun(client), begun(client, text_of(RUSSIAN).encode(), "a.txt")
    for row in (short, long):
        with django_assert_max_num_queries(32):
            assert client.get(f"{SCREEN}{row.pk}/").status_code == 200
    with django_assert_max_num_queries(32):
        assert client.get(SCREEN).status_code == 200


def test_pdf__is_read_in_the_browser(cast: SimpleNamespace):
    """B03"""
    row = begun(browser(cast.secretary), pdf("1\\. Общие положения\n\n1.1. Журнал ведут учителя."), "a.pdf")
    assert row.text.split("\n") == ["1. Общие положения", "1.1. Журнал ведут учителя."]


def read_again_at(record) -> str:
    return f"/admin/board/documents/{record.pk}/read-again/"


@pytest.mark.requirement("B03")
def test_reading_of_a_registered_document__is_corrected_without_a_file(cast: SimpleNamespace):
    """B03: from its card to its lines, one label corrected, entered as a new version; the site stays as it is."""
    record = documents.published(cast)
    page = documents.page_of(record)
    client = browser(cast.secretary)
    assert read_again_at(record) in client.get(f"/admin/board/documents/{record.pk}/").content.decode()

    answer = client.post(read_again_at(record))

    row = RegulationImport.objects.get()
    assert answer.headers["location"] == f"{SCREEN}{row.pk}/"
    assert row.text == documents.TEXT
    line = next(at for at, text in enumerate(row.text.split("\n"), start=1) if text.startswith("2."))
    client.post(f"{SCREEN}{row.pk}/correct/{line}/", {"says": "opens:clause", "label": "7"})
    chosen = client.get(f"{SCREEN}{row.pk}/register/").context["form"]
    assert (chosen["how"].value(), chosen["document"].value()) == ("edition", page.pk)
    sent = {"document": str(page.pk), "revision": str(page.latest_revision_id)}
    assert client.post(f"{SCREEN}{row.pk}/edition/", sent).status_code == 302
    page.refresh_from_db()
    assert "dieu-1-khoan-7" in anchors(newest(page))
    assert "dieu-1-khoan-7" not in anchors(page)

    client.post(read_again_at(record))
    assert [one.said.label for one in RegulationImport.objects.get().said.lines] == ["7"]


@pytest.mark.requirement("B03")
def test_reading_of_a_registered_document__is_refused_to_others_and_while_it_is_under_way(cast: SimpleNamespace):
    """B03: the pair of the one above; a visitor of another post, then a document that lies with the head."""
    published, waiting = documents.published(cast), documents.registered(cast, title="Đang chờ", number="8")
    for person, record in ((cast.toan, published), (cast.editor1, published), (cast.secretary, waiting)):
        client = browser(person)
        assert client.post(read_again_at(record)).status_code in {302, 403, 404}
        assert read_again_at(record) not in client.get(f"/admin/board/documents/{record.pk}/").content.decode()
    assert browser(cast.secretary).get(read_again_at(published)).status_code == 405
    assert not RegulationImport.objects.exists()
    assert not LedgerEntry.objects.filter(action="documents.begin_import").exists()
