"""Saying of an item that it is still right (Đ5.3 dash 9)."""

from __future__ import annotations

import datetime

from django.db import transaction

from editorial.actions.desk import check, open_case, write
from editorial.models.chain import EditorialRecord
from editorial.rules.reviewing import may_confirm_current
from editorial.rules.vocabulary import Verb
from school.models import User


@transaction.atomic
def confirm_current(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """Somebody of its unit or of the board looked: it is still right and leaves the review list for a year.

    Raises RuleRefused.
    """
    case = open_case(record_id, user, at)
    check(case, may_confirm_current(case.actor, case.item))
    write(case, Verb.CONFIRM_CURRENT)
    return case.record
