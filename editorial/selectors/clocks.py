"""Events, duties and quotas as the rules see them, and as rows for the screens."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Iterator
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from editorial.models.chain import EditorialRecord
from editorial.models.clocks import Duty, Event
from editorial.rules.charter import CharterRules
from editorial.rules.duties import DEPUTY_TEACHING, DutyFacts, DutyState, duty_state, holder_for
from editorial.rules.events import last_day
from editorial.rules.people import Actor
from editorial.rules.verdict_records import from_plain
from editorial.rules.verdicts import Explanation, Verdict, VerdictFacts, explain, verdict
from editorial.rules.vocabulary import WorkState
from editorial.selectors.passages import Passage, passages, verdict_facts
from editorial.selectors.records import rules_in_force
from school.models import BoardAppointment, School, Unit, User
from school.selectors import unit_members

DIRECTORS = Unit.Kind.DIRECTORS.value
ANSWERS = frozenset(WorkState) - {WorkState.DRAFT, WorkState.WITHDRAWN, WorkState.REFUSED}


def zone() -> ZoneInfo:
    """The school's time zone, whatever the server's is."""
    return ZoneInfo(settings.TIME_ZONE)


def ended_on(event: Event) -> datetime.date:
    """The day from which the clock of an event runs."""
    return last_day(event.starts_on, event.ends_on, event.ends_time)


def holder_of_event(event: Event, rules: CharterRules, on: datetime.date) -> tuple[Unit | None, User | None]:
    """The unit and the person that the duty table names for an event; nobody when a deputy must say.

    Among several units of the kind it is the only one that takes part.
    """
    holder = holder_for(event.event_kind, rules)
    if holder.post == DEPUTY_TEACHING:
        return _only_unit(event, DIRECTORS), _content_deputy(event.school, on)
    return (_only_unit(event, holder.unit_kind), None) if holder.unit_kind else (None, None)


def _only_unit(event: Event, kind: str) -> Unit | None:
    units = list(Unit.objects.filter(school=event.school_id, kind=kind, is_active=True))
    if len(units) > 1:
        taking_part = set(event.units.values_list("pk", flat=True))
        units = [unit for unit in units if unit.pk in taking_part]
    return units[0] if len(units) == 1 else None


def _content_deputy(school: School, on: datetime.date) -> User | None:
    in_force = BoardAppointment.objects.in_force(on)
    posts = in_force.filter(school=school, is_content_deputy=True, user__is_active=True)
    appointment = posts.select_related("user").first()
    return appointment.user if appointment else None


@dataclasses.dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty as a screen shows it. `days_left` counts from today to the due date; negative when over."""

    duty: Duty
    record: EditorialRecord | None
    state: DutyState
    verdict: Verdict
    days_left: int
    explanation: Explanation

    @property
    def event(self) -> Event:
        """What the duty is about."""
        return self.duty.event


def duty_rows(
    school: School,
    now: datetime.datetime,
    *,
    first: datetime.date | None = None,
    last: datetime.date | None = None,
    unit_ids: Collection[int] | None = None,
    writer_id: int | None = None,
    is_open: bool = False,
) -> list[DutyRow]:
    """Duties whose event ended from `first` to `last`, of these units or this writer, in order of due date.

    The same number of queries however many there are.
    """
    duties = Duty.objects.filter(event__school=school)
    if first:
        duties = duties.filter(event__ends_on__gte=first)
    if last:
        duties = duties.filter(event__ends_on__lte=last)
    if is_open:
        duties = duties.filter(settled_at=None, waived_at=None, event__cancelled_at=None)
    if unit_ids is not None:
        duties = duties.filter(Q(unit_id__in=unit_ids) | Q(writer_id=writer_id or 0))
    return list(_rows(with_items(duties).order_by("due_on", "pk"), rules_in_force(school), now))


def with_items(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    """Duties with what a row needs of them: event, unit, writer and the event's items."""
    reports = EditorialRecord.objects.filter(is_announcement=False)
    related = duties.select_related("event__school", "unit__head", "writer", "record")
    return related.prefetch_related(Prefetch("event__records", queryset=reports))


def _rows(duties: Iterable[Duty], rules: CharterRules, now: datetime.datetime) -> Iterator[DutyRow]:
    answered = [(duty, answer_of(duty)) for duty in duties]
    known = passages(record for _duty, record in answered if record)
    for duty, record in answered:
        passage = known[record.pk] if record else Passage()
        facts, steps = _facts(duty, record, passage, rules, now)
        yield DutyRow(
            duty=duty,
            record=record,
            state=duty_state(duty_facts(duty, record), localdate(now)),
            verdict=Verdict(duty.verdict) if duty.is_settled else verdict(facts, rules, now, zone()),
            days_left=(duty.due_on - localdate(now)).days,
            explanation=explain(facts, steps, now, zone()),
        )


def _facts(
    duty: Duty, record: EditorialRecord | None, passage: Passage, rules: CharterRules, now: datetime.datetime
) -> tuple[VerdictFacts, CharterRules]:
    """What the verdict rests on: of a settled duty as it was kept, whatever has changed since; else as it stands."""
    if duty.is_settled and duty.verdict_facts:
        return from_plain(duty.verdict_facts, rules)
    return verdict_facts(record, passage, due=duty.due_on, ended_on=ended_on(duty.event), now=now), rules


def answer_of(duty: Duty) -> EditorialRecord | None:
    """The item that answers a duty: the one that settled it, else the first posted, else the first handed in."""
    if duty.record is not None:
        return next((row for row in duty.event.records.all() if row.pk == duty.record_id), duty.record)
    answers = [row for row in duty.event.records.all() if row.work in ANSWERS and row.first_handed_in_at]
    return min(answers, key=_first, default=None)


def _first(record: EditorialRecord) -> tuple[bool, datetime.datetime | None, int]:
    """Posted items before others, the earliest first."""
    return record.first_published_at is None, record.first_published_at or record.first_handed_in_at, record.pk


def duty_facts(duty: Duty, record: EditorialRecord | None) -> DutyFacts:
    """A duty as the rules see it."""
    return DutyFacts(
        ended_on=ended_on(duty.event),
        due=duty.due_on,
        unit_id=duty.unit_id,
        writer_id=duty.writer_id,
        is_answered=record is not None,
        is_published=duty.is_settled,
        is_waived=duty.is_waived,
        is_cancelled=duty.event.is_cancelled,
    )


def open_duties_of(actor: Actor, school: School, now: datetime.datetime) -> list[DutyRow]:
    """What a person's units, or he himself, still have to write."""
    rows = duty_rows(school, now, unit_ids=actor.unit_ids, writer_id=actor.id, is_open=True)
    return [row for row in rows if row.record is None or row.record.work is WorkState.RETURNED]


def unassigned_duties(school: School, now: datetime.datetime) -> list[DutyRow]:
    """Events nobody is named to write about, the next due first."""
    return [
        row for row in duty_rows(school, now, is_open=True) if row.duty.unit_id is None and row.duty.writer_id is None
    ]


def events_between(school: School, first: datetime.date, last: datetime.date) -> QuerySet[Event]:
    """Events that touch the days from `first` to `last`."""
    events = Event.objects.filter(school=school, starts_on__lte=last, ends_on__gte=first)
    return events.select_related("duty__unit", "duty__writer").prefetch_related("units")


def people_of_duty(duty: Duty, on: datetime.date) -> list[User]:
    """Who is told about a duty: the person named, else the unit's head, else its members.

    Whoever left the school is told nothing; the next of these hears it instead.
    """
    if duty.writer is not None and duty.writer.is_active:
        return [duty.writer]
    return people_of_unit(duty.unit, on) if duty.unit is not None else []


def people_of_unit(unit: Unit, on: datetime.date) -> list[User]:
    """Who answers for a unit: its head, else its members; active people only."""
    return [unit.head] if unit.head and unit.head.is_active else unit_members(unit, on)
