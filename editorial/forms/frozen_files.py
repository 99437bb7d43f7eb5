"""Wagtail's forms of a picture and a file: uploads are checked, what an item with the board or on the site uses stays.

Wagtail's document form deletes the old bytes before it saves the row, so that the receiver's
refusal would come too late.
"""

from __future__ import annotations

from typing import Any

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from core.uploads.fields import DocumentField, PictureField, checking
from editorial.gates.digest import file_name
from editorial.gates.receivers import WHY_FROZEN, frozen_columns, is_frozen


class FrozenFileMixin:
    """Refuses other bytes, or another crop, for a picture or file that people decide on or read."""

    instance: Any
    fields: dict[str, Any]
    changed_data: list[str]
    upload_field: type[PictureField | DocumentField]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = checking(self.fields["file"], self.upload_field)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]
        touched = set(frozen_columns(type(self.instance))).intersection(self.changed_data)
        if touched and self.instance.pk and is_frozen(file_name(type(self.instance), self.instance.pk)):
            self.add_error(None, WHY_FROZEN)  # type: ignore[attr-defined]
        return cleaned


class DocumentForm(FrozenFileMixin, BaseDocumentForm):
    """The form of a file."""

    upload_field = DocumentField


class ImageForm(FrozenFileMixin, BaseImageForm):
    """The form of a picture."""

    upload_field = PictureField
