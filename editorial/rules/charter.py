"""The board's rules as data: every number and every switch, with the regulation's value as default."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any


@dataclasses.dataclass(frozen=True, slots=True)
class CharterRules:
    """One edition of the charter.

    has_editing_stage: an editor takes the text over before it is forwarded (Đ12.3; off in the
        Russian practice, where the author forwards to the deputy of the field).
    editors_release: editors may release themes and ordinary activity (Đ12.2.3).
    deputies_release: the deputy in charge of content may release teaching items, items of public
        concern and items editors put up (Đ12.2.2).
    deputies_by_field: a deputy decides only on units of his field (002 §3.3).
    delegates_take_down: a dated delegate may decide take-downs in the head's place (Đ12.4).
    emergency_hide: deputies and secretaries may hide at once.
    decision_hours: hours without a decision before head and secretary are told.
    posting_hours: hours an approved item may wait for posting (Đ12.2.4).
    claim_working_days: working days a unit's own editor has before a secretary may take the item.
    number_working_days: working days for a delegation's document number.
    notice_characters, notice_hours: limits of an urgent notice.
    small_share: largest share of changed characters in a small correction, 0 to 1.
    """

    has_editing_stage: bool = True
    editors_release: bool = False
    deputies_release: bool = False
    deputies_by_field: bool = False
    delegates_take_down: bool = False
    emergency_hide: bool = True
    decision_hours: int = 24
    posting_hours: int = 24
    claim_working_days: int = 1
    number_working_days: int = 3
    notice_characters: int = 500
    notice_hours: int = 72
    small_share: float = 0.05


class CharterError(ValueError):
    """The data of a charter cannot be read; the message names the entry."""


_LEAST = {"claim_working_days": 1, "number_working_days": 1}
_TYPES: dict[str, type] = {"bool": bool, "int": int, "float": float}


def read_charter(data: Mapping[str, Any]) -> CharterRules:
    """The rules written in `data`; an entry that is left out has the regulation's value.

    Raises CharterError for an unknown entry, a wrong type or a number that makes no sense.
    """
    known = {field.name: _TYPES[str(field.type)] for field in dataclasses.fields(CharterRules)}
    for name, value in data.items():
        _check_entry(name, value, known)
    return CharterRules(**data)


def _check_entry(name: str, value: Any, known: Mapping[str, type]) -> None:
    if name not in known:
        raise CharterError(f"{name}: the charter has no such entry")
    kind = known[name]
    fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if kind is float and type(value) is int:
        fits = True
    if not fits:
        raise CharterError(f"{name}: expected {kind.__name__}")
    if kind is int and value < _LEAST.get(name, 0):
        raise CharterError(f"{name}: at least {_LEAST.get(name, 0)}")
    if kind is float and not 0 <= value <= 1:
        raise CharterError(f"{name}: a share lies between 0 and 1")


def write_charter(rules: CharterRules) -> dict[str, Any]:
    """The rules as data, every entry spelled out."""
    return dataclasses.asdict(rules)
