"""What follows from a posting; nothing is decided here."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_published

from documents.actions import note_posted
from documents.models import OfficialDocumentPage


def connect() -> None:
    """Connect the receiver; called once, when the apps are ready."""
    page_published.connect(keep_up, sender=OfficialDocumentPage, dispatch_uid="documents_note_posted")


def keep_up(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Links and clauses follow what was posted, in its transaction."""
    note_posted(instance)
