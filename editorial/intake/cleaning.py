"""Originals on their way into an article: cleaned copies, never the originals themselves."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core.pictures import CleanPicture, clean_picture
from core.uploads.files import CheckedFile, check_file
from core.uploads.limits import file_limits, picture_limits
from core.uploads.refusals import too_big
from editorial.models.intake import IntakeOriginal
from school.models import Unit, User

TITLE_LENGTH = 120

Cleaned = CleanPicture | CheckedFile


def cleaned(original: IntakeOriginal) -> Cleaned:
    """A picture encoded anew without metadata, or a file checked by its content. Raises UploadRefused."""
    limit = picture_limits().max_bytes if original.is_picture else file_limits().max_bytes
    if original.size > limit:
        raise too_big(original.size, limit)  # before a film is read into memory
    with original.file.open("rb") as stored:
        data: bytes = stored.read()
    return clean_picture(data, original.name) if original.is_picture else check_file(data, original.name)


def row_of(original: IntakeOriginal, clean: Cleaned, unit: Unit, user: User) -> Any:
    """The image or document in the unit's collection (Wagtail's own where it has none)."""
    model = get_image_model() if isinstance(clean, CleanPicture) else get_document_model()
    place = {"collection": unit.collection} if unit.collection_id else {}
    file = clean.as_file()
    return model.objects.create(title=_title(original), file=file, file_size=file.size, uploaded_by_user=user, **place)


def _title(original: IntakeOriginal) -> str:
    return (PurePosixPath(original.name).stem or original.name)[:TITLE_LENGTH]
