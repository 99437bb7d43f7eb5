"""Lists of reports by school year, and the calendar of what is due (reports by quarter and half-year: 000 §8)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db.models import Q

from editorial.models.reports import Report
from editorial.rules.periods import Release, release_calendar
from editorial.selectors.records import rules_in_force
from school.models import School
from school.rules.years import YearDates, year_of
from school.selectors import school_years, working_week

TURN_MONTH = 9


def known_years(school: School) -> list[YearDates]:
    """The school years that were set up, the newest first."""
    return sorted(school_years(school), key=lambda year: year.starts_on, reverse=True)


def year_asked(years: Sequence[YearDates], name: str, on: datetime.date) -> YearDates | None:
    """The year called `name`, else the one of the day `on`, else the newest; None where none was set up."""
    named = next((year for year in years if year.name == name), None)
    return named or year_of(on, years) or (years[0] if years else None)


def reports_in(school: School, year: YearDates | None, *, with_drafts: bool = False) -> list[Report]:
    """Reports whose period ends in the school year, September to August, the newest first; all without a year.

    `with_drafts`: and every draft of another year, so that August's is not forgotten in September.
    """
    rows = Report.objects.filter(school=school).select_related("school")
    if year is not None:
        first = datetime.date(year.starts_on.year, TURN_MONTH, 1)
        last = datetime.date(year.starts_on.year + 1, TURN_MONTH, 1) - datetime.timedelta(days=1)
        rows = rows.filter(Q(last_on__range=(first, last)) | (Q(signed_at=None) if with_drafts else Q()))
    return list(rows.defer("figures", "comparison", "paper"))


def releases(school: School, year: YearDates | None) -> list[Release]:
    """The release calendar of the year; empty where no year was set up."""
    if year is None:
        return []
    return release_calendar(year, working_week(school), rules_in_force(school).report_cutoff_day)
