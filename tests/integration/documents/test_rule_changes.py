"""Amending the board's rules: meeting, decision, a new edition with history (A78)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.test import Client

from editorial import actions
from editorial.actions.board import change_charter
from editorial.models import LedgerEntry
from editorial.rules.public_notes import PublicNote
from tests.factories import documents

pytestmark = pytest.mark.django_db

MEETING = {"kind": "adopted", "body": "Ban Biên tập", "act": "biên bản họp", "number": "05", "on": "2026-09-01"}
DECISION = {"kind": "approved", "body": "Hiệu trưởng", "act": "quyết định", "number": "212/QĐ-THPT", "on": "2026-09-03"}


def shown(record) -> str:
    return Client().get(documents.page_of(record).url).content.decode()


def amended(cast: SimpleNamespace):
    """The board's regulation in a second edition, by a meeting and a decision."""
    record = documents.published(cast, is_board_regulation=True)
    documents.rewrite(
        record,
        cast.secretary,
        text=documents.TEXT.replace("Phó ban duyệt các tin về dạy học.", "Phó ban duyệt các tin về dạy và học."),
        effective_on=datetime.date.today() + datetime.timedelta(days=1),
        approvals=[documents.block("approval", row) for row in (MEETING, DECISION)],
    )
    note = PublicNote("update", "Ban Biên tập sửa đổi quy chế theo biên bản họp số 05.")
    given = documents.answers(record)
    actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=given, public_note=note)
    return actions.approve(record_id=record.pk, user=cast.head, and_post=True)


def test_new_edition_of_the_regulation__names_meeting_and_decision(cast: SimpleNamespace):
    """A78, Đ18: board meeting, decision, new version with history."""
    record = amended(cast)

    history = shown(record).partition('class="rule-changes"')[2].partition("</ol>")[0]

    for words in ("Ban Biên tập", "biên bản họp", "số 05", "2026", "212/QĐ-THPT"):
        assert words in history, words
    assert history.count("<li>") == 2


def test_change_of_the_charter__names_its_decision_in_history_and_ledger(cast: SimpleNamespace):
    """A78, Đ18."""
    record = documents.published(cast, is_board_regulation=True)
    assert "300/QĐ-THPT" not in shown(record)

    change_charter(school=cast.school, user=cast.head, changes={"decision_hours": 20}, decision_number="300/QĐ-THPT")

    assert "300/QĐ-THPT" in shown(record).partition('class="rule-changes"')[2]
    line = LedgerEntry.objects.filter(action="editorial.change_charter").order_by("seq").last()
    assert line.payload["decision"] == "300/QĐ-THPT"


def test_other_documents__tell_nothing_of_the_rules(cast: SimpleNamespace):
    change_charter(school=cast.school, user=cast.head, changes={"decision_hours": 20}, decision_number="300/QĐ-THPT")

    assert "rule-changes" not in shown(documents.published(cast))
