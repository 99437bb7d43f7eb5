"""The clauses of documents on the site, as search needs them."""

from __future__ import annotations

from django.db import models


class ClauseText(models.Model):
    """One numbered part of a live document: a projection of its tree, written anew at each posting.

    `words` are its words as search compares them, with a space before and behind each.
    """

    page = models.ForeignKey("documents.OfficialDocumentPage", on_delete=models.CASCADE, related_name="clauses")
    position = models.PositiveIntegerField()
    anchor = models.CharField(max_length=200)
    label = models.CharField(max_length=200)
    heading = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    words = models.TextField()

    class Meta:
        ordering = ["page", "position"]
        constraints = [models.UniqueConstraint(fields=["page", "anchor"], name="one_clause_per_anchor")]

    def __str__(self) -> str:
        return f"{self.page_id} · {self.label}"
