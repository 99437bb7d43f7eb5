"""Why a file was not read, as one sentence that says what to do."""

from __future__ import annotations

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.rules.uploads import Problem


class Fault(StrEnum):
    """What is wrong with a file that is to be read as a regulation."""

    EMPTY = "empty"
    KIND = "kind"
    NOT_TEXT = "not_text"
    ALPHABET = "alphabet"
    TOO_BIG = "too_big"
    TOO_LONG = "too_long"
    LONG_LINE = "long_line"
    TOO_MANY_PAGES = "too_many_pages"
    SCAN = "scan"
    DAMAGED = "damaged"
    NESTED = "nested"


SENTENCES: dict[Fault, Promise] = {
    Fault.EMPTY: _("There is no text in this file."),
    Fault.KIND: _("Files of this kind cannot be read as a regulation. Take DOCX, PDF, TXT or MD."),
    Fault.NOT_TEXT: _("The file is no plain text: it contains signs that no text has. Save it as text anew."),
    Fault.ALPHABET: _("The alphabet of the file is not known. Save it as UTF-8."),
    Fault.TOO_BIG: _("The file is larger than a regulation can be. Take the text alone, without pictures."),
    Fault.TOO_LONG: _("The text is longer than a regulation can be. Split it into its documents."),
    Fault.LONG_LINE: _("A line of the file is longer than a regulation can have. Break the text into paragraphs."),
    Fault.TOO_MANY_PAGES: _("The file has more pages than can be read. Split it into its documents."),
    Fault.SCAN: _("There is no text in this file: it is a picture. Type it or run text recognition."),
    Fault.DAMAGED: _("The file cannot be read: it is damaged or not complete. Save it anew and choose it again."),
    Fault.NESTED: _("The parts of the file lie deeper in one another than any text needs. Save it as text anew."),
}


class ReadingRefused(Exception):
    """A file that was not read. `sentence` says why; `fault` is its code, `Problem` where no upload may have it."""

    def __init__(self, sentence: str | Promise, fault: Fault | Problem) -> None:
        super().__init__(sentence)
        self.fault = fault

    @property
    def sentence(self) -> str:
        """The refusal in the language that is active."""
        return str(self.args[0])


def refused(fault: Fault) -> ReadingRefused:
    """The refusal with the sentence of a fault."""
    return ReadingRefused(SENTENCES[fault], fault)
