"""The simple form; made to be filled in on a phone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.forms.board import DayField
from editorial.intake.plain import plain_line, plain_text
from editorial.models import Event, choices
from news.forms import event_label
from news.handing_in.simple import SimplePicture, SimpleText
from news.models import Category, NewsPage
from school.models import Unit

TITLE_LENGTH, LEAD_LENGTH, TEXT_LENGTH = 255, 400, 50_000
AUTHOR_LENGTH = 100
SENDING = ("lead", "text", "categories")


class EventField(forms.ModelChoiceField):
    """An event with its day."""

    def label_from_instance(self, obj: Event) -> str:
        return event_label(obj)


class HandInForm(forms.Form):
    """An article in plain words. What is only needed to send it is not asked of a draft."""

    token = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**62)
    unit = forms.ModelChoiceField(label=gettext_lazy("Your unit"), queryset=Unit.objects.none(), empty_label=None)
    title = forms.CharField(label=gettext_lazy("Headline"), max_length=TITLE_LENGTH)
    lead = forms.CharField(
        label=gettext_lazy("In one or two sentences"),
        help_text=gettext_lazy("What happened, where, when, who took part."),
        max_length=LEAD_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    text = forms.CharField(
        label=gettext_lazy("Text of the article"),
        help_text=gettext_lazy("An empty line begins a new paragraph."),
        max_length=TEXT_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    author_name = forms.CharField(
        label=gettext_lazy("Who signs it"),
        help_text=gettext_lazy("The name readers see. A class or a group may sign too."),
        max_length=AUTHOR_LENGTH,
        required=False,
    )
    categories = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Category"),
        queryset=Category.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    event = EventField(
        label=gettext_lazy("The event it tells of"),
        queryset=Event.objects.none(),
        required=False,
        empty_label=gettext_lazy("None, or one that is not listed here"),
    )
    event_kind = forms.ChoiceField(
        label=gettext_lazy("Kind of event"),
        choices=[("", "—"), *choices.choices(choices.EVENT_KINDS)],
        required=False,
    )
    event_ended_on = DayField(label=gettext_lazy("Its last day"), required=False)

    def __init__(
        self, data: Any = None, *, units: Iterable[Unit], events: Any, is_sending: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(data, label_suffix="", auto_id="hand-in-%s", **kwargs)
        self.units = list(units)
        unit: Any = self.fields["unit"]
        unit.queryset = Unit.objects.filter(pk__in=[row.pk for row in self.units])
        event: Any = self.fields["event"]
        event.queryset = events
        self.fields["token"].initial = uuid.uuid4().hex
        for name in SENDING if is_sending else ():
            self.fields[name].required = True

    def clean_text(self) -> str:
        """Plain words."""
        return plain_text(self.cleaned_data["text"])

    def clean(self) -> dict[str, Any]:
        """Of an event that is not listed both its kind and its day, or neither."""
        cleaned = super().clean() or {}
        if cleaned.get("event"):
            cleaned["event_kind"], cleaned["event_ended_on"] = "", None
        elif cleaned.get("event_kind") and not cleaned.get("event_ended_on") and "event_ended_on" not in self.errors:
            self.add_error("event_ended_on", _("Say on which day the event ended."))
        elif cleaned.get("event_ended_on") and not cleaned.get("event_kind"):
            self.add_error("event_kind", _("Say what kind of event it was."))
        return cleaned

    def given(self, pictures: Iterable[SimplePicture]) -> SimpleText:
        """What was typed, with the pictures."""
        data = self.cleaned_data
        return SimpleText(
            title=plain_line(data["title"], TITLE_LENGTH),
            lead=plain_text(data["lead"]),
            text=data["text"],
            author_name=plain_line(data["author_name"], AUTHOR_LENGTH),
            category_ids=frozenset(row.pk for row in data["categories"]),
            event_id=data["event"].pk if data["event"] else None,
            event_kind=data["event_kind"],
            event_ended_on=data["event_ended_on"],
            pictures=tuple(pictures),
        )


def initial_of(given: SimpleText, page: NewsPage) -> dict[str, Any]:
    """A saved item as the form begins with it."""
    return {
        "title": given.title,
        "lead": given.lead,
        "text": given.text,
        "author_name": given.author_name,
        "categories": sorted(given.category_ids),
        "event": given.event_id,
        "event_kind": given.event_kind,
        "event_ended_on": given.event_ended_on,
        "unit": page.unit_id,
        "seen": page.latest_revision_id,
    }
