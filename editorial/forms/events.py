"""Forms of the board's events: entering, importing, assigning."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.rules.answers import Refused
from editorial.forms.board import DayField, PersonField, offer
from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.models.clocks import Event
from editorial.rules.duties import sound_times
from editorial.rules.reasons import Reason
from editorial.schedule.reading import MOST_BYTES
from editorial.schedule.rows import MOST_ROWS
from editorial.sentences import sentence
from school.models import School, Unit, UnitMembership, User

LENGTHS = {field.name: field.max_length for field in Event._meta.fields}


class HourField(forms.TimeField):
    """A time of day, typed or picked with the browser's own clock."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__(widget=widget, input_formats=["%H:%M", "%H:%M:%S"], required=False, **kwargs)


class EventForm(forms.Form):
    """The facts of an event. The last day is asked for: the clock runs from it."""

    title = forms.CharField(label=_("What"), max_length=LENGTHS["title"])
    kind = forms.ChoiceField(label=_("Kind of event"), choices=choices.choices(choices.EVENT_KINDS), initial="other")
    starts_on = DayField(label=_("First day"))
    starts_time = HourField(label=_("Begins at"))
    ends_on = DayField(label=_("Last day"))
    ends_time = HourField(label=_("Ends at"))
    place = forms.CharField(label=_("Place"), max_length=LENGTHS["place"], required=False)
    units = forms.TypedMultipleChoiceField(
        label=_("Units taking part"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, country: str, units: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = country
        self.fields["ends_on"].error_messages["required"] = sentence(Refused(Reason.EVENT_END_MISSING), country)
        self.fields["units"].choices = list(units)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Days and times make sense together; the rule says what is wrong."""
        data = super().clean() or {}
        if data.get("starts_on") and "ends_on" not in self.errors:
            times = (data.get("starts_time"), data.get("ends_time"))
            answer = sound_times(data["starts_on"], data["ends_on"], *times)
            if isinstance(answer, Refused):
                self.add_error("ends_on", sentence(answer, self.country))
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the action takes; the units as numbers."""
        return {name: self.cleaned_data[name] for name in EventForm.base_fields}


def form_key() -> str:
    """A key of one opened form; an imported event has a key of another kind."""
    return f"form-{secrets.token_hex(16)}"


class NewEventForm(EventForm):
    """The facts of a new event; sent twice, the same form enters one event."""

    uid = forms.CharField(max_length=LENGTHS["uid"], required=False, widget=forms.HiddenInput, initial=form_key)


class ScheduleRowForm(EventForm):
    """A row of an imported schedule: ticked rows are entered."""

    wanted = forms.BooleanField(label=_("Enter this event"), required=False)
    uid = forms.CharField(max_length=LENGTHS["uid"], required=False, widget=forms.HiddenInput)
    source_text = forms.CharField(max_length=500, required=False, widget=forms.HiddenInput)

    def full_clean(self) -> None:
        """A row that is not ticked is not judged."""
        super().full_clean()
        if self.is_bound and hasattr(self, "cleaned_data") and not self.cleaned_data.get("wanted"):
            self._errors = forms.utils.ErrorDict()


ScheduleFormSet = forms.formset_factory(
    ScheduleRowForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
)


class ScheduleFileForm(forms.Form):
    """The file of a weekly schedule."""

    file = forms.FileField(
        label=_("File of the schedule"),
        help_text=_("XLSX or iCal (.ics), at most %(size)s MB.") % {"size": MOST_BYTES // 1024 // 1024},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ics"}),
    )


class WhyForm(forms.Form):
    """Why something is not to happen."""

    why = forms.CharField(
        label=_("Why"), max_length=LENGTHS["cancelled_why"], widget=forms.Textarea(attrs={"rows": 2}), required=False
    )


class AssignForm(forms.Form):
    """Who writes about an event: a unit, and perhaps one of its members."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())
    writer = PersonField(
        label=_("Who writes"),
        help_text=_("Empty: whoever the unit chooses."),
        queryset=User.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, school: School, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.memberships = UnitMembership.objects.in_force(today).filter(unit__school=school)
        offer(self, "unit", Unit.objects.filter(school=school, is_active=True))
        people = User.objects.filter(is_active=True, pk__in=self.memberships.values("user_id"))
        offer(self, "writer", people.order_by("full_name", "username"))

    def clean(self) -> dict[str, Any]:
        """The person belongs to the unit."""
        data = super().clean() or {}
        unit, writer = data.get("unit"), data.get("writer")
        if unit and writer and not self.memberships.filter(user=writer, unit=unit).exists():
            self.add_error("writer", _("This person does not belong to the unit."))
        return data


class LinkForm(forms.Form):
    """Which item reports on an event."""

    item = forms.ModelChoiceField(label=_("Item"), queryset=EditorialRecord.objects.none())

    def __init__(self, *args: Any, items: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "item", EditorialRecord.objects.filter(pk__in=list(items)).select_related("unit"))
        self.fields["item"].label_from_instance = lambda row: f"{row.title} · {row.unit.short_name}"  # type: ignore[attr-defined]
