"""The hash chain of the ledger."""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

FIRST = "0" * 64


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One ledger line as it is hashed. `at` is ISO 8601 in UTC."""

    seq: int
    at: str
    action: str
    actor_id: int | None
    record_id: int | None
    payload: Mapping[str, Any]
    prev: str
    hash: str = ""


def canonical(data: Any) -> str:
    """One text for one content: sorted keys, no spaces, no escapes."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def line_hash(line: Line) -> str:
    """SHA-256 over everything in the line but its own hash."""
    body = [line.seq, line.prev, line.at, line.action, line.actor_id, line.record_id, line.payload]
    return hashlib.sha256(canonical(body).encode()).hexdigest()


def sign(key: str, seq: int, head: str) -> str:
    """The HMAC of the chain's head, so that a cut tail or a re-hashed chain is seen too."""
    return hmac.new(key.encode(), f"{seq}|{head}".encode(), hashlib.sha256).hexdigest()


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with which line."""

    seq: int
    what: str


def faults(lines: Iterable[Line]) -> Iterator[Fault]:
    """Every line that is missing, out of place or changed, in order."""
    seq, prev = 0, FIRST
    for line in lines:
        if line.seq != seq + 1:
            yield Fault(line.seq, f"line {seq + 1} is missing before line {line.seq}")
        if line.prev != prev:
            yield Fault(line.seq, "does not follow the line before it")
        if line_hash(line) != line.hash:
            yield Fault(line.seq, "its content was changed")
        seq, prev = line.seq, line.hash
