"""What readers are told of changes, for the templates of public pages."""

from __future__ import annotations

from typing import Any

from django import template

from editorial.selectors import public_notes
from editorial.selectors.public_notes import PostedNotes

register = template.Library()


@register.simple_tag
def notes_of(page: Any) -> PostedNotes:
    """The notes of the versions of this page that were posted, the newest first."""
    return public_notes.public_notes(page)
