"""The words of attached files, as search needs them."""

from __future__ import annotations

from django.db import models

from documents.rules.files import FileState


class FileText(models.Model):
    """What was read from one stored file, in the background. No evidence and not public by itself.

    `name` is that of clearances ("wagtaildocs.document/7"), `sha256` that of the bytes that were read; `words` are
    as search compares them, with a space before and behind each. Whether it may be found is asked at each search.
    """

    name = models.CharField(max_length=80, unique=True)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=[(state.value, state.value) for state in FileState])
    text = models.TextField(blank=True)
    words = models.TextField(blank=True)
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name} · {self.state}"
