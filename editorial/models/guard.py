"""What the database triggers look at."""

from __future__ import annotations

from django.db import models


class GuardedType(models.Model):
    """Content types of board pages; filled after every migration, so no content table is named."""

    content_type = models.OneToOneField(
        "contenttypes.ContentType", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )

    def __str__(self) -> str:
        return str(self.content_type_id)


class OpenGrant(models.Model):
    """A live row may change only while its grant is open.

    The row lives inside the transaction of one action and is gone at its end: a committed row
    is a forgery, and `verify_public` names it.
    """

    class Kind(models.TextChoices):
        POST = "post"
        CLEAR_AWAY = "clear_away"
        DISCARD = "discard"

    page_id = models.PositiveBigIntegerField(db_index=True)
    revision_id = models.PositiveBigIntegerField(null=True)
    kind = models.CharField(max_length=12, choices=Kind)
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.page_id}"
