"""The append-only, hash-chained ledger."""

from __future__ import annotations

from django.db import models

from editorial.rules.hash_chain import FIRST, Line


class LedgerEntry(models.Model):
    """One line for one fact, carrying what figures need and no visitor's or child's name.

    Database triggers refuse update and delete. `actor_id` and `record_id` are plain numbers:
    evidence does not hang on another table.
    """

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=60, db_index=True)
    school_id = models.PositiveBigIntegerField(null=True)
    actor_id = models.PositiveBigIntegerField(null=True)
    record_id = models.PositiveBigIntegerField(null=True, db_index=True)
    payload = models.JSONField(default=dict)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"

    def as_line(self) -> Line:
        """The line as the hash chain sees it."""
        return Line(
            seq=self.seq,
            at=self.at.isoformat(),
            action=self.action,
            actor_id=self.actor_id,
            record_id=self.record_id,
            payload={**self.payload, "school": self.school_id},
            prev=self.prev,
            hash=self.hash,
        )


class LedgerHead(models.Model):
    """The last line's number and hash, signed. Its row is the lock of the ledger."""

    SINGLE = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLE)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=FIRST)
    signature = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.seq}"
