"""The checklist as a form: only the questions that apply to what the item contains (Đ4.3, Đ15)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from editorial.forms.review import NOTE_LENGTH, ActForm
from editorial.models import choices
from editorial.rules.checklist import YES, Question, questions
from editorial.rules.public_notes import MOST, MOST_GROUND, PublicNote
from editorial.selectors.content import content_facts
from editorial.selectors.records import last_round
from editorial.selectors.review import Review
from school.selectors import consents_in_force

KEPT = ("consent_entry", "consent_reference")
NOTE = ("note_kind", "public_note", "note_ground")


class ForwardForm(ActForm):
    """Checklist, class of content and a word for those who decide."""

    content_class = forms.ChoiceField(
        label=_("Class of content"),
        help_text=_("It decides who has to release the item."),
        choices=choices.choices(choices.CONTENT_CLASSES),
    )
    note = forms.CharField(
        label=_("A word for those who decide"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def prepare(self, review: Review) -> None:
        self.asked = questions(content_facts(review.draft))
        for question in self.asked:
            self.fields[question.value] = _field(question)
        if Question.PUPIL_CONSENT in self.asked:
            self._ask_for_consent(review)
        self.initial["content_class"] = review.record.content_class
        if review.record.live_clearance is not None:
            self._ask_for_note(review)
        questions_first = [question.value for question in self.asked]
        self.order_fields([*questions_first, *KEPT, *NOTE, "content_class", "note"])

    def _ask_for_note(self, review: Review) -> None:
        """The page was public before: what are readers told? A note that came back is there to be used again."""
        self.fields.update(note_fields())
        former = last_round(review.record)
        if former is not None and former.ended_at is not None and not hasattr(former, "clearance"):
            self.initial.update({name: getattr(former, name) for name in NOTE})

    def _ask_for_consent(self, review: Review) -> None:
        entries = consents_in_force(review.record.school, localdate(review.at))
        options = [("", "---------"), *((str(row.pk), str(row)) for row in entries)]
        self.fields["consent_entry"] = forms.ChoiceField(
            label=_("Entry of the consent register"), choices=options, required=False
        )
        self.fields["consent_reference"] = forms.CharField(
            label=_("Where the signed paper is kept"), max_length=200, required=False
        )
        former = last_round(review.record)
        if former is not None:
            self.initial.update({name: former.checklist.get(name, "") for name in KEPT})

    def arguments(self) -> dict[str, Any]:
        return {
            "answers": self.answers(),
            "content_class": self.cleaned_data["content_class"],
            "note": self.cleaned_data["note"],
            "public_note": self.public_note(),
        }

    def public_note(self) -> PublicNote:
        """What was typed for the readers; nothing where it was not asked."""
        kind, text, ground = (self.cleaned_data.get(name, "") for name in NOTE)
        return PublicNote(kind, text, ground)

    def answers(self) -> dict[str, str]:
        """Answers as they are kept: only what was asked."""
        names = [question.value for question in self.asked]
        given = {name: self.cleaned_data.get(name) for name in [*names, *KEPT] if name in self.fields}
        return {name: YES if value is True else str(value) for name, value in given.items() if value}


def note_fields() -> dict[str, forms.Field]:
    """What readers are told about a change of substance; how much of it is needed the rules say."""
    return {
        "note_kind": forms.ChoiceField(
            label=_("Why does the public page change?"),
            choices=choices.choices(choices.NOTE_KINDS),
            required=False,
            widget=forms.RadioSelect,
        ),
        "public_note": forms.CharField(
            label=_("What readers are told"),
            help_text=_(
                "It stands on the page after “Updated on … because” or “Correction of …”: 10 to 300 characters, "
                "plain words. Needed when more changes than a word or two; nobody can change it afterwards."
            ),
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "maxlength": MOST}),
        ),
        "note_ground": forms.CharField(
            label=_("For a correction: what was wrong, and what shows it"),
            help_text=_("For the board and the unit. It opens an entry in the register of incidents."),
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "maxlength": MOST_GROUND}),
        ),
    }


def _field(question: Question) -> forms.Field:
    label = str(choices.QUESTIONS[question])
    if question is Question.PUPIL_CONSENT:
        options = choices.choices(choices.CONSENTS)
        return forms.ChoiceField(label=label, choices=options, required=False, widget=forms.RadioSelect)
    return forms.BooleanField(label=label, required=False)
