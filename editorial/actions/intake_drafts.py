"""From an entry of the intake register to an article's draft, in one step (Đ6 dash 4)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Sequence

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.pictures import CleanPicture
from core.rules.answers import Refused, RuleRefused, demand
from core.uploads.refusals import UploadRefused
from editorial.actions.intake import intake_line, locked_entry
from editorial.intake.cleaning import Cleaned, cleaned, row_of
from editorial.intake.drafts import DraftText, draft_maker
from editorial.intake.plain import paragraphs
from editorial.models.chain import EditorialRecord
from editorial.models.intake import IntakeEntry, IntakeOriginal
from editorial.rules import intake as rules
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Channel
from editorial.selectors.people import fresh_actor
from school.models import School, Unit, User

Usable = list[tuple[IntakeOriginal, Cleaned]]
LeftOut = tuple[tuple[IntakeOriginal, UploadRefused], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Drafted:
    """The article's record, and the originals that could not be taken over, each with the reason."""

    record: EditorialRecord
    left_out: LeftOut = ()


def make_draft(
    *,
    entry_id: int,
    user: User,
    original_ids: Collection[int] | None = None,
    at: datetime.datetime | None = None,
) -> Drafted:
    """An article draft of the entry's unit, or of the board's own, owned by `user`. Raises RuleRefused.

    `original_ids` are the pictures and files to take over; None for all. Each is cleaned, before
    anything is locked; one that is refused is left out and named, the original stays. Asked again,
    the article there is is returned.
    """
    moment = at or clock_now()
    actor = fresh_actor(user.pk, localdate(moment))
    entry = IntakeEntry.objects.get(pk=entry_id)
    if entry.record is None:
        demand(rules.may_make_draft(actor, entry.state))
    usable, left_out = _cleaned(_wanted(entry, original_ids))
    return _write(entry_id, user, actor, usable, left_out, moment)


def _wanted(entry: IntakeEntry, original_ids: Collection[int] | None) -> Sequence[IntakeOriginal]:
    """The originals to take over: not the e-mail or Word file whose words are the text already."""
    if entry.record_id is not None:
        return []
    rows = entry.originals.filter(is_source=False)
    return list(rows if original_ids is None else rows.filter(pk__in=original_ids))


def _cleaned(originals: Iterable[IntakeOriginal]) -> tuple[Usable, LeftOut]:
    usable: Usable = []
    left_out: list[tuple[IntakeOriginal, UploadRefused]] = []
    for original in originals:
        try:
            usable.append((original, cleaned(original)))
        except UploadRefused as refused:
            left_out.append((original, refused))
    return usable, tuple(left_out)


@transaction.atomic
def _write(
    entry_id: int, user: User, actor: Actor, usable: Usable, left_out: LeftOut, at: datetime.datetime
) -> Drafted:
    entry = locked_entry(entry_id)
    if entry.record is not None:
        demand(rules.may_enter_intake(actor))
        return Drafted(entry.record)
    demand(rules.may_make_draft(actor, entry.state))
    unit = entry.unit or _boards_own_unit(entry.school)
    entry.record = draft_maker()(unit=unit, user=user, text=_text(entry, unit, user, usable))
    entry.drafted_at = at
    entry.save(update_fields=["record", "drafted_at"])
    intake_line(entry, user, "make_draft", at, record=entry.record.pk, left_out=len(left_out))
    return Drafted(entry.record, left_out)


def _boards_own_unit(school: School) -> Unit:
    """Where an article stands that no unit handed in."""
    unit = Unit.objects.filter(school=school, kind=Unit.Kind.BOARD, is_active=True).first()
    if unit is None:
        raise RuleRefused(Refused(Reason.INTAKE_NO_UNIT))
    return unit


def _text(entry: IntakeEntry, unit: Unit, user: User, usable: Usable) -> DraftText:
    rows = [(clean, row_of(original, clean, unit, user)) for original, clean in usable]
    return DraftText(
        title=entry.subject,
        paragraphs=tuple(paragraphs(entry.text)),
        channel=Channel(entry.channel),
        origin=rules.origin_of(entry.unit_id, by_guest=entry.guest_link_id is not None),
        pictures=tuple(row for clean, row in rows if isinstance(clean, CleanPicture)),
        files=tuple(row for clean, row in rows if not isinstance(clean, CleanPicture)),
    )
