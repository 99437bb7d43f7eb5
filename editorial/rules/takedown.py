"""Asking that something be taken down, and answering it (Đ12.4): anyone asks, the head decides."""

from __future__ import annotations

import dataclasses
import datetime
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.charter import CharterRules
from editorial.rules.facts import Item
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.posting import is_head_for_take_down
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import VISIBLE, PublicState, TakedownGround

MOST_REPORTS = 10
REPORT_WINDOW = datetime.timedelta(hours=1)
LEAST_SECONDS = 3


class Complaint(StrEnum):
    """What a visitor says is wrong with a page."""

    WRONG = "report_wrong"
    OUTDATED = "report_outdated"
    CHILD = "report_child"
    OTHER = "report_other"


class Asker(StrEnum):
    """Who asks: the unit whose item it is, somebody of the board, a visitor."""

    UNIT = "asker_unit"
    BOARD = "asker_board"
    VISITOR = "asker_visitor"


class RequestState(StrEnum):
    """What became of a request."""

    OPEN = "open"
    TAKEN_DOWN = "taken_down"
    FILE_REMOVED = "file_removed"
    KEPT = "kept"


GROUND_OF: dict[Complaint, TakedownGround] = {
    Complaint.WRONG: TakedownGround.CONTENT,
    Complaint.OUTDATED: TakedownGround.OUTDATED,
    Complaint.CHILD: TakedownGround.PERSONAL_DATA,
    Complaint.OTHER: TakedownGround.CONTENT,
}
URGENT = frozenset({Complaint.CHILD})
NEEDS_WORDS = frozenset({Complaint.WRONG, Complaint.OTHER})
STILL_THERE = VISIBLE | {PublicState.HIDDEN}


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """What a visitor sent. note and contact are personal data: for the board alone."""

    complaint: str
    note: str = ""
    contact: str = ""


def asker_of(actor: Actor, item: Item) -> Asker | None:
    """In which part a signed-in person may ask; None for whoever has no part in the item."""
    if item.unit_id in actor.unit_ids:
        return Asker.UNIT
    return Asker.BOARD if actor.is_board else None


def may_ask(actor: Actor, item: Item, ground: str, note: str) -> Answer:
    """The unit asks for its own item, anybody of the board for any (Đ12.4)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if asker_of(actor, item) is None:
        return Refused(Reason.NOT_YOUR_UNIT)
    if item.public_state not in STILL_THERE:
        return Refused(Reason.NOT_ONLINE)
    if ground not in set(TakedownGround):
        return Refused(Reason.GROUND_MISSING)
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)


def may_report(item: Item, report: Report, *, recent: int) -> Answer:
    """Any visitor reports what stands on the site; `recent` counts what came from his address within the hour."""
    if item.public_state not in VISIBLE:
        return Refused(Reason.NOT_ONLINE)
    if recent >= MOST_REPORTS:
        return Refused(Reason.TOO_MANY_REPORTS, {"limit": str(MOST_REPORTS)})
    if report.complaint not in set(Complaint):
        return Refused(Reason.GROUND_MISSING)
    is_silent = Complaint(report.complaint) in NEEDS_WORDS and not report.note.strip()
    return Refused(Reason.NOTE_MISSING) if is_silent else ALLOWED


def may_read_requests(actor: Actor) -> Answer:
    """The board reads the register. Others do not: it holds what visitors say of themselves."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board else Refused(Reason.NOT_YOUR_POST)


def may_answer(actor: Actor, item: Item, charter: CharterRules, state: RequestState, who: str = "") -> Answer:
    """Only the head answers, or his delegate where the charter allows it, and once; `who` answered before."""
    blocked = is_head_for_take_down(actor, item, charter)
    if not blocked:
        return blocked
    return ALLOWED if state is RequestState.OPEN else Refused(Reason.ALREADY_DECIDED, {"who": who})


def may_keep(actor: Actor, item: Item, charter: CharterRules, state: RequestState, note: str, who: str = "") -> Answer:
    """It stays, and whoever asked is told why."""
    has_words = ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)
    return first_refusal(may_answer(actor, item, charter, state, who), has_words)


def may_remove_file(actor: Actor, item: Item, charter: CharterRules, ground: str, note: str) -> Answer:
    """The head removes one picture or file; the article stays."""
    blocked = is_head_for_take_down(actor, item, charter)
    if not blocked:
        return blocked
    if item.public_state not in STILL_THERE:
        return Refused(Reason.NOT_ONLINE)
    if ground not in set(TakedownGround):
        return Refused(Reason.GROUND_MISSING)
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)
