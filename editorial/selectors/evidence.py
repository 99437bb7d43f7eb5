"""Re-walking the evidence: the ledger against itself and the records, the public site against the clearances."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from wagtail.models import Page

from editorial.gates.digest import file_digest, live_digest
from editorial.gates.triggers import board_page_models
from editorial.models import (
    AssetUse,
    Clearance,
    Decision,
    EditorialRecord,
    LedgerEntry,
    LedgerHead,
    OpenGrant,
    Round,
)
from editorial.rules.hash_chain import FIRST, faults, sign
from editorial.rules.states import public_state, work_state
from editorial.rules.vocabulary import VISIBLE, PublicState, RoundKind, Verb
from editorial.selectors.records import acts_of

CHUNK = 2000


def ledger_faults(anchor: Path | None = None) -> Iterator[str]:
    """Everything that is wrong with the ledger, one sentence a fault, naming the line.

    The chain, its signed head, an anchor sent out earlier, and every record's states and
    decisions against the lines.
    """
    entries = LedgerEntry.objects.order_by("seq").iterator(chunk_size=CHUNK)
    for fault in faults(entry.as_line() for entry in entries):
        yield f"line {fault.seq}: {fault.what}"
    yield from _head_faults()
    if anchor is not None:
        yield from _anchor_faults(anchor)
    yield from _record_faults()
    yield from _decision_faults()


def _head_faults() -> Iterator[str]:
    head = LedgerHead.objects.first()
    last = LedgerEntry.objects.order_by("-seq").first()
    seq, digest = (last.seq, last.hash) if last else (0, FIRST)
    if head is None:
        if last is not None:
            yield "head: the signed head is missing"
        return
    if (head.seq, head.hash) != (seq, digest):
        yield f"head: signed for line {head.seq}, but the ledger ends with line {seq}"
    if head.seq and head.signature != sign(settings.PORTAL_LEDGER_KEY, head.seq, head.hash):
        yield f"head: the signature of line {head.seq} does not fit"


def _anchor_faults(anchor: Path) -> Iterator[str]:
    try:
        kept = json.loads(anchor.read_text(encoding="utf-8"))
        seq, digest, signature = int(kept["seq"]), str(kept["hash"]), str(kept["signature"])
    except (OSError, ValueError, KeyError, TypeError):
        yield f"anchor: {anchor.name} cannot be read"
        return
    if signature != sign(settings.PORTAL_LEDGER_KEY, seq, digest):
        yield f"anchor: the signature in {anchor.name} does not fit"
    if not LedgerEntry.objects.filter(seq=seq, hash=digest).exists():
        yield f"anchor: line {seq} is not what {anchor.name} says"


def ledger_anchor() -> dict[str, str | int]:
    """The head of the ledger, to be kept outside the database."""
    head = LedgerHead.objects.first()
    return {"seq": head.seq, "hash": head.hash, "signature": head.signature} if head else {}


def _record_faults() -> Iterator[str]:
    """States in the records that the lines do not give."""
    for record in EditorialRecord.objects.order_by("pk").iterator(chunk_size=CHUNK):
        acts = acts_of(record.pk)
        if record.work_state != work_state(acts):
            yield f"item {record.pk}: its work state is not what the ledger gives ({work_state(acts).value})"
        if record.public_state != public_state(acts):
            yield f"item {record.pk}: its public state is not what the ledger gives ({public_state(acts).value})"


def _decision_faults() -> Iterator[str]:
    """Approvals and refusals without a line, or lines without a decision, round by round."""
    for verb in (Verb.APPROVE, Verb.REFUSE):
        lines = LedgerEntry.objects.filter(action=f"editorial.{verb.value}")
        written = {
            (record_id, actor_id, payload.get("round"))
            for record_id, actor_id, payload in lines.values_list("record_id", "actor_id", "payload")
        }
        decisions = Decision.objects.filter(act=verb).exclude(round__kind=RoundKind.URGENT)
        decided = set(decisions.values_list("record_id", "actor_id", "round__number"))
        for record_id, actor_id, number in sorted(decided ^ written, key=str):
            yield (
                f"item {record_id}: {verb.value} by person {actor_id} in round {number} "
                "stands in only one of ledger and decisions"
            )


def public_faults() -> Iterator[str]:
    """Everything the public sees that was not cleared, one sentence a fault, naming the page."""
    for row in OpenGrant.objects.all():
        yield f"page {row.page_id}: a grant was left open or forged"
    for model in board_page_models():
        for page in model.objects.live().order_by("pk").iterator(chunk_size=CHUNK):
            yield from _page_faults(page)
    yield from _missing_pages()
    yield from _file_faults()
    yield from _round_faults()


def _page_faults(page: Page) -> Iterator[str]:
    record = EditorialRecord.objects.filter(page_id=page.pk).select_related("live_clearance").first()
    if record is None or record.live_clearance is None:
        yield f"page {page.pk}: on the site without a clearance"
        return
    if record.public not in VISIBLE:
        yield f"page {page.pk}: on the site, though the board's record says {record.public_state}"
    if page.live_revision_id != record.live_clearance.revision_id:
        yield f"page {page.pk}: shows version {page.live_revision_id}, cleared was {record.live_clearance.revision_id}"
    if live_digest(page) != record.live_clearance.digest:
        yield f"page {page.pk}: its content is not what was cleared"


def _missing_pages() -> Iterator[str]:
    states = [state.value for state in VISIBLE]
    for record in EditorialRecord.objects.filter(public_state__in=states, page__live=False):
        yield f"page {record.page_id}: off the site, though the board's record says {record.public_state}"
    gone = [PublicState.HIDDEN.value, PublicState.TAKEN_DOWN.value]
    for record in EditorialRecord.objects.filter(public_state__in=gone, page__live=True):
        yield f"page {record.page_id}: on the site, though the board's record says {record.public_state}"


def _file_faults() -> Iterator[str]:
    """Files whose bytes are not those that were cleared, and files noted or forgotten without reason."""
    noted: dict[int, set[str]] = {}
    for use in AssetUse.objects.select_related("record").order_by("pk"):
        noted.setdefault(use.record_id, set()).add(use.name)
        if use.record.public not in VISIBLE:
            yield f"page {use.record.page_id}: the file {use.name} is served, though the page is off the site"
    states = [state.value for state in VISIBLE]
    shown = EditorialRecord.objects.filter(public_state__in=states).select_related("live_clearance")
    for record in shown.order_by("pk").iterator(chunk_size=CHUNK):
        yield from _files_of(record, noted.get(record.pk, set()))


def _files_of(record: EditorialRecord, noted: set[str]) -> Iterator[str]:
    cleared = record.live_clearance.files if record.live_clearance else {}
    for name in sorted(noted ^ set(cleared)):
        yield f"page {record.page_id}: the file {name} is not noted as it was cleared"
    for name, digest in sorted(cleared.items()):
        if file_digest(name) != digest:
            yield f"page {record.page_id}: the file {name} is not the one that was cleared"


def _round_faults() -> Iterator[str]:
    """Clearances without an approval on the same revision."""
    for clearance in Clearance.objects.select_related("decision", "round").order_by("pk"):
        decision = clearance.decision
        if decision.act != Verb.APPROVE or decision.revision_id != clearance.revision_id:
            yield f"page {clearance.page_id}: cleared without an approval of version {clearance.revision_id}"
        if Round.objects.get(pk=clearance.round_id).digest != clearance.digest:
            yield f"page {clearance.page_id}: cleared with another content than was forwarded"
