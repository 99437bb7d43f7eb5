"""An editor proposes to refuse an item; deputy or head decides."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from editorial import actions
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import RoundKind, Stage, WorkState
from tests.factories import items
from tests.factories.board import join_the_board, leave_the_board
from tests.factories.evidence import last_round, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def test_propose_refusal__is_the_holding_editors(cast: SimpleNamespace) -> None:
    """A57, A74: the editor proposes, deputy or head decides."""
    record = items.in_editing(cast)
    words = {"ground": "refuse_quality", "note": "Sao chép từ báo"}

    with refuses(Reason.CLAIMED_BY_OTHER):
        actions.propose_refusal(record_id=record.pk, user=cast.editor2, **words)
    with refuses(Reason.GROUND_MISSING):
        actions.propose_refusal(record_id=record.pk, user=cast.editor1, ground="", note="Sao chép")
    actions.propose_refusal(record_id=record.pk, user=cast.editor1, **words)

    assert stands(record, WorkState.AWAITING_DEPUTY)
    assert (last_round(record).kind, last_round(record).ground) == (RoundKind.REFUSAL, "refuse_quality")


def test_propose_refusal__is_confirmed_or_returned_but_never_approved(cast: SimpleNamespace) -> None:
    """A74: a proposal to refuse can not end on the site."""
    records = [items.in_editing(cast), items.in_editing(cast)]
    for record in records:
        actions.propose_refusal(record_id=record.pk, user=cast.editor1, ground="refuse_untrue", note="Sai sự thật")

    with refuses(Reason.ONLY_REFUSE_OR_RETURN):
        actions.approve(record_id=records[0].pk, user=cast.deputy1)
    actions.refuse(record_id=records[0].pk, user=cast.deputy1, ground="refuse_untrue", note="Đúng vậy")
    actions.return_item(record_id=records[1].pk, user=cast.deputy1, note="Biên tập lại là được")

    assert stands(records[0], WorkState.REFUSED)
    assert stands(records[1], WorkState.IN_EDITING)


def test_propose_refusal__of_the_heads_class_goes_to_the_head(cast: SimpleNamespace) -> None:
    """A55, A74: what only the head releases, only he refuses."""
    record = items.in_editing(cast)
    actions.set_class(record_id=record.pk, user=cast.editor1, content_class="sensitive")
    actions.propose_refusal(record_id=record.pk, user=cast.editor1, ground="refuse_secret", note="Mật")

    assert last_round(record).stages == [Stage.HEAD]
    with refuses(Reason.NOT_YOUR_POST):
        actions.refuse(record_id=record.pk, user=cast.deputy1, ground="refuse_secret", note="Mật")


def test_propose_refusal__is_not_decided_by_whoever_proposed_it(cast: SimpleNamespace) -> None:
    record = items.in_editing(cast)
    actions.propose_refusal(record_id=record.pk, user=cast.editor1, ground="refuse_policy", note="Sai luật")
    leave_the_board(cast, "editor1")
    join_the_board(cast, "editor1", "deputy")

    with refuses(Reason.OWN_TEXT):
        actions.refuse(record_id=record.pk, user=cast.editor1, ground="refuse_policy", note="Đồng ý")
