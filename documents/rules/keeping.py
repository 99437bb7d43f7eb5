"""How long a document is kept, when its owner looks at it again, when it leaves the current list (A33, B16, B06)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from documents.rules.validity import Validity
from editorial.rules.charter import CharterRules
from editorial.rules.desk_rules import may_place
from editorial.rules.facts import Item
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.reviewing import STALE_MONTHS, months_after
from editorial.rules.vocabulary import VISIBLE


class Retention(StrEnum):
    """How long a document is kept, as the lists of retention periods of both countries have it."""

    YEARS_1 = "years_1"
    YEARS_5 = "years_5"
    YEARS_10 = "years_10"
    YEARS_20 = "years_20"
    YEARS_25 = "years_25"
    YEARS_70 = "years_70"
    YEARS_75 = "years_75"
    PERMANENT = "permanent"


YEARS: dict[Retention, int] = {
    Retention.YEARS_1: 1,
    Retention.YEARS_5: 5,
    Retention.YEARS_10: 10,
    Retention.YEARS_20: 20,
    Retention.YEARS_25: 25,
    Retention.YEARS_70: 70,
    Retention.YEARS_75: 75,
}
OFFERED: dict[str, tuple[Retention, ...]] = {
    "vn": (Retention.YEARS_5, Retention.YEARS_10, Retention.YEARS_20, Retention.YEARS_70, Retention.PERMANENT),
    "ru": (Retention.YEARS_1, Retention.YEARS_5, Retention.YEARS_25, Retention.YEARS_75, Retention.PERMANENT),
}


def kept_until(
    retention: Retention | None, issued_on: datetime.date | None, ended_on: datetime.date | None
) -> datetime.date | None:
    """The last day of keeping: so many years from the end of the year of its end, else of its issue (000 §7.6).

    None where no class or no day is known, for what is kept for ever, and past the end of the calendar.
    """
    begins = ended_on or issued_on
    if retention is None or retention not in YEARS or begins is None:
        return None
    year = begins.year + YEARS[retention]
    return datetime.date(year, 12, 31) if year <= datetime.MAXYEAR else None


def review_due(entered: datetime.date | None, touched_on: datetime.date) -> datetime.date:
    """The day on which the owner looks at it again (Đ7.1 dash 3).

    `touched_on` is the day it was last posted or said to be still right: a day entered by hand counts
    while it lies after that, else it is a year later.
    """
    if entered is not None and entered > touched_on:
        return entered
    return months_after(touched_on, STALE_MONTHS)


def may_archive(actor: Actor, item: Item, charter: CharterRules, worth: Validity) -> Answer:
    """Whoever places documents of this field takes one that ended off the current list (002 §3.3)."""
    blocked = may_reinstate(actor, item, charter)
    if not blocked:
        return blocked
    return ALLOWED if worth is Validity.EXPIRED else Refused(Reason.STILL_IN_FORCE)


def may_reinstate(actor: Actor, item: Item, charter: CharterRules) -> Answer:
    """Whoever may archive it puts it back on the current list."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    placed = may_place(actor, item.unit_id, charter)
    if not placed:
        return placed
    return ALLOWED if item.public_state in VISIBLE else Refused(Reason.NOT_ONLINE)
