"""The deciding stages: approve, return, refuse; the head reopens."""

from __future__ import annotations

import datetime

from django.db import transaction

from core.rules.answers import Refused, RuleRefused
from editorial.actions.desk import (
    Case,
    check,
    close_round,
    decide,
    demand_same_round,
    open_case,
    write,
)
from editorial.actions.posting import post_cleared, set_time
from editorial.gates import workbench
from editorial.gates.digest import files_of_revision, revision_digest
from editorial.models.chain import Clearance, Decision, EditorialRecord
from editorial.notifications import tell
from editorial.rules import decisions
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import VISIBLE, RoundKind, Stage, Verb
from school.models import User


@transaction.atomic
def approve(
    *,
    record_id: int,
    user: User,
    round_id: int | None = None,
    note: str = "",
    and_post: bool = False,
    at: datetime.datetime | None = None,
) -> EditorialRecord:
    """Say yes to exactly what was forwarded; the last yes is the clearance.

    `round_id` is the round the person saw; when the item has moved on the refusal names who
    decided. With `and_post` the last stage also posts ("Duyệt và đăng"). Raises RuleRefused.
    """
    case = open_case(record_id, user, at)
    demand_same_round(case, round_id)
    rule = decisions.may_approve_and_post if and_post else decisions.may_approve
    check(case, rule(case.actor, case.item, case.rules), round_id)
    say_yes(case, note)
    if and_post:
        post_cleared(case)
    return case.record


def say_yes(case: Case, note: str) -> None:
    """Write the approval and move the item on; the caller has asked the rule."""
    stage, next_stage = case.turn, case.facts.stage_after(case.turn)
    _demand_unchanged(case)
    decision = decide(case, stage=stage, verb=Verb.APPROVE, note=note)
    _write_approval(case, stage, next_stage, decision)
    if next_stage is not Stage.POSTING:
        workbench.move_to(case.page, next_stage, case.user)
        tell("awaiting_decision", case.record, case.at)
        return
    _clear(case, decision)


def _write_approval(case: Case, stage: Stage, next_stage: Stage, decision: Decision) -> None:
    write(
        case,
        Verb.APPROVE,
        next_stage,
        stage=stage.value,
        post=decision.actor_post,
        on_behalf_of=decision.on_behalf_of_id,
        revision=decision.revision_id,
    )


def _demand_unchanged(case: Case) -> None:
    """The pinned revision must still be what was forwarded, byte for byte."""
    if revision_digest(case.running.revision) != case.running.digest:
        details = {"revision": str(case.running.revision_id)}
        raise RuleRefused(Refused(Reason.CONTENT_CHANGED, details))


def _clear(case: Case, decision: Decision) -> None:
    clear(case, decision)
    is_correction = case.running.kind == RoundKind.CORRECTION
    close_round(case)
    case.refresh()
    if is_correction and case.record.public in VISIBLE:
        post_cleared(case)
        return
    workbench.move_to(case.page, Stage.POSTING, case.user)
    if case.record.post_at and case.record.post_at > case.at and case.record.post_set_by:
        set_time(case, case.record.post_at, case.record.post_set_by)
    tell("cleared", case.record, case.at)


def clear(case: Case, decision: Decision) -> Clearance:
    """Release exactly the pinned revision, with the bytes of every file it uses."""
    return Clearance.objects.create(
        round=case.running,
        record=case.record,
        page_id=case.record.page_id,
        revision=case.running.revision,
        decision=decision,
        digest=case.running.digest,
        files=files_of_revision(case.running.revision),
        cleared_at=case.at,
    )


@transaction.atomic
def return_item(
    *, record_id: int, user: User, note: str, round_id: int | None = None, at: datetime.datetime | None = None
) -> EditorialRecord:
    """Give the item back, saying what to fix; the next forward is a new round. Raises RuleRefused.

    It goes to the editor (Đ12.3 dash 3), or to the unit where the charter knows no editing stage.
    A returned small correction is dropped and leaves everything as it was.
    """
    case = open_case(record_id, user, at)
    demand_same_round(case, round_id)
    check(case, decisions.may_return(case.actor, case.item, case.rules, note), round_id)
    decision = decide(case, stage=case.turn, verb=Verb.RETURN, note=note)
    kind = case.running.kind
    close_round(case)
    if kind == RoundKind.CORRECTION:
        _drop_correction(case, decision)
    else:
        _give_back(case, decision)
    tell("returned_to_editor", case.record, case.at, note=note)
    return case.record


def _drop_correction(case: Case, decision: Decision) -> None:
    is_online = case.record.public in VISIBLE
    write(case, Verb.DROP_CORRECTION, None if is_online else Stage.POSTING, stage=decision.stage)
    if is_online:
        workbench.end(case.page, case.user, posted=False)
        return
    workbench.move_to(case.page, Stage.POSTING, case.user)
    if case.record.post_at and case.record.post_set_by:
        set_time(case, case.record.post_at, case.record.post_set_by)


def _give_back(case: Case, decision: Decision) -> None:
    to_editor = case.rules.has_editing_stage and case.record.editor_id is not None
    write(case, Verb.RETURN, Stage.EDITING if to_editor else None, stage=decision.stage)
    if to_editor:
        workbench.move_to(case.page, Stage.EDITING, case.user)
    else:
        case.record.editor = None
        case.record.save(update_fields=["editor"])
        workbench.end(case.page, case.user, posted=False)


@transaction.atomic
def refuse(
    *,
    record_id: int,
    user: User,
    ground: str,
    note: str,
    round_id: int | None = None,
    at: datetime.datetime | None = None,
) -> EditorialRecord:
    """Refuse the item for good on a ground of Đ15; the unit is told. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    demand_same_round(case, round_id)
    check(case, decisions.may_refuse(case.actor, case.item, case.rules, ground, note), round_id)
    stage = case.turn
    decide(case, stage=stage, verb=Verb.REFUSE, note=note, ground=ground)
    close_round(case)
    write(case, Verb.REFUSE, stage=stage.value, ground=ground)
    workbench.end(case.page, user, posted=False)
    tell("refused", case.record, case.at, note=note, ground=ground)
    return case.record


@transaction.atomic
def reopen(*, record_id: int, user: User, note: str, at: datetime.datetime | None = None) -> EditorialRecord:
    """The head reopens a refused item; it goes back to its editor. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, decisions.may_reopen(case.actor, case.item, note))
    write(case, Verb.REOPEN)
    workbench.move_to(case.page, Stage.EDITING, user)
    tell("reopened", case.record, case.at, note=note)
    return case.record
