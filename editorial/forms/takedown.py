"""Forms of the head's answer to a request, of asking for one, and of the registers' filters."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model
from wagtail.images.shortcuts import get_rendition_or_not_found

from editorial.forms.phrases import WHY_TAKEN_DOWN
from editorial.forms.review import NOTE_LENGTH, GroundForm
from editorial.models import choices
from editorial.models.takedown import TakedownRequest
from editorial.selectors.review import file_title
from editorial.selectors.takedown import REFUSED, TAKEN_DOWN, Period
from school.models import School, Unit

THUMBNAIL = "fill-192x192"
FIRST_DAY, LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)
KINDS = ((REFUSED, _("Refused")), (TAKEN_DOWN, _("Taken down")))


class AskTakedownForm(GroundForm):
    """Why the head is asked to take the item down."""

    ready = WHY_TAKEN_DOWN
    grounds = choices.TAKEDOWN_GROUNDS


class AnswerForm(forms.Form):
    """One possible answer of the head; `request` is what was asked. What is missing the rules say."""

    note = forms.CharField(
        label=_("Why, in a few words"), required=False, max_length=NOTE_LENGTH, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any = None, *, request: TakedownRequest, verb: str) -> None:
        super().__init__(data, auto_id=f"{verb}-%s", label_suffix="")
        self.prepare(request)

    def prepare(self, request: TakedownRequest) -> None:
        """Fill in choices and first values from the request."""


class KeepForm(AnswerForm):
    """It stays; whoever asked reads why."""

    def prepare(self, request: TakedownRequest) -> None:
        self.fields["note"].help_text = _("Whoever asked reads these words.")


class GroundAnswerForm(AnswerForm):
    """An answer that names a ground of the closed list; the one that was asked for is chosen."""

    ground = forms.ChoiceField(label=_("Ground"), required=False, widget=forms.RadioSelect)
    grounds: choices.Labels = choices.TAKEDOWN_GROUNDS
    field_order = ["name", "ground", "note", "shows_ground"]

    def prepare(self, request: TakedownRequest) -> None:
        field: Any = self.fields["ground"]
        field.choices = choices.choices(self.grounds)
        self.initial["ground"] = request.ground
        self.fields["note"].help_text = _("The unit and the board read these words.")


class TakeDownAnswerForm(GroundAnswerForm):
    """The whole page leaves the site."""

    shows_ground = forms.BooleanField(label=_("Tell the public the ground"), required=False)


class RemoveFileForm(GroundAnswerForm):
    """One picture or file leaves the site, the article stays."""

    name = forms.ChoiceField(label=_("Picture or file"), widget=forms.RadioSelect)

    def prepare(self, request: TakedownRequest) -> None:
        super().prepare(request)
        clearance = request.record.live_clearance
        field: Any = self.fields["name"]
        field.choices = [(name, shown_choice(name)) for name in (clearance.files if clearance else ())]


def shown_choice(name: str) -> str:
    """A picture as people recognise it, small and with its title; a file by its title."""
    label, _slash, pk = name.partition("/")
    if label != get_image_model()._meta.label_lower:
        return file_title(name)
    image = get_image_model().objects.filter(pk=pk).first()
    if image is None:
        return file_title(name)
    small = get_rendition_or_not_found(image, THUMBNAIL)
    return format_html('<img src="{}" alt="" width="96" height="96" loading="lazy"> {}', small.url, image.title)


class HideAnswerForm(GroundAnswerForm):
    """The emergency hide of a deputy or secretary, until the head decides."""

    grounds = choices.HIDE_GROUNDS

    def prepare(self, request: TakedownRequest) -> None:
        super().prepare(request)
        self.initial["ground"] = ""


class DayField(forms.DateField):
    """A day of our time, picked with the browser's own calendar; the edges of the calendar have no next day."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        bounds = [MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)]
        super().__init__(widget=widget, required=False, input_formats=["%Y-%m-%d"], validators=bounds, **kwargs)


class RemovalFilter(forms.Form):
    """What of the register of refusals and take-downs is shown; what makes no sense filters nothing."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    ground = forms.ChoiceField(label=_("Ground"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    first = DayField(label=_("From"))
    last = DayField(label=_("Until"))

    def __init__(self, data: Any, *, school: School) -> None:
        super().__init__(data, label_suffix="", auto_id="filter-%s")
        grounds = {**choices.REFUSAL_GROUNDS, **choices.TAKEDOWN_GROUNDS}
        units = [(str(unit.pk), unit.short_name) for unit in Unit.objects.filter(school=school)]
        options = {"kind": KINDS, "ground": choices.choices(grounds), "unit": units}
        for name, rows in options.items():
            field: Any = self.fields[name]
            field.choices = [("", _("All")), *rows]

    def wanted(self) -> dict[str, Any]:
        """The arguments of `selectors.takedown.removals`."""
        self.full_clean()
        chosen = self.cleaned_data
        unit = chosen.get("unit") or ""
        return {
            "kind": chosen.get("kind") or "",
            "ground": chosen.get("ground") or "",
            "unit_id": int(unit) if unit else None,
            "period": Period(chosen.get("first"), chosen.get("last")),
        }
