"""What every app may stand on: the generation number of the public site."""

from __future__ import annotations

import secrets

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.dispatch import Signal

# Sent in this process when a change of the public site is committed.
public_site_changed = Signal()

RAISE = (
    "UPDATE core_generation SET number = number + 1 "
    "WHERE id = (SELECT id FROM core_generation ORDER BY id LIMIT 1 {free_only})"
)
BEGIN = (
    "INSERT INTO core_generation (id, number) VALUES (%s, 1) "
    "ON CONFLICT (id) DO UPDATE SET number = core_generation.number + 1"
)
MOST_ROWS = 32_767


class Generation(models.Model):
    """A number that grows with every change of the public site.

    It is raised in the same transaction as the change, so a killed process cannot lose it;
    whatever is cached about the public site carries the number it was made under.
    Transactions side by side each raise a row of their own, so that none waits for another;
    the number is the sum of the rows. A second row appears the first time two of them meet.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def bump(cls, using: str = DEFAULT_DB_ALIAS) -> None:
        """Raise the number by one, inside the caller's transaction; this process hears of it when that commits."""
        connection = connections[using]
        connection.ensure_connection()
        free_only = "FOR UPDATE SKIP LOCKED" if connection.features.has_select_for_update_skip_locked else ""
        # Past the log of queries: it accompanies every write, and counts of queries are about the work itself.
        with connection.make_cursor(connection.create_cursor()) as cursor:
            cursor.execute(RAISE.format(free_only=free_only))
            if not cursor.rowcount:
                first = 1 + secrets.randbelow(MOST_ROWS) if free_only else 1
                cursor.execute(BEGIN, [first])
        transaction.on_commit(_announce, using)

    @classmethod
    def current(cls) -> int:
        """The number in force; 0 before the first change."""
        found: int | None = cls.objects.aggregate(whole=models.Sum("number"))["whole"]
        return found or 0


def _announce() -> None:
    public_site_changed.send(Generation)
