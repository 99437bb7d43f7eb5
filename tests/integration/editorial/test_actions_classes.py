"""Who sets the class of content, and what a change does to an item under way."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from editorial import actions
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Stage, WorkState
from tests.factories import items
from tests.factories.board import change_charter
from tests.factories.evidence import last_line, last_round, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def test_set_class__is_the_holding_editors_while_he_edits(cast: SimpleNamespace) -> None:
    """A55, A61: the editor says of what class an item is."""
    record = items.in_editing(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.set_class(record_id=record.pk, user=cast.editor2, content_class="important")
    with refuses(Reason.NOT_YOUR_POST):
        actions.set_class(record_id=record.pk, user=cast.toan, content_class="important")
    with refuses(Reason.FORM_INCOMPLETE):
        actions.set_class(record_id=record.pk, user=cast.editor1, content_class="secret")
    actions.set_class(record_id=record.pk, user=cast.editor1, content_class="important")
    actions.set_class(record_id=record.pk, user=cast.editor1, content_class="theme")

    record.refresh_from_db()
    assert record.content_class == "theme"
    assert last_line(record).payload["was"] == "important"


def test_set_class__an_editor_no_longer_lowers_what_a_superior_set(cast: SimpleNamespace) -> None:
    """A55: a head's class that deputy or head set stays until the head lowers it."""
    record = items.in_editing(cast)
    actions.set_class(record_id=record.pk, user=cast.deputy1, content_class="sensitive")

    with refuses(Reason.CLASS_IS_HEADS):
        actions.set_class(record_id=record.pk, user=cast.editor1, content_class="ordinary")
    with refuses(Reason.CLASS_IS_HEADS):
        actions.forward(
            record_id=record.pk,
            user=cast.editor1,
            answers=items.answers(record),
            content_class="ordinary",
        )
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))

    assert last_round(record).content_class == "sensitive"


def test_set_class__a_deputy_raises_to_the_heads_class_and_never_lowers_it(cast: SimpleNamespace) -> None:
    """A55: only the head takes an item out of his own classes."""
    record = items.awaiting_deputy(cast, content_class="important")

    with refuses(Reason.CLASS_IS_HEADS):
        actions.set_class(record_id=record.pk, user=cast.deputy1, content_class="ordinary")
    actions.set_class(record_id=record.pk, user=cast.deputy1, content_class="special_attention")
    actions.set_class(record_id=record.pk, user=cast.head, content_class="ordinary")

    record.refresh_from_db()
    assert record.content_class == "ordinary"


def test_set_class__adds_the_heads_stage_to_a_running_round(cast: SimpleNamespace) -> None:
    """A55: a change during a round only adds stages, so nothing slips past the head."""
    change_charter(cast, deputies_release=True)
    record = items.awaiting_deputy(cast, content_class="teaching")
    assert last_round(record).stages == [Stage.DEPUTY]

    actions.set_class(record_id=record.pk, user=cast.deputy2, content_class="sensitive")
    actions.approve(record_id=record.pk, user=cast.deputy1)
    assert stands(record, WorkState.AWAITING_HEAD)
    actions.set_class(record_id=record.pk, user=cast.head, content_class="teaching")

    assert stands(record, WorkState.AWAITING_HEAD)
    actions.approve(record_id=record.pk, user=cast.head)
    assert stands(record, WorkState.APPROVED)


def test_set_class__refuses_what_is_released(cast: SimpleNamespace) -> None:
    record = items.approved(cast)

    with refuses(Reason.WRONG_STATE):
        actions.set_class(record_id=record.pk, user=cast.head, content_class="important")
