"""Who gets which message. Rows go out with the fact's transaction; mails after its commit."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from editorial.models.chain import EditorialRecord
from editorial.models.outbox import OutboxMessage
from editorial.outbox import deliver
from editorial.rules import decisions
from editorial.rules.vocabulary import Post, Stage, WorkState
from editorial.selectors.people import actor_of, heads
from editorial.selectors.records import item_of, running_round
from school.models import Unit, User
from school.selectors import people_in_post, unit_members

Recipients = Callable[[EditorialRecord, datetime.date], Iterable[User]]


def _unit(record: EditorialRecord, on: datetime.date) -> list[User]:
    """The author, the unit's head and, for a class, its teacher: those who answer for the item."""
    people = [person for person in (record.created_by, record.unit.head) if person and person.is_active]
    return people or unit_members(record.unit, on)


def looking_after(unit: Unit, on: datetime.date) -> list[User]:
    """The unit's head, else its members; the secretaries for the board's own unit and for one without people."""
    if unit.head is not None and unit.head.is_active:
        return [unit.head]
    people = [] if unit.kind == Unit.Kind.BOARD else unit_members(unit, on)
    return people or people_in_post(unit.school, [Post.SECRETARY], on)


def _editor(record: EditorialRecord, on: datetime.date) -> list[User]:
    return [record.editor] if record.editor else people_in_post(record.school, [Post.SECRETARY], on)


def _sender(record: EditorialRecord, on: datetime.date) -> list[User]:
    """Who forwarded the text or sent the correction that came back."""
    return list(User.objects.filter(pk=record.rounds.order_by("-number").values("forwarded_by")[:1]))


def _deciders(record: EditorialRecord, on: datetime.date) -> list[User]:
    """Those who may decide now; the author, other fields and other classes are left out."""
    round_ = running_round(record)
    if round_ is None:
        return []
    item, rules = item_of(record, round_, on=on), round_.charter.rules
    return [person for person in _in_turn(record, on) if decisions.may_decide(actor_of(person, on), item, rules)]


def _in_turn(record: EditorialRecord, on: datetime.date) -> list[User]:
    if record.work is WorkState.AWAITING_HEAD:
        return heads(record.school, on)
    post = Post.EDITOR if record.work is WorkState.AWAITING_EDITOR else Post.DEPUTY
    return people_in_post(record.school, [post], on)


def _secretaries(record: EditorialRecord, on: datetime.date) -> list[User]:
    return people_in_post(record.school, [Post.SECRETARY], on)


def _head_and_secretaries(record: EditorialRecord, on: datetime.date) -> list[User]:
    return [*heads(record.school, on), *_secretaries(record, on)]


def _leaders(record: EditorialRecord, on: datetime.date) -> list[User]:
    """Whoever may hide at once, and the head."""
    return [*_head_and_secretaries(record, on), *people_in_post(record.school, [Post.DEPUTY], on)]


def _board_and_unit(record: EditorialRecord, on: datetime.date) -> list[User]:
    return [*_head_and_secretaries(record, on), *_unit(record, on)]


def _passed(record: EditorialRecord, on: datetime.date) -> list[User]:
    """Editor, and the deputies who approved earlier: they are shown what the head corrected."""
    deciders = User.objects.filter(decisions__record=record, decisions__stage=Stage.DEPUTY).distinct()
    return [*_editor(record, on), *deciders]


RECIPIENTS: dict[str, Recipients] = {
    "handed_in": _editor,
    "assigned": _editor,
    "unclaimed": _secretaries,
    "awaiting_decision": _deciders,
    "cleared": _secretaries,
    "returned_to_editor": _sender,
    "returned_to_unit": _unit,
    "refused": lambda record, on: [*_unit(record, on), *_editor(record, on)],
    "reopened": _editor,
    "posted": _unit,
    "corrected_by_head": _passed,
    "hidden": lambda record, on: [*heads(record.school, on), *_unit(record, on)],
    "file_hidden": lambda record, on: [*heads(record.school, on), *_unit(record, on)],
    "taken_down": _board_and_unit,
    "restored": _board_and_unit,
    "file_removed": _board_and_unit,
    "takedown_asked": _head_and_secretaries,
    "page_reported": _head_and_secretaries,
    "child_reported": _leaders,
    "correction_proposed": lambda record, on: [*_editor(record, on), *_secretaries(record, on)],
    "incident_opened": _unit,
    "incident_closed": _unit,
    "urgent_released": _head_and_secretaries,
    "urgent_unconfirmed": _head_and_secretaries,
    "decision_late": _head_and_secretaries,
    "posting_late": _head_and_secretaries,
    "hidden_undecided": _head_and_secretaries,
    "request_unanswered": _head_and_secretaries,
    "posting_failed": _head_and_secretaries,
}
PERSONAL = frozenset(
    {
        "delegated",
        "number_missing",
        "ledger_anchor",
        "verify_faults",
        "duty_assigned",
        "duty_waived",
        "duty_day_after",
        "duty_day_before",
        "duty_on_the_day",
        "duty_overdue",
        "duty_unassigned",
        "quota_short",
        "request_answered",
        "report_drafted",
        "report_signed",
        "report_acknowledged",
        "guest_handed_in",
        "acquaintance_asked",
        "acquaintance_day_before",
        "acquaintance_overdue",
        "acquaintance_missing",
        "unit_review",
        "unit_review_late",
        "review_month_before",
        "review_on_the_day",
        "review_month_after",
        "journal_question",
        "journal_question_late",
    }
)


def tell(kind: str, record: EditorialRecord, at: datetime.datetime, *, key: str = "", **context: Any) -> int:
    """Write a message of `kind` for everybody whom it concerns, each once; how many were written.

    `key` makes a reminder unique: the same key is never sent to the same person twice. The
    technical superuser takes no part in the board's work and gets none of its messages.
    """
    concerned = RECIPIENTS[kind](record, localdate(at))
    people = {person.pk: person for person in concerned if person.is_active and not person.is_superuser}
    written = [
        _put(OutboxMessage(to=person, kind=kind, record=record, context=context, key=key, created_at=at))
        for person in people.values()
    ]
    transaction.on_commit(deliver)
    return sum(written)


def tell_person(
    kind: str,
    person: User,
    at: datetime.datetime,
    *,
    key: str = "",
    record: EditorialRecord | None = None,
    **context: Any,
) -> bool:
    """Write a message of `kind` for one person; whether it is a new one."""
    is_new = _put(OutboxMessage(to=person, kind=kind, record=record, context=context, key=key, created_at=at))
    transaction.on_commit(deliver)
    return is_new


def _put(message: OutboxMessage) -> bool:
    if message.key and OutboxMessage.objects.filter(to=message.to, key=message.key).exists():
        return False
    message.save()
    return True
