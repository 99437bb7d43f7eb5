"""Whoever gets at the ledger's rows is seen: every column of every line, the tail, the head, the anchor."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F

from editorial.models import Clearance, Decision, EditorialRecord, LedgerEntry, LedgerHead, Round
from editorial.rules.hash_chain import line_hash
from editorial.selectors.evidence import ledger_anchor, ledger_faults
from tests.factories import items
from tests.factories.tampering import triggers_lifted

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(cast: SimpleNamespace) -> EditorialRecord:
    """An item that walked the whole chain; the ledger is sound and its triggers are lifted afterwards."""
    record = items.published(cast)
    assert list(ledger_faults()) == []
    return record


@pytest.fixture
def lifted(record: EditorialRecord) -> Iterator[EditorialRecord]:
    """With the triggers lifted: what follows is somebody with the database's password."""
    with triggers_lifted():
        yield record


def flipped(text: str) -> str:
    """The text with its last character changed."""
    return text[:-1] + ("0" if text[-1:] != "0" else "1")


def other(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, datetime.datetime):
        return value + datetime.timedelta(microseconds=1)
    if isinstance(value, bool):
        return not value
    if value is None or isinstance(value, int):
        return (value or 0) + 1
    return flipped(value) if isinstance(value, str) else [value]


def changes(line: LedgerEntry) -> Iterator[dict[str, Any]]:
    """Every column of the line, changed by the least that it can be; of the payload every entry."""
    for name in ("at", "action", "school_id", "actor_id", "record_id", "prev", "hash"):
        yield {name: other(getattr(line, name))}
    yield {"payload": {**line.payload, "added": 1}}
    for key, value in line.payload.items():
        yield {"payload": {**line.payload, key: other(value)}}
        yield {"payload": {name: kept for name, kept in line.payload.items() if name != key}}


def test_any_column_of_any_line__cannot_change_unseen(lifted: EditorialRecord) -> None:
    for line in LedgerEntry.objects.order_by("seq"):
        for change in changes(line):
            with transaction.atomic():
                LedgerEntry.objects.filter(seq=line.seq).update(**change)
                assert any(f"line {line.seq}" in fault for fault in ledger_faults()), change
                transaction.set_rollback(True)


def test_line_that_makes_no_sense__is_named_and_not_stumbled_over(lifted: EditorialRecord) -> None:
    line = LedgerEntry.objects.get(action="editorial.approve", payload__next_stage="head")
    LedgerEntry.objects.filter(seq=line.seq).update(payload={**line.payload, "next_stage": "nowhere"})

    assert any(f"line {line.seq}" in fault for fault in list(ledger_faults()))


def test_number_of_a_line__cannot_change_unseen(lifted: EditorialRecord) -> None:
    last = LedgerEntry.objects.order_by("-seq")[0].seq
    for seq in range(1, last + 1):
        with transaction.atomic():
            LedgerEntry.objects.filter(seq=seq).update(seq=F("seq") + 1000)
            assert list(ledger_faults()), seq
            transaction.set_rollback(True)


def test_line_taken_out__is_missed_by_number(lifted: EditorialRecord) -> None:
    for seq in LedgerEntry.objects.values_list("seq", flat=True):
        with transaction.atomic():
            LedgerEntry.objects.filter(seq=seq).delete()
            assert list(ledger_faults()), seq
            transaction.set_rollback(True)


def last_line() -> LedgerEntry:
    return LedgerEntry.objects.order_by("-seq")[0]


def cut_tail() -> None:
    last_line().delete()


def cut_tail_and_rewind_the_head() -> None:
    cut_tail()
    LedgerHead.objects.update(seq=last_line().seq, hash=last_line().hash)


def rehash_after_a_change() -> None:
    """Change a line in the middle and compute every hash after it anew; only the key is missing."""
    prev = ""
    for line in LedgerEntry.objects.order_by("seq"):
        if prev:
            line.prev = prev
        elif line.action == "editorial.approve":
            line.actor_id = (line.actor_id or 0) + 1
        else:
            continue
        line.hash = line_hash(line.as_line())
        LedgerEntry.objects.filter(seq=line.seq).update(actor_id=line.actor_id, prev=line.prev, hash=line.hash)
        prev = line.hash
    LedgerHead.objects.update(hash=prev)


def swap_head() -> None:
    first = LedgerEntry.objects.get(seq=1)
    LedgerHead.objects.update(seq=1, hash=first.hash)


def lose_head() -> None:
    LedgerHead.objects.all().delete()


def unsign_head() -> None:
    LedgerHead.objects.update(signature="")


def append_by_hand() -> None:
    """A line that follows properly, by somebody without the key."""
    last = last_line()
    line = LedgerEntry(
        seq=last.seq + 1,
        at=last.at,
        action="editorial.approve",
        actor_id=1,
        record_id=1,
        prev=last.hash,
        payload={},
    )
    line.hash = line_hash(line.as_line())
    line.save(force_insert=True)
    LedgerHead.objects.update(seq=line.seq, hash=line.hash)


FORGERIES: dict[str, tuple[Callable[[], None], str]] = {
    "cut tail": (cut_tail, "head: signed for line"),
    "cut tail, head rewound": (cut_tail_and_rewind_the_head, "signature"),
    "rehashed chain": (rehash_after_a_change, "signature"),
    "swapped head": (swap_head, "head: signed for line"),
    "lost head": (lose_head, "the signed head is missing"),
    "unsigned head": (unsign_head, "signature"),
    "a line of one's own": (append_by_hand, "signature"),
}


@pytest.mark.parametrize(("forge", "said"), [pytest.param(*row, id=name) for name, row in FORGERIES.items()])
def test_forgery__is_named_and_the_command_fails(
    forge: Callable[[], None], said: str, lifted: EditorialRecord, capsys: pytest.CaptureFixture[str]
) -> None:
    forge()

    assert any(said in fault for fault in ledger_faults())
    with pytest.raises(CommandError) as failure:
        call_command("verify_ledger")
    assert failure.value.returncode == 1
    assert said in capsys.readouterr().err


def test_sound_ledger__passes(record: EditorialRecord, capsys: pytest.CaptureFixture[str]) -> None:
    """The control."""
    call_command("verify_ledger")

    assert "unbroken" in capsys.readouterr().out


@pytest.fixture
def anchor(record: EditorialRecord, tmp_path: Path) -> Path:
    """The signed head, sent out before the forgery."""
    kept = tmp_path / "anchor.json"
    call_command("verify_ledger", write_anchor=kept)
    return kept


def test_anchor__fits_a_ledger_that_only_grew(anchor: Path, cast: SimpleNamespace) -> None:
    items.submitted(cast)

    assert list(ledger_faults(anchor)) == []


def test_whole_database_put_back__is_seen_by_the_anchor(
    record: EditorialRecord, cast: SimpleNamespace, tmp_path: Path
) -> None:
    """An older copy is sound in itself, signed head and all; only what was sent out tells."""
    with transaction.atomic():
        items.submitted(cast)
        kept = tmp_path / "anchor.json"
        kept.write_text(json.dumps(ledger_anchor()), encoding="utf-8")
        transaction.set_rollback(True)
    assert list(ledger_faults()) == []

    assert any("anchor: line" in fault for fault in ledger_faults(kept))


def test_rehashed_chain_signed_with_the_stolen_key__is_seen_by_the_anchor(
    anchor: Path, record: EditorialRecord, settings: Any
) -> None:
    from editorial.rules.hash_chain import sign

    with triggers_lifted():
        rehash_after_a_change()
        head = LedgerHead.objects.get()
        LedgerHead.objects.update(signature=sign(settings.PORTAL_LEDGER_KEY, head.seq, head.hash))

    assert any("anchor: line" in fault for fault in ledger_faults(anchor))


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"seq": 1, "hash": "0", "signature": "0"}', "\x00"])
def test_anchor__that_is_forged_or_unreadable_is_named(content: str, record: EditorialRecord, tmp_path: Path) -> None:
    kept = tmp_path / "anchor.json"
    kept.write_text(content, encoding="utf-8")

    assert any("anchor" in fault for fault in ledger_faults(kept))


def test_state_of_an_item__cannot_be_set_by_hand_unseen(record: EditorialRecord) -> None:
    """The projections for lists are derived again."""
    for change in ({"work_state": "approved"}, {"public_state": "taken_down"}):
        with transaction.atomic():
            EditorialRecord.objects.filter(pk=record.pk).update(**change)
            assert any(f"item {record.pk}" in fault for fault in ledger_faults()), change
            transaction.set_rollback(True)


def forged_approval(record: EditorialRecord, actor: Any, stage: str) -> Decision:
    """An approval written straight into the table, in a round of its own."""
    real = record.rounds.order_by("-number").first()
    fields = {f.attname: getattr(real, f.attname) for f in real._meta.concrete_fields if not f.primary_key}
    round_ = Round.objects.create(**{**fields, "number": real.number + 1, "ended_at": None})
    return Decision.objects.create(
        round=round_,
        record=record,
        revision=round_.revision,
        stage=stage,
        act="approve",
        actor=actor,
        actor_name=actor.full_name,
        actor_post=stage,
        decided_at=real.started_at,
    )


def test_forged_approval__of_somebody_who_never_decided_is_named(
    record: EditorialRecord, cast: SimpleNamespace
) -> None:
    forged_approval(record, cast.deputy2, "deputy")

    assert any(f"by person {cast.deputy2.pk}" in fault for fault in ledger_faults())


def test_forged_approval__of_somebody_who_decided_another_round_is_named(
    record: EditorialRecord, cast: SimpleNamespace
) -> None:
    decision = forged_approval(record, cast.head, "head")
    Clearance.objects.create(
        round=decision.round,
        record=record,
        page_id=record.page_id,
        revision=decision.revision,
        decision=decision,
        digest=decision.round.digest,
        cleared_at=decision.decided_at,
    )

    assert any(f"by person {cast.head.pk}" in fault for fault in ledger_faults())
