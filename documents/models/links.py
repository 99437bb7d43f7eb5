"""What documents on the site do to each other, as lists and validity need it."""

from __future__ import annotations

from django.db import models

from documents.words import register as words
from editorial.models import choices

PAGE = "documents.OfficialDocumentPage"


class DocumentLink(models.Model):
    """A link of a live document to another: a projection of its relations, written anew at each posting."""

    source = models.ForeignKey(PAGE, on_delete=models.CASCADE, related_name="links_out")
    target = models.ForeignKey(PAGE, on_delete=models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=20, choices=choices.choices(words.RELATIONS))
    clauses = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"
