"""Rule 1: the class of content and the charter decide which stages an item passes."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from core.clock import today
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import (
    DEPUTY_CLASSES,
    EDITOR_CLASSES,
    HEAD_CLASSES,
    ContentClass,
    PublicState,
    Stage,
    WorkState,
)
from school.models import Absence
from tests.factories import items
from tests.factories.board import change_charter, leave_the_board
from tests.factories.evidence import last_decision, last_line, last_round, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

EVERY_CLASS = [row.value for row in ContentClass]
BY_DEPUTY = {"author": "deputy1", "unit": "bbt", "editor": "editor2"}


def stages(record: EditorialRecord) -> list[str]:
    """The stages of the newest round."""
    return last_round(record).stages


@pytest.mark.parametrize("content_class", EVERY_CLASS)
def test_route__is_deputy_then_head_for_every_class(cast: SimpleNamespace, content_class: str) -> None:
    """A55, A61, A68: with the regulation's own charter nobody below the head releases anything."""
    record = items.awaiting_deputy(cast, content_class=content_class)
    assert stages(record) == [Stage.DEPUTY, Stage.HEAD]

    actions.approve(record_id=record.pk, user=cast.deputy1)
    assert stands(record, WorkState.AWAITING_HEAD)
    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.deputy2)
    actions.approve(record_id=record.pk, user=cast.head)

    assert stands(record, WorkState.APPROVED)


def test_route__delegates_nothing_until_the_charter_says_so(cast: SimpleNamespace) -> None:
    """A57, A58: nothing appears before a superior approved it, unless editors may release it."""
    record = items.awaiting_deputy(cast)
    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.editor2)

    change_charter(cast, editors_release=True)
    delegated = items.awaiting_deputy(cast)
    assert stands(delegated, WorkState.AWAITING_EDITOR)
    actions.approve(record_id=delegated.pk, user=cast.editor2)

    assert stands(delegated, WorkState.APPROVED)


@pytest.mark.parametrize("content_class", sorted(EDITOR_CLASSES))
def test_editors_release__ends_with_another_editor(cast: SimpleNamespace, content_class: str) -> None:
    """A58: editors release themes and ordinary activity, never the text they handled as authors."""
    change_charter(cast, editors_release=True)
    record = items.awaiting_deputy(cast, author="editor1", unit="toan", content_class=content_class)

    with refuses(Reason.OWN_TEXT):
        actions.approve(record_id=record.pk, user=cast.editor1)
    actions.approve(record_id=record.pk, user=cast.editor2)
    with refuses(Reason.NOT_YOUR_POST):
        actions.post(record_id=record.pk, user=cast.editor2)
    actions.post(record_id=record.pk, user=cast.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


@pytest.mark.parametrize("content_class", sorted(HEAD_CLASSES | DEPUTY_CLASSES))
def test_editors_release__covers_no_class_of_a_superior(cast: SimpleNamespace, content_class: str) -> None:
    """A55, A58: what editors may release is a closed list."""
    change_charter(cast, editors_release=True)
    record = items.awaiting_deputy(cast, content_class=content_class)

    assert stages(record) == [Stage.DEPUTY, Stage.HEAD]
    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.editor2)


def test_editors_release__goes_to_the_deputy_where_the_only_editor_is_the_author(
    cast: SimpleNamespace,
) -> None:
    change_charter(cast, editors_release=True)
    leave_the_board(cast, "editor2")

    record = items.awaiting_deputy(cast, author="editor1", unit="toan")

    assert stages(record) == [Stage.DEPUTY]


def test_editors_release__refuses_to_refuse(cast: SimpleNamespace) -> None:
    """A74: only deputy and head refuse; an editor who releases may return."""
    change_charter(cast, editors_release=True)
    record = items.awaiting_deputy(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.refuse(record_id=record.pk, user=cast.editor2, ground="refuse_quality", note="Chưa đạt")
    actions.return_item(record_id=record.pk, user=cast.editor2, note="Thiếu ngày")

    assert stands(record, WorkState.IN_EDITING)


@pytest.mark.parametrize("content_class", sorted(DEPUTY_CLASSES | EDITOR_CLASSES))
def test_deputies_release__ends_with_the_deputy(cast: SimpleNamespace, content_class: str) -> None:
    """A56: teaching items, items of public concern and items put up by editors."""
    change_charter(cast, deputies_release=True)
    record = items.awaiting_deputy(cast, content_class=content_class)

    actions.approve(record_id=record.pk, user=cast.deputy1)

    assert stands(record, WorkState.APPROVED)
    assert last_decision(record).actor_post == "deputy"


@pytest.mark.parametrize("content_class", sorted(HEAD_CLASSES))
def test_deputies_release__leaves_the_heads_classes_to_the_head(cast: SimpleNamespace, content_class: str) -> None:
    """A55: important, sensitive, superior bodies' and special items always end with the head."""
    change_charter(cast, deputies_release=True, editors_release=True)
    record = items.awaiting_deputy(cast, content_class=content_class)

    with refuses(Reason.NOT_LAST_STAGE):
        actions.approve(record_id=record.pk, user=cast.deputy1, and_post=True)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    assert stands(record, WorkState.AWAITING_HEAD)
    with refuses(Reason.NOT_CLEARED):
        actions.post(record_id=record.pk, user=cast.secretary)


def test_deputies_release__is_first_the_deputy_in_charge_of_content(cast: SimpleNamespace) -> None:
    """A56: another deputy stands in when he is away."""
    change_charter(cast, deputies_release=True)
    record = items.awaiting_deputy(cast, content_class="teaching")

    with refuses(Reason.CONTENT_DEPUTY_FIRST):
        actions.approve(record_id=record.pk, user=cast.deputy2)
    Absence.objects.create(user=cast.deputy1, starts_on=today(), ends_on=today())
    actions.approve(record_id=record.pk, user=cast.deputy2)

    assert stands(record, WorkState.APPROVED)


def test_deputies_release__another_deputy_stands_in_for_the_author(cast: SimpleNamespace) -> None:
    """A56: the deputy who wrote the text is not the one who releases it."""
    change_charter(cast, deputies_release=True)
    record = items.awaiting_deputy(cast, content_class="teaching", **BY_DEPUTY)

    with refuses(Reason.OWN_TEXT):
        actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.deputy2)

    assert stands(record, WorkState.APPROVED)


def test_deputies_release__goes_to_the_head_where_the_only_deputy_is_the_author(
    cast: SimpleNamespace,
) -> None:
    change_charter(cast, deputies_release=True)
    leave_the_board(cast, "deputy2")

    record = items.awaiting_deputy(cast, content_class="teaching", **BY_DEPUTY)

    assert stands(record, WorkState.AWAITING_HEAD)


def test_route__skips_a_stage_nobody_may_decide_and_records_why(cast: SimpleNamespace) -> None:
    """A61: the only deputy wrote it, so the head decides; the round says that a stage was left out."""
    both = items.awaiting_deputy(cast, **BY_DEPUTY)
    assert (stages(both), last_round(both).skipped) == ([Stage.DEPUTY, Stage.HEAD], [])

    leave_the_board(cast, "deputy2")
    record = items.awaiting_deputy(cast, **BY_DEPUTY)

    left_out = [{"stage": "deputy", "why": "nobody_may_decide"}]
    assert (stages(record), last_round(record).skipped) == ([Stage.HEAD], left_out)
    assert last_line(record).payload["skipped"] == left_out
    actions.approve(record_id=record.pk, user=cast.head)
    assert stands(record, WorkState.APPROVED)


def test_route__a_running_round_keeps_the_charter_it_began_under(cast: SimpleNamespace) -> None:
    """A56: a new charter changes no item that is under way."""
    before = items.awaiting_deputy(cast, content_class="teaching")
    change_charter(cast, deputies_release=True)
    after = items.awaiting_deputy(cast, content_class="teaching")

    for record in (before, after):
        actions.approve(record_id=record.pk, user=cast.deputy1)

    assert stands(before, WorkState.AWAITING_HEAD)
    assert stands(after, WorkState.APPROVED)
    assert (last_round(before).charter.version, last_round(after).charter.version) == (1, 2)


def test_route__a_returned_item_begins_again_under_the_new_change_charter(cast: SimpleNamespace) -> None:
    record = items.awaiting_deputy(cast, content_class="teaching")
    change_charter(cast, deputies_release=True)
    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Thêm nguồn")
    items.rewrite(record, cast.editor1, lead="Một đoạn mở đầu hoàn toàn khác, viết lại từ đầu đến cuối.")

    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))

    assert stages(record) == [Stage.DEPUTY]
