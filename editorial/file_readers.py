"""Who else may open a file that is on no page of the site: other apps hand their answers over in `ready()`."""

from __future__ import annotations

from collections.abc import Callable

# Whether a file, by its name in the ledger of uses ("wagtaildocs.document/7"), was given to a person to read.
GivenTo = Callable[[int, str], bool]

_ANSWERS: dict[str, GivenTo] = {}


def register(name: str, given_to: GivenTo) -> None:
    """Register an answer by name; the same one again changes nothing. Raises ValueError when the name is taken."""
    if _ANSWERS.setdefault(name, given_to) is not given_to:
        raise ValueError(f"readers of files called {name!r} are registered already")


def is_given_to(user_id: int, name: str) -> bool:
    """Whether any app gave this file to this person to read."""
    return any(given_to(user_id, name) for given_to in _ANSWERS.values())
