"""The right people learn of it, once, in their language, and only when it really happened."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.db import transaction

from core.clock import now
from core.rules.answers import RuleRefused
from editorial import actions, outbox
from editorial.models import EditorialRecord, OutboxMessage
from editorial.notifications import tell, tell_person
from school.models import UnitMembership, User
from tests.factories import items
from tests.factories.board import change_charter, delegate, join_the_board
from tests.factories.notices import standing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound", "at_once")]

HIDE = {"ground": "hide_child_safety", "note": "Có địa chỉ nhà"}
DOWN = {"ground": "takedown_outdated", "note": "Đã cũ"}


def told(record: EditorialRecord, kind: str) -> set[str]:
    """Account names of everybody who got this message about the item."""
    return set(OutboxMessage.objects.filter(record=record, kind=kind).values_list("to__username", flat=True))


def heads_unit(cast: SimpleNamespace, name: str) -> None:
    """The person heads the unit of mathematics."""
    cast.unit.toan.head = getattr(cast, name)
    cast.unit.toan.save()


# --- Who


@pytest.mark.parametrize(("has_left", "people"), [(False, {"toan"}), (True, {"van"})])
def test_unit__hears_it_though_the_author_has_left(cast: SimpleNamespace, has_left: bool, people: set[str]) -> None:
    """A65: the unit is told; where its author's account is closed, its members are."""
    record = items.submitted(cast)
    UnitMembership.objects.create(user=cast.van, unit=cast.unit.toan, starts_on=now().date())
    User.objects.filter(pk=record.created_by_id).update(is_active=not has_left)

    tell("returned_to_unit", EditorialRecord.objects.get(pk=record.pk), now() + datetime.timedelta(days=1))

    assert told(record, "returned_to_unit") - {"editor1"} == people


@pytest.mark.parametrize(
    ("state", "kind", "people"),
    [
        ("submitted", "handed_in", {"editor1"}),
        ("awaiting_deputy", "awaiting_decision", {"deputy1", "deputy2"}),
        ("awaiting_head", "awaiting_decision", {"deputy1", "deputy2", "head"}),
        ("approved", "cleared", {"secretary"}),
        ("published", "posted", {"toan"}),
        ("returned", "returned_to_unit", {"toan"}),
        ("refused", "refused", {"toan", "editor1"}),
        ("taken_down", "taken_down", {"head", "secretary", "toan"}),
    ],
)
def test_tell__reaches_those_whose_turn_it_is(cast: SimpleNamespace, state: str, kind: str, people: set[str]) -> None:
    """A65, A74: the unit learns what became of what it sent, the board what waits for it."""
    assert told(getattr(items, state)(cast), kind) == people


def test_tell__reaches_the_head_of_the_unit_too(cast: SimpleNamespace) -> None:
    """A65: who answers for the unit is told besides the author."""
    heads_unit(cast, "editor1")

    assert told(items.returned(cast), "returned_to_unit") == {"toan", "editor1"}


def test_tell__asks_secretaries_where_the_unit_has_no_editor(cast: SimpleNamespace) -> None:
    assert told(items.submitted(cast, author="vanphong"), "handed_in") == {"secretary"}


def test_tell__leaves_out_the_deputy_who_wrote_it(cast: SimpleNamespace) -> None:
    """Who may not decide is not asked to."""
    record = items.awaiting_deputy(cast, author="deputy1", unit="bbt", editor="editor2")

    assert told(record, "awaiting_decision") == {"deputy2"}


def test_tell__leaves_out_deputies_of_other_fields(cast: SimpleNamespace) -> None:
    change_charter(cast, deputies_by_field=True)

    assert told(items.awaiting_deputy(cast), "awaiting_decision") == {"deputy1"}


def test_tell__asks_a_delegate_only_for_his_classes(cast: SimpleNamespace) -> None:
    delegate(cast, to="secretary", content_classes=["teaching"])
    ordinary, teaching = items.awaiting_head(cast), items.awaiting_head(cast, content_class="teaching")

    assert "secretary" not in told(ordinary, "awaiting_decision")
    assert {"secretary", "head"} <= told(teaching, "awaiting_decision")


def test_tell__gives_a_returned_item_back_to_whoever_forwarded_it(cast: SimpleNamespace) -> None:
    """A62: the editor for his item, the secretary for a correction that was dropped."""
    item, corrected = items.awaiting_deputy(cast), items.published(cast)
    actions.return_item(record_id=item.pk, user=cast.deputy1, note="Thiếu ngày")
    actions.correct_words(record_id=corrected.pk, user=cast.secretary, wrong="tuần.", right="tuần!")
    actions.return_item(record_id=corrected.pk, user=cast.deputy1, note="Câu cũ đúng")

    assert told(item, "returned_to_editor") == {"editor1"}
    assert told(corrected, "returned_to_editor") == {"secretary"}


def test_tell__gives_a_returned_item_back_to_the_author_where_nobody_edits(cast: SimpleNamespace) -> None:
    change_charter(cast, has_editing_stage=False)
    record = items.draft(cast)
    actions.hand_in_and_forward(record_id=record.pk, user=cast.toan, answers=items.answers(record))

    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Thiếu ngày")

    assert told(record, "returned_to_editor") == {"toan"}


def test_tell__alerts_the_head_of_an_emergency_hide(cast: SimpleNamespace) -> None:
    """A37: the head learns of it at once, and so does the unit; then of what he decided."""
    record = items.published(cast)
    actions.hide(record_id=record.pk, user=cast.secretary, **HIDE)
    assert told(record, "hidden") == {"head", "toan"}

    actions.restore(record_id=record.pk, user=cast.head)

    assert told(record, "restored") == {"head", "secretary", "toan"}


def test_tell__shows_editor_and_deputy_what_the_head_corrected(cast: SimpleNamespace) -> None:
    """A61: those who passed it read the difference."""
    record = items.awaiting_head(cast)

    actions.correct_and_approve(record_id=record.pk, user=cast.head, wrong="tuần.", right="tuần!")

    assert told(record, "corrected_by_head") == {"editor1", "deputy1"}


def test_tell__alerts_head_and_secretary_of_an_urgent_notice(cast: SimpleNamespace) -> None:
    assert told(standing(cast), "urgent_released") == {"head", "secretary"}


def test_tell__passes_over_switched_off_and_technical_accounts(cast: SimpleNamespace) -> None:
    """A12: the technical administrator gets no mail of the board, whatever he is entered as."""
    join_the_board(cast, "admin", "secretary")
    join_the_board(cast, "admin", "deputy")
    cast.deputy2.is_active = False
    cast.deputy2.save()

    record = items.approved(cast)

    assert told(record, "cleared") == {"secretary"}
    assert told(record, "awaiting_decision") == {"deputy1", "head"}


# --- When


def test_tell__says_nothing_when_the_action_was_refused(
    cast: SimpleNamespace, django_capture_on_commit_callbacks: Any
) -> None:
    record = items.approved(cast)
    before = OutboxMessage.objects.count()

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuleRefused):
        actions.post(record_id=record.pk, user=cast.toan)

    assert OutboxMessage.objects.count() == before
    assert mail.outbox == []


def test_tell__says_nothing_when_the_action_was_rolled_back(
    cast: SimpleNamespace, django_capture_on_commit_callbacks: Any
) -> None:
    """A message goes out with the fact, or not at all."""
    record = items.approved(cast)
    before = OutboxMessage.objects.count()

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        _post_and_fail(record, cast.secretary)

    assert OutboxMessage.objects.count() == before
    assert mail.outbox == []


@transaction.atomic
def _post_and_fail(record: EditorialRecord, user: User) -> None:
    actions.post(record_id=record.pk, user=user)
    raise ZeroDivisionError


def test_tell__sends_nothing_before_the_commit(cast: SimpleNamespace, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks() as waiting:
        record = items.submitted(cast)
        assert mail.outbox == []

    for callback in waiting:
        callback()

    (message,) = mail.outbox
    assert message.to == ["editor1@example.org"]
    assert record.title in message.subject
    assert OutboxMessage.objects.get(record=record).sent_at is not None


# --- How often


def test_deliver__sends_each_message_once(cast: SimpleNamespace) -> None:
    items.submitted(cast)

    assert outbox.send_waiting.func() == 1
    assert outbox.send_waiting.func() == 0
    assert len(mail.outbox) == 1


def test_tell__keeps_a_reminder_with_a_key_from_being_told_twice(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)

    for _ in range(3):
        tell("decision_late", record, now(), key="late-1")
        tell_person("ledger_anchor", cast.head, now(), key="anchor-1")
    tell("decision_late", record, now(), key="late-2")

    assert OutboxMessage.objects.filter(to=cast.head, kind="decision_late").count() == 2
    assert OutboxMessage.objects.filter(kind="ledger_anchor").count() == 1


def test_deliver__tries_again_when_the_mail_server_fails(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fact stays a fact while the mail waits."""
    items.submitted(cast)

    def fails(*args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(outbox.EmailMultiAlternatives, "send", fails)
        assert outbox.send_waiting.func() == 0
    assert OutboxMessage.objects.get().attempts_count == 1

    assert outbox.send_waiting.func() == 1


def test_deliver__does_without_an_address(cast: SimpleNamespace) -> None:
    cast.editor1.email = ""
    cast.editor1.save()
    items.submitted(cast)

    assert outbox.send_waiting.func() == 1
    assert mail.outbox == []
