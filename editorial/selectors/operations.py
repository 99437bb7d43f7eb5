"""Whether the portal does by itself what falls due: its last runs, what waits, the last anchor."""

from __future__ import annotations

import dataclasses
import datetime

from editorial.actions.nightly import ACTION
from editorial.models.clocks import PeriodicRun
from editorial.models.ledger import LedgerEntry, LedgerHead
from editorial.models.outbox import OutboxMessage
from editorial.outbox import MOST_ATTEMPTS
from school.models import School

SILENT_AFTER = datetime.timedelta(minutes=15)
RUNS = 30


@dataclasses.dataclass(frozen=True, slots=True)
class Operations:
    """What the operations page tells.

    silent_since: when the last run began, if that is longer ago than it may be; never_ran: there
    was none; waiting_count: messages to be sent; given_up_count: tried as often as one may;
    oldest_at: since when the oldest waits; checked: the line of the last daily check.
    """

    runs: list[PeriodicRun]
    never_ran: bool
    silent_since: datetime.datetime | None
    failed_count: int
    waiting_count: int
    given_up_count: int
    oldest_at: datetime.datetime | None
    checked: LedgerEntry | None
    head: LedgerHead | None

    @property
    def is_silent(self) -> bool:
        """Whether what falls due is not being done."""
        return self.never_ran or self.silent_since is not None


def operations_page(school: School, now: datetime.datetime) -> Operations:
    """How things stand at `now`; a fixed number of queries."""
    runs = list(PeriodicRun.objects.all()[:RUNS])
    waiting = OutboxMessage.objects.filter(sent_at=None)
    given_up = waiting.filter(attempts_count__gte=MOST_ATTEMPTS)
    still = waiting.filter(attempts_count__lt=MOST_ATTEMPTS)
    return Operations(
        runs=runs,
        never_ran=not runs,
        silent_since=runs[0].started_at if runs and now - runs[0].started_at > SILENT_AFTER else None,
        failed_count=sum(1 for run in runs if run.error),
        waiting_count=still.count(),
        given_up_count=given_up.count(),
        oldest_at=still.order_by("created_at").values_list("created_at", flat=True).first(),
        checked=LedgerEntry.objects.filter(action=ACTION, school_id=school.pk).order_by("-seq").first(),
        head=LedgerHead.objects.first(),
    )
