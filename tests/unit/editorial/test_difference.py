"""What changed, word by word."""

from __future__ import annotations

from editorial.rules.difference import Change, Piece, changes, compare


def test_compare__shows_removed_words_before_added_ones():
    assert compare("Chào cô Lan", "Chào cô Mai") == (
        Piece("same", "Chào cô "),
        Piece("removed", "Lan"),
        Piece("added", "Mai"),
    )


def test_compare__equal_texts_are_the_same_and_empty_ones_nothing():
    assert compare("ok", "ok") == (Piece("same", "ok"),)
    assert compare("", "") == ()


def test_compare__shows_what_only_came_or_only_went():
    assert compare("a", "a b") == (Piece("same", "a"), Piece("added", " b"))
    assert compare("a b", "a") == (Piece("same", "a"), Piece("removed", " b"))


def test_changes__lists_only_places_that_differ_removed_ones_last():
    before = {"lead": "x", "title": "old", "gone": "y"}
    after = {"title": "new", "lead": "x", "fresh": "z"}
    assert changes(before, after) == (
        Change("title", (Piece("removed", "old"), Piece("added", "new"))),
        Change("fresh", (Piece("added", "z"),)),
        Change("gone", (Piece("removed", "y"),)),
    )


def test_changes__an_empty_place_that_goes_is_no_change():
    assert changes({"lead": ""}, {}) == ()
