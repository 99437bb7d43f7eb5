"""What each door lets through."""

from __future__ import annotations

from typing import Any

from core.pictures import clean_picture, looks_like_a_picture
from core.rules.uploads import Door, Problem
from core.uploads.files import check_file
from core.uploads.names import tidy_name
from core.uploads.refusals import UploadRefused
from core.uploads.vetted import VettedFile


def let_through(door: Door, name: str, content: Any) -> VettedFile:
    """The file as it is stored; what was let through before passes as it is. Raises UploadRefused."""
    if isinstance(content, VettedFile):
        return content
    if hasattr(content, "seek"):
        content.seek(0)
    data = content.read()
    if door is Door.FILE:
        return check_file(data, name).as_file()
    if door is Door.PICTURE:
        return clean_picture(data, name).as_file()
    if not looks_like_a_picture(data):
        raise UploadRefused(Problem.NOT_A_PICTURE)
    return VettedFile(tidy_name(name), data, "")
