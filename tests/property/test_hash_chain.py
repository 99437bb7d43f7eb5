"""Whoever touches a line of the ledger is found."""

from __future__ import annotations

import dataclasses

from hypothesis import assume, given
from hypothesis import strategies as st

from editorial.rules.hash_chain import FIRST, Line, canonical, faults, line_hash, sign

LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.none() | st.booleans() | st.integers() | LETTERS | st.lists(st.integers(), max_size=2)
PAYLOADS = st.dictionaries(LETTERS, VALUES, max_size=3)
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
FIELDS = {
    "seq": st.integers(-3, 99),
    "at": LETTERS,
    "action": LETTERS,
    "actor_id": st.none() | st.integers(),
    "record_id": st.none() | st.integers(),
    "payload": PAYLOADS,
    "prev": HASHES,
    "hash": HASHES,
}


@st.composite
def chains(draw, min_size: int = 0) -> list[Line]:
    """A ledger as `append` writes it."""
    lines: list[Line] = []
    for seq in range(1, draw(st.integers(min_size, 6)) + 1):
        prev = lines[-1].hash if lines else FIRST
        line = Line(
            seq,
            "2025-09-05T08:00:00+00:00",
            draw(LETTERS),
            7,
            draw(FIELDS["record_id"]),
            draw(PAYLOADS),
            prev,
        )
        lines.append(dataclasses.replace(line, hash=line_hash(line)))
    return lines


def first_place(lines: list[Line]) -> int:
    """Where in the stream the first fault shows, from 0; found with as few lines as possible."""
    return next(count - 1 for count in range(len(lines) + 1) if list(faults(lines[:count])))


@given(chains())
def test_faults__an_untouched_chain_has_none(lines):
    assert list(faults(lines)) == []


@given(chains(min_size=1), st.data())
def test_faults__any_field_changed_in_any_line_is_found_there(lines, data):
    place = data.draw(st.integers(0, len(lines) - 1))
    name = data.draw(st.sampled_from(sorted(FIELDS)))
    value = data.draw(FIELDS[name])
    assume(canonical(value) != canonical(getattr(lines[place], name)))
    lines[place] = dataclasses.replace(lines[place], **{name: value})
    assert first_place(lines) == place
    assert next(faults(lines)).seq == lines[place].seq


@given(chains(min_size=2), st.data())
def test_faults__a_line_changed_and_hashed_again_is_found_at_the_next(lines, data):
    place = data.draw(st.integers(0, len(lines) - 2))
    forged = dataclasses.replace(lines[place], payload={**lines[place].payload, "forged": 1})
    assume(forged != lines[place])
    lines[place] = dataclasses.replace(forged, hash=line_hash(forged))
    assert next(faults(lines)).seq == place + 2


@given(chains(min_size=2), st.data())
def test_faults__a_dropped_line_is_missed_at_the_next(lines, data):
    place = data.draw(st.integers(0, len(lines) - 2))
    del lines[place]
    first = next(faults(lines))
    assert first.seq == place + 2
    assert first.what == f"line {place + 1} is missing before line {place + 2}"


@given(chains(min_size=2), st.data())
def test_faults__swapped_lines_are_found_at_the_first_of_them(lines, data):
    one, other = sorted(data.draw(st.lists(st.integers(0, len(lines) - 1), min_size=2, max_size=2, unique=True)))
    lines[one], lines[other] = lines[other], lines[one]
    assert first_place(lines) == one
    assert next(faults(lines)).seq == other + 1


@given(chains(min_size=1), st.data())
def test_faults__a_repeated_line_is_found(lines, data):
    place = data.draw(st.integers(0, len(lines) - 1))
    lines.insert(place, lines[place])
    assert first_place(lines) == place + 1


@given(chains(min_size=1), st.integers(0, 5))
def test_sign__a_cut_tail_does_not_fit_the_signed_head(lines, kept):
    assume(kept < len(lines))
    signed = sign("key", lines[-1].seq, lines[-1].hash)
    rest = lines[:kept]
    head = (rest[-1].seq, rest[-1].hash) if rest else (0, FIRST)
    assert list(faults(rest)) == []
    assert sign("key", *head) != signed


@given(PAYLOADS)
def test_canonical__does_not_hang_on_the_order_of_keys(payload):
    assert canonical(dict(reversed(payload.items()))) == canonical(payload)
