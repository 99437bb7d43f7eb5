"""Which messages go out at once, and which wait for the one digest of the morning."""

from __future__ import annotations

import datetime

AT_ONCE = frozenset(
    """
    urgent_released urgent_unconfirmed hidden file_hidden hidden_undecided taken_down
    file_removed child_reported
    decision_late posting_late posting_failed verify_faults ledger_anchor delegated
    acquaintance_asked
    """.split()
)

SAME_DAY = frozenset({"duty_day_before", "duty_on_the_day", "acquaintance_day_before"})
"""Worth nothing the morning after: with the digest of their day, or at once when that has gone."""


def collected_until(now: datetime.datetime, digest_hour: int) -> datetime.datetime:
    """The last digest's moment at `now`, local time: what was written before it is due, the rest waits.

    Whoever was off at that hour sends the digest at his next run; the moment after is the next day's.
    """
    moment = now.replace(hour=digest_hour, minute=0, second=0, microsecond=0)
    return moment if moment <= now else moment - datetime.timedelta(days=1)


def same_day_until(now: datetime.datetime, digest_hour: int) -> datetime.datetime:
    """Until when what is for the same day (`SAME_DAY`) is due: `now` itself, once the day's digest may go."""
    morning = collected_until(now, digest_hour)
    return now if morning.date() == now.date() else morning
