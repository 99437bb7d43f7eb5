"""The board's themes by month, term and school year (Đ5.3 dash 2)."""

from __future__ import annotations

import calendar
import dataclasses
import datetime
from collections.abc import Sequence
from enum import StrEnum

from django.db.models import Prefetch, QuerySet

from editorial.models.chain import EditorialRecord
from editorial.models.clocks import PlannedItem, Theme
from school.models import School
from school.rules.years import TermDates, YearDates
from school.selectors import school_years

ONE_DAY = datetime.timedelta(days=1)
FIRST_DAY, LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)
MOST_ITEMS = 100


class Scope(StrEnum):
    """How much of the calendar is looked at."""

    MONTH = "month"
    TERM = "term"
    YEAR = "year"


@dataclasses.dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar, first and last day included; `name` is empty for a month."""

    scope: Scope
    first: datetime.date
    last: datetime.date
    name: str = ""

    @property
    def before(self) -> datetime.date:
        """A day of the period before."""
        return self.first - ONE_DAY

    @property
    def after(self) -> datetime.date:
        """A day of the period after."""
        return self.last + ONE_DAY


def period_at(school: School, scope: Scope, day: datetime.date) -> Period:
    """The month, term or school year around `day`; the next one when it falls between two.

    A school whose years are not set up has months only.
    """
    years = school_years(school) if scope is not Scope.MONTH else []
    terms = [term for year in years for term in year.terms]
    found = _around(terms if scope is Scope.TERM else years, day)
    if found is None:
        last = calendar.monthrange(day.year, day.month)[1]
        return Period(Scope.MONTH, day.replace(day=1), day.replace(day=last))
    year = next(year for year in years if year.starts_on <= found.starts_on <= year.ends_on)
    name = found.name if scope is Scope.YEAR else f"{found.name} · {year.name}"
    return Period(scope, found.starts_on, found.ends_on, name)


def _around(parts: Sequence[TermDates] | Sequence[YearDates], day: datetime.date) -> TermDates | YearDates | None:
    ordered: list[TermDates | YearDates] = sorted(parts, key=lambda part: part.starts_on)
    return next((part for part in ordered if day <= part.ends_on), ordered[-1] if ordered else None)


def themes_in(school: School, period: Period) -> list[Theme]:
    """Themes that touch the period, the longer ones first, with everything planned in it; three queries."""
    planned = PlannedItem.objects.filter(planned_on__range=(period.first, period.last))
    themes = Theme.objects.filter(school=school, starts_on__lte=period.last, ends_on__gte=period.first)
    return list(themes.prefetch_related(Prefetch("planned", with_item(planned), to_attr="shown")))


def with_item(planned: QuerySet[PlannedItem]) -> QuerySet[PlannedItem]:
    """Planned items with their unit and what came of them."""
    return planned.select_related("unit", "record")


def items_of_unit(unit_id: int) -> list[tuple[int, str]]:
    """A unit's latest items, handed in or not, to be named as what came of a plan."""
    news = EditorialRecord.objects.filter(is_notice=False, is_announcement=False, is_document=False, is_standing=False)
    records = news.filter(unit_id=unit_id)
    return list(records.order_by("-pk").values_list("pk", "title")[:MOST_ITEMS])
