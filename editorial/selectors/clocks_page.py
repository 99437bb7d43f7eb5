"""The Clocks page: what each unit owes by when, month by month; in a fixed number of queries."""

from __future__ import annotations

import calendar
import dataclasses
import datetime
from collections.abc import Iterable

from django.utils.timezone import localdate

from editorial.rules.duties import PAST_DUE, SETTLED, DutyState
from editorial.rules.people import Actor
from editorial.rules.quotas import Month, next_month
from editorial.selectors.clocks import DutyRow, duty_rows, ended_on
from editorial.selectors.quotas import QuotaLine, quota_table
from school.models import School, Unit

REMEMBERED = datetime.timedelta(days=366)
STILL_WRITTEN = frozenset({DutyState.OPEN, DutyState.HANDED_IN})
FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_MONTHS = 24


@dataclasses.dataclass(frozen=True, slots=True)
class Wanted:
    """What the page is asked for: `count` months from `first`, and what narrows them; empty for all."""

    first: Month
    count: int = 3
    unit_id: int | None = None
    kind: str = ""
    state: str = ""
    verdict: str = ""

    @property
    def months(self) -> list[Month]:
        """The months in their order."""
        found = [self.first]
        while len(found) < self.count:
            found.append(next_month(found[-1]))
        return found

    @property
    def first_day(self) -> datetime.date:
        """The first day of the first month."""
        return datetime.date(*self.first, 1)

    @property
    def last_day(self) -> datetime.date:
        """The last day of the last month."""
        year, month = self.months[-1]
        return datetime.date(year, month, calendar.monthrange(year, month)[1])


@dataclasses.dataclass(frozen=True, slots=True)
class ClocksPage:
    """Everything on the page: duties to act on whatever the months, and all duties of the months."""

    quotas: list[QuotaLine]
    overdue: list[DutyRow]
    unassigned: list[DutyRow]
    to_write: list[DutyRow]
    duties: list[DutyRow]


def month_before(month: Month, steps: int = 1) -> Month:
    """The month `steps` months before; after it for a negative number."""
    number = month[0] * 12 + month[1] - 1 - steps
    return number // 12, number % 12 + 1


def clocks_page(school: School, actor: Actor, wanted: Wanted, now: datetime.datetime) -> ClocksPage:
    """The page for one person: the board sees all units, everybody else his own and what he writes himself."""
    unit_ids = None if actor.is_board else actor.unit_ids
    since = min(wanted.first_day, localdate(now) - REMEMBERED)
    rows = _of_unit(duty_rows(school, now, first=since, unit_ids=unit_ids, writer_id=actor.id), wanted.unit_id)
    quotas = quota_table(school, wanted.months, now, unit_ids)
    return ClocksPage(
        quotas=[line for line in quotas if wanted.unit_id in {None, line.unit.pk}],
        overdue=[row for row in rows if row.state in PAST_DUE],
        unassigned=[row for row in rows if is_open_and_unassigned(row)],
        to_write=[row for row in rows if row.state in STILL_WRITTEN and not is_open_and_unassigned(row)],
        duties=[row for row in rows if _is_wanted(row, wanted)],
    )


def is_open_and_unassigned(row: DutyRow) -> bool:
    """Whether nobody is named to write, while there still is time."""
    return row.duty.unit_id is None and row.duty.writer_id is None and row.state not in SETTLED | PAST_DUE


def _of_unit(rows: Iterable[DutyRow], unit_id: int | None) -> list[DutyRow]:
    return [row for row in rows if unit_id is None or row.duty.unit_id == unit_id]


def _is_wanted(row: DutyRow, wanted: Wanted) -> bool:
    if not wanted.first_day <= ended_on(row.event) <= wanted.last_day:
        return False
    asked = ((wanted.kind, row.event.kind), (wanted.state, row.state.value), (wanted.verdict, row.verdict.value))
    return all(code in {"", has} for code, has in asked)


def units_for(school: School, actor: Actor) -> list[Unit]:
    """The units a person may narrow the page to."""
    units = Unit.objects.filter(school=school, is_active=True)
    return list(units if actor.is_board else units.filter(pk__in=actor.unit_ids))
