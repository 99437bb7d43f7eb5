"""What may be uploaded: limits, kinds and folders. No reading of content here, no settings, no chance."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from pathlib import PurePosixPath


class Problem(StrEnum):
    """Why an upload is refused; the sentences stand in `core.uploads.refusals`."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNPACKS_TOO_BIG = "unpacks_too_big"
    DAMAGED = "damaged"
    HEIC = "heic"
    VECTOR = "vector"
    NOT_A_PICTURE = "not_a_picture"
    IS_A_PICTURE = "is_a_picture"
    KIND_NOT_TAKEN = "kind_not_taken"
    OLD_OFFICE = "old_office"
    ARCHIVE = "archive"
    MACROS = "macros"
    ACTIVE = "active"
    PROTECTED = "protected"
    MISMATCH = "mismatch"
    MIXED = "mixed"
    NOT_CHECKED = "not_checked"


class Active(StrEnum):
    """What in a file could act by itself."""

    SCRIPT = "script"
    PROGRAM = "program"
    ATTACHMENT = "attachment"
    FORM = "form"
    MEDIA = "media"
    TEMPLATE = "template"
    COMMAND = "command"


class Door(StrEnum):
    """How what is stored in a folder is checked."""

    PICTURE = "picture"
    FILE = "file"
    COPY = "copy"


@dataclasses.dataclass(frozen=True, slots=True)
class PictureLimits:
    """Bytes as uploaded, pixels as uploaded, and the longest side in pixels as stored."""

    max_bytes: int
    max_pixels: int
    max_side: int


@dataclasses.dataclass(frozen=True, slots=True)
class FileLimits:
    """Bytes as uploaded, bytes of all that is packed in it, and the number of its parts."""

    max_bytes: int
    max_unpacked: int
    max_parts: int


FOLDERS = {
    "original_images": Door.PICTURE,
    "avatar_images": Door.PICTURE,
    "documents": Door.FILE,
    "images": Door.COPY,
}
OFFICE_KINDS = ("docx", "xlsx", "pptx")
OPEN_KINDS = ("odt", "ods", "odp")
TEXT_KINDS = ("txt", "csv")
FILE_KINDS = ("pdf", *OFFICE_KINDS, *OPEN_KINDS, *TEXT_KINDS)
OLD_OFFICE = {"doc": "DOCX", "dot": "DOCX", "rtf": "DOCX", "xls": "XLSX", "xlt": "XLSX", "ppt": "PPTX", "pps": "PPTX"}
MACRO_KINDS = frozenset("docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam sldm".split())
ARCHIVE_KINDS = frozenset("zip rar 7z tar gz tgz bz2 xz jar iso cab".split())
PICTURE_KINDS = frozenset("jpg jpeg png gif webp heic heif avif bmp tif tiff svg svgz ico".split())


def door_of(name: str) -> Door | None:
    """The check for what is stored under `name`; None for folders that nothing is ever served from."""
    parts = PurePosixPath(name).parts
    return FOLDERS.get(parts[0]) if len(parts) > 1 else None


def extension_of(name: str) -> str:
    """The last extension in small letters, without the dot; empty if there is none."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower().removeprefix(".").strip()


def problem_of_kind(kind: str) -> Problem | None:
    """What is wrong with a file's extension; None for one that is taken."""
    if kind in FILE_KINDS:
        return None
    for kinds, problem in (
        (OLD_OFFICE, Problem.OLD_OFFICE),
        (MACRO_KINDS, Problem.MACROS),
        (ARCHIVE_KINDS, Problem.ARCHIVE),
        (PICTURE_KINDS, Problem.IS_A_PICTURE),
    ):
        if kind in kinds:
            return problem
    return Problem.KIND_NOT_TAKEN
