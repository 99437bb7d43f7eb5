"""A charter is read as it was written, and bad data never does anything but say so."""

from __future__ import annotations

import dataclasses
import json

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.charter import CharterError, CharterRules, read_charter, write_charter

NAMES = [field.name for field in dataclasses.fields(CharterRules)]
BY_TYPE = {"bool": st.booleans(), "int": st.integers(1, 10_000), "float": st.floats(0, 1)}
CHARTERS = st.builds(
    CharterRules, **{field.name: BY_TYPE[str(field.type)] for field in dataclasses.fields(CharterRules)}
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
DATA = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), ANYTHING, max_size=4)


@given(CHARTERS)
def test_charter__is_read_as_it_was_written(rules):
    assert read_charter(write_charter(rules)) == rules
    assert read_charter(json.loads(json.dumps(write_charter(rules)))) == rules


@given(CHARTERS, st.sets(st.sampled_from(NAMES)))
def test_read_charter__what_is_left_out_has_the_regulations_value(rules, kept):
    data = {name: value for name, value in write_charter(rules).items() if name in kept}
    read, regulation = write_charter(read_charter(data)), write_charter(CharterRules())
    assert read == {**regulation, **data}


def reading(data: dict[str, object]) -> CharterRules | str:
    """The rules, or the entry that is said to be bad; any other error is a fault of the reader."""
    try:
        return read_charter(data)
    except CharterError as error:
        return str(error)


@given(DATA)
def test_read_charter__gives_sensible_rules_or_says_which_entry_is_bad(data):
    read = reading(data)
    if isinstance(read, str):
        assert any(read.startswith(f"{name}: ") for name in data)
        return
    assert set(data) <= set(NAMES)
    assert all(value >= 0 for value in write_charter(read).values())
    assert read.small_share <= 1
