"""Forms about the board itself: appointments, delegations."""

from __future__ import annotations

import datetime
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from editorial.models import choices
from school.models import BoardAppointment, Unit, User
from school.selectors import people_in_post


class DayField(forms.DateField):
    """A day, typed or picked with the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **kwargs)


class PersonField(forms.ModelChoiceField):
    """A person, shown with the job title."""

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.get_full_name()}, {obj.job_title}" if obj.job_title else obj.get_full_name()


def offer(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """Let a field of the form choose among these rows."""
    cast(forms.ModelChoiceField, form.fields[name]).queryset = rows


class AppointmentForm(forms.Form):
    """An appointment to the board by a numbered decision (Đ5.2)."""

    person = PersonField(label=_("Person"), queryset=User.objects.none())
    post = forms.ChoiceField(label=_("Post"), choices=BoardAppointment.Post.choices)
    is_content_deputy = forms.BooleanField(label=_("Deputy in charge of content"), required=False)
    is_duty_leader = forms.BooleanField(label=_("Duty leader: may release an urgent notice alone"), required=False)
    units = forms.ModelMultipleChoiceField(
        label=_("Units looked after"),
        help_text=_("For editors, and for deputies who decide by field."),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    decision_number = forms.CharField(label=_("Decision number"), max_length=60)
    decided_on = DayField(label=_("Date of the decision"))
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"), help_text=_("Empty: until further notice."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(is_active=True, is_superuser=False)
        offer(self, "person", people.order_by("full_name", "username"))
        offer(self, "units", Unit.objects.filter(is_active=True))


class EndForm(forms.Form):
    """The last day of an appointment."""

    ends_on = DayField(label=_("Last day in the post"))


class DelegationForm(forms.Form):
    """The head lets another member decide for him; made to be filled in on a phone."""

    given_to = PersonField(label=_("Who decides for you"), queryset=User.objects.none())
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"))
    content_classes = forms.MultipleChoiceField(
        label=_("Only for these classes of content"),
        help_text=_("None ticked: for all."),
        choices=choices.choices(choices.CONTENT_CLASSES),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    decision_number = forms.CharField(
        label=_("Document number"), help_text=_("May follow later."), max_length=60, required=False
    )

    def __init__(self, *args: Any, school: Any, giver: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = people_in_post(school, BoardAppointment.Post.values, today)
        ids = [person.pk for person in members if person.pk != giver.pk]
        offer(self, "given_to", User.objects.filter(pk__in=ids).order_by("full_name"))
        self.fields["starts_on"].initial = today


class NumberForm(forms.Form):
    """The document number of a delegation, given afterwards."""

    decision_number = forms.CharField(label=_("Document number"), max_length=60)
