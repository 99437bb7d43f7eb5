"""Which pictures and files which item uses, and which are hidden."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from editorial.models.chain import EditorialRecord


class AssetUse(models.Model):
    """A page that is on the site uses a picture or file. Written at posting, removed at hiding."""

    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="asset_uses")
    name = models.CharField(max_length=80, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "name"], name="one_use_per_record")]

    def __str__(self) -> str:
        return self.name


class HiddenFile(models.Model):
    """A single picture or file that is hidden, whatever page uses it, until the head decides."""

    name = models.CharField(max_length=80, db_index=True)
    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="hidden_files")
    hidden_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    hidden_at = models.DateTimeField()
    ground = models.CharField(max_length=40)
    restored_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
