"""The Russian practice: author, deputy of the field, director; the person responsible posts (002 §3.3)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, Stage, WorkState
from home.actions import CHARTERS
from tests.factories import items
from tests.factories.board import change_charter, join_the_board, leave_the_board
from tests.factories.evidence import last_round, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


@pytest.fixture
def russian(cast: SimpleNamespace) -> SimpleNamespace:
    """The same people under the charter of a Russian school; deputy2 looks after one unit only."""
    change_charter(cast, **CHARTERS["ru"])
    leave_the_board(cast, "deputy1", "deputy2")
    join_the_board(cast, "deputy1", "deputy", units=[cast.unit.toan, cast.unit.bbt])
    join_the_board(cast, "deputy2", "deputy", units=[cast.unit.van])
    return cast


def forwarded(cast: SimpleNamespace, author: str = "toan") -> EditorialRecord:
    """An author's own text, sent up by himself."""
    record = items.draft(cast, author=author)
    return actions.hand_in_and_forward(record_id=record.pk, user=getattr(cast, author), answers=items.answers(record))


def test_russian__the_author_forwards_and_two_superiors_decide(russian: SimpleNamespace) -> None:
    """A61 in the Russian practice: author, deputy of the field, director, then it is posted."""
    record = forwarded(russian)
    assert stands(record, WorkState.AWAITING_DEPUTY)
    assert last_round(record).stages == [Stage.DEPUTY, Stage.HEAD]

    actions.approve(record_id=record.pk, user=russian.deputy1)
    actions.approve(record_id=record.pk, user=russian.head)
    actions.post(record_id=record.pk, user=russian.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


def test_russian__a_deputy_decides_on_his_own_field_only(russian: SimpleNamespace) -> None:
    record = forwarded(russian)

    with refuses(Reason.NOT_YOUR_FIELD):
        actions.approve(record_id=record.pk, user=russian.deputy2)
    actions.approve(record_id=record.pk, user=russian.deputy1)


def test_russian__a_field_without_a_deputy_goes_to_the_director(russian: SimpleNamespace) -> None:
    record = forwarded(russian, author="vanphong")

    assert stands(record, WorkState.AWAITING_HEAD)
    assert last_round(record).skipped == [{"stage": "deputy", "why": "nobody_may_decide"}]


def test_russian__a_return_goes_to_the_author(russian: SimpleNamespace) -> None:
    """A62: there is no editor in between; the author fixes and forwards it again."""
    record = forwarded(russian)

    actions.return_item(record_id=record.pk, user=russian.deputy1, note="Добавьте дату")

    assert stands(record, WorkState.RETURNED)
    items.rewrite(record, russian.toan, lead="Дата добавлена: вторник, 3 марта.")
    actions.hand_in_and_forward(record_id=record.pk, user=russian.toan, answers=items.answers(record))
    assert stands(record, WorkState.AWAITING_DEPUTY)


def test_russian__checklist_and_four_eyes_are_the_same(russian: SimpleNamespace) -> None:
    """A14: the author answers for rights and pupils himself."""
    record = items.draft(russian)

    with refuses(Reason.CHECKLIST_OPEN):
        actions.hand_in_and_forward(record_id=record.pk, user=russian.toan, answers={})
    own = forwarded(russian, author="toan")
    join_the_board(russian, "toan", "deputy", units=[russian.unit.toan])
    with refuses(Reason.OWN_TEXT):
        actions.approve(record_id=own.pk, user=russian.toan)


def test_russian__a_refusal_is_told_to_the_author(russian: SimpleNamespace) -> None:
    """A74: the deputy of the field refuses with a ground."""
    record = forwarded(russian)

    with refuses(Reason.NOT_YOUR_FIELD):
        actions.refuse(record_id=record.pk, user=russian.deputy2, ground="refuse_quality", note="Слабо")
    actions.refuse(record_id=record.pk, user=russian.deputy1, ground="refuse_quality", note="Слабо")

    assert stands(record, WorkState.REFUSED)
    assert record.messages.filter(kind="refused", to=russian.toan).exists()
