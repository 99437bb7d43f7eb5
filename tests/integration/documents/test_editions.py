"""Editions: a new one ends the former, a date shows what was in force, changes clause by clause (B38, A24, Đ18)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.test import Client

from core.clock import today
from documents.selectors.editions import edition_on, editions, read_day
from editorial import actions
from editorial.rules.public_notes import NoteKind, PublicNote
from tests.factories import documents
from tests.factories.items import block

pytestmark = pytest.mark.django_db

FIRST_DAY = datetime.date(2023, 9, 22)
NOTE = PublicNote(kind=NoteKind.UPDATE, text="Sửa khoản 1 của Điều 1 theo quyết định mới.")


def with_two_editions(cast: SimpleNamespace, from_on: datetime.date | None = None):
    record = documents.published(cast)
    text = documents.TEXT.replace("về việc đăng tin", "về mọi việc đăng tin và gửi thư")
    documents.rewrite(record, cast.secretary, text=text, effective_on=from_on or today())
    given = documents.answers(record)
    actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=given, public_note=NOTE)
    return actions.approve(record_id=record.pk, user=cast.head, and_post=True)


def page(record, **query: str) -> str:
    return Client().get(documents.page_of(record).url, query).content.decode()


def test_new_edition__ends_the_former_by_itself(cast: SimpleNamespace):
    record = with_two_editions(cast)

    first, second = editions(documents.page_of(record))

    assert (first.begins_on, first.ends_on) == (FIRST_DAY, today() - datetime.timedelta(days=1))
    assert (second.begins_on, second.ends_on) == (today(), None)


def test_address_with_a_date__shows_what_was_in_force_then(cast: SimpleNamespace):
    record = with_two_editions(cast)

    assert "gửi thư" in page(record)
    assert "gửi thư" in page(record, on=today().isoformat())
    assert "gửi thư" not in page(record, on="2024-01-01")
    assert 'class="document-note"' in page(record, on="2024-01-01")
    assert "gửi thư" in page(record, on="1999-01-01")


def test_edition_of_a_coming_day__leaves_the_one_before_it_in_force(cast: SimpleNamespace):
    """B38: a reader is told which of the two is in force, and led to it."""
    begins = today() + datetime.timedelta(days=30)
    record = with_two_editions(cast, begins)
    address = f'href="{documents.page_of(record).url}?on={FIRST_DAY}"'

    ahead, leaving = page(record), page(record, on=today().isoformat())

    assert "gửi thư" in ahead
    assert "gửi thư" not in leaving
    assert ahead.count('class="document-note"') == leaving.count('class="document-note"') == 1
    assert begins.strftime("%d/%m/%Y") in note_of(ahead)
    assert address in note_of(ahead)
    assert (begins - datetime.timedelta(days=1)).strftime("%d/%m/%Y") in note_of(leaving)
    assert "?on=" not in note_of(leaving)


def note_of(shown: str) -> str:
    return shown.partition('class="document-note"')[2].partition("</p>")[0]


def test_day_before_the_first_edition__is_told(cast: SimpleNamespace):
    """B38: what is in force today is not passed off as that of a day long ago."""
    record = documents.published(cast)

    assert "01/01/1999" in note_of(page(record, on="1999-01-01"))
    assert not note_of(page(record, on=FIRST_DAY.isoformat()))
    assert not note_of(page(record))


def test_edition_replaced_on_its_own_day__ends_on_that_day(cast: SimpleNamespace):
    """B38: no edition ends before it begins; the day is that of the later one."""
    record = with_two_editions(cast)
    documents.rewrite(record, cast.secretary, text=documents.TEXT)
    given = documents.answers(record)
    actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=given, public_note=NOTE)
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)

    every = editions(documents.page_of(record))

    assert [(row.begins_on, row.ends_on) for row in every[1:]] == [(today(), today()), (today(), None)]
    assert edition_on(every, today()) == every[2]


@pytest.mark.parametrize("typed", ["", "x", "2024-13-01", "2024-02-30", "٢٠٢٤-01-01", "0000-00-00", "2024-1-1", "\0"])
def test_read_day__refuses_what_is_no_day(typed: str):
    assert read_day(typed) is None


def test_read_day__takes_a_day():
    assert read_day("2024-02-29") == datetime.date(2024, 2, 29)


def test_changes__are_shown_clause_by_clause_with_their_words(cast: SimpleNamespace):
    shown = page(with_two_editions(cast), on=today().isoformat(), changes="1")

    assert 'class="edition-changes"' in shown
    assert 'href="#dieu-1-khoan-1"' in shown
    assert "<ins>" in shown
    assert 'class="edition-changes"' not in page(documents.published(cast, number="2"), changes="1")


def test_small_correction__is_no_edition_of_its_own(cast: SimpleNamespace):
    record = documents.published(cast)
    actions.correct_words(record_id=record.pk, user=cast.secretary, wrong="mọi tổ", right="moi tổ")
    actions.approve(record_id=record.pk, user=cast.head)

    assert len(editions(documents.page_of(record))) == 1


def test_draft_of_a_new_edition__is_nowhere_public(cast: SimpleNamespace):
    record = documents.published(cast)
    documents.rewrite(record, cast.secretary, text="Điều 1. SECRET\n\n1. SECRET.")

    assert "SECRET" not in page(record)
    assert "SECRET" not in page(record, on=today().isoformat(), changes="1")
    assert len(editions(documents.page_of(record))) == 1


def test_former_edition__goes_with_the_page_when_it_is_taken_down(cast: SimpleNamespace):
    record = with_two_editions(cast)
    url = documents.page_of(record).url
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Cũ")

    assert Client().get(url, {"on": "2024-01-01"}).status_code == 410


def test_new_edition__of_a_document_whose_approvals_have_days(cast: SimpleNamespace):
    """B01, B38: a day in the block of approvals is content like any other when two versions are compared."""
    approval = {"kind": "approved", "body": "Hiệu trưởng", "act": "quyết định", "number": "12", "on": "2023-09-22"}
    record = documents.published(cast, approvals=[block("approval", approval)])
    later = {**approval, "number": "31", "on": "2024-01-15"}
    documents.rewrite(record, cast.secretary, approvals=[block("approval", later)])
    given = documents.answers(record)

    actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=given, public_note=NOTE)
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)

    assert len(editions(documents.page_of(record))) == 2
    assert "15/01/2024" in page(record)
