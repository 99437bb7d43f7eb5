"""A verdict as it is kept: its facts and the steps that were in force, so that it can be explained years later."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from editorial.rules.charter import CharterRules
from editorial.rules.verdicts import VerdictFacts

DATES = frozenset({"due", "ended_on"})
MOMENTS = frozenset({"first_handed_in_at", "forwarded_at", "cleared_at", "first_published_at"})
STEPS = ("handing_in_days", "editing_days")


def to_plain(facts: VerdictFacts, charter: CharterRules) -> dict[str, Any]:
    """The facts of a verdict as plain data: dates and moments in ISO form, time in seconds; and the charter's steps."""
    kept = {name: _plain(value) for name, value in dataclasses.asdict(facts).items()}
    return kept | {step: getattr(charter, step) for step in STEPS}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    return value.isoformat() if isinstance(value, datetime.date) else value


def from_plain(data: Mapping[str, Any], charter: CharterRules) -> tuple[VerdictFacts, CharterRules]:
    """What `to_plain` kept: the facts, and `charter` with the steps of that day.

    Rows of an early edition kept no steps; they are explained by those of `charter`.
    """
    names = [field.name for field in dataclasses.fields(VerdictFacts)]
    facts = VerdictFacts(**{name: _read(name, data[name]) for name in names})
    steps = {step: data[step] for step in STEPS if step in data}
    return facts, dataclasses.replace(charter, **steps)


def _read(name: str, value: Any) -> Any:
    if name in DATES:
        return datetime.date.fromisoformat(value)
    if name in MOMENTS:
        return datetime.datetime.fromisoformat(value) if value else None
    return datetime.timedelta(seconds=value) if name == "time_with_unit" else value
