"""The language in which people read the back office."""

from __future__ import annotations

from types import SimpleNamespace

from wagtail.users.models import UserProfile

from school.models import User


def read_in(cast: SimpleNamespace, language: str = "en") -> None:
    """Everybody of the school chose this language."""
    for person in vars(cast).values():
        if isinstance(person, User):
            UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
