"""Pictures that lists must not show, although the page they belong to stands on the site.

A higher app says which: `register(only_shown_images)` when the apps are ready.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

Filter = Callable[[QuerySet[Any]], QuerySet[Any]]

_filters: dict[str, Filter] = {}


def register(name: str, keep: Filter) -> None:
    """Let `keep` leave out of a queryset of images those that are withheld."""
    _filters[name] = keep


def only_shown(images: QuerySet[Any]) -> QuerySet[Any]:
    """Of these images those that the public may see in a list."""
    for keep in _filters.values():
        images = keep(images)
    return images
