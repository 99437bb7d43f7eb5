"""How a rule answers: allowed, or refused with a reason code."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import StrEnum


@dataclasses.dataclass(frozen=True, slots=True)
class Allowed:
    """The rule has nothing against it."""

    def __bool__(self) -> bool:
        return True


@dataclasses.dataclass(frozen=True, slots=True)
class Refused:
    """The rule is against it. `reason` is a closed code; `details` fill its sentence."""

    reason: StrEnum
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def __bool__(self) -> bool:
        return False


Answer = Allowed | Refused

ALLOWED = Allowed()


def first_refusal(*answers: Answer) -> Answer:
    """The first refusal among `answers`, else `ALLOWED`."""
    return next((answer for answer in answers if not answer), ALLOWED)


class RuleRefused(Exception):
    """A rule said no. Nothing was changed."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(f"{refused.reason.value} {dict(refused.details) or ''}".strip())
        self.refused = refused


def demand(answer: Answer) -> None:
    """Go on when `answer` is allowed; raise RuleRefused when it is not."""
    if isinstance(answer, Refused):
        raise RuleRefused(answer)
