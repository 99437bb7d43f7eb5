"""Whether a document is in force on a day: told from its dates and from what other documents do to it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from enum import StrEnum


class Validity(StrEnum):
    """What a document is worth on a day."""

    DRAFT = "draft"
    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    PARTLY = "partly"
    EXPIRED = "expired"
    SUSPENDED = "suspended"


ENDED = frozenset({Validity.EXPIRED, Validity.SUSPENDED})


@dataclasses.dataclass(frozen=True, slots=True)
class Ending:
    """Another document ends this one, or the part of it that `clauses` names, from `from_on` on.

    Without a day it counts from the beginning: the other document is in force, its day is not known.
    """

    from_on: datetime.date | None = None
    clauses: str = ""

    def holds(self, on: datetime.date) -> bool:
        """Whether it has taken effect."""
        return self.from_on is None or self.from_on <= on


@dataclasses.dataclass(frozen=True, slots=True)
class ValidityFacts:
    """Dates and links of a document.

    `expires_on` is the last day; `override` is what a person entered instead; a draft for comment binds nobody.
    """

    issued_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    expires_on: datetime.date | None = None
    endings: tuple[Ending, ...] = ()
    override: Validity | None = None
    is_draft: bool = False


def validity(facts: ValidityFacts, on: datetime.date) -> Validity:
    """The validity on the day `on`; a document without any day is in force."""
    if facts.override is not None:
        return facts.override
    if facts.is_draft:
        return Validity.DRAFT
    begins = facts.effective_on or facts.issued_on
    if begins is not None and on < begins:
        return Validity.NOT_YET
    if facts.expires_on is not None and facts.expires_on < on:
        return Validity.EXPIRED
    return _ended(facts.endings, on)


def _ended(endings: Iterable[Ending], on: datetime.date) -> Validity:
    holding = [ending for ending in endings if ending.holds(on)]
    if any(not ending.clauses.strip() for ending in holding):
        return Validity.EXPIRED
    return Validity.PARTLY if holding else Validity.IN_FORCE
