"""Links by which pupils and outside contributors hand in without an account (Đ12.1, Đ7.1 dash 1)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.intake import KEEPERS
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post

MOST_DAYS = 90
MOST_USES = 500
USUAL_DAYS, USUAL_USES = 14, 40
GUEST_WINDOW = datetime.timedelta(hours=1)
MOST_FROM_ADDRESS = 40  # a whole class may sit behind one address of the school
MOST_BY_LINK = 120
MOST_FILES = 20
CLOSERS = frozenset({*KEEPERS, Post.HEAD, Post.DEPUTY})


class LinkState(StrEnum):
    """Whether a link may still be used; derived, never stored."""

    OPEN = "open"
    CLOSED = "closed"
    ENDED = "ended"
    USED_UP = "used_up"


class Recognisable(StrEnum):
    """What a guest says of people in the pictures."""

    NOBODY = "nobody"
    AGREED = "agreed"
    UNSURE = "unsure"


@dataclasses.dataclass(frozen=True, slots=True)
class LinkFacts:
    """A link as the rules see it. valid_until: its last day; used: how many entries came by it."""

    valid_until: datetime.date
    most_uses: int
    used: int = 0
    is_closed: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class NewLink:
    """A link that somebody wants to make. unit_id: None for one of the whole board."""

    label: str
    valid_until: datetime.date
    most_uses: int
    unit_id: int | None = None


REASON_OF: dict[LinkState, Reason] = {
    LinkState.CLOSED: Reason.LINK_CLOSED,
    LinkState.ENDED: Reason.LINK_ENDED,
    LinkState.USED_UP: Reason.LINK_USED_UP,
}


def link_state(link: LinkFacts, on: datetime.date) -> LinkState:
    """Where a link stands on the day `on`; closed by hand counts more than its dates."""
    if link.is_closed:
        return LinkState.CLOSED
    if on > link.valid_until:
        return LinkState.ENDED
    return LinkState.USED_UP if link.used >= link.most_uses else LinkState.OPEN


def may_see_links(actor: Actor, headed_ids: Collection[int]) -> Answer:
    """The board sees all links, the head of a unit those of his unit; `headed_ids` are the units he heads."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board or heads_any(actor, headed_ids) else Refused(Reason.NOT_YOUR_POST)


def heads_any(actor: Actor, headed_ids: Collection[int]) -> bool:
    """Whether the person heads a unit that he still belongs to."""
    return bool(actor.unit_ids & set(headed_ids))


def may_see_link(actor: Actor, unit_id: int | None, headed_ids: Collection[int]) -> Answer:
    """One link: the board any, the head of a unit that of his unit."""
    answer = may_see_links(actor, headed_ids)
    if not answer or actor.is_board:
        return answer
    return ALLOWED if unit_id in actor.unit_ids & set(headed_ids) else Refused(Reason.NOT_YOUR_UNIT)


def may_make_links(actor: Actor, headed_ids: Collection[int]) -> Answer:
    """Secretary and editors make links, and the head of a unit for his unit."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    is_allowed = actor.posts & KEEPERS or heads_any(actor, headed_ids)
    return ALLOWED if is_allowed else Refused(Reason.NOT_YOUR_POST)


def may_make_link(actor: Actor, link: NewLink, headed_ids: Collection[int], on: datetime.date) -> Answer:
    """This link: named, for at most 90 days and a bounded number of uses, for a unit one may speak for."""
    return first_refusal(
        may_make_links(actor, headed_ids), _may_speak_for(actor, link.unit_id, headed_ids), _is_sound(link, on)
    )


def _may_speak_for(actor: Actor, unit_id: int | None, headed_ids: Collection[int]) -> Answer:
    if actor.posts & KEEPERS or unit_id in actor.unit_ids & set(headed_ids):
        return ALLOWED
    return Refused(Reason.NOT_YOUR_UNIT)


def _is_sound(link: NewLink, on: datetime.date) -> Answer:
    if not link.label.strip():
        return Refused(Reason.LINK_NAMELESS)
    if not on <= link.valid_until <= on + datetime.timedelta(days=MOST_DAYS):
        return Refused(Reason.LINK_DATES, {"limit": str(MOST_DAYS)})
    if not 1 <= link.most_uses <= MOST_USES:
        return Refused(Reason.LINK_USES, {"limit": str(MOST_USES)})
    return ALLOWED


def may_close_link(actor: Actor, unit_id: int | None, headed_ids: Collection[int]) -> Answer:
    """Anybody of the board who could stop what comes in, and the head of the link's unit, at any time."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if actor.posts & CLOSERS or actor.is_acting_head or unit_id in actor.unit_ids & set(headed_ids):
        return ALLOWED
    return Refused(Reason.NOT_YOUR_POST)


def may_use_link(link: LinkFacts, on: datetime.date, *, from_address: int = 0, by_link: int = 0) -> Answer:
    """A guest hands in: the link is open, and no flood runs through it.

    `from_address` and `by_link` count what came within the hour, from the guest's address and by this link.
    """
    state = link_state(link, on)
    if state is not LinkState.OPEN:
        return Refused(REASON_OF[state])
    if from_address >= MOST_FROM_ADDRESS or by_link >= MOST_BY_LINK:
        return Refused(Reason.GUESTS_TOO_MANY)
    return ALLOWED
