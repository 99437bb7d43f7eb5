"""Once a day: compare the public site with its clearances, re-walk the ledger, send its head out."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from editorial.actions.ledger import append
from editorial.models.ledger import LedgerEntry
from editorial.notifications import tell_person
from editorial.rules.vocabulary import Post
from editorial.selectors.evidence import ledger_anchor, ledger_faults, public_faults
from editorial.selectors.intake import damaged_originals
from editorial.selectors.people import heads
from editorial.selectors.report_evidence import report_faults
from school.models import School, User
from school.selectors import people_in_post

ACTION = "editorial.nightly"
MOST_NAMED = 20


def check_the_night(school: School, now: datetime.datetime) -> int:
    """Do the day's check if it was not done today; how many faults it found.

    The head receives the ledger's signed head, so that a cut tail or a re-hashed chain is seen
    against what he holds; faults go to head and secretaries, each named.
    """
    today = localdate(now)
    if LedgerEntry.objects.filter(action=ACTION, school_id=school.pk, payload__day=today.isoformat()).exists():
        return 0
    damaged = (f"intake {row.entry.receipt}: an original is not as it came" for row in damaged_originals(school))
    found = [*public_faults(), *ledger_faults(), *damaged, *report_faults(school)]
    with transaction.atomic():
        append(
            action=ACTION,
            at=now,
            school_id=school.pk,
            actor_id=None,
            payload={"day": today.isoformat(), "faults": len(found)},
        )
        _send_anchor(school, today, now)
        if found:
            _name_faults(school, found, today, now)
    return len(found)


def _send_anchor(school: School, today: datetime.date, now: datetime.datetime) -> None:
    anchor: dict[str, Any] = ledger_anchor()
    for person in heads(school, today):
        tell_person("ledger_anchor", person, now, key=f"anchor-{today}", **anchor)


def _name_faults(school: School, found: list[str], today: datetime.date, now: datetime.datetime) -> None:
    people: dict[int, User] = {
        person.pk: person for person in [*heads(school, today), *people_in_post(school, [Post.SECRETARY], today)]
    }
    for person in people.values():
        tell_person("verify_faults", person, now, key=f"faults-{today}", faults=found[:MOST_NAMED], count=len(found))
