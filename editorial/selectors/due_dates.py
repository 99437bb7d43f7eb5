"""The due date of an event with everything a person needs to check it by hand."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

from editorial.rules.deadlines import DeadlineRules, DeadlineUnit, DueDate, deadline_rules, due_date
from editorial.selectors.records import rules_in_force
from school.calendar_loader import published_days, published_week
from school.models import CalendarDay, CalendarYear, School
from school.rules.calendar import WorkingWeek
from school.selectors import unconfirmed_years, working_week


@dataclasses.dataclass(frozen=True, slots=True)
class ExplainedDueDate:
    """A due date, the names of the days that had a say in it, and which tables were used.

    published: years reckoned by the published table because the school has not loaded them;
    unconfirmed: years whose table is loaded, but confirmed by nobody.
    """

    due: DueDate
    rules: DeadlineRules
    names: Mapping[datetime.date, str]
    published: tuple[int, ...]
    unconfirmed: tuple[int, ...]

    @property
    def passed(self) -> list[tuple[datetime.date, str]]:
        """Each day off that moved the due date, with its name; empty for a weekly day off."""
        return [(day, self.names.get(day, "")) for day in self.due.passed_over]

    @property
    def is_by_working_days(self) -> bool:
        """Whether the charter counts working days instead of calendar days."""
        return self.rules.unit is DeadlineUnit.WORKING

    @property
    def swap(self) -> str:
        """Why people work on the due date although it lies on a weekend; empty for any other day."""
        return self.names.get(self.due.due, "")


def explained_due_date(ended_on: datetime.date, country: str, school: School | None) -> ExplainedDueDate:
    """The due date of an event that ended that day, by the school's charter and calendar.

    Without a school by the regulation's three days, a five-day week and the published table.
    """
    years = (ended_on.year, ended_on.year + 1)
    missing = tuple(year for year in years if year not in _loaded(school))
    rules = deadline_rules(rules_in_force(school)) if school else DeadlineRules()
    due = due_date(ended_on, _week(school, country, missing), rules)
    days = {due.raw, due.due, *due.passed_over}
    return ExplainedDueDate(
        due=due,
        rules=rules,
        names=_names(school, country, missing, days),
        published=tuple(year for year in missing if year in {day.year for day in days}),
        unconfirmed=tuple(year for year in _unconfirmed(school, days) if year not in missing),
    )


def _loaded(school: School | None) -> set[int]:
    if school is None:
        return set()
    return set(CalendarYear.objects.filter(school=school).values_list("year", flat=True))


def _unconfirmed(school: School | None, days: set[datetime.date]) -> list[int]:
    return unconfirmed_years(school, days) if school else []


def _week(school: School | None, country: str, missing: tuple[int, ...]) -> WorkingWeek:
    """The school's week; its own entries beat the published table of a year that was not loaded."""
    if school is None:
        return published_week(country, missing)
    own, table = working_week(school), published_week(country, missing)
    entered = set(CalendarDay.objects.filter(school=school).values_list("day", flat=True))
    return dataclasses.replace(
        own,
        days_off=own.days_off | (table.days_off - entered),
        working_days=own.working_days | (table.working_days - entered),
    )


def _names(
    school: School | None, country: str, missing: tuple[int, ...], days: set[datetime.date]
) -> dict[datetime.date, str]:
    names = {day: row.name for year in missing for day, row in published_days(country, year).items() if day in days}
    if school is not None:
        names |= dict(CalendarDay.objects.filter(school=school, day__in=days).values_list("day", "name"))
    return names
