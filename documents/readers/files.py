"""A file read as lines, whatever kind it is. The one door: what is refused is refused here."""

from __future__ import annotations

from collections.abc import Callable

from core.rules.uploads import extension_of
from core.uploads.files import check_file
from core.uploads.refusals import UploadRefused, upload_sentence
from core.uploads.signatures import content_kind
from documents.readers.docx import read_docx
from documents.readers.limits import demand_bearable
from documents.readers.pdf import read_pdf
from documents.readers.refusals import Fault, ReadingRefused, refused
from documents.readers.text import read_text
from documents.rules.lines import Source

READERS: dict[str, Callable[[bytes], Source]] = {
    "docx": read_docx,
    "pdf": read_pdf,
    "txt": read_text,
    "md": read_text,
    "markdown": read_text,
}
TEXTS = frozenset({"txt", "md", "markdown"})


def read_file(data: bytes, name: str) -> Source:
    """The lines of a file. Raises ReadingRefused with a sentence for whatever cannot or may not be read."""
    kind = extension_of(name)
    if kind not in READERS:
        raise refused(Fault.KIND)
    if kind in TEXTS and content_kind(data):
        raise refused(Fault.NOT_TEXT)
    try:
        if kind not in TEXTS:
            check_file(data, name)
        source = READERS[kind](data)
    except UploadRefused as error:
        raise ReadingRefused(upload_sentence(error), error.code) from error
    demand_bearable(source)
    return source
