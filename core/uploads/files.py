"""Files from outside: what they say they are, and nothing in them that acts by itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from core.rules.uploads import OFFICE_KINDS, OLD_OFFICE, OPEN_KINDS, FileLimits, Problem, extension_of, problem_of_kind
from core.uploads import office, open_document, pdf, text
from core.uploads.limits import file_limits
from core.uploads.names import tidy_name
from core.uploads.refusals import UploadRefused, not_taken, too_big
from core.uploads.signatures import archive_ends, content_kind, pdf_begins
from core.uploads.vetted import VettedFile

Check = Callable[[bytes, str, FileLimits], None]
CHECKS: dict[str, Check] = {"pdf": pdf.check, "txt": text.check, "csv": text.check}
CHECKS |= dict.fromkeys(OFFICE_KINDS, office.check)
CHECKS |= dict.fromkeys(OPEN_KINDS, open_document.check)
CONTENT = {"pdf": "pdf", "txt": "", "csv": ""}
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain",
    "csv": "text/csv",
    **office.MEDIA_TYPES,
    **open_document.MEDIA_TYPES,
}


@dataclasses.dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file as it came: a tidy name, its unchanged bytes, its kind (its extension without the dot)."""

    name: str
    data: bytes
    kind: str

    def as_file(self) -> VettedFile:
        """For the file field of a form or model; it is not checked a second time."""
        return VettedFile(self.name, self.data, MEDIA_TYPES[self.kind])


def check_file(data: bytes, name: str) -> CheckedFile:
    """The file, if it is what its name says and carries nothing that acts. Raises UploadRefused."""
    limits = file_limits()
    kind = extension_of(name)
    _demand_kind(kind)
    if not data:
        raise UploadRefused(Problem.EMPTY)
    if len(data) > limits.max_bytes:
        raise too_big(len(data), limits.max_bytes)
    _demand_one_kind(data, kind)
    CHECKS[kind](data, kind, limits)
    return CheckedFile(tidy_name(name, kind), data, kind)


def _demand_kind(kind: str) -> None:
    problem = problem_of_kind(kind)
    if problem is Problem.KIND_NOT_TAKEN:
        raise not_taken(kind)
    if problem is Problem.OLD_OFFICE:
        raise UploadRefused(problem, {"kind": kind.upper(), "better": OLD_OFFICE[kind]})
    if problem:
        raise UploadRefused(problem)


def _demand_one_kind(data: bytes, kind: str) -> None:
    """The content is that of the extension, and no other program would read it as something else."""
    found, wanted = content_kind(data), CONTENT.get(kind, "zip")
    if found == "ole" and wanted == "zip":
        raise UploadRefused(Problem.PROTECTED)  # Office wraps a file with a password in its old container
    if wanted == "pdf" and found != "pdf" and pdf_begins(data):
        raise UploadRefused(Problem.MIXED)
    if found != wanted and not (wanted == "" and found in {"program", "svg"}):
        raise UploadRefused(Problem.MISMATCH, {"kind": kind.upper()})
    if (wanted != "pdf" and pdf_begins(data)) or (wanted != "zip" and archive_ends(data)):
        raise UploadRefused(Problem.MIXED)
