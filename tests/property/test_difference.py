"""The shown difference shows all of both texts and nothing else."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.difference import changes, compare

TEXTS = st.text(max_size=30) | st.lists(st.sampled_from("cô Lan và не là \n ê, —".split(" "))).map(" ".join)
PLACES = st.dictionaries(st.sampled_from("title lead body/1 body/2".split()), TEXTS)


def joined(pieces, *kinds: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@given(TEXTS, TEXTS)
def test_compare__both_texts_can_be_put_together_again(before, after):
    pieces = compare(before, after)
    assert joined(pieces, "same", "removed") == before
    assert joined(pieces, "same", "added") == after
    assert joined(pieces, "same", "removed", "added") == "".join(piece.text for piece in pieces)


@given(TEXTS, TEXTS)
def test_compare__no_empty_piece_and_no_two_of_a_kind_together(before, after):
    pieces = compare(before, after)
    assert all(piece.text for piece in pieces)
    assert all(one.kind != next_.kind for one, next_ in itertools.pairwise(pieces))


@given(TEXTS)
def test_compare__a_text_against_itself_is_the_same(text):
    assert {piece.kind for piece in compare(text, text)} <= {"same"}


@given(PLACES, PLACES)
def test_changes__names_exactly_the_places_that_differ(before, after):
    found = changes(before, after)
    differing = {place for place in {*before, *after} if before.get(place, "") != after.get(place, "")}
    assert {change.place for change in found} == differing
    assert len(found) == len(differing)
    for change in found:
        assert joined(change.pieces, "same", "added") == after.get(change.place, "")


@given(PLACES)
def test_changes__a_version_against_itself_has_none(version):
    assert changes(version, version) == ()
