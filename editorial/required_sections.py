"""The sections a portal must have, as the apps that own their pages report them: registered in `ready()`."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable

from school.models import School


@dataclasses.dataclass(frozen=True, slots=True)
class RequiredSection:
    """One section. owner: who answers for it; touched_on: day of its newest page, None where there is none.

    is_kept: the portal keeps it up to date by itself, so that it never grows old.
    """

    title: str
    owner: str
    address: str
    touched_on: datetime.date | None
    is_kept: bool = False


Provider = Callable[[School, datetime.date], list[RequiredSection]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Ask `provider` from now on, after those registered before; the same one again changes nothing."""
    if provider not in _providers:
        _providers.append(provider)


def required_sections(school: School, on: datetime.date) -> list[RequiredSection]:
    """Every required section on the day `on`, in the order of the providers."""
    return [section for provider in _providers for section in provider(school, on)]
