"""Running the electronic journal's section: who may, outages with the time to catch up, questions and their answers."""

from __future__ import annotations

import dataclasses
import datetime

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.takedown import MOST_REPORTS
from editorial.rules.vocabulary import Post

CATCH_UP_DAYS = 2
"""After an outage entries are made up within two days (000 §9.7); a school may set another number."""

ANSWER_DAYS = 2
"""Working days in which the help desk answers; a school may set another number."""

MOST_DAYS = 30
KEEPERS = frozenset({Post.HEAD, Post.SECRETARY})
RUNNERS = KEEPERS | {Post.DEPUTY}
PAST_OUTAGES = datetime.timedelta(days=366)
EARLIEST = datetime.timedelta(days=31)


@dataclasses.dataclass(frozen=True, slots=True)
class OutageFacts:
    """An outage: moments, the end None while it lasts."""

    began_at: datetime.datetime
    ended_at: datetime.datetime | None = None


def may_keep_journal(actor: Actor) -> Answer:
    """Head and secretary say where the journal is, who its administrator is and who helps."""
    return _in(actor, bool(actor.posts & KEEPERS))


def may_run_journal(actor: Actor, administrator_id: int | None) -> Answer:
    """Head, deputies, secretary and the journal's administrator report outages and answer questions."""
    return _in(actor, bool(actor.posts & RUNNERS) or (administrator_id is not None and actor.id == administrator_id))


def may_set_link(actor: Actor, administrator_id: int | None) -> Answer:
    """The journal's administrator may change the address of the journal; head and secretary may besides."""
    is_administrator = administrator_id is not None and actor.id == administrator_id
    return _in(actor, is_administrator or bool(actor.posts & KEEPERS))


def _in(actor: Actor, is_theirs: bool) -> Answer:
    return first_refusal(may_act_at_all(actor), ALLOWED if is_theirs else Refused(Reason.NOT_YOUR_POST))


def may_report_outage(
    actor: Actor, administrator_id: int | None, began_at: datetime.datetime, now: datetime.datetime, *, runs: bool
) -> Answer:
    """One outage at a time, begun not later than now and not longer than a month ago; `runs`: one lasts already."""
    blocked = may_run_journal(actor, administrator_id)
    if not blocked:
        return blocked
    if runs:
        return Refused(Reason.OUTAGE_RUNS)
    return ALLOWED if now - EARLIEST <= began_at <= now else Refused(Reason.OUTAGE_DATES)


def may_end_outage(
    actor: Actor,
    administrator_id: int | None,
    outage: OutageFacts,
    ended_at: datetime.datetime,
    now: datetime.datetime,
) -> Answer:
    """It works again: after it began, not later than now, and only once."""
    blocked = may_run_journal(actor, administrator_id)
    if not blocked:
        return blocked
    if outage.ended_at is not None:
        return Refused(Reason.OUTAGE_OVER)
    return ALLOWED if outage.began_at <= ended_at <= now else Refused(Reason.OUTAGE_DATES)


def catch_up_day(ended_on: datetime.date, days: int = CATCH_UP_DAYS) -> datetime.date:
    """The last day to make up what could not be entered: calendar days, the day of the end not counted.

    It ends at 24:00 and is not moved when it is a day off: the regulation says "within two days" (000 §9.7).
    """
    return ended_on + datetime.timedelta(days=days)


def may_ask(words: str, *, recent: int) -> Answer:
    """Anybody; `recent` counts what came from the same address within the hour."""
    if recent >= MOST_REPORTS:
        return Refused(Reason.TOO_MANY_REPORTS, {"limit": str(MOST_REPORTS)})
    return ALLOWED if words.strip() else Refused(Reason.QUESTION_EMPTY)


def may_answer(actor: Actor, administrator_id: int | None, answer: str, answered_by: str) -> Answer:
    """Whoever runs the journal answers, once and in words; `answered_by` is empty for an open question."""
    blocked = may_run_journal(actor, administrator_id)
    if not blocked:
        return blocked
    if answered_by:
        return Refused(Reason.ALREADY_DECIDED, {"who": answered_by})
    return ALLOWED if answer.strip() else Refused(Reason.NOTE_MISSING)


def is_late(due_on: datetime.date, today: datetime.date) -> bool:
    """Whether the day for the answer has passed."""
    return today > due_on
