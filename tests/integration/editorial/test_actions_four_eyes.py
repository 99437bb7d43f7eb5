"""Rule 3: nobody decides on his own text or twice in a round; somebody else always has."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from core.clock import today
from editorial import actions
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Stage, WorkState
from school.models import Absence, User
from tests.factories import items
from tests.factories.board import delegate, join_the_board, leave_the_board
from tests.factories.evidence import last_decision, last_round, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

BY_HEAD = {"author": "head", "unit": "bbt", "editor": "editor2"}
BY_DEPUTY = {"author": "deputy1", "unit": "bbt", "editor": "editor2"}


def test_four_eyes__the_author_does_not_decide_at_the_deputys_stage(cast: SimpleNamespace) -> None:
    """A61: three hands are three people."""
    record = items.awaiting_deputy(cast, **BY_DEPUTY)

    with refuses(Reason.OWN_TEXT):
        actions.approve(record_id=record.pk, user=cast.deputy1)
    with refuses(Reason.OWN_TEXT):
        actions.return_item(record_id=record.pk, user=cast.deputy1, note="Sửa tên")
    with refuses(Reason.OWN_TEXT):
        actions.refuse(record_id=record.pk, user=cast.deputy1, ground="refuse_quality", note="Chưa đạt")
    actions.approve(record_id=record.pk, user=cast.deputy2)

    assert stands(record, WorkState.AWAITING_HEAD)


def test_four_eyes__whoever_changed_an_earlier_version_counts_as_author(cast: SimpleNamespace) -> None:
    """A61: also when the editor rewrote it afterwards."""
    record = items.draft(cast, author="head", unit="bbt")
    items.rewrite(record, cast.deputy1, lead="Phó hiệu trưởng viết lại đoạn này.")
    actions.hand_in(record_id=record.pk, user=cast.head)
    actions.claim(record_id=record.pk, user=cast.editor2)
    items.rewrite(record, cast.editor2, lead=items.LEAD)
    actions.forward(record_id=record.pk, user=cast.editor2, answers=items.answers(record))

    assert last_round(record).author_ids == sorted([cast.head.pk, cast.deputy1.pk, cast.editor2.pk])
    with refuses(Reason.OWN_TEXT):
        actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.deputy2)


def test_four_eyes__an_editor_forwards_his_own_text_and_others_decide(cast: SimpleNamespace) -> None:
    """A57: in small schools the department head is the editor; deputy and head are the other eyes."""
    record = items.draft(cast, author="editor1", unit="toan")

    with refuses(Reason.NOT_YOUR_UNIT):
        actions.hand_in_and_forward(record_id=record.pk, user=cast.editor2, answers=items.answers(record))
    actions.hand_in_and_forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))

    assert stands(record, WorkState.AWAITING_DEPUTY)


def test_hand_in_and_forward__is_for_those_who_edit(cast: SimpleNamespace) -> None:
    record = items.draft(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.hand_in_and_forward(record_id=record.pk, user=cast.toan, answers=items.answers(record))


def test_four_eyes__the_head_as_author_decides_after_a_deputy(cast: SimpleNamespace) -> None:
    """A68: the one exception; the deputy's approval before it is the second pair of eyes."""
    record = items.awaiting_deputy(cast, **BY_HEAD)

    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.head)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)

    assert stands(record, WorkState.APPROVED)
    assert [row.actor for row in last_round(record).decisions.all()] == [cast.deputy1, cast.head]


def test_four_eyes__waits_and_says_who_must_be_appointed(cast: SimpleNamespace) -> None:
    """A61, A68: the head wrote it and there is no deputy: nobody else could say yes."""
    leave_the_board(cast, "deputy1", "deputy2")
    record = items.in_editing(cast, **BY_HEAD)

    with refuses(Reason.NOBODY_MAY_DECIDE, post="deputy"):
        actions.forward(record_id=record.pk, user=cast.editor2, answers=items.answers(record))
    join_the_board(cast, "deputy2", "deputy")
    actions.forward(record_id=record.pk, user=cast.editor2, answers=items.answers(record))

    assert stands(record, WorkState.AWAITING_DEPUTY)


def test_four_eyes__waits_where_nobody_is_head(cast: SimpleNamespace) -> None:
    """A68: the head's stage is never skipped."""
    record = items.in_editing(cast)
    leave_the_board(cast, "head")

    with refuses(Reason.NOBODY_MAY_DECIDE, post="head"):
        actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))


def test_four_eyes__one_person_in_two_posts_decides_once(cast: SimpleNamespace) -> None:
    """A61: a deputy who acts for the head does not also give the head's approval."""
    delegate(cast, to="deputy1")
    record = items.awaiting_head(cast)

    with refuses(Reason.DECIDED_BEFORE):
        actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)

    assert stands(record, WorkState.APPROVED)


def test_four_eyes__a_delegate_is_not_the_head_for_his_own_text(cast: SimpleNamespace) -> None:
    """A68: the exception is the head's own; who acts for him decides on no text of his own."""
    delegate(cast, to="deputy1")
    record = items.awaiting_deputy(cast, **BY_DEPUTY)
    actions.approve(record_id=record.pk, user=cast.deputy2)

    with refuses(Reason.OWN_TEXT):
        actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)

    assert stands(record, WorkState.APPROVED)


def test_four_eyes__a_delegate_decides_on_the_heads_text(cast: SimpleNamespace) -> None:
    delegate(cast, to="deputy2")
    record = items.awaiting_deputy(cast, **BY_HEAD)
    actions.approve(record_id=record.pk, user=cast.deputy1)

    actions.approve(record_id=record.pk, user=cast.deputy2)

    assert (last_decision(record).stage, last_decision(record).on_behalf_of) == (Stage.HEAD, cast.head)


def test_four_eyes__a_person_who_left_the_board_decides_no_more(cast: SimpleNamespace) -> None:
    """A17: what he decided before stays attributable, with the post he held then."""
    record = items.awaiting_head(cast)
    leave_the_board(cast, "deputy1")
    second = items.awaiting_deputy(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=second.pk, user=cast.deputy1)

    earlier = last_decision(record)
    assert (earlier.actor, earlier.actor_name, earlier.actor_post) == (cast.deputy1, "Ông deputy1", "deputy")


def test_four_eyes__the_technical_administrator_decides_nothing(cast: SimpleNamespace) -> None:
    """A12: not even with a post."""
    join_the_board(cast, "admin", "deputy")
    record = items.awaiting_deputy(cast)

    with refuses(Reason.TECHNICAL_ROLE):
        actions.approve(record_id=record.pk, user=cast.admin)


def away(person: User, first: datetime.date | None = None) -> None:
    """The person is registered as absent, from today for a month."""
    day = first or today()
    Absence.objects.create(user=person, starts_on=day, ends_on=day + datetime.timedelta(days=30))


def test_approve__keeps_the_deputy_who_alone_acts_for_the_head_for_the_heads_step(cast: SimpleNamespace) -> None:
    """A68: else the head's step would wait until he is back."""
    record, other = items.awaiting_deputy(cast), items.awaiting_deputy(cast)
    delegate(cast, to="deputy1")
    actions.approve(record_id=other.pk, user=cast.deputy1)
    away(cast.head)

    with refuses(Reason.NEEDED_LATER):
        actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.deputy2)
    actions.approve(record_id=record.pk, user=cast.deputy1)

    assert stands(record, WorkState.APPROVED)
    assert (last_decision(record).stage, last_decision(record).on_behalf_of) == (Stage.HEAD, cast.head)


@pytest.mark.parametrize("other", ["left", "away"])
def test_forward__leaves_out_the_deputys_step__when_he_alone_acts_for_the_head(
    cast: SimpleNamespace, other: str
) -> None:
    """A68: and it is recorded; with another deputy the step stands."""
    delegate(cast, to="deputy1")
    away(cast.head)
    assert last_round(items.awaiting_deputy(cast)).stages == [Stage.DEPUTY, Stage.HEAD]

    if other == "left":
        leave_the_board(cast, "deputy2")
    else:
        away(cast.deputy2)
    record = items.awaiting_deputy(cast)

    assert last_round(record).stages == [Stage.HEAD]
    assert last_round(record).skipped == [{"stage": "deputy", "why": "needed_at_head"}]
    actions.approve(record_id=record.pk, user=cast.deputy1)
    assert stands(record, WorkState.APPROVED)


def test_forward__keeps_the_deputys_step__when_he_wrote_the_text_and_acts_for_the_head(cast: SimpleNamespace) -> None:
    """A61: a delegate of the head is not the head; his own text waits for two others."""
    delegate(cast, to="deputy1")
    away(cast.head)

    record = items.awaiting_deputy(cast, author="deputy1", unit="bbt", editor="editor2")

    assert last_round(record).stages == [Stage.DEPUTY, Stage.HEAD]
