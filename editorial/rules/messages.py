"""Which messages go out at once, and which wait for the one digest of the morning."""

from __future__ import annotations

import datetime

AT_ONCE = frozenset(
    """
    urgent_released urgent_unconfirmed hidden file_hidden hidden_undecided taken_down
    file_removed child_reported
    decision_late posting_late posting_failed verify_faults ledger_anchor delegated
    """.split()
)


def collected_until(now: datetime.datetime, digest_hour: int) -> datetime.datetime:
    """The last digest's moment at `now`, local time: what was written before it is due, the rest waits.

    Whoever was off at that hour sends the digest at his next run; the moment after is the next day's.
    """
    moment = now.replace(hour=digest_hour, minute=0, second=0, microsecond=0)
    return moment if moment <= now else moment - datetime.timedelta(days=1)
