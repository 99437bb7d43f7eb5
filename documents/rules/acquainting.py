"""A document for acquaintance: who announces it, who confirms having read it, what is said meanwhile (B40)."""

from __future__ import annotations

import dataclasses
import datetime
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.charter import CharterRules
from editorial.rules.desk_rules import may_place
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post

DAYS_TO_READ = 7
"""So many days people have to read a document when nobody said until when."""


class AcquaintanceReminder(StrEnum):
    """What is said to somebody who has not read yet, each once."""

    DAY_BEFORE = "day_before"
    OVERDUE = "overdue"


@dataclasses.dataclass(frozen=True, slots=True)
class Announced:
    """A document as the rule sees it: whose it is, whether people can read it at all.

    is_readable: it is on the site, or it is internal and has a version to read.
    """

    unit_id: int
    is_readable: bool


def may_announce(actor: Actor, document: Announced, charter: CharterRules) -> Answer:
    """The head, or whoever places documents of this field, announces one that can be read (002 §3.3b dash 9)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    own = ALLOWED if Post.HEAD in actor.posts else may_place(actor, document.unit_id, charter)
    return first_refusal(own, ALLOWED if document.is_readable else Refused(Reason.NOT_READABLE))


def may_be_due(due_on: datetime.date | None, on: datetime.date) -> Answer:
    """The last day for reading, where there is one, has not passed."""
    return Refused(Reason.READ_BY_PASSED) if due_on is not None and due_on < on else ALLOWED


def read_by(given: datetime.date | None, running: datetime.date | None, on: datetime.date) -> datetime.date:
    """The last day for reading a document announced on the day `on`, so that everybody can be reminded.

    The day that is given; else that of the call that runs, while it lies ahead; else a week later.
    """
    if given is not None:
        return given
    return running if running is not None and running >= on else on + datetime.timedelta(days=DAYS_TO_READ)


def may_confirm_reading(actor: Actor, *, is_named: bool, is_running: bool, is_readable: bool) -> Answer:
    """Only whoever was named confirms, for himself, while the call runs and the document can be read."""
    return first_refusal(
        may_act_at_all(actor),
        ALLOWED if is_named else Refused(Reason.NOT_NAMED),
        ALLOWED if is_running else Refused(Reason.WRONG_STATE),
        ALLOWED if is_readable else Refused(Reason.NOT_ONLINE),
    )


def may_see_readers(actor: Actor, unit_id: int) -> Answer:
    """The board and the unit that looks after the document see who has read it."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board or unit_id in actor.unit_ids else Refused(Reason.NOT_YOUR_UNIT)


def acquaintance_reminder(due_on: datetime.date | None, on: datetime.date) -> AcquaintanceReminder | None:
    """What has to be said on the day `on` to somebody who has not read; nothing without a last day."""
    if due_on is None:
        return None
    if on > due_on:
        return AcquaintanceReminder.OVERDUE
    return AcquaintanceReminder.DAY_BEFORE if on == due_on - datetime.timedelta(days=1) else None
