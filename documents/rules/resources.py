"""Links to learning resources elsewhere (002 §2.6)."""

from __future__ import annotations

from enum import StrEnum


class Licence(StrEnum):
    """Who may use a resource, and on whose account."""

    OPEN = "open"
    STATE = "state"
    SCHOOL = "school"
    OWN_ACCOUNT = "own_account"
