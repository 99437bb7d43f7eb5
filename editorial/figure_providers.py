"""Figures that content apps hand the board's reports: registered in `ready()`, asked by name."""

from __future__ import annotations

from collections.abc import Callable

from editorial.reports.paper import Table
from editorial.rules.periods import Period
from school.models import School

Provider = Callable[[School, Period], Table]
Lister = Callable[[School, Period, tuple[str, ...]], Table]

_PROVIDERS: dict[str, Provider] = {}
_LISTERS: dict[str, Lister] = {}


def register(name: str, provider: Provider, lister: Lister | None = None) -> None:
    """Register the provider of a section ("documents", "procedures"); the same one again changes nothing.

    It answers for a school and a period, as things stood at the period's end, with a table in the
    language of the school's country; always in the same number of queries. `lister` lists the rows
    behind one row of that table, in the reader's language: it is given the texts in it, none for the
    total; the first column is the number of the item's record. Raises ValueError when another
    provider has the name.
    """
    if _PROVIDERS.setdefault(name, provider) is not provider:
        raise ValueError(f"figures called {name!r} are provided already")
    if lister is not None:
        _LISTERS[name] = lister


def rows_behind(name: str, school: School, period: Period, texts: tuple[str, ...]) -> Table | None:
    """The rows behind one row of a provided table; None where its provider lists none."""
    lister = _LISTERS.get(name)
    return lister(school, period, texts) if lister else None


def provided(school: School, period: Period) -> list[tuple[str, Table]]:
    """Every provider's table, in order of their names."""
    return [(name, provider(school, period)) for name, provider in sorted(_PROVIDERS.items())]
