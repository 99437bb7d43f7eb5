"""Documents that left the current list."""

from __future__ import annotations

from django.conf import settings
from django.db import models

PAGE = "documents.OfficialDocumentPage"


class ArchivedDocument(models.Model):
    """A document that ended and left the current list; its address still answers, with a note (002 §3.3)."""

    page = models.OneToOneField(PAGE, on_delete=models.PROTECT, related_name="archived")
    archived_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    archived_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.page_id)
