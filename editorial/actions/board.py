"""The board itself: appointments, the head's delegations, the charter (Đ5.2, Đ18)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.models import Generation
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions.desk import school_line
from editorial.actions.groups import sync_groups
from editorial.models.charter import Charter
from editorial.notifications import tell_person
from editorial.rules import posting
from editorial.rules.charter import CharterError, read_charter, write_charter
from editorial.rules.people import may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import ContentClass, Post
from editorial.selectors.people import fresh_actor
from editorial.selectors.records import rules_in_force
from school.models import BoardAppointment, Delegation, School, Unit, User
from school.rules.calendar import working_day_after
from school.selectors import people_in_post, working_week


def demand_head(user: User, at: datetime.datetime) -> None:
    """Raise RuleRefused unless the person is the head himself."""
    actor = fresh_actor(user.pk, localdate(at))
    demand(may_act_at_all(actor))
    if Post.HEAD not in actor.posts:
        raise RuleRefused(Refused(Reason.NOT_YOUR_POST))


@transaction.atomic
def change_charter(
    *,
    school: School,
    user: User,
    changes: Mapping[str, Any],
    decision_number: str,
    at: datetime.datetime | None = None,
) -> Charter:
    """The head changes the board's rules by a numbered decision; a new version begins (Đ18).

    Raises RuleRefused, and CharterError for data that cannot be read.
    """
    moment = at or clock_now()
    demand_head(user, moment)
    if not decision_number.strip():
        raise RuleRefused(Refused(Reason.NOTE_MISSING))
    data = {**write_charter(rules_in_force(school)), **changes}
    return _new_charter(school, user, data, decision_number, moment)


@transaction.atomic
def found_charter(
    *, school: School, user: User | None, data: Mapping[str, Any], decision_number: str, at: datetime.datetime
) -> Charter:
    """Enter the first charter; refused once there is one."""
    if Charter.objects.filter(school=school).exists():
        raise RuleRefused(Refused(Reason.WRONG_STATE))
    return _new_charter(school, user, data, decision_number, at)


def _new_charter(
    school: School, user: User | None, data: Mapping[str, Any], decision_number: str, at: datetime.datetime
) -> Charter:
    rules = write_charter(read_charter(data))
    last = Charter.objects.select_for_update().filter(school=school).order_by("-version").first()
    charter = Charter.objects.create(
        school=school,
        version=(last.version if last else 0) + 1,
        data=rules,
        decision_number=decision_number.strip(),
        starts_at=at,
        decided_by=user,
    )
    school_line(
        school,
        user,
        "editorial.change_charter",
        at,
        version=charter.version,
        decision=decision_number,
        data=rules,
    )
    return charter


@transaction.atomic
def appoint(
    *,
    school: School,
    user: User,
    person: User,
    post: str,
    decision_number: str,
    decided_on: datetime.date,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
    units: Iterable[Unit] = (),
    at: datetime.datetime | None = None,
    is_founding: bool = False,
    **duties: bool,
) -> BoardAppointment:
    """Enter an appointment by a numbered decision (Đ5.2).

    Only the head enters one; while nobody is head, a command on the server may (`is_founding`). `duties` are
    `is_content_deputy` and `is_duty_leader`. Raises RuleRefused, ValidationError for wrong dates.
    """
    moment = at or clock_now()
    if not is_founding or people_in_post(school, [Post.HEAD], localdate(moment)):
        demand_head(user, moment)
    _demand_number(decision_number)
    appointment = BoardAppointment(
        **{"school": school, "user": person, "post": post, "decided_on": decided_on, **duties},
        decision_number=decision_number.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
    )
    _enter(appointment, user, "editorial.appoint", moment)
    appointment.units.set(units)
    return appointment


def _demand_number(decision_number: str) -> None:
    if not decision_number.strip():
        raise RuleRefused(Refused(Reason.FORM_INCOMPLETE, {"fields": "decision_number"}))


def _enter(appointment: BoardAppointment, user: User, action: str, at: datetime.datetime) -> None:
    """Store an appointment, write its line and let the groups follow."""
    appointment.full_clean()
    appointment.save()
    _appointment_line(appointment, user, action, at)
    sync_groups(appointment.school, localdate(clock_now()))


@transaction.atomic
def end_appointment(
    *, appointment: BoardAppointment, user: User, ends_on: datetime.date, at: datetime.datetime | None = None
) -> BoardAppointment:
    """The head ends an appointment; the line stays, so old approvals stay attributable."""
    moment = at or clock_now()
    demand_head(user, moment)
    appointment.ends_on = ends_on
    _enter(appointment, user, "editorial.end_appointment", moment)
    return appointment


def _appointment_line(appointment: BoardAppointment, user: User, action: str, at: datetime.datetime) -> None:
    school_line(
        appointment.school,
        user,
        action,
        at,
        person=appointment.user_id,
        post=appointment.post,
        decision=appointment.decision_number,
        starts_on=appointment.starts_on.isoformat(),
        ends_on=appointment.ends_on.isoformat() if appointment.ends_on else None,
    )
    Generation.bump()


@transaction.atomic
def delegate(
    *,
    school: School,
    user: User,
    given_to: User,
    starts_on: datetime.date,
    ends_on: datetime.date | None,
    content_classes: Iterable[str] = (),
    decision_number: str = "",
    at: datetime.datetime | None = None,
) -> Delegation:
    """The head lets another member of the board decide for him, for dates and classes.

    The document's number may follow within the charter's working days. Raises RuleRefused.
    """
    moment = at or clock_now()
    today = localdate(moment)
    demand(
        posting.may_delegate(fresh_actor(user.pk, today), fresh_actor(given_to.pk, today), starts_on, ends_on, today)
    )
    classes = [ContentClass(code).value for code in content_classes]
    days = rules_in_force(school).number_working_days
    delegation = Delegation.objects.create(
        school=school,
        given_by=user,
        given_to=given_to,
        content_classes=classes,
        decision_number=decision_number.strip(),
        number_due_on=working_day_after(today, working_week(school), days),
        given_at=moment,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    _delegation_line(delegation, user, "editorial.delegate", moment)
    sync_groups(school, localdate(clock_now()))
    tell_person("delegated", given_to, moment, until=ends_on.isoformat() if ends_on else "")
    return delegation


@transaction.atomic
def give_number(
    *, delegation: Delegation, user: User, decision_number: str, at: datetime.datetime | None = None
) -> Delegation:
    """Enter the document number of a delegation afterwards. Raises RuleRefused."""
    moment = at or clock_now()
    demand_head(user, moment)
    _demand_number(decision_number)
    delegation.decision_number = decision_number.strip()
    delegation.save(update_fields=["decision_number"])
    _delegation_line(delegation, user, "editorial.delegation_number", moment)
    return delegation


@transaction.atomic
def revoke_delegation(*, delegation: Delegation, user: User, at: datetime.datetime | None = None) -> Delegation:
    """The head ends a delegation at once; what was decided under it stays. Raises RuleRefused."""
    moment = at or clock_now()
    demand_head(user, moment)
    delegation.ends_on = localdate(moment) - datetime.timedelta(days=1)
    delegation.save(update_fields=["ends_on"])
    _delegation_line(delegation, user, "editorial.revoke_delegation", moment)
    return delegation


def _delegation_line(delegation: Delegation, user: User, action: str, at: datetime.datetime) -> None:
    school_line(
        delegation.school,
        user,
        action,
        at,
        given_to=delegation.given_to_id,
        starts_on=delegation.starts_on.isoformat(),
        ends_on=delegation.ends_on.isoformat() if delegation.ends_on else None,
        classes=delegation.content_classes,
        decision=delegation.decision_number,
    )


__all__ = [
    "CharterError",
    "appoint",
    "change_charter",
    "delegate",
    "end_appointment",
    "found_charter",
    "give_number",
    "revoke_delegation",
]
