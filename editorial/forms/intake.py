"""Forms of the intake register."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.uploads.refusals import too_big, upload_sentence
from editorial.forms.board import offer
from editorial.intake.plain import plain_text
from editorial.intake.reading import CONTACT_LENGTH, MAX_TEXT, NAME_LENGTH, SUBJECT_LENGTH
from editorial.models import choices
from editorial.models.intake import IntakeEntry
from editorial.rules.checklist import Consent
from editorial.rules.intake import Given
from editorial.rules.vocabulary import Channel
from school.models import School, Unit

NOT_ASKED = ("", _("Not asked yet"))
MOMENT = "%Y-%m-%dT%H:%M"
FIRST_YEAR = 2000


class FilesInput(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; the value is a list. Each is within PORTAL_INTAKE_MAX_BYTES."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=FilesInput(attrs={"multiple": True}), max_length=255, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Every file; the refusal names the one that does not fit."""
        uploads: Sequence[UploadedFile] = data if isinstance(data, list | tuple) else [data] if data else []
        if not uploads and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return [self._one(upload) for upload in uploads]

    def _one(self, upload: UploadedFile) -> Any:
        limit = settings.PORTAL_INTAKE_MAX_BYTES
        if (upload.size or 0) > limit:
            raise ValidationError(f"{upload.name}: {upload_sentence(too_big(upload.size or 0, limit))}")
        return super().clean(upload)


class DropForm(forms.Form):
    """An e-mail or a Word file to be read."""

    file = forms.FileField(
        label=_("E-mail or Word file"),
        help_text=_("Save the e-mail as a file (.eml) in your mail program, or take a Word file (.docx)."),
        widget=forms.FileInput(attrs={"accept": ".eml,.docx"}),
        max_length=255,
    )


class IntakeForm(forms.Form):
    """What somebody gave, entered for him; made to be filled in on a phone."""

    token = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput)
    giver_name = forms.CharField(
        label=_("Who gave it"), help_text=_("Name, and class or unit. Only the board sees it."), max_length=NAME_LENGTH
    )
    giver_contact = forms.CharField(
        label=_("How to reach them"),
        help_text=_("Telephone or e-mail, for questions. Only the board sees it."),
        max_length=CONTACT_LENGTH,
        required=False,
    )
    received_at = forms.DateTimeField(
        label=_("When it came"),
        input_formats=[MOMENT],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    )
    channel = forms.ChoiceField(label=_("How it came"), choices=choices.choices(choices.CHANNELS))
    unit = forms.ModelChoiceField(
        label=_("Unit it belongs to"),
        help_text=_("The article will stand in this unit's section; without one, in the board's own."),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("No unit"),
    )
    subject = forms.CharField(label=_("Subject"), max_length=SUBJECT_LENGTH)
    text = forms.CharField(
        label=_("Text"),
        help_text=_("An empty line begins a new paragraph. May stay empty when there are files."),
        widget=forms.Textarea(attrs={"rows": 12}),
        max_length=MAX_TEXT,
        required=False,
    )
    consent = forms.ChoiceField(
        label=_("Consent of those who can be recognised"),
        choices=[NOT_ASKED, *choices.choices(choices.CONSENTS)],
        required=False,
    )
    consent_note = forms.CharField(
        label=_("Where the consent is kept"),
        help_text=_("For example: folder 3, signed on 18 November."),
        max_length=200,
        required=False,
    )
    uploads = FilesField(
        label=_("Files, kept as they are"),
        help_text=_("Pictures, films, scans: several at once. They are kept unchanged, with their hash."),
        required=False,
    )

    def __init__(self, *args: Any, school: School, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        offer(self, "unit", Unit.objects.filter(school=school, is_active=True))
        self.fields["token"].initial = uuid.uuid4().hex

    def clean_received_at(self) -> datetime.datetime:
        """A moment that can have been: in this century, and past."""
        moment: datetime.datetime = self.cleaned_data["received_at"]
        if moment.year < FIRST_YEAR or moment > now():
            raise ValidationError(_("This moment lies in the future, or very long ago."))
        return moment

    def clean_text(self) -> str:
        """Plain words."""
        return plain_text(self.cleaned_data["text"])

    def given(self) -> Given:
        """What was typed, as the register takes it."""
        data = self.cleaned_data
        return Given(
            giver_name=data["giver_name"],
            giver_contact=data["giver_contact"],
            channel=Channel(data["channel"]),
            subject=data["subject"],
            text=data["text"],
            token=data["token"],
            unit_id=data["unit"].pk if data["unit"] else None,
            received_at=data["received_at"],
            consent=Consent(data["consent"]) if data["consent"] else None,
            consent_note=data["consent_note"],
        )


class CorrectIntakeForm(IntakeForm):
    """An entry as it stands, to be put right. A giver who was removed is not asked for again."""

    FIXED = ("token", "received_at", "uploads")
    GIVER = ("giver_name", "giver_contact")

    def __init__(self, *args: Any, entry: IntakeEntry, **kwargs: Any) -> None:
        names = ("giver_name", "giver_contact", "channel", "unit", "subject", "text", "consent", "consent_note")
        stands = {name: getattr(entry, name) for name in names}
        super().__init__(*args, school=entry.school, initial=stands, **kwargs)
        self.entry = entry
        for name in (*self.FIXED, *(self.GIVER if entry.blanked_at else ())):
            del self.fields[name]

    def given(self) -> Given:
        """What was typed; what the form does not ask for stays."""
        kept = {"token": self.entry.token, "received_at": self.entry.received_at}
        kept |= {name: getattr(self.entry, name) for name in self.GIVER}
        self.cleaned_data = {**kept, **self.cleaned_data}
        return super().given()


class AddFilesForm(forms.Form):
    """Further originals of an entry."""

    uploads = FilesField(label=_("Further files"), help_text=_("They are kept unchanged, with their hash."))


class CloseIntakeForm(forms.Form):
    """Why nothing is made of it."""

    why = forms.CharField(
        label=_("Why nothing is made of it"),
        help_text=_("For example: handed in twice, no consent, not meant for the site."),
        max_length=250,
    )
    shows_why = forms.BooleanField(label=_("Whoever sent it by a link for guests reads this"), required=False)

    def __init__(self, *args: Any, by_guest: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        if not by_guest:
            del self.fields["shows_why"]
