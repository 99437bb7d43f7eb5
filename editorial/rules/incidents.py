"""The register of wrong or harmful information on the site (Đ17 §2)."""

from __future__ import annotations

from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post, PublicState

OPENERS = frozenset({Post.HEAD, Post.DEPUTY, Post.SECRETARY, Post.EDITOR})
CLOSERS = frozenset({Post.HEAD, Post.DEPUTY})


class IncidentKind(StrEnum):
    """What was wrong with the information."""

    UNTRUE = "incident_untrue"
    HARMFUL = "incident_harmful"
    PERSONAL_DATA = "incident_personal_data"
    OTHER = "incident_other"


class IncidentState(StrEnum):
    """How far an incident has come."""

    OPEN = "open"
    CORRECTED = "corrected"
    CLOSED = "closed"


NOT_CLOSED = frozenset({IncidentState.OPEN, IncidentState.CORRECTED})


def may_open(actor: Actor, public_state: PublicState, kind: str, words: str) -> Answer:
    """Anybody in a post of the board, about what stands or stood on the site."""
    blocked = opens_incidents(actor)
    if not blocked:
        return blocked
    if public_state is PublicState.NEVER:
        return Refused(Reason.NOT_ONLINE)
    if kind not in set(IncidentKind):
        return Refused(Reason.INCIDENT_KIND)
    return ALLOWED if words.strip() else Refused(Reason.NOTE_MISSING)


def opens_incidents(actor: Actor) -> Answer:
    """Whether the person holds a post that opens incidents."""
    return first_refusal(may_act_at_all(actor), _holds(actor, OPENERS))


def _holds(actor: Actor, posts: frozenset[Post]) -> Answer:
    return ALLOWED if actor.posts & posts else Refused(Reason.NOT_YOUR_POST)


def may_see(actor: Actor, unit_id: int) -> Answer:
    """The board sees every incident, a unit its own."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board or unit_id in actor.unit_ids else Refused(Reason.NOT_YOUR_UNIT)


def may_close(actor: Actor, state: IncidentState, done: str, who: str = "") -> Answer:
    """A deputy or the head closes it and says what was done; once. `who` closed it before."""
    blocked = closes_incidents(actor)
    if not blocked:
        return blocked
    if state is IncidentState.CLOSED:
        return Refused(Reason.ALREADY_DECIDED, {"who": who})
    return ALLOWED if done.strip() else Refused(Reason.NOTE_MISSING)


def closes_incidents(actor: Actor) -> Answer:
    """Whether the person holds a post that closes incidents."""
    return first_refusal(may_act_at_all(actor), _holds(actor, CLOSERS))
