"""Which waiting items raise an alarm (rules 7 and 9 of the chain; Đ12.2.4)."""

from __future__ import annotations

import datetime

from editorial.rules.charter import CharterRules
from editorial.rules.vocabulary import AWAITING_DECISION, WorkState


def decision_is_late(state: WorkState, since: datetime.datetime, now: datetime.datetime, charter: CharterRules) -> bool:
    """Silence never approves; after `decision_hours` head and secretary are told."""
    return state in AWAITING_DECISION and now - since >= datetime.timedelta(hours=charter.decision_hours)


def posting_is_late(state: WorkState, since: datetime.datetime, now: datetime.datetime, charter: CharterRules) -> bool:
    """Approved and not posted within the charter's time; a set posting time is not late."""
    return state is WorkState.APPROVED and now - since >= datetime.timedelta(hours=charter.posting_hours)
