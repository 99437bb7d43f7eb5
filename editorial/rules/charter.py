"""The board's rules as data: every number and every switch, with the regulation's value as default."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from editorial.rules.clock_terms import HOLDERS, VIETNAMESE_DUTIES, DeadlineUnit, EventKind, QuotaBasis
from editorial.rules.merit_terms import MOST_POINTS, NO_POINTS

SCHOOL_MONTHS = (1, 2, 3, 4, 5, 9, 10, 11, 12)


@dataclasses.dataclass(frozen=True, slots=True)
class CharterRules:
    """One edition of the charter.

    has_editing_stage: an editor takes the text over before it is forwarded (Đ12.3; off in the
        Russian practice, where the author forwards to the deputy of the field).
    editors_release: editors may release themes and ordinary activity (Đ12.2.3).
    deputies_release: the deputy in charge of content may release teaching items, items of public
        concern and items editors put up (Đ12.2.2).
    deputies_release_documents: a deputy may release what is registered as a document (Đ14.2, 002 §3.3).
    deputies_by_field: a deputy decides only on units of his field (002 §3.3).
    delegates_take_down: a dated delegate may decide take-downs in the head's place (Đ12.4).
    emergency_hide: deputies and secretaries may hide at once.
    decision_hours: hours without a decision before head and secretary are told.
    posting_hours: hours an approved item may wait for posting (Đ12.2.4).
    claim_working_days: working days a unit's own editor has before a secretary may take the item.
    number_working_days: working days for a delegation's document number.
    notice_characters, notice_hours: limits of an urgent notice.
    small_share: largest share of changed characters in a small correction, 0 to 1.
    deadline_days, deadline_unit: days after an event until its item is on the portal (Đ14.1).
    deadline_rolls_over: a due date on a day off moves to the next working day.
    handing_in_days, editing_days: days after the event until the item is handed in, and edited
        (Đ7.1 dash 2); proposals that say whose delay it was.
    duty_table: kind of event to the kind of unit that writes, 'deputy_teaching', or nothing where
        a deputy assigns (Đ14.1 dashes 1-5).
    quota_per_month: items a subject group owes in a month (Đ13.2); quota_months: months that are
        checked, 1 to 12; quota_basis: the month an item counts in.
    quota_cut_off_day: day of the following month up to which a posting still counts for the month
        the item was handed in; 0 is the month's own last day.
    quota_counts_co_units: a joint item counts for every unit named on it.
    report_cutoff_day: last day of a reporting month, 1 to 28; 0 is the month's own last day (Đ5.3).
    merit_points: weight of each fact of the merit list (Đ17 §1), 0 to 100; all 0: no points.
    """

    has_editing_stage: bool = True
    editors_release: bool = False
    deputies_release: bool = False
    deputies_release_documents: bool = False
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
    deadline_days: int = 3
    deadline_unit: DeadlineUnit = DeadlineUnit.CALENDAR
    deadline_rolls_over: bool = True
    handing_in_days: int = 1
    editing_days: int = 2
    duty_table: dict[str, str] = dataclasses.field(default_factory=lambda: dict(VIETNAMESE_DUTIES), hash=False)
    quota_per_month: int = 1
    quota_months: tuple[int, ...] = SCHOOL_MONTHS
    quota_basis: QuotaBasis = QuotaBasis.HANDED_IN
    quota_cut_off_day: int = 3
    quota_counts_co_units: bool = False
    report_cutoff_day: int = 0
    merit_points: dict[str, int] = dataclasses.field(default_factory=lambda: dict(NO_POINTS), hash=False)


class CharterError(ValueError):
    """The data of a charter cannot be read; the message names the entry."""


LEAST = {"claim_working_days": 1, "number_working_days": 1, "deadline_days": 1}
MOST = {
    "deadline_days": 60,
    "handing_in_days": 60,
    "editing_days": 60,
    "quota_per_month": 31,
    "quota_cut_off_day": 28,
    "report_cutoff_day": 28,
}


def read_charter(data: Mapping[str, Any]) -> CharterRules:
    """The rules written in `data`; an entry that is left out has the regulation's value.

    Raises CharterError for an unknown entry, a wrong type or a number that makes no sense.
    """
    readers = {field.name: _READERS[str(field.type)] for field in dataclasses.fields(CharterRules)}
    for name in data:
        if name not in readers:
            raise CharterError(f"{name}: the charter has no such entry")
    return CharterRules(**{name: readers[name](name, value) for name, value in data.items()})


def write_charter(rules: CharterRules) -> dict[str, Any]:
    """The rules as plain JSON data, every entry spelled out."""
    return {field.name: _plain(getattr(rules, field.name)) for field in dataclasses.fields(rules)}


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, dict) else value


def _read_bool(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise CharterError(f"{name}: expected bool")
    return value


def _read_int(name: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise CharterError(f"{name}: expected int")
    least, most = LEAST.get(name, 0), MOST.get(name)
    if value < least:
        raise CharterError(f"{name}: at least {least}")
    if most is not None and value > most:
        raise CharterError(f"{name}: at most {most}")
    return value


def _read_share(name: str, value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise CharterError(f"{name}: expected float")
    if not 0 <= value <= 1:
        raise CharterError(f"{name}: a share lies between 0 and 1")
    return float(value)


def _read_choice(choices: type[StrEnum]) -> Callable[[str, Any], StrEnum]:
    def read(name: str, value: Any) -> StrEnum:
        if not isinstance(value, str) or value not in set(choices):
            raise CharterError(f"{name}: expected one of {', '.join(choices)}")
        return choices(value)

    return read


def _read_months(name: str, value: Any) -> tuple[int, ...]:
    if not isinstance(value, list | tuple) or any(type(month) is not int for month in value):
        raise CharterError(f"{name}: expected a list of months")
    if not set(value) <= set(range(1, 13)):
        raise CharterError(f"{name}: months are numbered 1 to 12")
    return tuple(sorted(set(value)))


def _read_duties(name: str, value: Any) -> dict[str, str]:
    """A kind that is left out has the regulation's holder."""
    if not isinstance(value, Mapping):
        raise CharterError(f"{name}: expected kinds of event with who writes")
    for kind, holder in value.items():
        if not isinstance(kind, str) or kind not in set(EventKind):
            raise CharterError(f"{name}: no kind of event is called {kind}")
        if not isinstance(holder, str) or holder not in HOLDERS:
            raise CharterError(f"{name}: nobody to write about {kind} is called {holder}")
    return {**VIETNAMESE_DUTIES, **value}


def _read_points(name: str, value: Any) -> dict[str, int]:
    """A fact that is left out weighs nothing."""
    if not isinstance(value, Mapping):
        raise CharterError(f"{name}: expected facts with their weights")
    for fact, weight in value.items():
        if fact not in NO_POINTS:
            raise CharterError(f"{name}: no fact is called {fact}")
        if type(weight) is not int or not 0 <= weight <= MOST_POINTS:
            raise CharterError(f"{name}: a weight is a whole number from 0 to {MOST_POINTS}")
    return {**NO_POINTS, **value}


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "bool": _read_bool,
    "int": _read_int,
    "float": _read_share,
    "DeadlineUnit": _read_choice(DeadlineUnit),
    "QuotaBasis": _read_choice(QuotaBasis),
    "tuple[int, ...]": _read_months,
    "dict[str, str]": _read_duties,
    "dict[str, int]": _read_points,
}
