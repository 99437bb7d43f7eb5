"""The repository of recognised works: what it takes, and in whose name somebody writes (Đ14.2 dash 3)."""

from __future__ import annotations

import dataclasses
import datetime
import re
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason

YEARS = re.compile(r"([12][0-9]{3})-([12][0-9]{3})")


class WorkKind(StrEnum):
    """What a recognised work is."""

    RESEARCH = "research"
    INITIATIVE = "initiative"
    TOPIC = "teaching_topic"


class Recognition(StrEnum):
    """Who recognised it: the level of the body that decided."""

    SCHOOL = "school"
    MUNICIPAL = "municipal"
    PROVINCE = "province"
    NATIONAL = "national"


@dataclasses.dataclass(frozen=True, slots=True)
class Acceptance:
    """The decision that accepted a work."""

    body: str = ""
    number: str = ""
    decided_on: datetime.date | None = None


def may_be_recognised(acceptance: Acceptance) -> Answer:
    """A work goes into the repository with its acceptance decision: body, number and day (Đ14.2 dash 3)."""
    is_complete = acceptance.body.strip() and acceptance.number.strip() and acceptance.decided_on
    return ALLOWED if is_complete else Refused(Reason.ACCEPTANCE_MISSING)


def may_write_for(actor: Actor, unit_id: int | None) -> Answer:
    """People write in the name of a unit they belong to (Đ1.2)."""
    return first_refusal(may_act_at_all(actor), ALLOWED if unit_id in actor.unit_ids else Refused(Reason.NOT_YOUR_UNIT))


def may_write_somewhere(actor: Actor) -> Answer:
    """Whoever belongs to a unit may begin a page in its name."""
    return first_refusal(may_act_at_all(actor), ALLOWED if actor.unit_ids else Refused(Reason.NOT_YOUR_UNIT))


def is_school_year(text: str) -> bool:
    """Whether a text names a school year: "2025-2026"."""
    found = YEARS.fullmatch(text)
    return found is not None and int(found[2]) == int(found[1]) + 1
