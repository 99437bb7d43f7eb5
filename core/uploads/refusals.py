"""Why an upload is refused, as a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.rules.uploads import FILE_KINDS, Active, Problem


class UploadRefused(BadRequest):
    """An upload that is not taken; nothing was stored. Uncaught it answers 400 with its sentence.

    `params` fill the sentence: sizes in bytes, picture sizes in pixels, kinds as extensions.
    """

    def __init__(self, code: Problem, params: Mapping[str, Any] | None = None) -> None:
        self.code = code
        self.params = dict(params or {})
        super().__init__(f"{code.value} {self.params or ''}".strip())


SENTENCES: dict[Problem, Promise] = {
    Problem.EMPTY: _("The file is empty. Save it anew and choose it again."),
    Problem.TOO_BIG: _("The file has %(actual)s; at most %(limit)s are taken. Make it smaller and choose it again."),
    Problem.TOO_MANY_PIXELS: _(
        "The picture has %(actual)s megapixels; at most %(limit)s are taken. Make it smaller and choose it again."
    ),
    Problem.UNPACKS_TOO_BIG: _("Unpacked, the file would be larger than a document can be, so it is not taken."),
    Problem.DAMAGED: _("The file cannot be read: it is damaged or not complete. Save it anew and choose it again."),
    Problem.HEIC: _(
        "This is a picture in the HEIC format, which browsers cannot show. On the telephone, share or save it as "
        "JPEG (iPhone: Settings > Camera > Formats > Most Compatible) and choose it again."
    ),
    Problem.VECTOR: _("SVG drawings are not taken, because they can contain programs. Export it as PNG."),
    Problem.NOT_A_PICTURE: _("This is not a picture that can be taken. Save it as JPEG or PNG and choose it again."),
    Problem.IS_A_PICTURE: _("This is a picture. Add it as a picture, not as a file."),
    Problem.KIND_NOT_TAKEN: _("Files of this kind (%(kind)s) are not taken. Taken are: %(kinds)s."),
    Problem.OLD_OFFICE: _(
        "Files of this kind (%(kind)s) are not taken, because they can hide programs. Open the file, save it as "
        "%(better)s and choose that."
    ),
    Problem.ARCHIVE: _("Archives are not taken, because readers do not see what is inside. Add the files one by one."),
    Problem.MACROS: _("The file contains macros. Save it without macros and choose it again."),
    Problem.ACTIVE: _("The file contains something that could act by itself: %(what)s. Save it without that."),
    Problem.PROTECTED: _("The file is protected by a password, so it cannot be checked. Save it without protection."),
    Problem.MISMATCH: _("The content of the file is not what its name says (%(kind)s). Save it anew in that format."),
    Problem.MIXED: _("The file is of two kinds at once. Save it anew and choose it again."),
    Problem.NOT_CHECKED: _("This file did not come in as an upload, so nobody has checked it."),
}
WHAT: dict[str, Promise] = {
    Active.SCRIPT: _("a script"),
    Active.PROGRAM: _("a program, or a command that starts one"),
    Active.ATTACHMENT: _("an attached file"),
    Active.FORM: _("a form that sends what is typed"),
    Active.MEDIA: _("a film or sound"),
    Active.TEMPLATE: _("a template from another place"),
    Active.COMMAND: _("a formula that calls another program"),
}


def upload_sentence(error: UploadRefused) -> str:
    """The refusal in the reader's language, with limit and actual size in units people use."""
    return str(SENTENCES[error.code]) % {name: _words(error.code, name)(value) for name, value in error.params.items()}


def _words(code: Problem, name: str) -> Callable[[Any], str]:
    if name in {"limit", "actual"}:
        return _megapixels if code is Problem.TOO_MANY_PIXELS else filesizeformat
    return _what if name == "what" else str


def _megapixels(pixels: int) -> str:
    return number_format(pixels / 1_000_000, decimal_pos=0 if pixels % 1_000_000 == 0 else 1)


def _what(code: str) -> str:
    return str(WHAT[code])


def too_big(actual: int, limit: int) -> UploadRefused:
    """More bytes than are taken."""
    return UploadRefused(Problem.TOO_BIG, {"actual": actual, "limit": limit})


def active(what: Active) -> UploadRefused:
    """Something that could act by itself."""
    return UploadRefused(Problem.ACTIVE, {"what": what.value})


def not_taken(kind: str) -> UploadRefused:
    """A kind of file that is not taken at all."""
    kinds = ", ".join(name.upper() for name in FILE_KINDS)
    return UploadRefused(Problem.KIND_NOT_TAKEN, {"kind": kind.upper() or "?", "kinds": kinds})
