"""A file that is being read into the register: kept until it is registered or thrown away."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.rules.corrections import Corrections, corrections_of
from editorial.intake.storage import PrivateStorage
from school.models import School

FOLDER = "imports"


def private_name(instance: Any, filename: str) -> str:
    """A name by chance: nothing of what somebody called the file reaches the disk."""
    return f"{FOLDER}/{uuid.uuid4().hex}"


class RegulationImport(models.Model):
    """A file somebody began to read in; it is deleted when it is registered, thrown away or forgotten.

    `text` is what will be stored in the document, line by line; `set_aside` are pieces of the file that are
    not in it ([line, words, reason]), `told` what the reader found odd ([code, label, line]), `corrections`
    what people said of lines (`rules.corrections.plain_corrections`).
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)
    file = models.FileField(storage=PrivateStorage(), upload_to=private_name, max_length=100)
    file_name = models.CharField(_("name"), max_length=150)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    language = models.CharField(max_length=2)
    text = models.TextField()
    set_aside = models.JSONField(default=list)
    told = models.JSONField(default=list)
    corrections = models.JSONField(default=None, null=True)

    class Meta:
        verbose_name = _("file that is being read")
        verbose_name_plural = _("files that are being read")
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def said(self) -> Corrections:
        """The corrections as the rules see them."""
        return corrections_of(self.corrections)
