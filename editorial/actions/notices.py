"""Urgent notices: released alone, short, ending by themselves; the head confirms or ends them."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.rules.answers import Refused, RuleRefused
from editorial.actions.deciding import clear
from editorial.actions.desk import Case, check, close_round, decide, open_case, open_round, write
from editorial.actions.hiding import archive_now
from editorial.actions.posting import post_cleared
from editorial.models.chain import EditorialRecord
from editorial.notifications import tell
from editorial.rules import posting
from editorial.rules.posting import NoticeFacts
from editorial.rules.reasons import Reason
from editorial.rules.routes import Plan
from editorial.rules.vocabulary import Post, RoundKind, Stage, Verb, WorkState
from school.models import User
from school.rules.calendar import working_day_after
from school.selectors import working_week


@transaction.atomic
def release_notice(
    *, record_id: int, user: User, notice: NoticeFacts, at: datetime.datetime | None = None
) -> EditorialRecord:
    """Head, deputy or duty leader puts an urgent notice on the site alone. Raises RuleRefused.

    `notice` is the text as typed; the page behind the record must hold the same.
    """
    case = open_case(record_id, user, at)
    check(case, posting.may_release_notice(case.actor, notice, case.rules))
    check(case, posting.is_fresh_notice(case.item))
    revision = case.page.latest_revision or case.page.save_revision(user=user)
    _demand_is_notice(case, revision.as_object(), notice)
    open_round(case, kind=RoundKind.URGENT, revision=revision, plan=Plan(()), authors={user.pk})
    decision = decide(case, stage=_stage_of(case), verb=Verb.APPROVE)
    clear(case, decision)
    record = case.record
    record.handed_in_at = record.first_handed_in_at = case.at
    record.show_until_at = case.at + datetime.timedelta(hours=notice.hours)
    if Post.HEAD not in case.actor.posts:
        record.confirm_by_on = working_day_after(localdate(case.at), working_week(record.school))
    close_round(case)
    post_cleared(case, Verb.URGENT_POST)
    tell("urgent_released", record, case.at)
    return record


def _demand_is_notice(case: Case, page: Any, notice: NoticeFacts) -> None:
    """Only a new notice that says what the rule has read: never an article, never another text."""
    if not case.item.is_notice or case.record.work is not WorkState.DRAFT:
        raise RuleRefused(Refused(Reason.WRONG_STATE))
    if (page.title.strip(), page.text.strip()) != (notice.title.strip(), notice.text.strip()):
        raise RuleRefused(Refused(Reason.STALE_PAGE))


def _stage_of(case: Case) -> Stage:
    """In which post the notice is released: as head, or for him; as deputy; else as duty leader."""
    if case.actor.holds(Post.HEAD, case.item.content_class):
        return Stage.HEAD
    return Stage.DEPUTY if Post.DEPUTY in case.actor.posts else Stage.POSTING


@transaction.atomic
def confirm_notice(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """The head confirms an urgent notice somebody else released. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, posting.may_confirm_notice(case.actor, case.item))
    case.record.confirm_by_on = None
    write(case, Verb.URGENT_CONFIRM)
    return case.record


@transaction.atomic
def end_notice(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """The head ends an urgent notice before its time. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, posting.may_end_notice(case.actor, case.item))
    archive_now(case)
    return case.record
