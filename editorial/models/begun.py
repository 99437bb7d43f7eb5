"""Which form began which item, so that a button pressed twice begins one."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from editorial.models.chain import EditorialRecord


class BegunItem(models.Model):
    """The form on the public side with which a member of a unit began an item; `token` is the form's own."""

    token = models.CharField(max_length=32)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    record = models.OneToOneField(EditorialRecord, on_delete=models.CASCADE, related_name="begun_by_form")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "token"], name="one_item_per_form")]

    def __str__(self) -> str:
        return self.token
