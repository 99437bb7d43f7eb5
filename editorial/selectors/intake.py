"""The intake register as its readers see it: found, followed to the published text, checked for damage."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Iterator

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from core.folding import fold
from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.models.intake import IntakeEntry, IntakeOriginal, IntakeQuerySet
from editorial.models.ledger import LedgerEntry
from editorial.rules.checklist import Consent
from editorial.rules.intake import IntakeState, Kept, is_over, read_receipt
from editorial.rules.vocabulary import VISIBLE, WorkState
from school.models import School, User

LARGEST_NUMBER = 999_999
CORRECTED = "editorial.correct_intake"
CONSENT_IS_KEPT = frozenset({Consent.REGISTER.value, Consent.SIGNED.value})


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
    by_link = _("by the link “%(link)s”") % {"link": entry.guest_link} if entry.guest_link else ""
    entered_by = entry.entered_by.get_full_name() if entry.entered_by else by_link
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


@dataclasses.dataclass(frozen=True, slots=True)
class Correction:
    """One correction of an entry: when, by whom, of which fields."""

    at: datetime.datetime
    who: str
    fields: list[str]


def corrections_of(entry: IntakeEntry) -> list[Correction]:
    """What was corrected in an entry, as the ledger tells it, the newest first."""
    lines = LedgerEntry.objects.filter(action=CORRECTED, payload__intake=entry.pk).order_by("-seq")
    rows = list(lines)
    people = User.objects.in_bulk([row.actor_id for row in rows if row.actor_id])
    labels = {"unit_id": "unit"}
    return [
        Correction(
            row.at,
            people[row.actor_id].get_full_name() if row.actor_id in people else "",
            [
                str(IntakeEntry._meta.get_field(labels.get(name, name)).verbose_name)  # type: ignore[union-attr]
                for name in row.payload["fields"]
            ],
        )
        for row in rows
    ]


def kept_facts(entry: IntakeEntry) -> Kept:
    """What decides whether the giver is still named."""
    record = entry.record
    if record is None:
        return Kept(entry.closed_at)
    is_settled = record.first_published_at is not None or record.work is WorkState.REFUSED
    ended_at = (record.first_published_at or record.state_since) if is_settled else None
    return Kept(ended_at, record.public in VISIBLE, entry.consent in CONSENT_IS_KEPT)


def over_entries(school: School, days: int, now: datetime.datetime) -> list[int]:
    """Entries whose giver is to be removed; the action asks each of them again."""
    rows = IntakeEntry.objects.filter(school=school, blanked_at=None, received_at__lt=now)
    rows = rows.exclude(record=None, closed_at=None).select_related("record")
    oldest = now - datetime.timedelta(days=days)
    return [row.pk for row in rows.filter(entered_at__lte=oldest) if is_over(kept_facts(row), now, days)]


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
