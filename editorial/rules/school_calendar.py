"""Who keeps the school's calendar, on which every due date rests."""

from __future__ import annotations

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post

KEEPERS = frozenset({Post.HEAD, Post.DEPUTY, Post.SECRETARY})


def may_change_calendar(actor: Actor) -> Answer:
    """Head, deputies and secretary, and whoever stands in for the head; never the technical role (Đ6)."""
    answer = may_act_at_all(actor)
    if not answer:
        return answer
    if actor.posts & KEEPERS or actor.is_acting_head:
        return ALLOWED
    return Refused(Reason.NOT_YOUR_POST)
