"""Forms of a reader's proposal and of what an editor does with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.forms.report import VisitorForm
from editorial.models.takedown import CONTACT_LENGTH
from editorial.rules.proposals import WHY_LENGTH, WORDS_LENGTH, Passage, Proposal

SALT = "editorial.proposal"


class ProposalForm(VisitorForm):
    """Which words are wrong and what should stand there; nobody has to say who he is."""

    salt = SALT
    words = forms.CharField(
        label=_("Words that are wrong"),
        help_text=_("Exactly as they stand on the page; a few words are enough."),
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    wanted = forms.CharField(
        label=_("What should stand there"), max_length=WORDS_LENGTH, widget=forms.Textarea(attrs={"rows": 2})
    )
    why = forms.CharField(
        label=_("Why, or where it can be seen (may stay empty)"),
        required=False,
        max_length=WHY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    contact = forms.CharField(
        label=_("How can we reach you? (may stay empty)"),
        help_text=_("Telephone or e-mail, only for the editorial board and only for this question."),
        required=False,
        max_length=CONTACT_LENGTH,
    )

    @property
    def proposal(self) -> Proposal:
        """What was sent, once it is valid."""
        return Proposal(**{name: self.cleaned_data[name] for name in ("words", "wanted", "why", "contact")})


class CorrectProposedForm(forms.Form):
    """The words as they stand and as they should; one tap sends what the reader proposed."""

    wrong = forms.CharField(label=_("Wrong"), max_length=WORDS_LENGTH, strip=False)
    right = forms.CharField(label=_("Right"), max_length=WORDS_LENGTH, strip=False, required=False)

    def __init__(self, data: Any = None, *, passage: Passage | None = None, wanted: str = "") -> None:
        first = {"wrong": passage.found if passage else "", "right": wanted}
        super().__init__(data, initial=first, auto_id="correct-%s", label_suffix="")


class DeclineForm(forms.Form):
    """Why it stays as it is; the reader finds it under his tracking code."""

    note = forms.CharField(
        label=_("Why it stays as it is"),
        help_text=_("The reader finds these words under the tracking code."),
        required=False,
        max_length=WHY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="decline-%s", label_suffix="")


class SureForm(forms.Form):
    """Nothing to fill in."""
