"""The checklist as a form: only the questions that apply to what the item contains (Đ4.3, Đ15)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from editorial.forms.review import NOTE_LENGTH, ActForm
from editorial.models import choices
from editorial.rules.checklist import YES, Question, questions
from editorial.selectors.content import content_facts
from editorial.selectors.records import last_round
from editorial.selectors.review import Review
from school.selectors import consents_in_force

KEPT = ("consent_entry", "consent_reference")


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
        self.order_fields([*(question.value for question in self.asked), *KEPT, "content_class", "note"])

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
        }

    def answers(self) -> dict[str, str]:
        """Answers as they are kept: only what was asked."""
        names = [question.value for question in self.asked]
        given = {name: self.cleaned_data.get(name) for name in [*names, *KEPT] if name in self.fields}
        return {name: YES if value is True else str(value) for name, value in given.items() if value}


def _field(question: Question) -> forms.Field:
    label = str(choices.QUESTIONS[question])
    if question is Question.PUPIL_CONSENT:
        options = choices.choices(choices.CONSENTS)
        return forms.ChoiceField(label=label, choices=options, required=False, widget=forms.RadioSelect)
    return forms.BooleanField(label=label, required=False)
