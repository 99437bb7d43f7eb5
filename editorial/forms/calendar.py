"""Forms of the school's calendar."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.forms.board import DayField
from school.models import CalendarDay, SchoolYear
from school.rules.years import TermPlan

FIVE_DAYS, SIX_DAYS = [6, 7], [7]
WEEKS = {"five": FIVE_DAYS, "six": SIX_DAYS}


class CalendarDayForm(forms.Form):
    """A day that differs from the week."""

    day = DayField(label=_("Day"))
    kind = forms.ChoiceField(label=_("What it is"), choices=CalendarDay.Kind.choices)
    name = forms.CharField(label=_("Name or reason"), max_length=120)
    source = forms.CharField(
        label=_("Source"), help_text=_("Number and date of the decision, for example."), max_length=120, required=False
    )


class RemoveDayForm(forms.Form):
    """Which day is taken back."""

    day = forms.DateField(input_formats=["%Y-%m-%d"], widget=forms.HiddenInput)


class ClosureForm(forms.Form):
    """The school is closed for some days."""

    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"))
    reason = forms.CharField(label=_("Reason"), max_length=120)
    source = forms.CharField(label=_("Decision number"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """The last day does not come before the first."""
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day comes before the first day."))
        return data


class WeekForm(forms.Form):
    """Five or six working days a week."""

    week = forms.ChoiceField(
        label=_("Working days of the week"),
        choices=[("five", _("Five: Saturday and Sunday are off")), ("six", _("Six: Sunday is off"))],
        widget=forms.RadioSelect,
    )

    @property
    def days_off(self) -> list[int]:
        """The weekly days off as ISO numbers."""
        return WEEKS[self.cleaned_data["week"]]


class PlanForm(forms.Form):
    """How a Russian school year is divided."""

    plan = forms.ChoiceField(
        label=_("Terms"),
        choices=[(TermPlan.QUARTERS.value, _("Four quarters")), (TermPlan.HALVES.value, _("Two half-years"))],
    )


class TermsForm(forms.Form):
    """First and last day of each term of one school year."""

    def __init__(self, *args: Any, school_year: SchoolYear, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.numbers = []
        for term in school_year.terms.all():
            self.numbers.append(term.number)
            for edge, label in (("starts_on", _("%(term)s from")), ("ends_on", _("%(term)s until"))):
                field = DayField(label=label % {"term": term.name}, initial=getattr(term, edge))
                self.fields[f"{edge}-{term.number}"] = field

    @property
    def days(self) -> dict[int, tuple[datetime.date, datetime.date]]:
        """First and last day by the number of the term."""
        data = self.cleaned_data
        return {number: (data[f"starts_on-{number}"], data[f"ends_on-{number}"]) for number in self.numbers}


def week_of(weekly_days_off: list[int]) -> str:
    """The choice that stands for these weekly days off; empty for a week of another kind."""
    return next((name for name, days in WEEKS.items() if days == sorted(weekly_days_off or FIVE_DAYS)), "")
