"""A charter is read as it was written, and bad data never does anything but say so."""

from __future__ import annotations

import dataclasses
import json

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.charter import LEAST, MOST, CharterError, CharterRules, read_charter, write_charter
from editorial.rules.clock_terms import HOLDERS, DeadlineUnit, EventKind, QuotaBasis
from editorial.rules.merit_terms import MOST_POINTS, MeritFact

FIELDS = dataclasses.fields(CharterRules)
NAMES = [field.name for field in FIELDS]
BY_TYPE = {
    "bool": st.booleans(),
    "float": st.floats(0, 1),
    "DeadlineUnit": st.sampled_from(DeadlineUnit),
    "QuotaBasis": st.sampled_from(QuotaBasis),
    "tuple[int, ...]": st.sets(st.integers(1, 12)).map(lambda months: tuple(sorted(months))),
    "dict[str, str]": st.fixed_dictionaries({kind.value: st.sampled_from(sorted(HOLDERS)) for kind in EventKind}),
    "dict[str, int]": st.fixed_dictionaries({fact.value: st.integers(0, MOST_POINTS) for fact in MeritFact}),
}


def values(field: dataclasses.Field) -> st.SearchStrategy:
    """Every sensible value of an entry."""
    if field.type == "int":
        return st.integers(LEAST.get(field.name, 0), MOST.get(field.name, 10_000))
    return BY_TYPE[str(field.type)]


CHARTERS = st.builds(CharterRules, **{field.name: values(field) for field in dataclasses.fields(CharterRules)})
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
TABLES = st.dictionaries(st.sampled_from(EventKind) | st.text(max_size=3), st.sampled_from(["", "x"]) | ANYTHING)
DATA = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), ANYTHING | TABLES, max_size=4)


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
    written = write_charter(read)
    assert all(written[field.name] >= LEAST.get(field.name, 0) for field in FIELDS if field.type == "int")
    assert set(written["quota_months"]) <= set(range(1, 13))
    assert list(written["duty_table"]) == [kind.value for kind in EventKind]
    assert set(written["duty_table"].values()) <= HOLDERS
    assert list(written["merit_points"]) == [fact.value for fact in MeritFact]
    assert all(0 <= weight <= MOST_POINTS for weight in written["merit_points"].values())
    assert read.small_share <= 1
