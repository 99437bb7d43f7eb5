"""What readers are told of a change of substance (Đ17 §2)."""

from __future__ import annotations

import pytest

from core.rules.answers import ALLOWED, Refused
from editorial.rules.corrections import Content
from editorial.rules.public_notes import (
    LEAST,
    MOST,
    MOST_GROUND,
    NO_NOTE,
    NoteKind,
    PublicNote,
    is_of_substance,
    is_told,
)
from editorial.rules.reasons import Reason

UPDATE = PublicNote(NoteKind.UPDATE.value, "the date of the fair was moved")
GROUND = "The programme named the wrong day."
CORRECTION = PublicNote(NoteKind.CORRECTION.value, "the fair was on Friday", GROUND)
LIMITS = {"least": str(LEAST), "most": str(MOST)}
LONG = "The school held its autumn fair in the yard, with music, games and good food for all who came along."


@pytest.mark.parametrize("note", [UPDATE, CORRECTION])
@pytest.mark.parametrize("is_needed", [True, False])
def test_is_told__a_kind_a_text_and_for_a_correction_its_ground(note, is_needed):
    """A77."""
    assert is_told(note, is_needed=is_needed) is ALLOWED


def test_is_told__nothing_where_nothing_is_asked():
    """A77: first publication, a small correction."""
    assert is_told(NO_NOTE, is_needed=False) is ALLOWED
    assert is_told(PublicNote(NoteKind.UPDATE.value), is_needed=False) is ALLOWED


@pytest.mark.parametrize(
    ("note", "refused"),
    [
        (NO_NOTE, Refused(Reason.PUBLIC_NOTE_MISSING, LIMITS)),
        (PublicNote(NoteKind.UPDATE.value, " \n"), Refused(Reason.PUBLIC_NOTE_MISSING, LIMITS)),
        (PublicNote("", UPDATE.text), Refused(Reason.PUBLIC_NOTE_KIND)),
        (PublicNote("advert", UPDATE.text), Refused(Reason.PUBLIC_NOTE_KIND)),
        (PublicNote(NoteKind.UPDATE.value, "x" * (LEAST - 1)), Refused(Reason.PUBLIC_NOTE_LENGTH, LIMITS)),
        (PublicNote(NoteKind.UPDATE.value, "x" * (MOST + 1)), Refused(Reason.PUBLIC_NOTE_LENGTH, LIMITS)),
    ],
)
def test_is_told__refuses_what_tells_readers_nothing(note, refused):
    """A77."""
    assert is_told(note, is_needed=True) == refused


@pytest.mark.parametrize("ground", ["", "  wrong  ", "x" * (MOST_GROUND + 1)])
def test_is_told__refuses_a_correction_that_does_not_say_what_was_wrong(ground):
    """A77."""
    refused = Refused(Reason.CORRECTION_GROUND, {"least": str(LEAST), "most": str(MOST_GROUND)})
    assert is_told(PublicNote(NoteKind.CORRECTION.value, CORRECTION.text, ground), is_needed=True) == refused
    assert is_told(PublicNote(NoteKind.UPDATE.value, UPDATE.text, ground), is_needed=True)


def test_is_told__a_note_nobody_asked_for_is_whole_too():
    assert not is_told(PublicNote(NoteKind.UPDATE.value, "short"), is_needed=False)
    assert not is_told(PublicNote(NoteKind.CORRECTION.value, "", GROUND), is_needed=False)


@pytest.mark.parametrize(("length", "is_right"), [(LEAST, True), (MOST, True), (LEAST - 1, False), (MOST + 1, False)])
def test_is_told__ten_to_three_hundred_characters(length, is_right):
    assert bool(is_told(PublicNote(NoteKind.UPDATE.value, "x" * length), is_needed=True)) is is_right


@pytest.mark.parametrize(
    ("after", "differs"),
    [(LONG, False), (LONG.replace("yard", "yards"), False), (LONG.replace("held", "never held"), True), ("New.", True)],
)
def test_is_of_substance__more_than_a_small_correction(after, differs):
    """A77: a misspelt word asks for no note."""
    before, later = Content({"lead": LONG}, {}), Content({"lead": after}, {})
    assert is_of_substance(before, later, 0.05) is differs


def test_public_note__knows_what_it_is():
    assert CORRECTION.is_correction
    assert not UPDATE.is_correction
    assert NO_NOTE.is_empty
    assert not PublicNote(ground="x").is_empty
