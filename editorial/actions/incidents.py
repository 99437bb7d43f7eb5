"""Wrong or harmful information: an incident is opened, put right, closed (Đ17 §2)."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions.desk import Case, check, open_case, school_line
from editorial.intake.plain import plain_text
from editorial.models.chain import EditorialRecord, Round
from editorial.models.corrections import NAME_LENGTH, CorrectionProposal, Incident
from editorial.models.takedown import Takedown, TakedownRequest
from editorial.notifications import tell
from editorial.rules import incidents as rules
from editorial.rules.incidents import IncidentKind, IncidentState
from editorial.rules.proposals import ProposalState
from editorial.rules.public_notes import NoteKind
from editorial.rules.reasons import Reason
from editorial.selectors.incidents import remedies_of
from editorial.selectors.people import fresh_actor
from school.models import User

WORDS_LENGTH = 2000


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """What made somebody open an incident: a visitor's report or a reader's proposal."""

    request: TakedownRequest | None = None
    proposal: CorrectionProposal | None = None


NO_SOURCE = Source()


@transaction.atomic
def open_incident(
    *,
    record_id: int,
    user: User,
    kind: str,
    words: str,
    source: Source = NO_SOURCE,
    at: datetime.datetime | None = None,
) -> Incident:
    """Somebody of the board enters what was wrong; the unit that supplied it is told. Raises RuleRefused.

    Entered again from the same report or proposal while it is not closed, it returns the incident there is.
    """
    case = open_case(record_id, user, at)
    check(case, rules.may_open(case.actor, case.record.public, kind, words))
    before = _same(case, source)
    if before is not None:
        return before
    incident = _create(case, kind, words, request=source.request, proposal=source.proposal)
    if source.proposal is not None:
        _take_up(case, source.proposal)
    return incident


def _same(case: Case, source: Source) -> Incident | None:
    rows = Incident.objects.filter(record=case.record).exclude(state=IncidentState.CLOSED)
    if source.request is not None:
        return rows.filter(request=source.request).first()
    return rows.filter(proposal=source.proposal).first() if source.proposal is not None else None


def _take_up(case: Case, proposal: CorrectionProposal) -> None:
    """A proposal nobody has answered yet is answered by that; it can still be corrected or declined."""
    waiting = CorrectionProposal.objects.filter(pk=proposal.pk, record=case.record, state=ProposalState.OPEN)
    waiting.update(
        state=ProposalState.INCIDENT,
        answered_by=case.user,
        actor_name=case.user.get_full_name()[:NAME_LENGTH],
        answered_at=case.at,
    )


def _create(case: Case, kind: str, words: str, **links: Any) -> Incident:
    incident = Incident.objects.create(
        record=case.record,
        unit=case.record.unit,
        kind=kind,
        words=plain_text(words)[:WORDS_LENGTH],
        opened_by=case.user,
        opener_name=case.user.get_full_name()[:NAME_LENGTH],
        opened_at=case.at,
        **links,
    )
    _line(incident, case.user, "open_incident", case.at, kind=incident.kind)
    tell("incident_opened", case.record, case.at, incident=incident.pk)
    return incident


def _line(incident: Incident, user: User, action: str, at: datetime.datetime, **facts: Any) -> None:
    """A line of the school's, not of the item: it names neither people nor what was said of them."""
    known = {"incident": incident.pk, "record": incident.record_id, "unit": incident.unit_id, "state": incident.state}
    school_line(incident.record.school, user, f"editorial.{action}", at, **{**known, **facts})


def open_for_correction(case: Case, round_: Round) -> None:
    """A correction goes online: its incident is put right by it, and one is opened where none waits.

    Called again for the same round it changes nothing. Where several incidents of the item wait nobody can
    tell which one it puts right, so it gets one of its own.
    """
    if round_.note_kind != NoteKind.CORRECTION or Incident.objects.filter(round=round_).exists():
        return
    waiting = list(
        Incident.objects.select_for_update(of=("self",)).filter(record=case.record, state=IncidentState.OPEN)
    )
    if len(waiting) != 1:
        _create(case, IncidentKind.UNTRUE, round_.note_ground, round=round_, state=IncidentState.CORRECTED)
        return
    incident = waiting[0]
    incident.round, incident.state = round_, IncidentState.CORRECTED
    incident.save(update_fields=["round", "state"])
    _line(incident, case.user, "correct_incident", case.at, round=round_.number)


@transaction.atomic
def close_incident(
    *,
    incident_id: int,
    user: User,
    done: str,
    supplier_note: str = "",
    remedy: str = "",
    at: datetime.datetime | None = None,
) -> Incident:
    """A deputy or the head closes it: what was done, what is proposed about the supplier. Raises RuleRefused.

    `remedy`: "round/7" or "takedown/3", what put it right; empty leaves what is linked already.
    """
    moment = at or clock_now()
    record_id = Incident.objects.values_list("record_id", flat=True).get(pk=incident_id)
    EditorialRecord.objects.select_for_update(of=("self",)).get(pk=record_id)
    incident = Incident.objects.select_related("record__school", "record__unit").get(pk=incident_id)
    actor = fresh_actor(user.pk, localdate(moment))
    demand(rules.may_close(actor, incident.stands_at, done, incident.closer_name))
    _link(incident, remedy)
    incident.state, incident.closed_by, incident.closed_at = IncidentState.CLOSED, user, moment
    incident.closer_name = user.get_full_name()[:NAME_LENGTH]
    incident.done = plain_text(done)[:WORDS_LENGTH]
    incident.supplier_note = plain_text(supplier_note)[:WORDS_LENGTH]
    incident.save()
    _line(incident, user, "close_incident", moment, has_proposal=bool(incident.supplier_note))
    tell("incident_closed", incident.record, moment, incident=incident.pk)
    return incident


def _link(incident: Incident, remedy: str) -> None:
    """Note what put it right, of the things that happened to the same item."""
    if not remedy:
        return
    found = remedies_of(incident).get(remedy)
    if isinstance(found, Round):
        incident.round = found
    elif isinstance(found, Takedown):
        incident.takedown = found
    else:
        raise RuleRefused(Refused(Reason.REMEDY_UNKNOWN))
