"""Documents announced for acquaintance, and who has read them (B40)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

PAGE = "documents.OfficialDocumentPage"


class AcquaintanceCall(models.Model):
    """One version of a document announced to named people.

    `whom` says how they were chosen: {"everybody": bool, "units": [keys], "posts": [codes]}. `ended_at`
    is set when a newer version is announced in its place: nobody is asked for this one any more.
    """

    page = models.ForeignKey(PAGE, on_delete=models.PROTECT, related_name="acquaintance_calls")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    whom = models.JSONField(default=dict)
    due_on = models.DateField(null=True, blank=True)
    called_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-called_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(ended_at__isnull=True), name="one_running_call_per_document"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id} · {self.called_at}"


class Acquaintance(models.Model):
    """One named person of a call; `read_at` is when he confirmed. Who joins later is not named by himself."""

    call = models.ForeignKey(AcquaintanceCall, on_delete=models.PROTECT, related_name="people")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="acquaintances")
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["call", "user"], name="one_acquaintance_per_person")]

    def __str__(self) -> str:
        return f"{self.call_id} · {self.user_id}"
