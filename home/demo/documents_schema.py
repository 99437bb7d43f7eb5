"""The shape of the demonstration's documents: frozen facts; days are counted from the day it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any


def own_text(name: str) -> str:
    """A text of the demonstration by its path below this folder; nothing for no name."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8") if name else ""


@dataclass(frozen=True)
class DemoLink:
    """A link to another document of the demonstration, by its key; or to one in words only."""

    kind: str
    key: str = ""
    text: str = ""
    clauses: str = ""


@dataclass(frozen=True)
class DemoApproval:
    """A line of the block of approvals; its day `days_ago` days before today."""

    kind: str
    body: str
    act: str
    number: str
    days_ago: int


@dataclass(frozen=True)
class DemoEdition:
    """A later edition, passed through the chain again: its text is the file `text`, its other fields stay.

    `told` is what readers are told about the change.
    """

    text: str
    days_ago: int
    told: str
    approvals: tuple[DemoApproval, ...] = ()


@dataclass(frozen=True)
class DemoDocument:
    """One document, registered `days_ago` and issued `issued_days_ago` days before today; `fields`: the register's.

    `text` names a file; `owner` is the unit that looks after it; `superior` the approval of a draft for comment;
    `by` is who registers it: a secretary, or in the Russian practice a deputy.
    """

    key: str
    title: str
    kind: str
    issuing_body: str
    days_ago: int
    issued_days_ago: int
    text: str = ""
    fields: tuple[tuple[str, Any], ...] = ()
    audiences: tuple[str, ...] = ()
    links: tuple[DemoLink, ...] = ()
    bases: tuple[DemoLink, ...] = ()
    approvals: tuple[DemoApproval, ...] = ()
    later: tuple[DemoEdition, ...] = ()
    owner: str = ""
    review_in_days: int | None = None
    ends_in_days: int | None = None
    superior: DemoApproval | None = None
    by: str = "secretary"
    is_handed_in: bool = True
    is_released: bool = True
