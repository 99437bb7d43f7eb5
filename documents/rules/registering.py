"""What the register asks of a document: who registers it, what may be public, what must not contradict itself."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.charter import CharterRules
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Post


class Openness(StrEnum):
    """How much of a document the public may read."""

    PUBLIC = "public"
    PARTLY = "partly_public"
    INTERNAL = "internal"


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


def may_register(actor: Actor, charter: CharterRules) -> Answer:
    """A secretary enters documents (Đ6 dash 2); in the Russian practice the deputies do too (002 §3.3)."""
    posts = {Post.SECRETARY} if charter.has_editing_stage else {Post.SECRETARY, Post.DEPUTY}
    return first_refusal(may_act_at_all(actor), ALLOWED if actor.posts & posts else Refused(Reason.NOT_YOUR_POST))


def may_be_public(facts: RegisterFacts) -> Answer:
    """An internal document never goes onto the site; of a partly public one no whole file does (Đ15.2)."""
    if facts.openness is Openness.INTERNAL:
        return Refused(Reason.DOCUMENT_INTERNAL)
    if facts.openness is Openness.PARTLY and facts.has_files:
        return Refused(Reason.DOCUMENT_PARTLY)
    return ALLOWED


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
