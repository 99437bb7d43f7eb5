"""Where originals lie: apart from the portal's pictures and files, and never behind a public address."""

from __future__ import annotations

import os
import uuid
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

FOLDER = "intake"


@deconstructible(path="editorial.intake.storage.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """Files under PORTAL_PRIVATE_ROOT. They have no address: a view asks the rule, then sends the bytes."""

    def __init__(self) -> None:
        super().__init__()

    @property
    def base_location(self) -> Any:
        """The folder, as the settings have it now."""
        return settings.PORTAL_PRIVATE_ROOT

    @property
    def location(self) -> str:
        """The same, as an absolute path."""
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        """There is none."""
        raise ValueError("a private file has no address")


def stored_name(instance: Any, filename: str) -> str:
    """A name by chance: nothing of what somebody called the file reaches the disk."""
    return f"{FOLDER}/{uuid.uuid4().hex}"
