"""The intake register: entered, originals added, closed (Đ6 dash 4, Đ12.3 dash 1).

No line names a giver, a subject or a file: the ledger is forever, names of visitors and children are not.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import mimetypes
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.folding import fold
from core.pictures import looks_like_a_picture
from core.rules.answers import demand
from editorial.actions.desk import school_line
from editorial.intake.plain import plain_line, plain_text
from editorial.intake.reading import CONTACT_LENGTH, NAME_LENGTH, SUBJECT_LENGTH
from editorial.models.guest_links import GuestLink
from editorial.models.intake import IntakeEntry, IntakeOriginal
from editorial.rules import intake as rules
from editorial.rules.intake import Given
from editorial.selectors.people import fresh_actor
from school.models import School, Unit, User

FILE_NAME_LENGTH, NOTE_LENGTH, WHY_LENGTH = 150, 200, 250
HEAD_BYTES = 64
UNKNOWN_KIND = "application/octet-stream"


@dataclasses.dataclass(frozen=True, slots=True)
class Brought:
    """A file as somebody gave it. `parts` are those that were found in it; then it is a source."""

    name: str
    content: File[bytes]
    parts: tuple[Brought, ...] = ()
    is_source: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class CameBy:
    """The link a guest used. code_hash: of his tracking code; address_hash: of where it came from."""

    link: GuestLink
    code_hash: str
    address_hash: str


@transaction.atomic
def register_intake(
    *,
    school: School,
    user: User | None,
    given: Given,
    originals: Sequence[Brought] = (),
    came_by: CameBy | None = None,
    at: datetime.datetime | None = None,
) -> IntakeEntry:
    """Enter what somebody gave, under the next receipt number of the year. Raises RuleRefused.

    `user` is the secretary or editor who enters it; None only for a guest, whose link (`came_by`) has
    been asked about before. The same form (`given.token`) sent again returns the entry it made.
    """
    moment = at or clock_now()
    if user is not None:
        demand(rules.may_enter_intake(fresh_actor(user.pk, localdate(moment))))
    demand(rules.is_worth_entering(given, _count(originals)))
    locked = School.objects.select_for_update(of=("self",)).get(pk=school.pk)
    before = IntakeEntry.objects.filter(school=locked, token=given.token).first()
    if before is not None:
        return before
    entry = _new_entry(locked, user, given, came_by, moment)
    kept = list(_keep(entry, user, originals, moment))
    intake_line(entry, user, "register_intake", moment, channel=entry.channel, files=[row.sha256 for row in kept])
    return entry


def _count(originals: Iterable[Brought]) -> int:
    return sum(1 + _count(row.parts) for row in originals)


def _new_entry(
    school: School, user: User | None, given: Given, came_by: CameBy | None, at: datetime.datetime
) -> IntakeEntry:
    """The row with the next number; the school's row is locked, so two never get the same one."""
    year = localdate(at).year
    last = IntakeEntry.objects.filter(school=school, year=year).aggregate(n=Max("number"))["n"] or 0
    entry = IntakeEntry(
        school=school,
        year=year,
        number=last + 1,
        token=given.token,
        received_at=given.received_at or at,
        giver_name=plain_line(given.giver_name, NAME_LENGTH),
        giver_contact=plain_line(given.giver_contact, CONTACT_LENGTH),
        channel=given.channel,
        subject=plain_line(given.subject, SUBJECT_LENGTH),
        text=plain_text(given.text),
        unit=Unit.objects.filter(school=school, pk=given.unit_id).first() if given.unit_id else None,
        consent=given.consent or "",
        consent_note=plain_line(given.consent_note, NOTE_LENGTH),
        entered_by=user,
        entered_at=at,
    )
    if came_by is not None:
        entry.guest_link, entry.code_hash = came_by.link, came_by.code_hash
        entry.address_hash = came_by.address_hash
    entry.words = found_by(entry)
    entry.save(force_insert=True)
    return entry


def found_by(entry: IntakeEntry) -> str:
    """The words by which the search of the register finds an entry."""
    return fold(f"{entry.subject} {entry.giver_name} {entry.giver_contact}")


def _keep(
    entry: IntakeEntry,
    user: User | None,
    originals: Iterable[Brought],
    at: datetime.datetime,
    taken_from: IntakeOriginal | None = None,
) -> Iterable[IntakeOriginal]:
    """Store each file unchanged under its hash, and what was found in it after it."""
    for brought in originals:
        row = _keep_one(entry, user, brought, at, taken_from)
        yield row
        yield from _keep(entry, user, brought.parts, at, row)


def _keep_one(
    entry: IntakeEntry, user: User | None, brought: Brought, at: datetime.datetime, taken_from: IntakeOriginal | None
) -> IntakeOriginal:
    sha256, size, head = _measured(brought.content)
    name = plain_line(brought.name.replace("\\", "/").rsplit("/", 1)[-1], FILE_NAME_LENGTH) or "file"
    row = IntakeOriginal(
        entry=entry,
        name=name,
        media_type=(mimetypes.guess_type(name)[0] or UNKNOWN_KIND)[:100],
        size=size,
        sha256=sha256,
        is_picture=looks_like_a_picture(head),
        is_source=brought.is_source,
        taken_from=taken_from,
        added_by=user,
        added_at=at,
    )
    row.file.save(name, brought.content, save=False)
    row.save(force_insert=True)
    return row


def _measured(content: File[bytes]) -> tuple[str, int, bytes]:
    """SHA-256, number of bytes and the first bytes; the file stands at its beginning afterwards."""
    digest, size, head = hashlib.sha256(), 0, b""
    content.seek(0)
    for chunk in content.chunks():
        head = head or chunk[:HEAD_BYTES]
        digest.update(chunk)
        size += len(chunk)
    content.seek(0)
    return digest.hexdigest(), size, head


def intake_line(entry: IntakeEntry, user: User | None, action: str, at: datetime.datetime, /, **payload: Any) -> None:
    """The line in the ledger, its last lock: receipt number, unit and facts, no names."""
    facts = {"intake": entry.pk, "receipt": entry.receipt, "unit": entry.unit_id, **payload}
    school_line(entry.school, user, f"editorial.{action}", at, **facts)


@transaction.atomic
def add_original(
    *, entry_id: int, user: User, original: Brought, at: datetime.datetime | None = None
) -> IntakeOriginal:
    """Keep a further file with an entry; the same bytes again return the row they have. Raises RuleRefused."""
    moment = at or clock_now()
    entry = locked_entry(entry_id)
    actor = fresh_actor(user.pk, localdate(moment))
    rows = entry.originals.all()
    demand(rules.may_add_original(actor, entry.state, originals=len(rows) + _count([original])))
    sha256 = _measured(original.content)[0]
    before = next((row for row in rows if row.sha256 == sha256), None)
    if before is not None:
        return before
    row, *_parts = _keep(entry, user, [original], moment)
    intake_line(entry, user, "add_original", moment, files=[sha256])
    return row


def locked_entry(entry_id: int) -> IntakeEntry:
    """The entry, held until the transaction ends."""
    return IntakeEntry.objects.select_for_update(of=("self",)).select_related("school", "unit").get(pk=entry_id)


@transaction.atomic
def close_intake(
    *, entry_id: int, user: User, why: str, shows_why: bool = False, at: datetime.datetime | None = None
) -> IntakeEntry:
    """Nothing is made of it: closed, and said why; a guest reads it where `shows_why`. Raises RuleRefused."""
    moment = at or clock_now()
    entry = locked_entry(entry_id)
    demand(rules.may_close_intake(fresh_actor(user.pk, localdate(moment)), entry.state, why))
    entry.closed_at, entry.closed_by = moment, user
    entry.closed_why, entry.shows_why = plain_line(why, WHY_LENGTH), shows_why
    entry.save(update_fields=["closed_at", "closed_by", "closed_why", "shows_why"])
    intake_line(entry, user, "close_intake", moment)
    return entry
