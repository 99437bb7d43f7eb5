"""Forms of the review page, one for each kind of act. What is missing the rules say, not the forms."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.forms.board import PersonField
from editorial.forms.phrases import (
    WHAT_TO_FIX,
    WHY_HIDDEN,
    WHY_REFUSED,
    WHY_REOPENED,
    WHY_TAKEN_DOWN,
    Phrases,
)
from editorial.models import choices
from editorial.rules.vocabulary import Post
from editorial.selectors.review import Review, file_title
from school.models import User
from school.selectors import people_in_post

NOTE_LENGTH = 2000
WORDS_LENGTH = 400
BIGGEST_ID = 2**62
WORDS = ("note", "wrong", "right", "consent_reference", "public_note", "note_ground")
Options = Sequence[tuple[str, str | Promise]]


class ActForm(forms.Form):
    """An act without anything to say; carries what the person saw when the page was made.

    round_id: the running round; seen: the item's newest ledger line.
    """

    round_id = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST_ID, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, min_value=0, max_value=BIGGEST_ID, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, review: Review, verb: str) -> None:
        initial = {"round_id": review.round.pk if review.round else None, "seen": review.seen}
        super().__init__(data, auto_id=f"{verb}-%s", initial=initial, label_suffix="")
        self.review = review
        self.prepare(review)

    def prepare(self, review: Review) -> None:
        """Fill in choices and first values from the item."""

    def choose(self, name: str, options: Options) -> None:
        """Give a field of choices its options."""
        field: Any = self.fields[name]
        field.choices = options

    def arguments(self) -> dict[str, Any]:
        """What the action is called with besides item, person and round."""
        return {}

    def typed(self) -> list[str]:
        """Words the person typed, so that a refusal loses nothing."""
        texts = [self.data.get(name, "") for name in WORDS]
        return [text for text in texts if isinstance(text, str) and text.strip()]


class NoteForm(ActForm):
    """A few words why, typed or by ready phrases."""

    phrases = forms.MultipleChoiceField(label=_("Ready phrases"), required=False, widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    ready: Phrases = ()

    def prepare(self, review: Review) -> None:
        self.choose("phrases", [(str(at), text) for at, text in enumerate(self.ready, start=1)])
        if not self.ready:
            del self.fields["phrases"]

    def arguments(self) -> dict[str, Any]:
        chosen = [str(self.ready[int(at) - 1]) for at in self.cleaned_data.get("phrases", [])]
        own = self.cleaned_data["note"].strip()
        return {"note": "\n".join([*chosen, own] if own else chosen)}


class ApproveForm(NoteForm):
    """Yes, with a word for those who come next."""


class ReturnForm(NoteForm):
    """What to fix."""

    ready = WHAT_TO_FIX


class ReopenForm(NoteForm):
    """Why a refused item is taken up again."""

    ready = WHY_REOPENED


class GroundForm(NoteForm):
    """A ground of a closed list, and a few words."""

    ground = forms.ChoiceField(label=_("Ground"), required=False, widget=forms.RadioSelect)
    grounds: choices.Labels = choices.REFUSAL_GROUNDS
    field_order = ["ground", "phrases", "note"]

    def prepare(self, review: Review) -> None:
        super().prepare(review)
        self.choose("ground", choices.choices(self.grounds))

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "ground": self.cleaned_data["ground"]}


class RefuseForm(GroundForm):
    """One of the five grounds of Đ15; a proposed refusal brings its ground and words along."""

    ready = WHY_REFUSED

    def prepare(self, review: Review) -> None:
        super().prepare(review)
        if review.is_proposed_refusal and review.round is not None:
            self.initial.update(ground=review.round.ground, note=review.round.note)


class HideForm(GroundForm):
    """The emergency hide."""

    ready = WHY_HIDDEN
    grounds = choices.HIDE_GROUNDS


class TakeDownForm(GroundForm):
    """The head's take-down, and whether the public is told why."""

    ready = WHY_TAKEN_DOWN
    grounds = choices.TAKEDOWN_GROUNDS
    shows_ground = forms.BooleanField(label=_("Tell the public the ground"), required=False)

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "shows_ground": self.cleaned_data["shows_ground"]}


class HideFileForm(HideForm):
    """One picture or file of the item."""

    name = forms.ChoiceField(label=_("Picture or file"), widget=forms.RadioSelect)
    field_order = ["name", "ground", "phrases", "note"]

    def prepare(self, review: Review) -> None:
        super().prepare(review)
        clearance = review.record.live_clearance
        names = list(clearance.files) if clearance else []
        gone = {row.name for row in review.hidden}
        self.choose("name", [(name, file_title(name)) for name in names if name not in gone])

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "name": self.cleaned_data["name"]}


class RestoreFileForm(ActForm):
    """A hidden picture or file is shown again."""

    name = forms.ChoiceField(label=_("Picture or file"), widget=forms.RadioSelect)

    def prepare(self, review: Review) -> None:
        self.choose("name", [(row.name, file_title(row.name)) for row in review.hidden])

    def arguments(self) -> dict[str, Any]:
        return {"name": self.cleaned_data["name"]}


class ClassForm(ActForm):
    """The class of content, which decides who releases."""

    content_class = forms.ChoiceField(label=_("Class of content"), choices=choices.choices(choices.CONTENT_CLASSES))

    def prepare(self, review: Review) -> None:
        self.initial["content_class"] = review.record.content_class

    def arguments(self) -> dict[str, Any]:
        return {"content_class": self.cleaned_data["content_class"]}


class AssignForm(ActForm):
    """Who edits the item."""

    editor = PersonField(label=_("Editor"), queryset=User.objects.none())

    def prepare(self, review: Review) -> None:
        people = people_in_post(review.record.school, [Post.EDITOR, Post.SECRETARY], review.at.date())
        field: Any = self.fields["editor"]
        field.queryset = User.objects.filter(pk__in=[person.pk for person in people])

    def arguments(self) -> dict[str, Any]:
        return {"editor": self.cleaned_data["editor"]}


class MomentField(forms.DateTimeField):
    """A day and an hour, picked with the browser's own calendar."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **kwargs)


class ScheduleForm(ActForm):
    """When the item posts itself."""

    post_at = MomentField(label=_("Posting time"))

    def clean_post_at(self) -> datetime.datetime:
        """A year ahead at most: further is a slip of the finger."""
        moment: datetime.datetime = self.cleaned_data["post_at"]
        if moment.year > self.review.at.year + 1:
            raise forms.ValidationError(_("Choose a day within a year."))
        return moment

    def arguments(self) -> dict[str, Any]:
        return {"post_at": self.cleaned_data["post_at"]}


class CorrectForm(ActForm):
    """Wrong words and the right ones."""

    wrong = forms.CharField(
        label=_("Wrong"),
        help_text=_("Copy the words exactly as they stand."),
        max_length=WORDS_LENGTH,
        strip=False,
    )
    right = forms.CharField(label=_("Right"), max_length=WORDS_LENGTH, strip=False, required=False)

    def arguments(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("wrong", "right")}


class CorrectAndApproveForm(CorrectForm):
    """The head corrects a word as he reads, and approves."""

    and_post = forms.BooleanField(label=_("And post at once"), required=False)

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "and_post": self.cleaned_data["and_post"]}


class SureForm(ActForm):
    """An act that cannot be undone."""

    confirmed = forms.BooleanField(label=_("Yes, throw it away for good"))
