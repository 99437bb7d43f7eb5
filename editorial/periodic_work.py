"""What other apps do when it falls due: registered in `ready()`, done by `run_periodic` for each school."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable

from school.models import School

Work = Callable[[School, datetime.datetime], int]

logger = logging.getLogger(__name__)
_WORK: dict[str, Work] = {}


def register(name: str, work: Work) -> None:
    """Register work by the name under which a run counts it; the same one again changes nothing.

    It does what is due for a school at a moment, says how much it did, and is safe to call every
    minute. Raises ValueError when another work has the name.
    """
    if _WORK.setdefault(name, work) is not work:
        raise ValueError(f"work called {name!r} is registered already")


def do_work(school: School, now: datetime.datetime) -> dict[str, int]:
    """Do everything registered; how much of each was done. One that fails is logged and holds up no other."""
    return {name: _attempt(name, work, school, now) for name, work in sorted(_WORK.items())}


def _attempt(name: str, work: Work, school: School, now: datetime.datetime) -> int:
    try:
        return work(school, now)
    except Exception:
        logger.exception("work %s of school %s", name, school.pk)
        return 0
