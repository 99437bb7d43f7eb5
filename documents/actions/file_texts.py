"""The words of attached files are read in the background, a few at each run, each file once."""

from __future__ import annotations

import datetime
import logging

from django.db import transaction
from wagtail.documents import get_document_model

from core.rules.uploads import extension_of
from core.words_alike import search_words
from documents.models import FileText
from documents.readers.files import read_file
from documents.readers.refusals import Fault, ReadingRefused
from documents.rules.files import LONGEST, READABLE, FileState
from documents.selectors.files import unread_files
from school.models import School

FILES_A_RUN = 3
WORDLESS = frozenset({Fault.SCAN, Fault.EMPTY})

logger = logging.getLogger(__name__)


def read_waiting_files(school: School, now: datetime.datetime) -> int:
    """Read up to three files of documents on the site; how many. A file that cannot be read is noted and left.

    Before a file is opened it is noted as started: one that breaks the process off is not opened again.
    """
    waiting = unread_files(school)[:FILES_A_RUN]
    for name, sha256 in waiting:
        note_file(name=name, sha256=sha256, now=now)
    return len(waiting)


def note_file(*, name: str, sha256: str, now: datetime.datetime) -> FileText:
    """Read one file and keep its words; safe to call twice for the same bytes."""
    before = FileText.objects.filter(name=name, sha256=sha256).first()
    if before is not None and before.state != FileState.STARTED:
        return before
    if before is not None:
        return _keep(name, sha256, now, FileState.UNREADABLE)
    _keep(name, sha256, now, FileState.STARTED)
    state, text = _read(name)
    return _keep(name, sha256, now, state, text)


@transaction.atomic
def _keep(name: str, sha256: str, now: datetime.datetime, state: FileState, text: str = "") -> FileText:
    words = f" {search_words(text)} " if text else ""
    values = {"sha256": sha256, "state": state, "text": text, "words": words, "read_at": now}
    return FileText.objects.update_or_create(name=name, defaults=values)[0]


def _read(name: str) -> tuple[FileState, str]:
    """What became of the file, and its words."""
    row = get_document_model().objects.filter(pk=name.rpartition("/")[2]).first()
    if row is None:
        return FileState.UNREADABLE, ""
    if extension_of(row.file.name) not in READABLE:
        return FileState.SKIPPED, ""
    try:
        with row.file.open("rb") as file:
            source = read_file(file.read(), row.file.name)
    except ReadingRefused as refused:
        return (FileState.NO_TEXT if refused.fault in WORDLESS else FileState.UNREADABLE), ""
    except OSError as error:
        logger.warning("file %s: %s", name, error)
        return FileState.UNREADABLE, ""
    text = "\n".join(line.text for line in source.lines)[:LONGEST].replace("\0", "")
    return (FileState.READ, text) if text.strip() else (FileState.NO_TEXT, "")
