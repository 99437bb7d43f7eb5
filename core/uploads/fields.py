"""Form fields that take uploads in: what they give on is checked, or the form says why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileField
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField

from core.pictures import CleanPicture, clean_picture
from core.rules.uploads import Problem
from core.uploads.files import CheckedFile, check_file
from core.uploads.limits import file_limits, picture_limits
from core.uploads.refusals import SENTENCES, UploadRefused, too_big, upload_sentence
from core.uploads.vetted import VettedFile

Check = Callable[[bytes, str], CleanPicture | CheckedFile]


class PictureField(WagtailImageField):
    """Wagtail's field of a picture, taking what `clean_picture` takes and giving on what it gives back.

    Wagtail's own checks go by the name and keep the bytes; none of them is asked.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Shown by Wagtail's script when somebody drops a file with another extension.
        self.error_messages["invalid_image_extension"] = SENTENCES[Problem.NOT_A_PICTURE]

    def to_python(self, data: Any) -> Any:
        """The cleaned picture as an uploaded file; None if nothing came."""
        upload = FileField.to_python(self, data)
        return upload and taken(upload, clean_picture, picture_limits().max_bytes)


class DocumentField(WagtailDocumentField):
    """Wagtail's field of a file, taking what `check_file` takes."""

    def to_python(self, data: Any) -> Any:
        """The checked file as an uploaded file; None if nothing came."""
        upload = FileField.to_python(self, data)
        return upload and taken(upload, check_file, file_limits().max_bytes)


def taken(upload: Any, check: Check, max_bytes: int) -> VettedFile:
    """What is kept of an upload. Raises ValidationError with the sentence."""
    try:
        if upload.size > max_bytes:
            raise too_big(upload.size, max_bytes)  # before it is read
        upload.seek(0)
        return check(upload.read(), upload.name).as_file()
    except UploadRefused as error:
        raise ValidationError(upload_sentence(error), code=error.code.value) from error


def checking(field: FileField, kind: type[PictureField | DocumentField]) -> FileField:
    """The same field of a form, looking like before, but checking."""
    own: FileField = kind(label=field.label, required=field.required, widget=field.widget, validators=[])
    return own
