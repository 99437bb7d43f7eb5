"""Asking that something be taken down, and the head's answer (Đ12.4)."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions.desk import Case, check, open_case, school_line, write
from editorial.actions.hiding import take_down
from editorial.actions.removing import remove_file, settle
from editorial.intake.plain import plain_line, plain_text
from editorial.models.chain import EditorialRecord
from editorial.models.takedown import CONTACT_LENGTH, NOTE_LENGTH, TakedownRequest
from editorial.notifications import tell
from editorial.rules import takedown as rules
from editorial.rules.reasons import Reason
from editorial.rules.takedown import Asker, Complaint, Report, RequestState
from editorial.rules.vocabulary import Verb
from editorial.selectors.records import item_of
from editorial.selectors.takedown import reports_from
from school.models import User


@transaction.atomic
def ask_takedown(
    *, record_id: int, user: User, ground: str, note: str, at: datetime.datetime | None = None
) -> TakedownRequest:
    """The unit, or somebody of the board, asks the head to take an item down. Raises RuleRefused.

    Who has asked already and waits for the answer keeps that one request.
    """
    case = open_case(record_id, user, at)
    check(case, rules.may_ask(case.actor, case.item, ground, note))
    before = TakedownRequest.objects.filter(record=case.record, asked_by=user, state=RequestState.OPEN).first()
    if before is not None:
        return before
    request = TakedownRequest.objects.create(
        record=case.record,
        asker=rules.asker_of(case.actor, case.item) or Asker.BOARD,
        asked_by=user,
        ground=ground,
        note=plain_text(note)[:NOTE_LENGTH],
        asked_at=case.at,
    )
    write(case, Verb.ASK_TAKEDOWN, ground=ground, request=request.pk)
    tell("takedown_asked", case.record, case.at, request=request.pk, ground=ground, note=request.note)
    return request


@transaction.atomic
def report_page(
    *, record_id: int, report: Report, code_hash: str, address_hash: str, at: datetime.datetime | None = None
) -> TakedownRequest:
    """A visitor reports a page. Raises RuleRefused.

    `code_hash`: of his tracking code; the same form sent again returns the request it made.
    `address_hash`: of where it came from. The ledger line names neither words nor contact, and is
    not the item's: a stranger's report must not make the page that a member has open a stale one.
    """
    moment = at or clock_now()
    locked = EditorialRecord.objects.select_for_update(of=("self",)).select_related("school", "unit")
    record = locked.get(pk=record_id)
    before = TakedownRequest.objects.filter(code_hash=code_hash).first()
    if before is not None:
        return before
    item = item_of(record, on=localdate(moment))
    demand(rules.may_report(item, report, recent=reports_from(address_hash, moment)))
    request = _reported(record, report, code_hash, address_hash, moment)
    facts = {"record": record.pk, "unit": record.unit_id, "complaint": request.complaint, "ground": request.ground}
    school_line(record.school, None, "editorial.report_page", moment, request=request.pk, **facts)
    _alarm(request, moment)
    return request


def _reported(
    record: EditorialRecord, report: Report, code_hash: str, address_hash: str, at: datetime.datetime
) -> TakedownRequest:
    complaint = Complaint(report.complaint)
    return TakedownRequest.objects.create(
        record=record,
        asker=Asker.VISITOR,
        complaint=complaint,
        ground=rules.GROUND_OF[complaint],
        note=plain_text(report.note)[:NOTE_LENGTH],
        contact=plain_line(report.contact, CONTACT_LENGTH),
        code_hash=code_hash,
        address_hash=address_hash,
        asked_at=at,
    )


def _alarm(request: TakedownRequest, at: datetime.datetime) -> None:
    """A child is shown: head, deputies and secretaries know at once, once a day for each page.

    Everything else waits for the head's and the secretary's digest. A visitor's words stay out of mails.
    """
    kind = "child_reported" if request.complaint in rules.URGENT else "page_reported"
    key = f"{kind}-{request.record_id}-{localdate(at).isoformat()}"
    tell(kind, request.record, at, key=key, request=request.pk)


@transaction.atomic
def answer_request(
    *,
    request_id: int,
    user: User,
    outcome: RequestState,
    note: str,
    ground: str = "",
    shows_ground: bool = False,
    name: str = "",
    at: datetime.datetime | None = None,
) -> TakedownRequest:
    """The head takes the page down, removes one picture or file (`name`), or keeps it and says why.

    `note` is told to the unit; where it is kept, to whoever asked. Raises RuleRefused.
    """
    record_id = TakedownRequest.objects.values_list("record_id", flat=True).get(pk=request_id)
    case = open_case(record_id, user, at)
    request = TakedownRequest.objects.select_for_update(of=("self",)).get(pk=request_id)
    check(case, rules.may_answer(case.actor, case.item, case.rules, request.stands_at, request.actor_name))
    words: dict[str, Any] = {"record_id": record_id, "user": user, "note": note, "at": case.at}
    if outcome is RequestState.TAKEN_DOWN:
        take_down(**words, ground=ground, shows_ground=shows_ground)
    elif outcome is RequestState.FILE_REMOVED:
        remove_file(**words, ground=ground, name=name, request_id=request_id)
    elif outcome is RequestState.KEPT:
        _keep(case, request, note)
    else:
        raise RuleRefused(Refused(Reason.WRONG_STATE))
    request.refresh_from_db()
    return request


def _keep(case: Case, request: TakedownRequest, note: str) -> None:
    check(case, rules.may_keep(case.actor, case.item, case.rules, request.stands_at, note, request.actor_name))
    settle(case, [request], RequestState.KEPT, decision=plain_text(note)[:NOTE_LENGTH])
    write(case, Verb.KEEP, request=request.pk, ground=request.ground)
