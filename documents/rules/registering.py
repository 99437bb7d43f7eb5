"""What the register asks of a document: who registers it, what may be public, what must not contradict itself."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.charter import CharterRules
from editorial.rules.desk_rules import may_place
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason


class Openness(StrEnum):
    """How much of a document the public may read."""

    PUBLIC = "public"
    PARTLY = "partly_public"
    INTERNAL = "internal"


class Standing(StrEnum):
    """Whether it is a signed document or a draft that people may comment on."""

    SIGNED = ""
    FOR_COMMENT = "for_comment"


class Field(StrEnum):
    """What a document is about."""

    ORGANISATION = "organisation"
    TEACHING = "teaching"
    UPBRINGING = "upbringing"
    STAFF = "staff"
    FINANCE = "finance"
    SAFETY = "safety"
    ADMISSION = "admission"
    PORTAL = "portal"
    CURRICULUM = "curriculum"
    JOURNAL = "journal"
    OTHER = "other"


class Audience(StrEnum):
    """For whom a document is written."""

    ADMINISTRATION = "administration"
    TEACHERS = "teachers"
    CLASS_TEACHERS = "class_teachers"
    PUPILS = "pupils"
    PARENTS = "parents"


class Relation(StrEnum):
    """What a document does to another one."""

    REPLACES = "replaces"
    AMENDS = "amends"
    REPEALS = "repeals"
    ANNEX_OF = "annex_of"
    RELATES = "relates_to"


class ApprovalKind(StrEnum):
    """A line of the block at the head of a local act."""

    CONSIDERED = "considered"
    ADOPTED = "adopted"
    AGREED = "agreed"
    APPROVED = "approved"


class Contradiction(StrEnum):
    """What cannot be true of one document."""

    EFFECTIVE_BEFORE_ISSUED = "effective_before_issued"
    EXPIRES_BEFORE_ISSUED = "expires_before_issued"
    EXPIRES_BEFORE_EFFECTIVE = "expires_before_effective"
    CERTIFICATE_ENDS_FIRST = "certificate_ends_first"
    OVERRIDE_WITHOUT_REASON = "override_without_reason"


@dataclasses.dataclass(frozen=True, slots=True)
class RegisterFacts:
    """What the register says of a document; empty days are not known."""

    openness: Openness = Openness.PUBLIC
    has_files: bool = False
    issued_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    expires_on: datetime.date | None = None
    certificate_from: datetime.date | None = None
    certificate_to: datetime.date | None = None
    override: str = ""
    override_reason: str = ""
    standing: Standing = Standing.SIGNED
    superior_body: str = ""
    superior_number: str = ""
    superior_on: datetime.date | None = None

    @property
    def is_approved_by_superior(self) -> bool:
        """Whether body, number and day of the superior's approval are known."""
        return bool(self.superior_body.strip() and self.superior_number.strip() and self.superior_on)


def may_register(actor: Actor, charter: CharterRules, unit_id: int | None = None) -> Answer:
    """A secretary enters documents (Đ6 dash 2); in the Russian practice the deputies do too (002 §3.3).

    `unit_id` is the unit that looks after the document, where it is known: a deputy enters those of his field.
    """
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if unit_id is None and charter.deputies_by_field:
        return _enters_somewhere(actor, charter)
    return may_place(actor, unit_id or 0, charter)


def _enters_somewhere(actor: Actor, charter: CharterRules) -> Answer:
    """Whether there is a unit at all whose documents the person places."""
    answers = [may_place(actor, unit_id, charter) for unit_id in actor.field_ids or {0}]
    return next((answer for answer in answers if answer), Refused(Reason.NOT_YOUR_POST))


def may_draft_document(actor: Actor, unit_id: int | None = None) -> Answer:
    """A member of a unit begins a document of his unit and hands it in; a secretary completes it (Đ7.1 dash 5)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    is_own = bool(actor.unit_ids) if unit_id is None else unit_id in actor.unit_ids
    return ALLOWED if is_own else Refused(Reason.NOT_YOUR_UNIT)


def may_be_public(facts: RegisterFacts) -> Answer:
    """An internal document never goes onto the site; of a partly public one no whole file does (Đ15.2).

    A draft for comment goes there once the superior body approved that (Đ14.2).
    """
    if facts.openness is Openness.INTERNAL:
        return Refused(Reason.DOCUMENT_INTERNAL)
    if facts.openness is Openness.PARTLY and facts.has_files:
        return Refused(Reason.DOCUMENT_PARTLY)
    if facts.standing is Standing.FOR_COMMENT and not facts.is_approved_by_superior:
        return Refused(Reason.DRAFT_UNAPPROVED)
    return ALLOWED


def is_dated(facts: RegisterFacts) -> Answer:
    """A signed document goes up with its day of issue; a unit's draft is handed in without (Đ7.1 dash 5)."""
    is_draft = facts.standing is Standing.FOR_COMMENT
    return ALLOWED if facts.issued_on or is_draft else Refused(Reason.ISSUE_DAY_MISSING)


def contradictions(facts: RegisterFacts) -> Iterator[Contradiction]:
    """What must be put right before the document is registered."""
    if _is_before(facts.effective_on, facts.issued_on):
        yield Contradiction.EFFECTIVE_BEFORE_ISSUED
    if _is_before(facts.expires_on, facts.issued_on):
        yield Contradiction.EXPIRES_BEFORE_ISSUED
    if _is_before(facts.expires_on, facts.effective_on):
        yield Contradiction.EXPIRES_BEFORE_EFFECTIVE
    if _is_before(facts.certificate_to, facts.certificate_from):
        yield Contradiction.CERTIFICATE_ENDS_FIRST
    if facts.override and not facts.override_reason.strip():
        yield Contradiction.OVERRIDE_WITHOUT_REASON


def _is_before(first: datetime.date | None, second: datetime.date | None) -> bool:
    return first is not None and second is not None and first < second
