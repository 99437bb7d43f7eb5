"""What visitors said of themselves is removed 90 days after the answer; the ledger never had it (Đ17 §2)."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import QuerySet

from editorial.actions.desk import school_line
from editorial.models.takedown import TakedownRequest
from editorial.rules.proposals import over_since
from editorial.rules.takedown import Asker
from editorial.selectors.proposals import over_proposals
from school.models import School


@transaction.atomic
def forget_visitors(school: School, now: datetime.datetime) -> int:
    """Blank contact, words and address of answered reports and proposals whose time is over; how many."""
    before = over_since(now)
    proposals = over_proposals(school, before).update(why="", contact="", address_hash="", blanked_at=now)
    requests = _answered_requests(school, before).update(note="", contact="", address_hash="")
    if proposals or requests:
        school_line(school, None, "editorial.forget_visitors", now, proposals=proposals, requests=requests)
    return proposals + requests


def _answered_requests(school: School, before: datetime.datetime) -> QuerySet[TakedownRequest]:
    rows = TakedownRequest.objects.filter(record__school=school, asker=Asker.VISITOR, decided_at__lte=before)
    return rows.exclude(note="", contact="", address_hash="")
