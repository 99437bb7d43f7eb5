"""The form with which a document is announced to staff."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.actions import Whom
from editorial.forms.board import DayField, offer
from school.models import BoardAppointment, School, Unit


class AnnounceForm(forms.Form):
    """Whom it names: everybody, or the people of units and posts; and the last day for reading."""

    everybody = forms.BooleanField(label=_("Everybody who works here"), required=False)
    units = forms.ModelMultipleChoiceField(
        label=_("People of these units"),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    posts = forms.MultipleChoiceField(
        label=_("People in these posts of the board"),
        choices=BoardAppointment.Post.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    due_on = DayField(
        label=_("To be read by"),
        help_text=_(
            "Empty: a week from today. Each person gets a message at once, and a reminder the day before and once "
            "the day is past."
        ),
        required=False,
    )

    def __init__(self, data: Any = None, *, school: School) -> None:
        super().__init__(data, auto_id="announce-%s", label_suffix="")
        offer(self, "units", Unit.objects.filter(school=school, is_active=True))

    def clean(self) -> dict[str, Any]:
        """Somebody must be named."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not any(cleaned.get(name) for name in ("everybody", "units", "posts")):
            raise forms.ValidationError(_("Say whom it concerns: everybody, units or posts."))
        return cleaned

    def whom(self) -> Whom:
        """Who was chosen; the form is valid."""
        cleaned = self.cleaned_data
        units = tuple(unit.pk for unit in cleaned["units"])
        return Whom(everybody=cleaned["everybody"], units=units, posts=tuple(cleaned["posts"]))
