"""The short way of a document: the secretary registers, the head releases (A28, A48)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from core.rules.answers import RuleRefused
from documents.actions import begin_document, release_documents
from editorial import actions
from editorial.models import LedgerEntry
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from tests.factories import documents
from tests.factories.board import change_charter
from tests.factories.items import document as paper

pytestmark = pytest.mark.django_db


def refused(action, **kwargs) -> Reason:
    with pytest.raises(RuleRefused) as told:
        action(**kwargs)
    return told.value.refused.reason


def test_begin_document__is_the_secretarys(cast: SimpleNamespace):
    """A28: the register has rights of its own."""
    for name in ("toan", "editor1", "deputy1", "admin"):
        answer = refused(begin_document, school=cast.school, user=getattr(cast, name), title="x")
        assert answer in {Reason.NOT_YOUR_POST, Reason.TECHNICAL_ROLE}
    assert documents.draft(cast).is_document


def test_register__goes_to_the_head_in_one_act(cast: SimpleNamespace):
    """A48."""
    record = documents.registered(cast)

    assert record.work is WorkState.AWAITING_HEAD
    assert record.rounds.get().stages == ["head"]
    assert record.rounds.get().skipped == []


def test_release__is_one_tap_of_the_head(cast: SimpleNamespace):
    record = documents.registered(cast)

    assert refused(actions.approve, record_id=record.pk, user=cast.deputy1) is Reason.NOT_YOUR_POST
    assert refused(actions.approve, record_id=record.pk, user=cast.secretary) is Reason.NOT_YOUR_POST
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)

    record.refresh_from_db()
    assert record.public is PublicState.POSTED
    assert Client().get(documents.page_of(record).url).status_code == 200


def test_release__by_a_deputy_only_where_the_charter_says_so(cast: SimpleNamespace):
    """Đ14.2; 002 §3.3."""
    change_charter(cast, deputies_release_documents=True)
    record = documents.registered(cast)

    assert record.work is WorkState.AWAITING_DEPUTY
    actions.approve(record_id=record.pk, user=cast.deputy2, and_post=True)
    assert documents.page_of(record).live


def test_russian_practice__a_deputy_registers_and_another_one_releases(cast: SimpleNamespace):
    """002 §3.3: nobody decides on what he entered himself."""
    change_charter(cast, has_editing_stage=False, deputies_release_documents=True)
    record = documents.registered(cast, author="deputy1")

    assert refused(actions.approve, record_id=record.pk, user=cast.deputy1) is Reason.OWN_TEXT
    actions.approve(record_id=record.pk, user=cast.deputy2, and_post=True)
    assert documents.page_of(record).live


def test_release__of_an_important_document_stays_the_heads(cast: SimpleNamespace):
    change_charter(cast, deputies_release_documents=True)
    record = documents.draft(cast)
    given = documents.answers(record)
    actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=given, content_class="important")

    assert refused(actions.approve, record_id=record.pk, user=cast.deputy1) is Reason.NOT_YOUR_POST
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)


def test_release__several_together_each_by_itself(cast: SimpleNamespace):
    first, second = documents.registered(cast), documents.registered(cast, number="199")
    actions.return_item(record_id=second.pk, user=cast.head, note="Thiếu phụ lục")
    chosen = [(record.pk, record.rounds.last().pk) for record in (second, first)]

    done = release_documents(chosen=chosen, user=cast.head)

    assert [None if row.refused is None else row.refused.reason for row in done] == [Reason.ALREADY_DECIDED, None]
    assert documents.page_of(first).live
    assert not documents.page_of(second).live


@pytest.mark.parametrize("openness", ["internal", "partly_public"])
def test_internal_or_whole_file_of_a_partly_public_document__is_never_handed_in(cast: SimpleNamespace, openness: str):
    """Đ15.2: the register keeps it, the site never shows it."""
    record = documents.draft(cast, openness=openness, files=[paper(cast.secretary, cast.unit.bbt)])

    given = documents.answers(record)
    answer = refused(actions.hand_in_and_forward, record_id=record.pk, user=cast.secretary, answers=given)

    assert answer is Reason.FORM_INCOMPLETE
    assert not LedgerEntry.objects.filter(record_id=record.pk, action="editorial.hand_in").exists()


def test_partly_public_document_without_files__is_released(cast: SimpleNamespace):
    record = documents.published(cast, openness="partly_public")

    assert documents.page_of(record).live


def test_internal__marked_after_handing_in_is_refused_at_the_last_gate(cast: SimpleNamespace):
    record = documents.draft(cast)
    actions.hand_in(record_id=record.pk, user=cast.secretary)
    actions.claim(record_id=record.pk, user=cast.secretary)
    documents.rewrite(record, cast.secretary, openness="internal")
    actions.forward(record_id=record.pk, user=cast.secretary, answers=documents.answers(record))

    answer = refused(actions.approve, record_id=record.pk, user=cast.head, and_post=True)

    assert answer is Reason.DOCUMENT_INTERNAL
    record.refresh_from_db()
    assert record.public is PublicState.NEVER
    assert record.work is WorkState.AWAITING_HEAD


def test_refused_or_corrected__by_whoever_releases_documents(cast: SimpleNamespace):
    record = documents.published(cast)
    actions.correct_words(
        record_id=record.pk, user=cast.secretary, wrong="mọi tổ chuyên môn", right="mọi tổ chuyên mon"
    )

    record.refresh_from_db()
    assert record.work is WorkState.AWAITING_HEAD
    actions.approve(record_id=record.pk, user=cast.head)
    page = documents.page_of(record)
    assert "mọi tổ chuyên mon" in page.text
    assert "mọi tổ chuyên mon" in str(page.tree)


def test_correction_in_the_editor__is_small_though_the_clauses_are_read_anew(cast: SimpleNamespace):
    record = documents.published(cast)
    documents.rewrite(record, cast.secretary, text=documents.TEXT.replace("mọi tổ chuyên môn", "mọi tổ chuyên mon"))

    actions.send_correction(record_id=record.pk, user=cast.secretary)
    actions.approve(record_id=record.pk, user=cast.head)

    assert "mọi tổ chuyên mon" in str(documents.page_of(record).tree)


def test_take_down__is_the_heads_and_leaves_nothing_public(cast: SimpleNamespace):
    """B41."""
    file = paper(cast.secretary, cast.unit.bbt)
    record = documents.published(cast, files=[file])
    url = documents.page_of(record).url
    assert Client().get(file.url).status_code == 200

    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Đã thay bằng bản mới")

    answer = Client().get(url)
    assert answer.status_code == 410
    assert "Phó ban duyệt" not in answer.content.decode()
    assert Client().get(file.url).status_code in {403, 404, 410}


def test_hidden_file__is_left_out_with_a_word_in_its_place(cast: SimpleNamespace):
    file = paper(cast.secretary, cast.unit.bbt)
    record = documents.published(cast, files=[file])
    actions.hide_file(
        record_id=record.pk,
        user=cast.secretary,
        name=f"wagtaildocs.document/{file.pk}",
        ground="hide_personal_data",
        note="Có dữ liệu cá nhân",
    )

    page = Client().get(documents.page_of(record).url).content.decode()

    assert file.url not in page
