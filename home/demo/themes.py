"""The demonstration board's editorial calendar: a theme for each month, term and school year."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping

from django.utils.timezone import localdate

from editorial.actions.themes import enter_theme, link_planned, plan_item
from editorial.models import EditorialRecord, Theme
from home.demo.events import ONE_DAY, Diary
from home.demo.plans import DemoDiary, DemoPlanned
from school.selectors import school_years

Span = tuple[datetime.date, datetime.date]
LONGEST_AGO = 80 * ONE_DAY
"""The board is younger than a school year."""


def enter_themes(plan: DemoDiary, diary: Diary, records: Mapping[str, int]) -> None:
    """The themes around today, with the items planned in each; `records` are items by their article's key."""
    planned = [(row, *_came_of(row, diary.today, records)) for row in plan.planned]
    for first, last in months_around(diary.today):
        theme = _enter(diary, plan.month_themes[first.month - 1], "", (first, last))
        for row, day, record_id in planned:
            if first <= day <= last:
                _plan(diary, theme, row, day, record_id)
    year, term = _school_year(diary)
    for long, span in ((plan.term_theme, term), (plan.year_theme, year)):
        theme = _enter(diary, long.title, long.note, span)
        for row in long.planned:
            day, record_id = _came_of(row, diary.today, records)
            _plan(diary, theme, row, min(max(day, span[0]), span[1]), record_id)


def months_around(today: datetime.date) -> list[Span]:
    """First and last day of the last month, this month and the next."""
    this = today.replace(day=1)
    last, coming = (this - ONE_DAY).replace(day=1), (this + 32 * ONE_DAY).replace(day=1)
    return [
        (first, first.replace(day=calendar.monthrange(first.year, first.month)[1])) for first in (last, this, coming)
    ]


def _came_of(row: DemoPlanned, today: datetime.date, records: Mapping[str, int]) -> tuple[datetime.date, int | None]:
    """The day an item is planned for, and the item: the day it was handed in, if it is there."""
    if not row.article:
        return today + ONE_DAY * row.in_days, None
    record = EditorialRecord.objects.get(pk=records[row.article])
    return localdate(record.first_handed_in_at), record.pk


def _school_year(diary: Diary) -> tuple[Span, Span]:
    """The school year around today and its term; between two terms the one that comes, or else the last."""
    years = school_years(diary.school)
    year = next((year for year in years if diary.today <= year.ends_on), years[-1])
    term = next((term for term in year.terms if diary.today <= term.ends_on), year.terms[-1])
    return (year.starts_on, year.ends_on), (term.starts_on, term.ends_on)


def _enter(diary: Diary, title: str, note: str, span: Span) -> Theme:
    at = diary.morning(max(min(span[0], diary.today) - 5 * ONE_DAY, diary.today - LONGEST_AGO))
    return enter_theme(
        school=diary.school, user=diary.deputy, title=title, note=note, starts_on=span[0], ends_on=span[1], at=at
    )


def _plan(diary: Diary, theme: Theme, row: DemoPlanned, day: datetime.date, record_id: int | None) -> None:
    at = diary.morning(min(day, diary.today) - 4 * ONE_DAY)
    planned = plan_item(
        theme_id=theme.pk,
        user=diary.deputy,
        title=row.title,
        unit=diary.units[row.unit],
        writer=row.writer,
        planned_on=day,
        at=at,
    )
    if record_id is not None:
        linked_at = min(diary.morning(day + ONE_DAY), diary.now)
        link_planned(planned_id=planned.pk, record_id=record_id, user=diary.deputy, at=linked_at)
