"""Announcing a document to the staff it names, and confirming that one has read it (B40)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.models import Revision

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from documents.models import Acquaintance, AcquaintanceCall
from documents.rules.acquainting import Announced, may_announce, may_be_due, may_confirm_reading, read_by
from documents.selectors.acquaintance import named_people, revision_to_read
from editorial.actions.desk import Case, check, open_case
from editorial.actions.ledger import append
from editorial.notifications import tell_person
from editorial.rules.reasons import Reason
from editorial.selectors.people import fresh_actor
from school.models import User


@dataclasses.dataclass(frozen=True, slots=True)
class Whom:
    """Whom a call names: everybody, or the people of units and of posts; keys and codes of those."""

    everybody: bool = False
    units: tuple[int, ...] = ()
    posts: tuple[str, ...] = ()


@transaction.atomic
def announce_document(
    *,
    record_id: int,
    user: User,
    whom: Whom,
    due_on: datetime.date | None = None,
    at: datetime.datetime | None = None,
) -> AcquaintanceCall:
    """Ask the named people to read the version people read now; each gets a message at once.

    A call for the same version that still runs takes in whoever was not named yet; one for a former
    version ends. Without `due_on` they have a week. Raises RuleRefused.
    """
    case = open_case(record_id, user, at)
    revision = revision_to_read(case.record)
    facts = Announced(case.record.unit_id, is_readable=revision is not None)
    check(case, may_announce(case.actor, facts, case.rules))
    check(case, may_be_due(due_on, localdate(case.at)))
    assert revision is not None
    call = _running(case, revision)
    people = _not_named(case, call, whom)
    if not people:
        raise RuleRefused(Refused(Reason.NOBODY_NAMED))
    last_day = read_by(due_on, call.due_on if call else None, localdate(case.at))
    call = _dated(call, last_day) if call else _new_call(case, revision, whom, last_day)
    rows = [Acquaintance(call=call, user=person, asked_at=case.at) for person in people]
    Acquaintance.objects.bulk_create(rows)
    _note(case, call, whom, people)
    _tell(case, call, people)
    return call


def _running(case: Case, revision: Revision) -> AcquaintanceCall | None:
    """The call for this version that still runs; one for another version is ended."""
    running = AcquaintanceCall.objects.filter(page_id=case.record.page_id, ended_at=None)
    running.exclude(revision=revision).update(ended_at=case.at)
    return running.first()


def _not_named(case: Case, call: AcquaintanceCall | None, whom: Whom) -> list[User]:
    found = named_people(case.record.school, dataclasses.asdict(whom), localdate(case.at))
    named = set(call.people.values_list("user_id", flat=True)) if call else set()
    return [person for person in found if person.pk not in named]


def _dated(call: AcquaintanceCall, due_on: datetime.date) -> AcquaintanceCall:
    """A call that runs on; its last day holds for everybody who has not read."""
    call.due_on = due_on
    call.save(update_fields=["due_on"])
    return call


def _new_call(case: Case, revision: Revision, whom: Whom, due_on: datetime.date) -> AcquaintanceCall:
    return AcquaintanceCall.objects.create(
        page_id=case.record.page_id,
        revision=revision,
        whom=dataclasses.asdict(whom),
        due_on=due_on,
        called_by=case.user,
        called_at=case.at,
    )


def _note(case: Case, call: AcquaintanceCall, whom: Whom, people: list[User]) -> None:
    facts = {"call": call.pk, "revision": call.revision_id, "people": [person.pk for person in people]}
    due = call.due_on.isoformat() if call.due_on else None
    payload = {**facts, **dataclasses.asdict(whom), "due_on": due}
    append(
        action="documents.announce",
        at=case.at,
        school_id=case.record.school_id,
        actor_id=case.user.pk,
        record_id=case.record.pk,
        payload=payload,
    )


def _tell(case: Case, call: AcquaintanceCall, people: Iterable[User]) -> None:
    due = call.due_on.isoformat() if call.due_on else ""
    for person in people:
        key = f"acquaintance-asked-{call.pk}"
        tell_person("acquaintance_asked", person, case.at, key=key, record=case.record, path=path_of(call), due_on=due)


def path_of(call: AcquaintanceCall) -> str:
    """The address of the page on which a named person reads and confirms."""
    return reverse("documents_acquaintance", args=[call.pk])


@transaction.atomic
def confirm_reading(*, call_id: int, user: User, at: datetime.datetime | None = None) -> Acquaintance:
    """A named person says that he has read the version of the call; said twice it counts once. Raises RuleRefused."""
    moment = at or clock_now()
    call = AcquaintanceCall.objects.select_related("page__editorial_record__live_clearance").get(pk=call_id)
    record = call.page.editorial_record
    row = Acquaintance.objects.select_for_update(of=("self",)).filter(call=call, user=user).first()
    if row is not None and row.read_at is not None:
        return row
    answer = may_confirm_reading(
        fresh_actor(user.pk, localdate(moment)),
        is_named=row is not None,
        is_running=call.ended_at is None,
        is_readable=revision_to_read(record) is not None,
    )
    demand(answer)
    assert row is not None
    row.read_at = moment
    row.save(update_fields=["read_at"])
    append(
        action="documents.acknowledge",
        at=moment,
        school_id=record.school_id,
        actor_id=user.pk,
        record_id=record.pk,
        payload={"call": call.pk, "revision": call.revision_id, "asked_on": localdate(row.asked_at).isoformat()},
    )
    return row
