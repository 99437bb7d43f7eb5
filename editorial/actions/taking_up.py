"""Who edits an item: an editor or secretary takes it up, or is given it."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.timezone import localdate

from editorial.actions.desk import Case, check, open_case, write
from editorial.models.chain import EditorialRecord
from editorial.notifications import tell
from editorial.rules import desk_rules
from editorial.rules.vocabulary import Verb, WorkState
from editorial.selectors.people import fresh_actor
from school.models import User
from school.rules.calendar import working_day_after
from school.selectors import working_week


@transaction.atomic
def claim(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """An editor or secretary takes the item over; the text is his to change. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    if case.item.work_state is WorkState.IN_EDITING and case.item.editor_id == user.pk:
        return case.record
    check(case, desk_rules.may_claim(case.actor, case.item, unit_editor_had_time=unit_editor_had_time(case)))
    take_over(case, user)
    write(case, Verb.CLAIM, editor=user.pk)
    return case.record


def unit_editor_had_time(case: Case) -> bool:
    """Whether the charter's working days since hand-in have passed."""
    if case.record.handed_in_at is None:
        return True
    handed_in_on = localdate(case.record.handed_in_at)
    last_day = working_day_after(handed_in_on, working_week(case.record.school), case.rules.claim_working_days)
    return localdate(case.at) > last_day


def take_over(case: Case, editor: User) -> None:
    """The text is this person's to change from now on."""
    case.record.editor = editor
    case.record.editor_since = case.at


@transaction.atomic
def assign(*, record_id: int, user: User, editor: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """Head, deputy or secretary gives the item to an editor who can work on it. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    assignee = fresh_actor(editor.pk, localdate(case.at))
    had_time = unit_editor_had_time(case)
    check(case, desk_rules.may_assign(case.actor, case.item, assignee, unit_editor_had_time=had_time))
    take_over(case, editor)
    write(case, Verb.ASSIGN, editor=editor.pk)
    tell("assigned", case.record, case.at)
    return case.record
