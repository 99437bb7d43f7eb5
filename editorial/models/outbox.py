"""Messages that wait to be sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class OutboxMessage(models.Model):
    """A message to one person, written in the transaction of the fact and sent after its commit."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    record = models.ForeignKey(
        "editorial.EditorialRecord", on_delete=models.PROTECT, null=True, blank=True, related_name="messages"
    )
    context = models.JSONField(default=dict)
    key = models.CharField(max_length=120, blank=True, db_index=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True, db_index=True)
    attempts_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["to", "key"], condition=~models.Q(key=""), name="one_message_per_key_and_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.to_id}"
