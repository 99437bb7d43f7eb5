"""The board's report: who writes, signs and acknowledges it, and what a signature freezes (Đ5.3 dash 6, Đ16)."""

from __future__ import annotations

import dataclasses
import datetime
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.periods import Period, PeriodKind
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post

WRITERS = frozenset({Post.SECRETARY, Post.EDITOR, Post.DEPUTY})
BY_ITSELF = frozenset({PeriodKind.MONTH, PeriodKind.TERM, PeriodKind.SCHOOL_YEAR})
"""Periods whose report is drafted by itself (Đ5.3 dash 6, Đ16); the others when somebody asks for one."""
LONGEST_DAYS = 800
CAUGHT_UP_DAYS = 400
"""A report that was due longer ago than this is drafted only when somebody asks for it."""


class ReportWord(StrEnum):
    """What the board writes into a report itself, in the order of the template (domain/reports.md 6.3)."""

    STRENGTHS = "strengths"
    SHORTCOMINGS = "shortcomings"
    CAUSES = "causes"
    COMMENDATIONS = "commendations"
    PLANS = "plans"
    PROPOSALS = "proposals"


NEEDED_WORDS = (ReportWord.STRENGTHS, ReportWord.SHORTCOMINGS, ReportWord.PROPOSALS)
"""A report states how information was supplied and what is proposed (Đ5.3 dash 6, Đ16)."""


class ReportState(StrEnum):
    """Where a report stands; derived, never stored."""

    DRAFT = "report_draft"
    SIGNED = "report_signed"
    ACKNOWLEDGED = "report_acknowledged"


FROZEN = frozenset({ReportState.SIGNED, ReportState.ACKNOWLEDGED})


@dataclasses.dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report as the rules see it.

    last_on: last day of its period; missing: fields of NEEDED_WORDS that are empty; signer_id: who
    signed it; is_newest: no later version of it exists; is_due: the first version of one that is drafted by itself.
    """

    state: ReportState
    last_on: datetime.date
    missing: tuple[str, ...] = ()
    signer_id: int | None = None
    is_newest: bool = True
    is_due: bool = False


def report_state(*, is_signed: bool, is_acknowledged: bool) -> ReportState:
    """Where a report stands."""
    if is_acknowledged:
        return ReportState.ACKNOWLEDGED
    return ReportState.SIGNED if is_signed else ReportState.DRAFT


def may_read_reports(actor: Actor) -> Answer:
    """The board. A unit reads what the board hands it."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board else Refused(Reason.NOT_YOUR_POST)


def may_write_reports(actor: Actor) -> Answer:
    """Secretary, editors and deputies write for the board."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.posts & WRITERS else Refused(Reason.NOT_YOUR_POST)


def may_draft(actor: Actor, period: Period, on: datetime.date) -> Answer:
    """Anybody who writes asks for a report, of any period that has begun (Đ5.3: also on demand)."""
    sound: Answer = ALLOWED
    if period.first_on > on:
        sound = Refused(Reason.REPORT_AHEAD)
    elif period.days > LONGEST_DAYS:
        sound = Refused(Reason.REPORT_TOO_LONG, {"limit": str(LONGEST_DAYS)})
    return first_refusal(may_write_reports(actor), sound)


def may_write(actor: Actor, report: ReportFacts) -> Answer:
    """A draft's words. What is signed stays as it is."""
    return first_refusal(may_write_reports(actor), _is_draft(report))


def _is_draft(report: ReportFacts) -> Answer:
    return ALLOWED if report.state is ReportState.DRAFT else Refused(Reason.REPORT_SIGNED)


def may_sign(actor: Actor, report: ReportFacts, on: datetime.date, *, deputies: int) -> Answer:
    """A deputy signs for the board, after the period has ended; the board reports to the head (Đ16).

    `deputies`: how many are in office. Where there is none, nobody signs until one is appointed.
    """
    return first_refusal(_is_signer(actor, deputies), _is_draft(report), _is_ripe(report, on))


def _is_signer(actor: Actor, deputies: int) -> Answer:
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if Post.DEPUTY in actor.posts:
        return ALLOWED
    is_orphan = actor.is_board and not deputies
    return Refused(Reason.REPORT_NO_SIGNER if is_orphan else Reason.REPORT_NOT_YOURS_TO_SIGN)


def _is_ripe(report: ReportFacts, on: datetime.date) -> Answer:
    if on <= report.last_on:
        return Refused(Reason.REPORT_PERIOD_RUNS)
    if report.missing:
        return Refused(Reason.REPORT_UNWRITTEN, {"words": ",".join(report.missing)})
    return ALLOWED


def may_acknowledge(actor: Actor, report: ReportFacts) -> Answer:
    """The head takes note, once; whoever acts for him in everything may, but not of what he signed himself."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if not actor.holds(Post.HEAD):
        return Refused(Reason.REPORT_HEADS_NOTE)
    if report.state is not ReportState.SIGNED:
        is_late = report.state is ReportState.ACKNOWLEDGED
        return Refused(Reason.REPORT_ACKNOWLEDGED if is_late else Reason.REPORT_NOT_SIGNED)
    return Refused(Reason.REPORT_OWN) if report.signer_id == actor.id else ALLOWED


def may_correct(actor: Actor, report: ReportFacts, what_changed: str) -> Answer:
    """A new version of a signed report; it says what changed. The former one stays as it is."""
    writes = may_write_reports(actor)
    if not writes:
        return writes
    if report.state not in FROZEN:
        return Refused(Reason.REPORT_NOT_SIGNED)
    if not report.is_newest:
        return Refused(Reason.REPORT_NEWER)
    return ALLOWED if what_changed.strip() else Refused(Reason.REPORT_CHANGE_MISSING)


def may_discard(actor: Actor, report: ReportFacts) -> Answer:
    """A draft nobody asked for any more; a number is given at the signature, so none is lost."""
    is_free = Refused(Reason.REPORT_IS_DUE) if report.is_due else ALLOWED
    return first_refusal(may_write(actor, report), is_free)
