"""The intake register: who enters what comes in by other doors, and what becomes of it (Đ6 dash 4, Đ12.3 dash 1)."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Collection
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.checklist import Consent
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Channel, Origin, Post

KEEPERS = frozenset({Post.SECRETARY, Post.EDITOR})
MAX_ORIGINALS = 80
RECEIPT = re.compile(r"\s*(\d{1,6})\s*/\s*(\d{4})\s*", re.ASCII)


class IntakeState(StrEnum):
    """Where an entry stands; derived, never stored."""

    OPEN = "open"
    ARTICLE = "article"
    CLOSED = "closed"


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """What came in, as it is entered.

    giver_name and giver_contact are personal data, for the board alone. received_at: when the board
    got it, aware. consent: empty when nobody asked yet. token: one per filled-in form, so that a
    form sent twice is entered once.
    """

    giver_name: str
    channel: Channel
    subject: str
    token: str
    giver_contact: str = ""
    text: str = ""
    unit_id: int | None = None
    received_at: datetime.datetime | None = None
    consent: Consent | None = None
    consent_note: str = ""


def origin_of(unit_id: int | None, *, by_guest: bool = False) -> Origin:
    """What an article made of an entry says of its origin: a unit of the school, or a contributor.

    Who came by a unit's link for guests is a contributor all the same (Đ12.1).
    """
    return Origin.CONTRIBUTOR if unit_id is None or by_guest else Origin.UNIT


def intake_state(*, has_article: bool, is_closed: bool) -> IntakeState:
    """An article counts more than a closing; the article's draft thrown away, the entry is open again."""
    if has_article:
        return IntakeState.ARTICLE
    return IntakeState.CLOSED if is_closed else IntakeState.OPEN


def receipt(number: int, year: int) -> str:
    """The receipt number as people write it: 27/2026."""
    return f"{number}/{year}"


def read_receipt(text: str) -> tuple[int, int] | None:
    """Number and year of a receipt number somebody typed; None for anything else."""
    found = RECEIPT.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None


def may_read_intake(actor: Actor) -> Answer:
    """The board reads the register. Units do not: it names givers (Đ15.2)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board else Refused(Reason.NOT_YOUR_POST)


def may_enter_intake(actor: Actor) -> Answer:
    """Secretary and editors enter what was given (Đ6 dash 4)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.posts & KEEPERS else Refused(Reason.NOT_YOUR_POST)


def is_worth_entering(given: Given, originals: int) -> Answer:
    """Something was given: words or at least one file; and who gave it is named."""
    if not given.giver_name.strip() or not given.subject.strip() or not (given.text.strip() or originals):
        return Refused(Reason.INTAKE_EMPTY)
    return _fits(originals)


def _fits(originals: int) -> Answer:
    if originals > MAX_ORIGINALS:
        return Refused(Reason.INTAKE_TOO_MANY, {"limit": str(MAX_ORIGINALS)})
    return ALLOWED


def may_add_original(actor: Actor, state: IntakeState, *, originals: int) -> Answer:
    """A further original, until the entry is closed; `originals` counts those there are, with the new one."""
    return first_refusal(may_enter_intake(actor), _not_closed(state), _fits(originals))


def may_make_draft(actor: Actor, state: IntakeState) -> Answer:
    """An entry becomes one article, once."""
    return first_refusal(may_enter_intake(actor), _not_closed(state), _not_article(state))


def may_close_intake(actor: Actor, state: IntakeState, why: str) -> Answer:
    """An entry of which nothing is made is closed, and it is said why."""
    answer = first_refusal(may_enter_intake(actor), _not_closed(state), _not_article(state))
    if not answer:
        return answer
    return ALLOWED if why.strip() else Refused(Reason.NOTE_MISSING)


def _not_closed(state: IntakeState) -> Answer:
    return Refused(Reason.INTAKE_CLOSED) if state is IntakeState.CLOSED else ALLOWED


def _not_article(state: IntakeState) -> Answer:
    return Refused(Reason.INTAKE_HAS_ARTICLE) if state is IntakeState.ARTICLE else ALLOWED


CORRECTABLE = (
    "giver_name",
    "giver_contact",
    "channel",
    "subject",
    "text",
    "unit_id",
    "consent",
    "consent_note",
)
OF_THE_GIVER = frozenset({"giver_name", "giver_contact"})


def may_correct_intake(actor: Actor, changed: Collection[str], *, is_blanked: bool) -> Answer:
    """Secretary and editors correct a mistake in an entry, in any state; `changed` names the fields.

    The receipt number, when it came and the originals are none of them. A giver whose time is over stays unnamed.
    """
    blocked = may_enter_intake(actor)
    if not blocked:
        return blocked
    if not changed:
        return Refused(Reason.NOTHING_CHANGED)
    return Refused(Reason.INTAKE_BLANKED) if is_blanked and OF_THE_GIVER & set(changed) else ALLOWED


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """What decides whether a giver is still named. ended_at: when nothing more was to be done, None before that;
    is_on_site: its article stands there; has_consent: the entry says where a consent is kept."""

    ended_at: datetime.datetime | None
    is_on_site: bool = False
    has_consent: bool = False


def is_over(entry: Kept, now: datetime.datetime, days: int) -> bool:
    """Whether name and contact of the giver are to be removed: `days` after the end of the entry.

    As long as its article stands on the site and names a consent, somebody must be able to ask for it.
    """
    if entry.ended_at is None or (entry.is_on_site and entry.has_consent):
        return False
    return now >= entry.ended_at + datetime.timedelta(days=days)
