"""The demonstration school's diary: events, with the duty each opens."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection

from editorial.actions.duties import assign_duty, waive_duty
from editorial.actions.events import cancel_event, change_event, enter_event
from editorial.models import Event
from editorial.rules.deadlines import deadline_rules, due_date
from editorial.selectors.records import rules_in_force
from home.demo.plans import DemoEvent
from school.models import School, Unit, User
from school.selectors import working_week

ONE_DAY = datetime.timedelta(days=1)
DAYS_BEFORE = 6
"""How many days before its first day the deputy enters an event; one that is far ahead, some days ago."""
ENTERED_AT = datetime.time(9, 20)
AFTERWARDS = (datetime.timedelta(hours=2), ONE_DAY, 2 * ONE_DAY)


def month_end_before(day: datetime.date) -> datetime.date:
    """The last day of the newest month that was over three days before `day`."""
    return (day - 3 * ONE_DAY).replace(day=1) - ONE_DAY


@dataclasses.dataclass(frozen=True, slots=True)
class Diary:
    """The school's events, as a deputy enters them.

    `today`: the day the demonstration's people live in; `now`: the present moment, perhaps that night.
    """

    school: School
    units: dict[str, Unit]
    deputy: User
    today: datetime.date
    now: datetime.datetime

    def enter(self, plan: DemoEvent, unit: str = "", with_units: Collection[str] = ()) -> Event:
        """An event with its duty, as the plan has it; `unit` reports on it."""
        ends_on = self.day_of(plan)
        began_on = ends_on - ONE_DAY * (plan.lasts_days - 1)
        entered_at = self.morning(min(began_on - DAYS_BEFORE * ONE_DAY, self.today - 3 * ONE_DAY))
        planned = ONE_DAY * plan.moved_by_days
        codes = dict.fromkeys(code for code in (unit, *with_units, *plan.units) if code)
        event = enter_event(
            school=self.school,
            user=self.deputy,
            title=plan.title,
            kind=plan.kind,
            place=plan.place,
            starts_on=began_on - planned,
            starts_time=plan.starts_time,
            ends_on=ends_on - planned,
            ends_time=plan.ends_time,
            units=[self.units[code] for code in codes],
            source=Event.Source.SCHEDULE if plan.uid else Event.Source.HAND,
            uid=plan.uid,
            at=entered_at,
        )
        self._follow(event, plan, unit or plan.assigned_to, entered_at)
        return Event.objects.select_related("duty").get(pk=event.pk)

    def day_of(self, plan: DemoEvent) -> datetime.date:
        """Its last day; so far back that the due date is over, where the plan wants that."""
        day = self.today - ONE_DAY * plan.ended_days_ago
        while plan.is_past_due and self._due_on(day) >= self.today:
            day -= ONE_DAY
        return day

    def _due_on(self, ended_on: datetime.date) -> datetime.date:
        return due_date(ended_on, working_week(self.school), deadline_rules(rules_in_force(self.school))).due

    def morning(self, day: datetime.date) -> datetime.datetime:
        """When the deputy does what he has to do that day."""
        return datetime.datetime.combine(day, ENTERED_AT, tzinfo=self.now.tzinfo)

    def _follow(self, event: Event, plan: DemoEvent, unit: str, entered_at: datetime.datetime) -> None:
        """What the board did about it afterwards."""
        later = iter(entered_at + after for after in AFTERWARDS)
        if unit and event.duty.unit != self.units[unit]:
            assign_duty(duty_id=event.duty.pk, user=self.deputy, unit=self.units[unit], at=next(later))
        if plan.moved_by_days:
            starts_on, ends_on = (day + ONE_DAY * plan.moved_by_days for day in (event.starts_on, event.ends_on))
            change_event(event_id=event.pk, user=self.deputy, at=next(later), starts_on=starts_on, ends_on=ends_on)
        if plan.waived_why:
            waive_duty(duty_id=event.duty.pk, user=self.deputy, why=plan.waived_why, at=next(later))
        if plan.cancelled_why:
            cancel_event(event_id=event.pk, user=self.deputy, why=plan.cancelled_why, at=next(later))
