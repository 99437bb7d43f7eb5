"""Handing in on the public side, by members of a unit without the back office (Đ7.1 dash 1)."""

from __future__ import annotations

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason

MOST_PICTURES = 20


def may_begin(actor: Actor, unit_id: int) -> Answer:
    """A member of a unit begins an item in its section; whoever belongs to none has no place to write."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if unit_id in actor.unit_ids else Refused(Reason.NOT_YOUR_UNIT)
