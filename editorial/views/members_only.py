"""Who may open a screen at all; what he may do there the rules say."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from core.clock import today
from editorial.rules.people import Actor
from editorial.selectors.people import actor_of


def board_member(request: HttpRequest) -> Actor:
    """The person, who is on the board today. Raises PermissionDenied."""
    actor = actor_of(request.user, today())
    if not actor.is_board:
        raise PermissionDenied
    return actor


def participant(request: HttpRequest) -> Actor:
    """The person, who is on the board or belongs to a unit. Raises PermissionDenied."""
    actor = actor_of(request.user, today())
    if not actor.is_active or not (actor.is_board or actor.unit_ids):
        raise PermissionDenied
    return actor
