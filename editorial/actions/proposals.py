"""Readers propose corrections; a secretary or an editor takes them up (Đ17 §2)."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import demand
from editorial.actions.correcting import correct_words
from editorial.actions.desk import Case, check, open_case, school_line
from editorial.intake.plain import plain_line, plain_text
from editorial.models.chain import EditorialRecord
from editorial.models.corrections import NAME_LENGTH, CorrectionProposal
from editorial.models.takedown import CONTACT_LENGTH
from editorial.notifications import tell
from editorial.rules import desk_rules
from editorial.rules import proposals as rules
from editorial.rules.proposals import WHY_LENGTH, WORDS_LENGTH, Proposal, ProposalState
from editorial.selectors.proposals import live_texts, proposals_from, standing
from editorial.selectors.records import item_of
from editorial.selectors.takedown import reports_from
from school.models import User


@transaction.atomic
def propose_correction(
    *, record_id: int, proposal: Proposal, code_hash: str, address_hash: str, at: datetime.datetime | None = None
) -> CorrectionProposal:
    """A reader proposes other words for some that stand on the site. Raises RuleRefused.

    `code_hash`, `address_hash` as in `report_page`: the same form sent again returns the proposal it made, and
    reports and proposals of one address are counted together. The ledger line holds none of the words.
    """
    moment = at or clock_now()
    locked = EditorialRecord.objects.select_for_update(of=("self",))
    record = locked.select_related("school", "unit", "live_clearance__revision").get(pk=record_id)
    before = CorrectionProposal.objects.filter(code_hash=code_hash).first()
    if before is not None:
        return before
    recent = reports_from(address_hash, moment) + proposals_from(address_hash, moment)
    item = item_of(record, on=localdate(moment))
    demand(rules.may_propose(item, proposal, live_texts(record), recent=recent))
    row = _proposed(record, proposal, code_hash, address_hash, moment)
    facts = {"record": record.pk, "unit": record.unit_id, "proposal": row.pk}
    school_line(record.school, None, "editorial.propose_correction", moment, **facts)
    key = f"correction_proposed-{record.pk}-{localdate(moment).isoformat()}"
    tell("correction_proposed", record, moment, key=key, proposal=row.pk)
    return row


def _proposed(
    record: EditorialRecord, proposal: Proposal, code_hash: str, address_hash: str, at: datetime.datetime
) -> CorrectionProposal:
    return CorrectionProposal.objects.create(
        record=record,
        words=plain_line(proposal.words, WORDS_LENGTH),
        wanted=plain_line(proposal.wanted, WORDS_LENGTH),
        why=plain_text(proposal.why)[:WHY_LENGTH],
        contact=plain_line(proposal.contact, CONTACT_LENGTH),
        code_hash=code_hash,
        address_hash=address_hash,
        proposed_at=at,
    )


def _taken(proposal_id: int, user: User, at: datetime.datetime | None) -> tuple[Case, CorrectionProposal]:
    """The item under its lock and the proposal about it, which this person may take up. Raises RuleRefused."""
    record_id = CorrectionProposal.objects.values_list("record_id", flat=True).get(pk=proposal_id)
    case = open_case(record_id, user, at)
    rows = CorrectionProposal.objects.select_related("record__live_clearance", "round__clearance")
    row = rows.get(pk=proposal_id)
    check(case, rules.may_take_up(case.actor, standing(row), row.actor_name))
    return case, row


def _answer(case: Case, row: CorrectionProposal, state: ProposalState, **fields: Any) -> CorrectionProposal:
    row.state, row.answered_by, row.answered_at = state, case.user, case.at
    row.actor_name = case.user.get_full_name()[:NAME_LENGTH]
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    facts = {"record": row.record_id, "unit": case.record.unit_id, "proposal": row.pk, "outcome": state.value}
    school_line(case.record.school, case.user, "editorial.answer_proposal", case.at, **facts)
    return row


@transaction.atomic
def correct_proposed(
    *, proposal_id: int, user: User, wrong: str, right: str, at: datetime.datetime | None = None
) -> CorrectionProposal:
    """Send what the reader proposed as a small correction; one superior clears it. Raises RuleRefused."""
    case, row = _taken(proposal_id, user, at)
    correct_words(record_id=row.record_id, user=user, wrong=wrong, right=right, at=case.at)
    case.refresh()
    return _answer(case, row, ProposalState.CORRECTING, round=case.running)


@transaction.atomic
def begin_new_version(*, proposal_id: int, user: User, at: datetime.datetime | None = None) -> CorrectionProposal:
    """Whoever may change the text writes a new version, which passes the whole chain. Raises RuleRefused."""
    case, row = _taken(proposal_id, user, at)
    check(case, desk_rules.may_edit_text(case.actor, case.item))
    return _answer(case, row, ProposalState.NEW_VERSION)


@transaction.atomic
def decline_proposal(
    *, proposal_id: int, user: User, note: str, at: datetime.datetime | None = None
) -> CorrectionProposal:
    """The text stays as it is; the reader finds the reason under his tracking code. Raises RuleRefused."""
    case, row = _taken(proposal_id, user, at)
    check(case, rules.may_decline(case.actor, standing(row), note, row.actor_name))
    return _answer(case, row, ProposalState.DECLINED, answer=plain_text(note)[:WHY_LENGTH])
