"""Many items in one state: the first walks the chain, the others get rows like his."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.db import transaction

from editorial.actions.ledger import append
from editorial.gates.digest import revision_digest
from editorial.models import Clearance, EditorialRecord, LedgerEntry, Round
from tests.factories import items

COPIED = ("work_state", "state_since", "first_handed_in_at", "handed_in_at", "editor_id", "editor_since")


@transaction.atomic
def like(model: EditorialRecord, cast: SimpleNamespace) -> EditorialRecord:
    """A new item that stands where `model` stands, with a round, decisions and ledger lines of its own."""
    record = items.draft(cast)
    for name in COPIED:
        setattr(record, name, getattr(model, name))
    record.save()
    for round_ in model.rounds.order_by("number"):
        _round_like(round_, record)
    for line in LedgerEntry.objects.filter(record_id=model.pk).order_by("seq"):
        append(
            action=line.action,
            at=line.at,
            school_id=line.school_id,
            actor_id=line.actor_id,
            record_id=record.pk,
            payload=line.payload,
        )
    return record


def _round_like(model: Round, record: EditorialRecord) -> None:
    revision = record.page.latest_revision
    pinned: dict[str, Any] = {"record": record, "revision": revision}
    ended_at = model.ended_at
    round_ = _copy(model, **pinned, digest=revision_digest(revision), ended_at=None)
    for decision in model.decisions.order_by("pk"):
        taken = _copy(decision, **pinned, round=round_)
        for cleared in Clearance.objects.filter(decision=decision):
            _copy(
                cleared,
                **pinned,
                round=round_,
                decision=taken,
                page_id=record.page_id,
                digest=round_.digest,
                files={},
            )
    if ended_at is not None:
        round_.ended_at = ended_at
        round_.save(update_fields=["ended_at"])


def _copy(row: Any, **changes: Any) -> Any:
    fields = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    copied = type(row)(**fields)
    for name, value in changes.items():
        setattr(copied, name, value)
    copied.save(force_insert=True)
    return copied
