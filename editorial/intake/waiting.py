"""Files between two forms: uploaded, shown for confirmation, not registered yet.

The browser cannot send a file a second time by itself, so it lies in the private folder for a day,
and the form carries a signed note of it that holds for the same person only.
"""

from __future__ import annotations

import dataclasses
import datetime
import uuid
from typing import Any

from django.core import signing
from django.core.files.base import File
from django.utils import timezone

from editorial.intake.storage import PrivateStorage
from school.models import User

FOLDER, SALT = "waiting", "editorial.intake.waiting"
KEPT = datetime.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits: its name as given, where it lies, the note a form carries."""

    name: str
    path: str
    note: str

    def open(self) -> File[bytes]:
        """Its bytes."""
        return PrivateStorage().open(self.path, "rb")

    def read(self) -> bytes:
        """All its bytes."""
        with self.open() as stored:
            data: bytes = stored.read()
        return data

    def forget(self) -> None:
        """It was registered: the register has its own copy."""
        PrivateStorage().delete(self.path)


def put(upload: File[bytes], user: User) -> Waiting:
    """Keep an upload until the next form."""
    storage = PrivateStorage()
    _sweep(storage)
    path = storage.save(f"{FOLDER}/{uuid.uuid4().hex}", upload)
    name = str(upload.name or "")[:255]
    return Waiting(name, path, signing.dumps({"path": path, "name": name, "user": user.pk}, salt=SALT, compress=True))


def find(note: str, user: User) -> Waiting | None:
    """The file a form's note names; None for a note that is old, forged, or another person's."""
    try:
        facts: dict[str, Any] = signing.loads(note, salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        return None
    if facts["user"] != user.pk or not PrivateStorage().exists(facts["path"]):
        return None
    return Waiting(facts["name"], facts["path"], note)


def _sweep(storage: PrivateStorage) -> None:
    """Throw away what nobody confirmed."""
    if not storage.exists(FOLDER):
        return
    for name in storage.listdir(FOLDER)[1]:
        path = f"{FOLDER}/{name}"
        if storage.get_modified_time(path) < timezone.now() - 2 * KEPT:
            storage.delete(path)
