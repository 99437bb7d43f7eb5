"""Lists of my desk that other apps hand over: registered in `ready()`, read for each reader."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from editorial.selectors.desk_items import Reader

LISTED = 10


@dataclasses.dataclass(frozen=True, slots=True)
class HandedRow:
    """One thing that waits for the reader.

    facts: short words beside the title; mark: what matters most, such as the last day; button and
    post_to: what can be done on the spot with one tap, and where that is sent.
    """

    title: str
    address: str
    facts: tuple[str, ...] = ()
    mark: str = ""
    is_late: bool = False
    button: str = ""
    post_to: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class HandedSection:
    """A list of the desk; the first rows are shown, `address` leads to all of them."""

    code: str
    heading: str
    meaning: str
    rows: Sequence[HandedRow]
    address: str = ""

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.rows)

    @property
    def shown(self) -> Sequence[HandedRow]:
        """The rows that the desk shows."""
        return self.rows[:LISTED]


Provider = Callable[[Reader], HandedSection]

_PROVIDERS: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Register a list by name; the same one again changes nothing. Raises ValueError when the name is taken."""
    if _PROVIDERS.setdefault(name, provider) is not provider:
        raise ValueError(f"a list of the desk called {name!r} is registered already")


def handed_sections(reader: Reader) -> list[HandedSection]:
    """The lists that hold something for this reader, in the order of their names."""
    found = (provider(reader) for _name, provider in sorted(_PROVIDERS.items()))
    return [section for section in found if section.rows]
