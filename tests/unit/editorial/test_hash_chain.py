"""The ledger's chain."""

from __future__ import annotations

import dataclasses

import pytest

from editorial.rules.hash_chain import FIRST, Fault, Line, canonical, faults, line_hash, sign

AT = "2025-09-05T08:00:00+00:00"


def chain(length: int) -> list[Line]:
    """A chain of handed-in items."""
    lines: list[Line] = []
    for seq in range(1, length + 1):
        prev = lines[-1].hash if lines else FIRST
        line = Line(seq, AT, "editorial.hand_in", 7, seq, {"unit": 10}, prev)
        lines.append(dataclasses.replace(line, hash=line_hash(line)))
    return lines


def rehashed(line: Line, **changes) -> Line:
    """A line as a forger would leave it: changed, with a hash that fits again."""
    forged = dataclasses.replace(line, **changes)
    return dataclasses.replace(forged, hash=line_hash(forged))


def test_canonical__the_order_of_keys_does_not_matter():
    assert canonical({"b": "đ", "a": [1, None]}) == canonical({"a": [1, None], "b": "đ"})
    assert canonical({"b": "đ", "a": [1, None]}) == '{"a":[1,null],"b":"đ"}'


def test_faults__an_untouched_chain_has_none():
    assert list(faults(chain(3))) == []
    assert list(faults([])) == []


def test_faults__finds_a_changed_line():
    lines = chain(3)
    lines[1] = dataclasses.replace(lines[1], actor_id=8)
    assert list(faults(lines)) == [Fault(2, "its content was changed")]


def test_faults__finds_a_changed_line_that_was_hashed_again():
    lines = chain(3)
    lines[1] = rehashed(lines[1], actor_id=8)
    assert list(faults(lines)) == [Fault(3, "does not follow the line before it")]


def test_faults__finds_a_missing_line():
    lines = chain(3)
    del lines[1]
    assert list(faults(lines)) == [
        Fault(3, "line 2 is missing before line 3"),
        Fault(3, "does not follow the line before it"),
    ]


def test_faults__finds_a_missing_beginning():
    assert next(faults(chain(2)[1:])) == Fault(2, "line 1 is missing before line 2")


def test_faults__cannot_see_a_cut_tail_alone():
    assert list(faults(chain(3)[:2])) == []


@pytest.mark.parametrize(("seq", "hash_", "key"), [(2, "a", "k"), (1, "b", "k"), (1, "a", "l")])
def test_sign__tells_a_cut_tail_a_rehashed_chain_and_another_key_apart(seq, hash_, key):
    assert sign("k", 1, "a") == sign("k", 1, "a")
    assert sign(key, seq, hash_) != sign("k", 1, "a")
