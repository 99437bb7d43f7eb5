"""The demonstration board's reports: last school year's and the last three months', walked through the actions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from django.utils import timezone

from editorial.actions.reports import acknowledge_report, draft_report, sign_report, write_words
from editorial.actions.school_years import ensure_school_year
from editorial.rules.figure_terms import FigureCode
from editorial.rules.periods import Period, before, month, release, school_year
from editorial.selectors.figures import report_figures
from home.demo.report_words import NOTES, WORDS, Stretch
from school.models import School, User
from school.rules.years import first_year_of
from school.selectors import working_week, year_dates

MONTHS = 3
OLDEST = datetime.timedelta(days=105)
"""The board is 110 days old; what it owed before is reported then."""
MORNING = datetime.time(8, 15)


def report_so_far(school: School, people: Mapping[str, User], now: datetime.datetime) -> None:
    """Every report is drafted on its day, written, signed and acknowledged on the next ones; the newest is a draft."""
    periods = sorted(_periods(school, now.date()), key=lambda period: period.last_on)
    for period in periods:
        days = _days(school, period, now)
        report = draft_report(school=school, period=period, user=None, at=days[0])
        if period == periods[-1]:
            return
        words = WORDS[school.country][_stretch(school, period, days[1])]
        write_words(report_id=report.pk, user=people["secretary"], words=words, at=days[1])
        sign_report(report_id=report.pk, user=people["deputy1"], at=days[2])
        acknowledge_report(report_id=report.pk, user=people["head"], note=NOTES[school.country], at=days[3])


def _stretch(school: School, period: Period, at: datetime.datetime) -> Stretch:
    counted = report_figures(school, period, at)
    if counted.count(FigureCode.HANDED_IN):
        return Stretch.USUAL
    return Stretch.BEGINNING if counted.members else Stretch.BEFORE


def _periods(school: School, today: datetime.date) -> Iterator[Period]:
    yield school_year(year_dates(ensure_school_year(school, first_year_of(today) - 1)))
    this: Period | None = month(today.year, today.month)
    for _count in range(MONTHS):
        this = before(this) if this else None
        if this is not None:
            yield this


def _days(school: School, period: Period, now: datetime.datetime) -> list[datetime.datetime]:
    """Mornings of drafting, writing, signing and acknowledging; none before the board, none after now."""
    due = release(period, working_week(school))
    first = max(due.drafted_on, (now - OLDEST).date())
    signed_on = max(due.due_on, first + datetime.timedelta(days=2))
    days = (first, first + datetime.timedelta(days=1), signed_on, signed_on + datetime.timedelta(days=1))
    return [min(timezone.make_aware(datetime.datetime.combine(day, MORNING)), now) for day in days]
