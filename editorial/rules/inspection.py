"""Links by which an inspector reads how the board works, without an account and for a limited time."""

from __future__ import annotations

import dataclasses
import datetime
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.reviewing import is_stale
from editorial.rules.vocabulary import Post

MOST_DAYS = 60
USUAL_DAYS = 14
KEEPERS = frozenset({Post.HEAD, Post.DEPUTY})


class InspectorState(StrEnum):
    """Whether a link still opens anything; derived, never stored."""

    OPEN = "inspector_open"
    CLOSED = "inspector_closed"
    ENDED = "inspector_ended"


class SectionState(StrEnum):
    """Whether a required section stands on the site, and whether anybody looks after it."""

    PRESENT = "section_present"
    STALE = "section_stale"
    MISSING = "section_missing"


@dataclasses.dataclass(frozen=True, slots=True)
class InspectorFacts:
    """A link as the rules see it. valid_until: its last day."""

    valid_until: datetime.date
    is_closed: bool = False


def inspector_state(link: InspectorFacts, on: datetime.date) -> InspectorState:
    """Where a link stands on the day `on`; closed by hand counts more than its dates."""
    if link.is_closed:
        return InspectorState.CLOSED
    return InspectorState.ENDED if on > link.valid_until else InspectorState.OPEN


def may_keep_inspectors(actor: Actor) -> Answer:
    """Head and deputies let an inspector in, and see who was let in."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.posts & KEEPERS or actor.is_acting_head else Refused(Reason.NOT_YOUR_POST)


def may_make_inspector(actor: Actor, label: str, valid_until: datetime.date, on: datetime.date) -> Answer:
    """A link with a name and a last day, at most 60 days ahead."""
    sound: Answer = ALLOWED
    if not label.strip():
        sound = Refused(Reason.INSPECTOR_NAMELESS)
    elif not on <= valid_until <= on + datetime.timedelta(days=MOST_DAYS):
        sound = Refused(Reason.INSPECTOR_DATES, {"limit": str(MOST_DAYS)})
    return first_refusal(may_keep_inspectors(actor), sound)


def may_close_inspector(actor: Actor) -> Answer:
    """Whoever may let one in may end it at any time; ending it twice is the same."""
    return may_keep_inspectors(actor)


def section_state(touched_on: datetime.date | None, on: datetime.date) -> SectionState:
    """A section whose newest page nobody touched for a year is stale; one without a page is missing."""
    if touched_on is None:
        return SectionState.MISSING
    return SectionState.STALE if is_stale(touched_on, on) else SectionState.PRESENT
