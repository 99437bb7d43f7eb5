"""Appending to the ledger."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.conf import settings

from editorial.models.ledger import LedgerEntry, LedgerHead
from editorial.rules.hash_chain import line_hash, sign


def append(
    *,
    action: str,
    at: datetime.datetime,
    school_id: int | None,
    actor_id: int | None,
    record_id: int | None = None,
    payload: Mapping[str, Any] | None = None,
) -> LedgerEntry:
    """Write one line; the caller's transaction holds the ledger until it ends.

    The head's row is the lock and is taken last, after the record and its round.
    """
    head = _locked_head()
    entry = LedgerEntry(
        seq=head.seq + 1,
        at=at.astimezone(datetime.UTC),
        action=action,
        school_id=school_id,
        actor_id=actor_id,
        record_id=record_id,
        payload=dict(payload or {}),
        prev=head.hash,
    )
    entry.hash = line_hash(entry.as_line())
    entry.save(force_insert=True)
    head.seq, head.hash = entry.seq, entry.hash
    head.signature = sign(settings.PORTAL_LEDGER_KEY, head.seq, head.hash)
    head.save()
    return entry


def _locked_head() -> LedgerHead:
    LedgerHead.objects.get_or_create(pk=LedgerHead.SINGLE)
    return LedgerHead.objects.select_for_update().get(pk=LedgerHead.SINGLE)
