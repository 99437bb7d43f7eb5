"""Forms of the register of incidents. What is missing the rules say, not the forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from core.written_dates import written_day
from editorial.models import choices
from editorial.models.chain import Round
from editorial.models.corrections import Incident
from editorial.models.takedown import Takedown
from editorial.selectors.incidents import remedies_of

WORDS_LENGTH = 2000


class OpenIncidentForm(forms.Form):
    """What was wrong with information on the site; the unit that supplied it is known."""

    kind = forms.ChoiceField(
        label=_("What was it?"),
        choices=choices.choices(choices.INCIDENT_KINDS),
        required=False,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What was wrong"),
        help_text=_("The unit reads these words. Name no visitor and no child."),
        required=False,
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="incident-%s", label_suffix="", **kwargs)


class CloseIncidentForm(forms.Form):
    """What was done, what put it right, what is proposed about the supplier."""

    done = forms.CharField(
        label=_("What was done"), required=False, max_length=WORDS_LENGTH, widget=forms.Textarea(attrs={"rows": 3})
    )
    remedy = forms.ChoiceField(label=_("What put it right (may stay empty)"), required=False)
    supplier_note = forms.CharField(
        label=_("What is proposed about whoever supplied it (may stay empty)"),
        help_text=_("In your own words. The unit reads them."),
        required=False,
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, *, incident: Incident) -> None:
        super().__init__(data, auto_id="close-%s", label_suffix="")
        field: Any = self.fields["remedy"]
        found = remedies_of(incident)
        field.choices = [("", "---------"), *((key, remedy_words(row)) for key, row in found.items())]
        if not found:
            del self.fields["remedy"]


def remedy_words(row: Round | Takedown) -> str:
    """A version or a take-down as people recognise it."""
    if isinstance(row, Takedown):
        return _now("Taken down on %(day)s") % {"day": written_day(row.decided_at)}
    return _now("Version %(number)s, released on %(day)s") % {
        "number": row.number,
        "day": written_day(row.clearance.cleared_at),
    }


class IncidentFilter(forms.Form):
    """Open or closed ones, one unit's; what makes no sense filters nothing."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("All")), ("open", _("Not closed")), ("closed", _("Closed"))]
    )
    unit = forms.ChoiceField(label=_("Unit"), required=False)

    def __init__(self, data: Any, *, units: Any) -> None:
        super().__init__(data, label_suffix="", auto_id="filter-%s")
        field: Any = self.fields["unit"]
        field.choices = [("", _("All")), *((str(unit.pk), unit.short_name) for unit in units)]

    def wanted(self) -> tuple[str, int | None]:
        """The arguments of `selectors.incidents.narrowed`."""
        self.full_clean()
        unit = self.cleaned_data.get("unit") or ""
        return self.cleaned_data.get("state") or "", int(unit) if unit else None
