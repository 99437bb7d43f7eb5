"""Readers propose corrections; a secretary or an editor takes them up (Đ17 §2)."""

from __future__ import annotations

import dataclasses
import datetime
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.facts import Item
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.takedown import MOST_REPORTS
from editorial.rules.vocabulary import VISIBLE, Post

WORDS_LENGTH = 400  # characters a reader may mark, as for a small correction
WHY_LENGTH = 2000
KEPT_DAYS = 90  # after the answer; then what a reader said of himself is removed
AROUND = 240  # characters of the paragraph shown on each side
TAKERS = frozenset({Post.SECRETARY, Post.EDITOR})


class ProposalState(StrEnum):
    """What became of a proposal, as it is stored."""

    OPEN = "open"
    CORRECTING = "correcting"
    NEW_VERSION = "new_version"
    INCIDENT = "incident"
    DECLINED = "declined"


class Standing(StrEnum):
    """Where a proposal stands: its state, and what became of the correction since."""

    OPEN = "open"
    CORRECTING = "correcting"
    CORRECTED = "corrected"
    NEW_VERSION = "new_version"
    INCIDENT = "incident"
    DECLINED = "declined"


TO_DO = frozenset({Standing.OPEN, Standing.INCIDENT})


@dataclasses.dataclass(frozen=True, slots=True)
class Proposal:
    """What a reader sent. why and contact are personal data: for the board alone."""

    words: str
    wanted: str
    why: str = ""
    contact: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """The words where they stand: what comes before and after them in their paragraph."""

    before: str
    found: str
    after: str


@dataclasses.dataclass(frozen=True, slots=True)
class Course:
    """What happened to the text after the proposal was taken up.

    correction_ended, correction_cleared: of the small correction; new_version_posted: since it was taken up.
    """

    correction_ended: bool = False
    correction_cleared: bool = False
    new_version_posted: bool = False


def may_propose(item: Item, proposal: Proposal, texts: Mapping[str, str], *, recent: int) -> Answer:
    """Any reader, about words that stand on the site; `recent` counts what came from his address within the hour."""
    if item.public_state not in VISIBLE:
        return Refused(Reason.NOT_ONLINE)
    if recent >= MOST_REPORTS:
        return Refused(Reason.TOO_MANY_REPORTS, {"limit": str(MOST_REPORTS)})
    if not proposal.words.strip() or not proposal.wanted.strip():
        return Refused(Reason.PROPOSAL_EMPTY)
    if _squeezed(proposal.words) == _squeezed(proposal.wanted):
        return Refused(Reason.NOTHING_CHANGED)
    return ALLOWED if passage_of(proposal.words, texts) else Refused(Reason.WORDS_NOT_FOUND)


def may_read_proposals(actor: Actor) -> Answer:
    """The board reads the queue. Others do not: it holds what readers say of themselves."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board else Refused(Reason.NOT_YOUR_POST)


def may_take_up(actor: Actor, standing: Standing, who: str = "") -> Answer:
    """A secretary or editor takes up what nobody has answered; `who` did before."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if not actor.posts & TAKERS:
        return Refused(Reason.NOT_YOUR_POST)
    return ALLOWED if standing in TO_DO else Refused(Reason.ALREADY_DECIDED, {"who": who})


def may_decline(actor: Actor, standing: Standing, note: str, who: str = "") -> Answer:
    """It stays as it is, and the reader is told why."""
    blocked = may_take_up(actor, standing, who)
    if not blocked:
        return blocked
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)


def standing_of(state: ProposalState, course: Course) -> Standing:
    """Where it stands; a small correction that was dropped leaves it open again."""
    if state is ProposalState.CORRECTING and course.correction_cleared:
        return Standing.CORRECTED
    if state is ProposalState.CORRECTING and course.correction_ended:
        return Standing.OPEN
    if state is ProposalState.NEW_VERSION and course.new_version_posted:
        return Standing.CORRECTED
    return Standing(state.value)


def over_since(now: datetime.datetime) -> datetime.datetime:
    """What a reader said of himself is removed when the answer was given at this moment or before."""
    return now - datetime.timedelta(days=KEPT_DAYS)


def passage_of(words: str, texts: Mapping[str, str]) -> Passage | None:
    """The first place where the words stand, however they are spaced; None where they do not."""
    wanted = _squeezed(words)
    if not wanted:
        return None
    return next((found for text in texts.values() if (found := _in_text(wanted, text))), None)


def _in_text(wanted: str, text: str) -> Passage | None:
    """A browser gives marked words another spacing than the text has, so letters alone are compared."""
    composed = unicodedata.normalize("NFC", text)
    places = [at for at, letter in enumerate(composed) if not letter.isspace()]
    start = "".join(composed[at] for at in places).find(wanted)
    if start < 0:
        return None
    first, last = places[start], places[start + len(wanted) - 1] + 1
    return Passage(_tail(composed[:first]), composed[first:last], _head(composed[last:]))


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _tail(text: str) -> str:
    return text if len(text) <= AROUND else f"… {text[-AROUND:]}"


def _head(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND]} …"
