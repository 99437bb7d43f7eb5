"""The deepest gate of uploads: nothing is written where files are served from without a check.

Forms refuse earlier and with a sentence in its place; this holds for a row made in code as well.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import FileSystemStorage

from core.rules.uploads import door_of
from core.uploads.doors import let_through
from core.uploads.names import tidy_name, with_token


class CheckedUploads:
    """For any storage of Django's: checks by folder what is saved, and gives names that nobody guesses.

    Folders that are not in `core.rules.uploads.FOLDERS` are left alone: nothing is served from them.
    """

    def get_valid_name(self, name: str) -> str:
        """A name in plain letters."""
        return tidy_name(name)

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Store what the folder's check made of `content`; the name stored differs from the one asked for."""
        wanted = str(name or content.name)
        door = door_of(wanted)
        if door is not None:
            path = PurePosixPath(wanted)
            content = let_through(door, path.name, content)
            content.seek(0)
            wanted = with_token(str(path.with_name(tidy_name(content.name))))
        stored: str = super().save(wanted, content, max_length=max_length)  # type: ignore[misc]
        return stored


class UploadStorage(CheckedUploads, FileSystemStorage):
    """On this machine's disk."""
