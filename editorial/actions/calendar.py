"""The school's calendar: days off, swapped working days, closures, the week.

Every change moves due dates, so each reckons the open ones anew and leaves one ledger line. Rows of
the calendar are locked by the school's own row, before any item and the ledger.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.clock import now as clock_now
from core.rules.answers import Answer, demand
from editorial.actions.desk import school_line
from editorial.actions.duties import recompute_open
from editorial.actions.school_years import ensure_school_year
from editorial.rules.duties import may_declare_closure
from editorial.rules.people import Actor
from editorial.rules.school_calendar import may_change_calendar
from editorial.selectors.people import fresh_actor
from school.calendar_loader import LoadedYear, load_year, published_days, put_back
from school.models import CalendarDay, CalendarYear, School, User

LONGEST_CLOSURE = 92
Kind, Origin = CalendarDay.Kind, CalendarDay.Origin


def _lock(school: School) -> School:
    """The school's row, held until the transaction ends: one change of its calendar at a time."""
    return School.objects.select_for_update(of=("self",)).get(pk=school.pk)


def _open_calendar(
    school: School, user: User, at: datetime.datetime, rule: Callable[[Actor], Answer] = may_change_calendar
) -> School:
    """Demand the right to change the calendar, then lock it; raises RuleRefused."""
    demand(rule(fresh_actor(user.pk, localdate(at))))
    return _lock(school)


def _note(
    school: School, user: User | None, action: str, reason: str, at: datetime.datetime, /, **payload: Any
) -> None:
    """Reckon open due dates anew, then write the line; the ledger's head is locked last."""
    recompute_open(school=school, user=user, reason=reason, at=at)
    school_line(school, user, f"editorial.{action}", at, **payload)


@transaction.atomic
def set_day(
    *,
    school: School,
    user: User,
    day: datetime.date,
    kind: str,
    name: str,
    source: str = "",
    at: datetime.datetime | None = None,
) -> CalendarDay:
    """Enter a day that differs from the week, or change one; what the table says of it counts no more.

    Raises RuleRefused, ValidationError when the name is missing or too long.
    """
    moment = at or clock_now()
    _open_calendar(school, user, moment)
    row = CalendarDay.objects.filter(school=school, day=day).first() or CalendarDay(school=school, day=day)
    wanted = (Kind(kind).value, name.strip(), source.strip())
    if row.pk and (row.kind, row.name, row.source) == wanted:
        return row
    row.kind, row.name, row.source = wanted
    _save_by(row, user, Origin.BY_HAND, moment)
    _note(school, user, "set_calendar_day", _reason(row), moment, day=day.isoformat(), kind=row.kind, name=row.name)
    return row


def _save_by(row: CalendarDay, user: User, origin: CalendarDay.Origin, at: datetime.datetime) -> None:
    row.origin, row.declared_by, row.declared_at = origin.value, user, at
    row.full_clean()
    row.save()


def _reason(row: CalendarDay) -> str:
    return f"{row.day.isoformat()}: {row.name}"


@transaction.atomic
def remove_day(*, school: School, user: User, day: datetime.date, at: datetime.datetime | None = None) -> None:
    """Take a correction or closure back, so that the published table counts again for this day.

    A day of the table itself becomes one like any other of its week, and stays so when the table is
    loaded again. Nothing happens when there is no such day. Raises RuleRefused.
    """
    moment = at or clock_now()
    _open_calendar(school, user, moment)
    row = CalendarDay.objects.filter(school=school, day=day).first()
    if row is None:
        return
    reason, was = _reason(row), {"kind": row.kind, "name": row.name}
    _take_back(row, user, moment)
    _note(school, user, "remove_calendar_day", reason, moment, day=day.isoformat(), **was)


def _take_back(row: CalendarDay, user: User, at: datetime.datetime) -> None:
    if row.origin == Origin.PUBLISHED:
        row.kind = Kind.ORDINARY.value
        _save_by(row, user, Origin.BY_HAND, at)
        return
    table = _table_of(row)
    if row.day in table:
        put_back(row, table[row.day])
    else:
        row.delete()


def _table_of(row: CalendarDay) -> dict[datetime.date, Any]:
    """The published table of the row's year, if the school loaded it."""
    if CalendarYear.objects.filter(school_id=row.school_id, year=row.day.year).exists():
        return published_days(row.school.country, row.day.year)
    return {}


@transaction.atomic
def declare_closure(
    *,
    school: School,
    user: User,
    starts_on: datetime.date,
    ends_on: datetime.date,
    reason: str,
    source: str = "",
    at: datetime.datetime | None = None,
) -> int:
    """The school is closed from one day to another (storm, quarantine); the number of days that are new.

    A swapped working day inside is a day off then. Raises RuleRefused, ValidationError for dates the
    wrong way round, more than `LONGEST_CLOSURE` days, or no reason.
    """
    moment = at or clock_now()
    _open_calendar(school, user, moment, may_declare_closure)
    days = _days_between(starts_on, ends_on)
    known = {row.day: row for row in CalendarDay.objects.filter(school=school, day__in=days)}
    closed = [day for day in days if day not in known or known[day].kind != Kind.DAY_OFF]
    for day in closed:
        row = known.get(day) or CalendarDay(school=school, day=day)
        row.kind, row.name, row.source = Kind.DAY_OFF.value, reason.strip(), source.strip()
        _save_by(row, user, Origin.CLOSURE, moment)
    if closed:
        dates = {"starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat()}
        _note(school, user, "declare_closure", reason.strip(), moment, **dates, reason=reason.strip(), source=source)
    return len(closed)


def _days_between(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    count = (last - first).days + 1
    if count < 1:
        raise ValidationError({"ends_on": _("The last day comes before the first day.")})
    if count > LONGEST_CLOSURE:
        raise ValidationError({"ends_on": _("A closure lasts at most %(limit)s days.") % {"limit": LONGEST_CLOSURE}})
    return [first + datetime.timedelta(days=number) for number in range(count)]


@transaction.atomic
def confirm_year(*, school: School, user: User, year: int, at: datetime.datetime | None = None) -> CalendarYear:
    """The table of a year was looked through and is right; loading it again changes nothing any more.

    Due dates stay as they are. Raises RuleRefused, ValidationError when no table was loaded.
    """
    moment = at or clock_now()
    _open_calendar(school, user, moment)
    table = CalendarYear.objects.filter(school=school, year=year).first()
    if table is None:
        raise ValidationError(_("Load the published table of this year first."))
    if not table.is_confirmed:
        table.is_confirmed, table.confirmed_by, table.confirmed_at = True, user, moment
        table.save()
        school_line(school, user, "editorial.confirm_calendar", moment, year=year)
    return table


@transaction.atomic
def load_years(
    *, school: School, user: User | None, years: Iterable[int], at: datetime.datetime | None = None
) -> list[LoadedYear]:
    """Load the published tables of these years, and set up the school years that begin in them.

    `user` is None for a command on the server. What people entered and what was confirmed stays.
    Raises RuleRefused, ValidationError for a year that is in no table.
    """
    moment = at or clock_now()
    locked = _open_calendar(school, user, moment) if user else _lock(school)
    return [_load(locked, user, year, moment) for year in sorted(set(years))]


def _load(school: School, user: User | None, year: int, at: datetime.datetime) -> LoadedYear:
    try:
        loaded = load_year(school, year, at)
    except ValueError as error:
        raise ValidationError(_("There is no published table of the year %(year)s.") % {"year": year}) from error
    ensure_school_year(school, year)
    if loaded.has_changed:
        counts = {"added": loaded.added, "changed": loaded.changed, "removed": loaded.removed}
        _note(school, user, "load_calendar", str(year), at, year=year, **counts)
    return loaded


@transaction.atomic
def change_week(
    *, school: School, user: User, weekly_days_off: Iterable[int], at: datetime.datetime | None = None
) -> School:
    """Change the weekly days off, as ISO numbers: [6, 7] for a five-day week, [7] for a six-day week.

    Raises RuleRefused, ValidationError when no day is off or none is left to work.
    """
    moment = at or clock_now()
    locked = _open_calendar(school, user, moment)
    days = sorted(set(weekly_days_off))
    if not days or not set(days) < set(range(1, 8)):
        raise ValidationError(_("Leave at least one day off and one working day."))
    if locked.weekly_days_off != days:
        locked.weekly_days_off = days
        locked.save(update_fields=["weekly_days_off"])
        _note(locked, user, "change_week", ", ".join(map(str, days)), moment, weekly_days_off=days)
    return locked
