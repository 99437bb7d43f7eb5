"""The intake register as its readers see it: found, followed to the published text, checked for damage."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Iterator

from django.db.models import Count, Q

from core.folding import fold
from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.models.intake import IntakeEntry, IntakeOriginal, IntakeQuerySet
from editorial.rules.intake import IntakeState, read_receipt
from school.models import School

LARGEST_NUMBER = 999_999


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One station on the way from the giver to the public; `at` is None for one not reached yet."""

    code: str
    at: datetime.datetime | None
    who: str = ""
    detail: str = ""


def register_of(school: School, query: str = "", state: IntakeState | None = None) -> IntakeQuerySet:
    """Entries, the newest number first, found by receipt number or by words of subject, giver and contact."""
    entries = IntakeEntry.objects.filter(school=school)
    if state is not None:
        entries = entries.in_state(state)
    if query.strip():
        entries = entries.filter(_matching(query))
    counted = entries.select_related("unit", "record").annotate(original_count=Count("originals"))
    found: IntakeQuerySet = counted.order_by("-year", "-number")
    return found


def _matching(query: str) -> Q:
    numbered = read_receipt(query)
    if numbered is not None:
        return Q(number=numbered[0], year=numbered[1])
    wanted = Q()
    for word in fold(query).replace("\0", " ").split():
        wanted &= Q(words__contains=word)
    typed = query.strip()
    if typed.isascii() and typed.isdigit() and int(typed[:7]) <= LARGEST_NUMBER and len(typed) <= 6:
        wanted |= Q(number=int(typed))
    return wanted


def way_of(entry: IntakeEntry) -> list[Step]:
    """From receiving to the published text, with what is still ahead."""
    entered_by = entry.entered_by.get_full_name() if entry.entered_by else ""
    steps = [Step("received", entry.received_at), Step("entered", entry.entered_at, entered_by)]
    record = entry.record
    if record is None and entry.closed_at is not None:
        closed_by = entry.closed_by.get_full_name() if entry.closed_by else ""
        return [*steps, Step("closed", entry.closed_at, closed_by, entry.closed_why)]
    steps.append(Step("drafted", entry.drafted_at if record else None))
    steps.append(Step("handed_in", record.first_handed_in_at if record else None))
    steps.append(Step("published", record.first_published_at if record else None))
    return steps


def state_of_article(record: EditorialRecord) -> str:
    """Where the article made of an entry stands, in words."""
    return choices.label(choices.WORK_STATES, record.work_state)


def intake_of(record: EditorialRecord) -> IntakeEntry | None:
    """The entry an article was made of; for the board's eyes only."""
    return IntakeEntry.objects.filter(record=record).first()


def is_unchanged(original: IntakeOriginal) -> bool:
    """Whether the stored bytes are those that were registered; False too when they are gone."""
    digest = hashlib.sha256()
    try:
        with original.file.open("rb") as stored:
            for chunk in stored.chunks():
                digest.update(chunk)
    except OSError:
        return False
    return digest.hexdigest() == original.sha256


def damaged_originals(school: School) -> Iterator[IntakeOriginal]:
    """Originals whose bytes are gone or differ from their hash; reads every file, so for the night."""
    rows = IntakeOriginal.objects.filter(entry__school=school).select_related("entry").order_by("pk")
    return (row for row in rows.iterator() if not is_unchanged(row))
