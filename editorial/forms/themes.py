"""Forms of the board's themes and of the items planned under them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.forms.board import DayField, offer
from editorial.models.clocks import PlannedItem, Theme
from school.models import School, Unit


class ThemeForm(forms.Form):
    """A line of the editorial calendar."""

    title = forms.CharField(label=_("Theme"), max_length=Theme._meta.get_field("title").max_length)
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"))
    note = forms.CharField(
        label=_("What matters"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        """The last day does not come before the first."""
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day comes before the first day."))
        return data


class PlannedForm(forms.Form):
    """An item planned under a theme."""

    title = forms.CharField(label=_("Item"), max_length=PlannedItem._meta.get_field("title").max_length)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())
    writer = forms.CharField(
        label=_("Who writes"), max_length=PlannedItem._meta.get_field("writer").max_length, required=False
    )
    planned_on = DayField(label=_("Planned for"))

    def __init__(self, *args: Any, school: School, theme: Theme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theme = theme
        offer(self, "unit", Unit.objects.filter(school=school, is_active=True))

    def clean_planned_on(self) -> Any:
        """The day lies within the theme."""
        day = self.cleaned_data["planned_on"]
        if not self.theme.starts_on <= day <= self.theme.ends_on:
            raise forms.ValidationError(_("This day lies outside the theme."))
        return day


class CameOfItForm(forms.Form):
    """Which item came of a plan."""

    item = forms.TypedChoiceField(label=_("Article"), coerce=int)

    def __init__(self, *args: Any, items: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = list(items)  # type: ignore[attr-defined]
