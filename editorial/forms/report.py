"""The visitor's "report this page", and the guards that stand before it."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.models import choices
from editorial.models.takedown import CONTACT_LENGTH, NOTE_LENGTH
from editorial.rules.takedown import LEAST_SECONDS, Report
from editorial.tracking import SALT, OpenedForm, read_form, sign_form

TRAP = "website"


class VisitorForm(forms.Form):
    """A form for somebody without an account, with the guards that stand before it.

    `website` is a field people do not see: whatever fills it in is a program. `opened` says when the
    form was opened: nobody reads and fills it in within seconds. `salt` tells forms for other things apart.
    """

    website = forms.CharField(label=_("Leave this field empty"), required=False)
    opened = forms.CharField(widget=forms.HiddenInput, required=False)
    salt = SALT

    def __init__(self, data: Any = None, *, page_id: int, at: datetime.datetime, initial: Any = None) -> None:
        first = {"opened": sign_form(page_id, at, self.salt), **(initial or {})}
        super().__init__(data, initial=first, label_suffix="", auto_id="report-%s")
        self.page_id, self.at = page_id, at
        self.fields["website"].widget.attrs = {"tabindex": "-1", "autocomplete": "off"}

    @property
    def signed(self) -> str:
        """The line to carry on: what was sent, or a fresh one in place of one that is no longer good."""
        sent = str(self.data.get("opened", "")) if self.is_bound else ""
        return sent if read_form(sent, self.page_id, self.at, self.salt) else str(self.initial["opened"])

    def clean(self) -> dict[str, Any]:
        """A program is told so, and so is a person who was very quick: nothing typed is lost."""
        cleaned = super().clean() or {}
        if cleaned.get(TRAP):
            raise forms.ValidationError(_("A field that must stay empty was filled in. Empty it and send again."))
        opened = self.opened_form
        if opened is None:
            raise forms.ValidationError(_("This form was open for too long. Read it over and send it again."))
        if (self.at - opened.opened_at).total_seconds() < LEAST_SECONDS:
            raise forms.ValidationError(_("That was very quick. Read it over and send it again."))
        return cleaned

    @property
    def opened_form(self) -> OpenedForm | None:
        """The form as it was opened; None when that is not known."""
        return read_form(str(self.data.get("opened", "")), self.page_id, self.at, self.salt)


class ReportForm(VisitorForm):
    """What is wrong with the page, in a few words; nobody has to say who he is."""

    complaint = forms.ChoiceField(
        label=_("What is it?"), choices=choices.choices(choices.COMPLAINTS), widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("What exactly?"),
        help_text=_("The words that are wrong, or which picture: for example “second picture, front row”."),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    contact = forms.CharField(
        label=_("How can we reach you? (may stay empty)"),
        help_text=_("Telephone or e-mail, only for the editorial board and only for this question."),
        required=False,
        max_length=CONTACT_LENGTH,
    )

    @property
    def report(self) -> Report:
        """What was sent, once it is valid."""
        return Report(**{name: self.cleaned_data[name] for name in ("complaint", "note", "contact")})
