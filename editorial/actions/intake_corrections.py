"""The intake register afterwards: a mistake corrected, a giver forgotten when his time is over."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions.intake import NOTE_LENGTH, found_by, intake_line, locked_entry
from editorial.intake.plain import plain_line, plain_text
from editorial.intake.reading import CONTACT_LENGTH, NAME_LENGTH, SUBJECT_LENGTH
from editorial.models.intake import IntakeEntry
from editorial.rules import intake as rules
from editorial.rules.intake import CORRECTABLE, OF_THE_GIVER, Given
from editorial.rules.reasons import Reason
from editorial.selectors.intake import kept_facts, over_entries
from editorial.selectors.people import fresh_actor
from school.models import School, Unit, User


@transaction.atomic
def correct_intake(*, entry_id: int, user: User, given: Given, at: datetime.datetime | None = None) -> IntakeEntry:
    """Put right what was entered wrongly; the ledger line names the fields, not what stands in them.

    Of `given` only the fields of `CORRECTABLE` are taken; an article that was made of the entry stays as
    it is. Raises RuleRefused.
    """
    moment = at or clock_now()
    entry = locked_entry(entry_id)
    wanted = _wanted(entry, given)
    changed = [name for name in CORRECTABLE if getattr(entry, name) != wanted[name]]
    is_blanked = entry.blanked_at is not None
    demand(rules.may_correct_intake(fresh_actor(user.pk, localdate(moment)), changed, is_blanked=is_blanked))
    for name in changed:
        setattr(entry, name, wanted[name])
    _demand_sense(entry)
    entry.words = found_by(entry)
    entry.save(update_fields=[*changed, "words"])
    intake_line(entry, user, "correct_intake", moment, fields=changed)
    return entry


def _wanted(entry: IntakeEntry, given: Given) -> dict[str, Any]:
    """The fields as they would be stored."""
    unit = Unit.objects.filter(school=entry.school, pk=given.unit_id).first() if given.unit_id else None
    return {
        "giver_name": plain_line(given.giver_name, NAME_LENGTH),
        "giver_contact": plain_line(given.giver_contact, CONTACT_LENGTH),
        "channel": given.channel.value,
        "subject": plain_line(given.subject, SUBJECT_LENGTH),
        "text": plain_text(given.text),
        "unit_id": unit.pk if unit else None,
        "consent": given.consent.value if given.consent else "",
        "consent_note": plain_line(given.consent_note, NOTE_LENGTH),
    }


def _demand_sense(entry: IntakeEntry) -> None:
    """An entry still says who gave it and what it is about."""
    is_named = entry.giver_name or entry.blanked_at is not None
    has_content = entry.text or entry.originals.exists()
    if not (is_named and entry.subject and has_content):
        raise RuleRefused(Refused(Reason.INTAKE_EMPTY))


@transaction.atomic
def blank_giver(*, entry_id: int, days: int, at: datetime.datetime | None = None) -> bool:
    """Remove name and contact of a giver whose time is over; whether it was. Number and originals stay.

    `days` are counted from the end of the entry.
    """
    moment = at or clock_now()
    entry = locked_entry(entry_id)
    if entry.blanked_at is not None or not rules.is_over(kept_facts(entry), moment, days):
        return False
    for name in OF_THE_GIVER:
        setattr(entry, name, "")
    entry.address_hash, entry.blanked_at = "", moment
    entry.words = found_by(entry)
    entry.save(update_fields=[*OF_THE_GIVER, "address_hash", "words", "blanked_at"])
    intake_line(entry, None, "blank_giver", moment)
    return True


def blank_givers(school: School, days: int, at: datetime.datetime) -> int:
    """Every giver of the school whose time is over, each in a transaction of its own; how many."""
    return sum(blank_giver(entry_id=pk, days=days, at=at) for pk in over_entries(school, days, at))
