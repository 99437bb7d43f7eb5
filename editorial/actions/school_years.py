"""School years and their terms."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.clock import now as clock_now
from core.rules.answers import demand
from editorial.actions.desk import school_line
from editorial.rules.school_calendar import may_change_calendar
from editorial.selectors.people import fresh_actor
from school.models import School, SchoolYear, Term, User
from school.rules.years import USUAL_PLAN, TermDates, TermPlan, YearDates, faults_of, usual_year, year_name
from school.selectors import term_dates

TermDays = Mapping[int, tuple[datetime.date, datetime.date]]


def ensure_school_year(school: School, first: int, plan: TermPlan | None = None) -> SchoolYear:
    """The school year that begins in the calendar year `first`; made with its country's usual terms.

    One that is there stays as it is. Must stand inside a transaction.
    """
    known = SchoolYear.objects.filter(school=school, name=year_name(first)).first()
    return known or _make(school, usual_year(first, plan or USUAL_PLAN[school.country]))


def _make(school: School, dates: YearDates) -> SchoolYear:
    year = SchoolYear(school=school, name=dates.name, starts_on=dates.starts_on, ends_on=dates.ends_on)
    year.save()
    _store(year, dates.terms)
    return year


@transaction.atomic
def change_terms(
    *, school_year: SchoolYear, user: User, days: TermDays, at: datetime.datetime | None = None
) -> SchoolYear:
    """Set first and last day of the terms, by number; the school year runs from the first to the last.

    Raises RuleRefused, ValidationError when a term ends before it begins or two overlap.
    """
    moment = at or clock_now()
    demand(may_change_calendar(fresh_actor(user.pk, localdate(moment))))
    year = SchoolYear.objects.select_for_update(of=("self",)).get(pk=school_year.pk)
    before = [term_dates(term) for term in year.terms.order_by("number")]
    terms = [
        TermDates(term.number, term.name, *days.get(term.number, (term.starts_on, term.ends_on))) for term in before
    ]
    if wrong := faults_of(terms):
        names = ", ".join(term.name for term in terms if term.number in wrong)
        raise ValidationError(_("These days do not follow one another: %(terms)s.") % {"terms": names})
    if terms != before:
        _store(year, terms)
        lines = [[term.number, term.starts_on.isoformat(), term.ends_on.isoformat()] for term in terms]
        school_line(year.school, user, "editorial.change_terms", moment, school_year=year.name, terms=lines)
    return year


def _moved(term: TermDates, days: TermDays) -> TermDates:
    starts_on, ends_on = days.get(term.number, (term.starts_on, term.ends_on))
    return TermDates(term.number, term.name, starts_on, ends_on)


@transaction.atomic
def divide_year(
    *, school_year: SchoolYear, user: User, plan: TermPlan, at: datetime.datetime | None = None
) -> SchoolYear:
    """Divide a school year anew (quarters or half-years), with the usual days.

    Raises RuleRefused, ValidationError when something rests on a term that would go.
    """
    moment = at or clock_now()
    demand(may_change_calendar(fresh_actor(user.pk, localdate(moment))))
    year = SchoolYear.objects.select_for_update(of=("self",)).get(pk=school_year.pk)
    dates = usual_year(int(year.name[:4]), plan)
    if [term.name for term in year.terms.all()] != [term.name for term in dates.terms]:
        _store(year, dates.terms)
        school_line(year.school, user, "editorial.divide_year", moment, school_year=year.name, plan=plan.value)
    return year


def _store(year: SchoolYear, terms: Sequence[TermDates]) -> None:
    """Make these the terms of the year, by number, and let the year run from the first to the last."""
    try:
        year.terms.exclude(number__in=[term.number for term in terms]).delete()
    except ProtectedError as error:
        raise ValidationError(_("Plans or reports rest on a term that would go.")) from error
    for term in terms:
        days = {"name": term.name, "starts_on": term.starts_on, "ends_on": term.ends_on}
        Term.objects.update_or_create(school_year=year, number=term.number, defaults=days)
    year.starts_on, year.ends_on = terms[0].starts_on, terms[-1].ends_on
    year.save(update_fields=["starts_on", "ends_on"])
