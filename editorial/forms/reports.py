"""Forms of the board's reports and of the links for inspectors."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.forms.board import DayField
from editorial.models.report_choices import REPORT_WORDS
from editorial.models.reports import LABEL_LENGTH, NOTE_LENGTH, WORDS_LENGTH
from editorial.rules.inspection import MOST_DAYS, USUAL_DAYS
from editorial.rules.reports import NEEDED_WORDS, ReportWord

HELP = {
    ReportWord.STRENGTHS: _("What the board and the units did well."),
    ReportWord.SHORTCOMINGS: _("What was late, missing or weak."),
    ReportWord.CAUSES: _("Why, as far as the board knows."),
    ReportWord.COMMENDATIONS: _("Whom the board proposes to commend; violations and what became of them."),
    ReportWord.PLANS: _("What the board will do in the next period."),
    ReportWord.PROPOSALS: _("What the board asks of the head: people, equipment, decisions."),
}


class WordsForm(forms.Form):
    """What the board writes into a report itself; every field may still be empty while it is a draft."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for word, label in REPORT_WORDS.items():
            needed = _("Needed before the report can be signed.") if word in NEEDED_WORDS else ""
            self.fields[word.value] = forms.CharField(
                label=str(label),
                help_text=" ".join(str(part) for part in (HELP[ReportWord(word)], needed) if part),
                max_length=WORDS_LENGTH,
                required=False,
                widget=forms.Textarea(attrs={"rows": 5}),
            )


class SignForm(forms.Form):
    """The signature: nothing to fill in, one box to tick."""

    is_sure = forms.BooleanField(label=_("I have read the report and sign it for the editorial board"))


class AcknowledgeForm(forms.Form):
    """The head's note."""

    note = forms.CharField(
        label=_("Note (may stay empty)"),
        max_length=NOTE_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CorrectForm(forms.Form):
    """Why there is a new version."""

    what_changed = forms.CharField(
        label=_("What is changed, and why"), max_length=NOTE_LENGTH, widget=forms.Textarea(attrs={"rows": 3})
    )


class DiscardForm(forms.Form):
    """Nothing to fill in."""


class AskedForm(forms.Form):
    """A report of any two dates."""

    first_on = DayField(label=_("From"))
    last_on = DayField(label=_("Until"))

    def clean(self) -> dict[str, Any]:
        """The last day does not come before the first."""
        data = super().clean() or {}
        first, last = data.get("first_on"), data.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day comes before the first day."))
        return data


class InspectorForm(forms.Form):
    """A link for an inspector: for whom and until when."""

    label = forms.CharField(
        label=_("For whom"),
        max_length=LABEL_LENGTH,
        help_text=_("For example the body and the number of its decision. No names of children."),
    )
    valid_until = DayField(label=_("Last day"))

    def __init__(self, *args: Any, on: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_until"].initial = on + datetime.timedelta(days=USUAL_DAYS)
        self.fields["valid_until"].help_text = _("At most %(days)s days from today.") % {"days": MOST_DAYS}
