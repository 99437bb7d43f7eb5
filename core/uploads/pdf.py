"""PDF: no scripts, no commands, no attached files, no forms that send, nothing hidden by a password.

A word in somebody's text is no name of PDF: a page about JavaScript passes.
"""

from __future__ import annotations

from core.rules.uploads import Active, FileLimits, Problem
from core.uploads.pdf_objects import PdfObjects
from core.uploads.refusals import UploadRefused, active

ACTS = {
    b"/JavaScript": Active.SCRIPT,
    b"/JS": Active.SCRIPT,
    b"/Launch": Active.PROGRAM,
    b"/EmbeddedFile": Active.ATTACHMENT,
    b"/EmbeddedFiles": Active.ATTACHMENT,
    b"/EF": Active.ATTACHMENT,
    b"/GoToE": Active.ATTACHMENT,
    b"/XFA": Active.FORM,
    b"/SubmitForm": Active.FORM,
    b"/ImportData": Active.FORM,
    b"/RichMedia": Active.MEDIA,
    b"/Movie": Active.MEDIA,
    b"/Sound": Active.MEDIA,
    b"/Rendition": Active.MEDIA,
}
PROTECTED = b"/Encrypt"
END, TAIL = b"%%EOF", 1024
BLANKS = b"\0\t\n\f\r "


def check(data: bytes, kind: str, limits: FileLimits) -> None:
    """Raises UploadRefused for what is no whole PDF, or acts."""
    end = data.rfind(END)
    if end < 0:
        raise UploadRefused(Problem.DAMAGED)
    if data[end + len(END) :].strip(BLANKS) or len(data) - end > TAIL:
        raise UploadRefused(Problem.MIXED)
    try:
        _demand_still(data, limits)
    except UploadRefused as error:
        if error.code is Problem.DAMAGED and PROTECTED in data:
            raise UploadRefused(Problem.PROTECTED) from error
        raise


def _demand_still(data: bytes, limits: FileLimits) -> None:
    for names in PdfObjects(data, limits.max_unpacked).names():
        if PROTECTED in names:
            raise UploadRefused(Problem.PROTECTED)
        for name in ACTS.keys() & set(names):
            raise active(ACTS[name])
