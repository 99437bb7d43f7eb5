"""A period in the reader's language; on paper it is written in the language of the country (`reports.composing`)."""

from __future__ import annotations

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from core.written_dates import written_day
from editorial.rules.periods import Period, PeriodKind

ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


def period_label(period: Period) -> str:
    """ "October 2026", "Quarter IV of 2026", "Học kỳ I 2026-2027", "01/09/2026 – 15/10/2026"."""
    if period.kind is PeriodKind.MONTH:
        return date_format(datetime.date(period.year, period.number, 1), pgettext("format of a month", "F Y"))
    if period.kind is PeriodKind.QUARTER:
        return _("Quarter %(number)s of %(year)s") % {"number": ROMAN[period.number], "year": period.year}
    if period.kind is PeriodKind.HALF_YEAR:
        return _("Half-year %(number)s of %(year)s") % {"number": ROMAN[period.number], "year": period.year}
    if period.kind is PeriodKind.CALENDAR_YEAR:
        return _("Year %(year)s") % {"year": period.year}
    if period.kind is PeriodKind.TERM:
        return f"{period.name}, {period.school_year}"
    if period.kind is PeriodKind.SCHOOL_YEAR:
        return _("School year %(name)s") % {"name": period.name}
    return f"{written_day(period.first_on)} – {written_day(period.last_on)}"


def label_for_school(period: Period, language: str) -> str:
    """The same in the language of the school, for what is stored."""
    with override(language):
        return period_label(period)
