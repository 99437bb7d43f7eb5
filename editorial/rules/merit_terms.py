"""The facts a merit list is made of (Đ17 §1); the regulation names no points, so every weight starts at 0."""

from __future__ import annotations

from enum import StrEnum


class MeritFact(StrEnum):
    """What speaks for a unit or an author; and, from `OVERDUE` on, what speaks against."""

    MONTHS_MET = "months_met"
    ON_TIME = "on_time"
    ITEMS = "items"
    TOPICAL = "topical"
    OVERDUE = "overdue"
    UNTRUE = "untrue"
    FAULT = "fault"


SHARES = frozenset({MeritFact.MONTHS_MET, MeritFact.ON_TIME})
AGAINST = frozenset({MeritFact.OVERDUE, MeritFact.UNTRUE, MeritFact.FAULT})
NO_POINTS: dict[str, int] = {fact.value: 0 for fact in MeritFact}
MOST_POINTS = 100
