"""The files of a signed report: on the disk first, then their rows; gone again when the signature fails."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from collections.abc import Iterator, Mapping

from django.core.files.base import ContentFile

from editorial.intake.storage import PrivateStorage
from editorial.models.reports import Report, ReportFile, stored_name


@dataclasses.dataclass(frozen=True, slots=True)
class Stored:
    """A file on the disk: its name in the private storage, bytes counted and hashed."""

    name: str
    size: int
    sha256: str


@contextlib.contextmanager
def written_to_disk(files: Mapping[str, bytes]) -> Iterator[dict[str, Stored]]:
    """Write the files by their format; whatever goes wrong inside, they are removed again."""
    storage = PrivateStorage()
    stored: dict[str, Stored] = {}
    try:
        for code, content in files.items():
            name = storage.save(stored_name(None, code), ContentFile(content))
            stored[code] = Stored(name, len(content), hashlib.sha256(content).hexdigest())
        yield stored
    except BaseException:
        for row in stored.values():
            storage.delete(row.name)
        raise


def keep_files(report: Report, files: Mapping[str, Stored]) -> list[ReportFile]:
    """A row for each file; the database takes none once the report is signed."""
    return [
        ReportFile.objects.create(report=report, format=code, file=row.name, size=row.size, sha256=row.sha256)
        for code, row in files.items()
    ]
