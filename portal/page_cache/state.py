"""What the public site's answers depend on beside the address: changes, the day, what ends by itself."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from core.clock import now
from core.models import Generation
from news.selectors import current_notices

MINUTES = 10


@dataclass(frozen=True, slots=True)
class State:
    """A page made in one state is never sent in another.

    `since` is the local time, to ten minutes: with it days end at midnight, and whatever else hangs on the clock
    is never older than that. `notices` are the urgent notices that stand: one ends at its hour, before anybody
    writes that down.
    """

    generation: int
    since: datetime.datetime
    notices: tuple[int, ...]


def read_state() -> State:
    """The state now, in two small queries; the generation first, since what it counts may change the rest."""
    _tend_connection()
    try:
        generation = Generation.current()
        local = timezone.localtime(now())
        since = local.replace(minute=local.minute // MINUTES * MINUTES, second=0, microsecond=0)
        return State(generation, since, tuple(notice.pk for notice in current_notices()))
    finally:
        _tend_connection()


def _tend_connection() -> None:
    """As Django does around each request: a connection that is broken or too old is closed."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
