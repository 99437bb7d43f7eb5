"""Handing in from Wagtail's editor: the text is saved whatever follows, and the answer says what happened."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from editorial.models import EditorialRecord
from editorial.rules.vocabulary import WorkState
from news.editing import CORRECT, FORWARD, HAND_IN
from news.models import NewsPage
from tests.factories import items
from tests.factories.screens import editor_form, review_url, signed_in, words

pytestmark = pytest.mark.django_db


def edit_url(record: EditorialRecord) -> str:
    return reverse("wagtailadmin_pages:edit", args=[record.page_id])


def save(user: Any, record: EditorialRecord, button: str = "", **changes: str) -> Any:
    """Open the editor, change something, press a button; the answer."""
    client = signed_in(user)
    return client.post(edit_url(record), editor_form(client.get(edit_url(record)), button, **changes))


def newest(record: EditorialRecord) -> NewsPage:
    return NewsPage.objects.get(pk=record.page_id).get_latest_revision_as_object()


def state(record: EditorialRecord) -> WorkState:
    return EditorialRecord.objects.get(pk=record.pk).work


def test_editor__shows_the_guidance_and_the_buttons(cast: SimpleNamespace) -> None:
    """A22: the guidance stands beside the text, where it is written."""
    page = signed_in(cast.toan).get(edit_url(items.draft(cast)))
    text = words(page)
    assert 'class="guidance"' in text
    assert HAND_IN in text
    assert FORWARD not in text
    assert CORRECT not in text


def test_editor__of_a_new_article_has_the_buttons(cast: SimpleNamespace) -> None:
    """A22: also before the first save."""
    section = cast.unit.toan.section
    address = reverse("wagtailadmin_pages:add", args=("news", "newspage", section.pk))
    assert HAND_IN in words(signed_in(cast.toan).get(address))
    assert FORWARD in words(signed_in(cast.editor1).get(address))


def test_hand_in__saves_and_sends(cast: SimpleNamespace) -> None:
    record = items.draft(cast)
    answer = save(cast.toan, record, HAND_IN, lead="Câu giới thiệu mới.")
    assert answer.url == review_url(record)
    assert state(record) is WorkState.SUBMITTED
    assert newest(record).lead == "Câu giới thiệu mới."


def test_hand_in__of_an_incomplete_text_saves_and_names_what_is_missing(cast: SimpleNamespace) -> None:
    record = items.draft(cast)
    answer = save(cast.toan, record, HAND_IN, lead="", title="Tiêu đề mới")
    assert answer.url == edit_url(record)
    assert state(record) is WorkState.DRAFT
    assert (newest(record).title, newest(record).lead) == ("Tiêu đề mới", "")
    label = str(NewsPage._meta.get_field("lead").verbose_name)
    assert any(label in str(message) for message in answer.wsgi_request._messages)


def test_save__without_a_button_stays_a_draft(cast: SimpleNamespace) -> None:
    record = items.draft(cast)
    save(cast.toan, record, lead="Chưa xong")
    assert (state(record), newest(record).lead) == (WorkState.DRAFT, "Chưa xong")


def test_forward__saves_and_goes_to_the_checklist(cast: SimpleNamespace) -> None:
    """A27: the editor who holds the item edits it and sends it up."""
    record = items.in_editing(cast)
    answer = save(cast.editor1, record, FORWARD, lead="Đã biên tập.")
    assert answer.url == f"{review_url(record)}?open=forward#act-forward"
    assert newest(record).lead == "Đã biên tập."
    page = signed_in(cast.editor1).get(review_url(record), {"open": "forward"})
    assert next(row for row in page.context["offers"] if row.verb == "forward").is_open


def test_forward__an_editors_own_text_in_one_step(cast: SimpleNamespace) -> None:
    record = items.draft(cast, author="editor1", unit="toan")
    answer = save(cast.editor1, record, FORWARD)
    assert answer.url == f"{review_url(record)}?open=hand_in_and_forward#act-hand_in_and_forward"
    assert state(record) is WorkState.DRAFT


def test_correction__secretary_sends_the_new_wording(cast: SimpleNamespace) -> None:
    """A27: the secretary may edit what is posted; a small change takes the short way."""
    record = items.published(cast)
    answer = save(cast.secretary, record, CORRECT, lead=items.LEAD.replace("thầy và trò", "thầy, trò"))
    assert answer.url == review_url(record)
    assert state(record) is WorkState.AWAITING_DEPUTY
    assert NewsPage.objects.get(pk=record.page_id).lead == items.LEAD


def test_correction__that_is_not_small_is_saved_and_not_sent(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    answer = save(cast.secretary, record, CORRECT, lead="Năm 2031 trường nghỉ 12 ngày.")
    assert answer.url == edit_url(record)
    assert state(record) is WorkState.PUBLISHED
    assert newest(record).lead == "Năm 2031 trường nghỉ 12 ngày."


@pytest.mark.parametrize("make", [items.submitted, items.awaiting_head, items.approved, items.refused])
def test_editor__of_an_item_the_board_has_leads_to_where_it_is(cast: SimpleNamespace, make) -> None:
    """A18: the unit sees who has the item instead of a locked form."""
    record = make(cast)
    client = signed_in(cast.toan)
    assert client.get(edit_url(record)).url == review_url(record)
    assert client.post(edit_url(record), {"title": "Lén sửa", HAND_IN: "1"}).url == review_url(record)
    assert newest(record).title == record.title


def test_editor__is_closed_to_another_unit(cast: SimpleNamespace) -> None:
    record = items.draft(cast)
    answer = signed_in(cast.van).get(edit_url(record))
    assert answer.url == reverse("wagtailadmin_home")


def test_editor__says_what_to_fix(cast: SimpleNamespace) -> None:
    """A62: what the board asks for stands above the text that is to be fixed."""
    record = items.returned(cast)
    assert "Thiếu tên người tham gia" in words(signed_in(cast.toan).get(edit_url(record)))


def test_save__from_an_outdated_page_writes_over_nobody(cast: SimpleNamespace) -> None:
    record = items.draft(cast)
    client = signed_in(cast.toan)
    old = editor_form(client.get(edit_url(record)), HAND_IN, lead="Bản của tôi")
    items.rewrite(record, cast.editor1, lead="Bản của người khác")
    answer = client.post(edit_url(record), old)
    assert answer.status_code == 409
    assert "Bản của tôi" in words(answer)
    assert newest(record).lead == "Bản của người khác"
    assert state(record) is WorkState.DRAFT


def test_save__again_after_the_warning_is_a_choice(cast: SimpleNamespace) -> None:
    record = items.draft(cast)
    client = signed_in(cast.toan)
    old = editor_form(client.get(edit_url(record)), lead="Bản của tôi")
    items.rewrite(record, cast.editor1, lead="Bản của người khác")
    warned = client.post(edit_url(record), old)
    client.post(edit_url(record), editor_form(warned))
    assert newest(record).lead == "Bản của tôi"
