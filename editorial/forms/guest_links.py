"""The guest's form and what stands before it; the form by which a link is made."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.clock import today
from core.pictures import clean_picture, looks_like_a_picture
from core.uploads.fields import taken
from core.uploads.files import check_file
from core.uploads.limits import file_limits, picture_limits
from editorial.forms.board import DayField, offer
from editorial.forms.intake import FilesField
from editorial.intake.reading import CONTACT_LENGTH, NAME_LENGTH, SUBJECT_LENGTH
from editorial.models import choices
from editorial.models.guest_links import LABEL_LENGTH
from editorial.rules.guest_links import (
    MOST_DAYS,
    MOST_FILES,
    MOST_USES,
    USUAL_DAYS,
    USUAL_USES,
    NewLink,
    Recognisable,
)
from editorial.rules.takedown import LEAST_SECONDS
from editorial.tracking import OpenedForm, read_form, sign_form
from school.models import Unit

SALT = "editorial.guest_form"
TRAP = "website"
HEAD_BYTES = 64
TEXT_LENGTH = 20_000


class NewLinkForm(forms.Form):
    """A link for guests; the rule says who may make it and for how long."""

    number = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput)
    label = forms.CharField(
        label=gettext_lazy("What it is for"),
        help_text=gettext_lazy("For example “Class 12A1, autumn camp”. Guests read it too."),
        max_length=LABEL_LENGTH,
    )
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Unit it belongs to"), queryset=Unit.objects.none(), required=False, empty_label=None
    )
    valid_until = DayField(label=gettext_lazy("Last day"))
    most_uses = forms.IntegerField(
        label=gettext_lazy("How many times it can be used"), min_value=1, max_value=MOST_USES
    )

    def __init__(self, *args: Any, units: Any, any_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        field: Any = self.fields["unit"]
        field.empty_label = _("No unit") if any_unit else None
        field.required = not any_unit
        offer(self, "unit", units)
        self.fields["number"].initial = uuid.uuid4().hex
        self.fields["valid_until"].initial = today() + datetime.timedelta(days=USUAL_DAYS)
        self.fields["most_uses"].initial = USUAL_USES
        self.fields["valid_until"].help_text = _("At most %(limit)s days from now.") % {"limit": MOST_DAYS}
        self.fields["most_uses"].help_text = _("A class: one for each pupil. At most %(limit)s.") % {"limit": MOST_USES}

    def link(self) -> NewLink:
        """What was typed, as the rule sees it."""
        data = self.cleaned_data
        unit = data["unit"]
        return NewLink(data["label"], data["valid_until"], data["most_uses"], unit.pk if unit else None)


class GuestFilesField(FilesField):
    """Pictures and files of a guest; each is looked into like any upload, and kept as it came."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Every file; the refusal names the one that does not fit."""
        uploads: Sequence[UploadedFile] = data if isinstance(data, list | tuple) else [data] if data else []
        if len(uploads) > MOST_FILES:
            raise ValidationError(_("At most %(limit)s files at once.") % {"limit": MOST_FILES})
        return [looked_into(upload) for upload in super().clean(uploads, initial)]


def looked_into(upload: Any) -> Any:
    """The upload as it came, once a clean copy could be made of it. Raises ValidationError with its name."""
    upload.seek(0)
    is_picture = looks_like_a_picture(upload.read(HEAD_BYTES))
    check: Any = clean_picture if is_picture else check_file
    limit = picture_limits().max_bytes if is_picture else file_limits().max_bytes
    try:
        taken(upload, check, limit)
    except ValidationError as error:
        raise ValidationError(f"{upload.name}: {error.messages[0]}", code=error.code) from error
    upload.seek(0)
    return upload


class GuestForm(forms.Form):
    """What a pupil or another guest hands in; made for a phone.

    `website` is a field people do not see; `opened` says when the form was opened, and its number makes
    a form that is sent twice one entry.
    """

    giver_name = forms.CharField(label=gettext_lazy("Your name"), max_length=NAME_LENGTH)
    from_where = forms.CharField(label=gettext_lazy("Your class, or where you are from"), max_length=60)
    giver_contact = forms.CharField(
        label=gettext_lazy("How can we reach you?"),
        help_text=gettext_lazy("Telephone or e-mail, only for the editorial board."),
        max_length=CONTACT_LENGTH,
    )
    subject = forms.CharField(label=gettext_lazy("Title"), max_length=SUBJECT_LENGTH)
    text = forms.CharField(
        label=gettext_lazy("Text"),
        help_text=gettext_lazy("What happened, where, when, who took part. An empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=TEXT_LENGTH,
        required=False,
    )
    uploads = GuestFilesField(
        label=gettext_lazy("Pictures and files"),
        help_text=gettext_lazy("Several at once. Pictures as JPEG or PNG; files as PDF, Word or Excel."),
        required=False,
    )
    people = forms.ChoiceField(
        label=gettext_lazy("Can anybody be recognised in the pictures?"),
        choices=choices.choices(choices.RECOGNISABLE),
        widget=forms.RadioSelect,
    )
    who = forms.CharField(
        label=gettext_lazy("Who can be recognised? (may stay empty)"),
        help_text=gettext_lazy("Names and classes, only for the editorial board, which asks for their consent."),
        max_length=110,
        required=False,
    )
    website = forms.CharField(label=gettext_lazy("Leave this field empty"), required=False)
    opened = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, files: Any = None, *, link_id: int, at: datetime.datetime) -> None:
        super().__init__(data, files, label_suffix="", auto_id="guest-%s")
        self.link_id, self.at = link_id, at
        self.fresh = sign_form(link_id, at, SALT)
        self.fields["website"].widget.attrs = {"tabindex": "-1", "autocomplete": "off"}
        self.fields["giver_name"].widget.attrs["autocomplete"] = "name"

    @property
    def signed(self) -> str:
        """The line to carry on: what was sent, or a fresh one in place of one that is no longer good."""
        return str(self.data["opened"]) if self.is_bound and self.opened_form else self.fresh

    @property
    def opened_form(self) -> OpenedForm | None:
        """The form as it was opened; None when that is not known."""
        return read_form(str(self.data.get("opened", "")), self.link_id, self.at, SALT)

    def clean(self) -> dict[str, Any]:
        """A program is told so, and so is a person who was very quick; words or a file must be there."""
        cleaned = super().clean() or {}
        if cleaned.get(TRAP):
            raise ValidationError(_("A field that must stay empty was filled in. Empty it and send again."))
        opened = self.opened_form
        if opened is None:
            raise ValidationError(_("This form was open for too long. Read it over and send it again."))
        if (self.at - opened.opened_at).total_seconds() < LEAST_SECONDS:
            raise ValidationError(_("That was very quick. Read it over and send it again."))
        if not cleaned.get("text", "").strip() and not cleaned.get("uploads") and "uploads" not in self.errors:
            self.add_error("text", _("Write some words, or add a picture or file."))
        return cleaned

    @property
    def consent_note(self) -> str:
        """What the guest says of people in the pictures, in words for the board."""
        said = choices.label(choices.RECOGNISABLE, Recognisable(self.cleaned_data["people"]))
        who = self.cleaned_data["who"].strip()
        return f"{said}: {who}" if who else said
