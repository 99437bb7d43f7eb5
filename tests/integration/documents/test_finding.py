"""Words found in documents: marked in their own letters, in clauses and in attached files (B03, A52)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model

from documents.actions import read_waiting_files
from documents.actions.file_texts import note_file
from documents.models import FileText
from documents.rules.files import FileState
from documents.selectors.files import unread_files, unsearchable_files
from editorial import actions
from editorial.gates.digest import file_name
from tests.factories import documents, items
from tests.factories.uploads import pdf

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 9, 5, 3, tzinfo=datetime.UTC)
WORDS = "Danh mục thiết bị dạy học tối thiểu"
HOSTILE = ["<script>alert(1)</script>", '"><mark>', "&lt;b&gt;", "'\"", "%", "\\", "(", "a" * 3000, "\u0301", "{{ 1 }}"]


def shown(url: str, **query: str) -> str:
    answer = Client().get(url, query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def attached(cast: SimpleNamespace, text: str = WORDS, name: str = "phu-luc.txt") -> Any:
    unit = cast.unit.vanphong
    file = ContentFile(text.encode(), name=name)
    return get_document_model().objects.create(
        title="tệp", file=file, uploaded_by_user=cast.secretary, collection=unit.collection
    )


def with_file(cast: SimpleNamespace, text: str = WORDS, name: str = "phu-luc.txt", **fields: Any):
    file = attached(cast, text, name)
    return documents.published(cast, files=[file], **fields), file


def read(cast: SimpleNamespace) -> int:
    return read_waiting_files(cast.school, NOW)


def test_search__shows_the_words_around_the_hit_with_marks(cast: SimpleNamespace):
    """B03: label, heading and the words, marked in their own letters; the link brings the words along."""
    record = documents.published(cast)
    url = documents.page_of(record).url

    page = shown("/tim-kiem/", q="quyet dinh go bo")

    assert f"{url}?q={quote('quyet dinh go bo')}#dieu-12-khoan-4" in page
    assert "<mark>quyết định</mark>" in page
    assert "<mark>Gỡ bỏ</mark>" in page


def test_reading_page__marks_the_words_of_the_clauses_that_hold_them_all(cast: SimpleNamespace):
    """B03: marked on the server; only where all words stand; with a way to the text without marks."""
    url = documents.page_of(documents.published(cast)).url

    page = shown(url, q="quyet dinh go bo")

    assert "<mark>quyết định</mark> việc <mark>gỡ bỏ</mark>" in page
    assert page.count('href="#dieu-12-khoan-4"') >= 2
    assert f'href="{url}">' in page
    assert "<mark>" not in shown(url)
    assert "<mark>" not in shown(url, q="chu nay khong co trong van ban")


def test_reading_page__marks_russian_words_by_any_ending(cast: SimpleNamespace):
    text = "ПОЛОЖЕНИЕ\n\n1. Общие положения\n\n1.1. Порядок выставления отметок учителем.\n\n1.2. Хранение журналов."
    url = documents.page_of(documents.published(cast, text=text)).url

    assert "<mark>выставления отметок</mark>" in shown(url, q="выставление отметок")


@pytest.mark.parametrize("words", HOSTILE)
def test_words__are_never_markup(cast: SimpleNamespace, words: str):
    """B03: hostile words are escaped, marks stand inside no tag."""
    record = documents.published(cast, text=documents.TEXT + '\n5. Dấu <script>alert(1)</script> & mark "><mark>\n')
    url = documents.page_of(record).url

    for page in (shown(url, q=words), shown("/tim-kiem/", q=words)):
        assert "<script>alert" not in page
        assert '"><mark>' not in page.replace('<span lang="vi"><mark>', "")


def test_marks__cost_no_query_and_little_time(cast: SimpleNamespace, django_assert_max_num_queries):
    """B03: the same number of queries however long the text and whatever is looked for."""
    long = "\n\n".join(f"Điều {n}. Tiêu đề {n}\n\n1. Khoản một.\n\n2. Khoản hai gỡ bỏ." for n in range(1, 120))
    url = documents.page_of(documents.published(cast, text=long)).url
    client = Client()
    client.get(url)

    with django_assert_max_num_queries(28):
        page = client.get(url, {"q": "khoan hai"}).content.decode()

    assert page.count("<mark>Khoản hai</mark>") >= 119


def test_file__is_read_in_the_background_and_found(cast: SimpleNamespace):
    """B03: text of attached files; the result leads to the document."""
    record, _file = with_file(cast)
    assert "phu-luc" not in shown("/tim-kiem/", q="thiet bi day hoc toi thieu")

    assert read(cast) == 1
    page = shown("/tim-kiem/", q="thiet bi day hoc toi thieu")

    assert f"{documents.page_of(record).url}#files-title" in page
    assert "<mark>thiết bị dạy học tối thiểu</mark>" in page
    assert "Bản ký" in page
    assert read(cast) == 0


def hide_page(record, cast, file):
    actions.hide(record_id=record.pk, user=cast.secretary, ground="hide_personal_data", note="Lộ thông tin")


def take_down(record, cast, file):
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Cũ")


def hide_file(record, cast, file):
    name = file_name(type(file), file.pk)
    actions.hide_file(record_id=record.pk, user=cast.secretary, name=name, ground="hide_personal_data", note="Lộ")


def remove_file(record, cast, file):
    name = file_name(type(file), file.pk)
    actions.remove_file(record_id=record.pk, user=cast.head, name=name, ground="takedown_outdated", note="Lộ")


@pytest.mark.parametrize("act", [hide_page, take_down, hide_file, remove_file])
def test_file_that_is_no_longer_public__is_not_found_at_once(cast: SimpleNamespace, act):
    """B03, A75: by the rule at each search, not by deleting."""
    record, file = with_file(cast)
    read(cast)
    assert "<mark>thiết bị" in shown("/tim-kiem/", q="thiet bi")

    act(record, cast, file)

    assert "<mark>thiết bị" not in shown("/tim-kiem/", q="thiet bi")
    assert FileText.objects.filter(state=FileState.READ).exists()


def test_file_of_a_draft__is_not_read(cast: SimpleNamespace):
    documents.registered(cast, files=[attached(cast)])

    assert unread_files(cast.school) == []


def test_scan__is_noted_once_and_told_to_the_secretary(cast: SimpleNamespace):
    """B03: a file without text."""
    record = documents.published(cast, files=[items.document(cast.secretary, cast.unit.vanphong, scan())])

    assert read(cast) == 1
    assert FileText.objects.get().state == FileState.NO_TEXT
    assert read(cast) == 0
    assert unsearchable_files([record.page_id]) == [(record.page_id, "tệp")]


def scan() -> bytes:
    """A PDF with one empty page."""
    return pdf(text=b"")


def test_file_that_breaks_the_run_off__is_not_opened_again(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    """A process killed while reading leaves its mark; the next run passes the file by."""
    with_file(cast)
    [(name, sha256)] = unread_files(cast.school)

    def killed(*args: Any) -> None:
        raise MemoryError

    monkeypatch.setattr("documents.actions.file_texts.read_file", killed)
    with pytest.raises(MemoryError):
        read(cast)
    monkeypatch.undo()

    assert read(cast) == 1
    assert note_file(name=name, sha256=sha256, now=NOW).state == FileState.UNREADABLE
    assert read(cast) == 0


def test_few_files__are_read_at_a_run(cast: SimpleNamespace):
    documents.published(cast, files=[attached(cast, f"{WORDS} {n}", f"tep-{n}.txt") for n in range(5)])

    assert [read(cast), read(cast), read(cast)] == [3, 2, 0]


def test_search__costs_the_same_with_files(cast: SimpleNamespace, django_assert_max_num_queries):
    documents.published(cast, files=[attached(cast, f"{WORDS} {n}", f"tep-{n}.txt") for n in range(3)])
    read(cast)
    client = Client()
    client.get("/tim-kiem/", {"q": "thiet bi"})

    with django_assert_max_num_queries(26):
        client.get("/tim-kiem/", {"q": "thiet bi"})
