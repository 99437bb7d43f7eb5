"""Doing what is due and keeping note of it, so that a silent portal is seen on the operations page."""

from __future__ import annotations

import datetime

from core.clock import now as clock_now
from editorial.actions.periodic import run
from editorial.models.clocks import PeriodicRun

KEPT = datetime.timedelta(days=3)


def run_and_note(now: datetime.datetime) -> dict[str, int]:
    """Do everything that is due at `now`. A run that broke off leaves its note without an end.

    Raises what went wrong, after writing it down.
    """
    PeriodicRun.objects.filter(started_at__lt=now - KEPT).delete()
    note = PeriodicRun.objects.create(started_at=now)
    try:
        note.done = run(now)
    except Exception as error:
        note.error = f"{type(error).__name__}: {error}"
        raise
    finally:
        note.ended_at = clock_now()
        note.save()
    return note.done
