"""What readers were told of changes, and what stood on the site before each of them (Đ17 §2)."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.utils.timezone import localdate
from wagtail.models import Revision

from editorial.models.chain import EditorialRecord
from editorial.models.ledger import LedgerEntry
from editorial.rules.public_notes import SHOWN, NoteKind
from editorial.rules.vocabulary import Verb
from editorial.selectors.comparison import ShownChange, shown_changes
from editorial.selectors.content import content_of

POSTED = f"editorial.{Verb.POST.value}"


@dataclasses.dataclass(frozen=True, slots=True)
class PostedNote:
    """What readers are told, and on which day that version went online."""

    text: str
    on: datetime.date
    is_correction: bool


@dataclasses.dataclass(frozen=True, slots=True)
class PostedNotes:
    """All notes of a page, the newest first: `first` stand on it, `older` open with a tap."""

    first: list[PostedNote]
    older: list[PostedNote]

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.first) + len(self.older)


def public_notes(page: Any) -> PostedNotes:
    """The notes of the versions that were really posted; one query.

    They are read from the ledger, so that what waits for a decision cannot be among them.
    """
    records = EditorialRecord.objects.filter(page_id=page.pk).values("pk")
    lines = LedgerEntry.objects.filter(record_id__in=records, action=POSTED, payload__has_key="public_note")
    notes = [_note(line) for line in lines.order_by("-seq")]
    return PostedNotes(notes[:SHOWN], notes[SHOWN:])


def _note(line: LedgerEntry) -> PostedNote:
    is_correction = line.payload.get("note_kind") == NoteKind.CORRECTION
    return PostedNote(line.payload["public_note"], localdate(line.at), is_correction)


@dataclasses.dataclass(frozen=True, slots=True)
class Former:
    """What stood on the site before a posting, compared with what it brought. For the board and the unit."""

    posted_at: datetime.datetime
    before_at: datetime.datetime
    changes: list[ShownChange]
    note: PostedNote | None
    ground: str


def former_of(record: EditorialRecord, seq: int) -> Former | None:
    """The posting with that line of the ledger and what it replaced; None when it replaced nothing."""
    line = LedgerEntry.objects.filter(record_id=record.pk, action=POSTED, seq=seq).first()
    if line is None:
        return None
    earlier = LedgerEntry.objects.filter(record_id=record.pk, action=POSTED, seq__lt=seq).order_by("-seq").first()
    versions = Revision.objects.in_bulk([row.payload["revision"] for row in (line, earlier) if row])
    if earlier is None or len(versions) < 2:
        return None
    after = versions[line.payload["revision"]].as_object()
    before = versions[earlier.payload["revision"]].as_object()
    round_ = record.rounds.filter(number=line.payload.get("round") or 0).first()
    note = _note(line) if "public_note" in line.payload else None
    return Former(
        posted_at=line.at,
        before_at=earlier.at,
        changes=shown_changes(type(after), content_of(before), content_of(after)),
        note=note,
        ground=round_.note_ground if round_ else "",
    )
