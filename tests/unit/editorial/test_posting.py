"""Posting what was released, as it was released; correcting and discarding."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from core.rules.answers import Refused
from editorial.rules.posting import (
    Manifest,
    is_as_cleared,
    may_correct,
    may_discard,
    may_post,
    may_post_by_clock,
    may_schedule,
)
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import AWAITING_POSTING, VISIBLE, PublicState, WorkState
from tests.unit.editorial.items import approved, draft, item, published, submitted
from tests.unit.editorial.people import (
    author,
    delegate,
    deputy,
    editor,
    head,
    secretary,
    stranger,
    switched_off,
    technician,
)

NOW = datetime.datetime(2025, 9, 5, 8, 0, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)
NOT_YOUR_POST = Refused(Reason.NOT_YOUR_POST)
TECHNICAL = Refused(Reason.TECHNICAL_ROLE)


@pytest.mark.parametrize("state", sorted(AWAITING_POSTING))
@pytest.mark.parametrize("person", [secretary(), delegate(), secretary(id=author().id)])
def test_may_post__the_secretary_what_was_released(state, person):
    """A59: posting is an act, not a decision, so the secretary's own text too."""
    assert may_post(person, item(state))


@pytest.mark.parametrize("state", sorted(set(WorkState) - AWAITING_POSTING))
def test_may_post__refuses_what_was_not_released(state):
    """A57, A59: nothing appears before a superior approved it."""
    assert may_post(secretary(), item(state)) == Refused(Reason.NOT_CLEARED)


@pytest.mark.parametrize("person", [head(), deputy(), editor(), author()])
def test_may_post__refuses_everybody_else(person):
    """A12, A59."""
    assert may_post(person, approved()) == NOT_YOUR_POST


def test_may_post__refuses_who_acts_on_nothing():
    """A12: nobody holds "publish", superusers included."""
    assert may_post(technician(), approved()) == TECHNICAL
    assert may_post(switched_off(), approved()) == Refused(Reason.INACTIVE)


@pytest.mark.parametrize("gone", [PublicState.HIDDEN, PublicState.TAKEN_DOWN])
def test_may_post__refuses_what_is_hidden_or_taken_down(gone):
    """A64: it stays away until the head decides."""
    assert may_post(secretary(), approved(PublicState.POSTED))
    assert may_post(secretary(), approved(gone)) == Refused(Reason.OFF_SITE)
    assert may_schedule(secretary(), approved(gone), NOW + SECOND, NOW) == Refused(Reason.OFF_SITE)


def test_may_schedule__a_time_that_is_still_to_come():
    """A59: in the set time."""
    assert may_schedule(secretary(), approved(), NOW + SECOND, NOW)


@pytest.mark.parametrize("at", [NOW, NOW - SECOND])
def test_may_schedule__refuses_a_time_that_has_passed(at):
    assert may_schedule(secretary(), approved(), at, NOW) == Refused(Reason.TIME_IN_PAST)


def test_may_schedule__refuses_who_may_not_post():
    assert may_schedule(head(), approved(), NOW + SECOND, NOW) == NOT_YOUR_POST


CLEARED = Manifest(7, "text", {"a.jpg": "a", "b.pdf": "b"})


def test_is_as_cleared__the_same_revision_text_and_bytes():
    assert is_as_cleared(CLEARED, Manifest(7, "text", {"b.pdf": "b", "a.jpg": "a"}))


@pytest.mark.parametrize("present", [Manifest(8, "text", CLEARED.files), Manifest(7, "other", CLEARED.files)])
def test_is_as_cleared__refuses_another_revision_or_text(present):
    """A59: what was cleared is what is posted."""
    assert is_as_cleared(CLEARED, present) == Refused(Reason.CONTENT_CHANGED, {"revision": "7"})


@pytest.mark.parametrize("files", [{"a.jpg": "a", "b.pdf": "swapped"}, {"a.jpg": "a"}])
def test_is_as_cleared__refuses_a_swapped_or_missing_file_and_names_it(files):
    answer = is_as_cleared(CLEARED, Manifest(7, "text", files))
    assert answer == Refused(Reason.FILE_CHANGED, {"file": "b.pdf"})


@pytest.mark.parametrize("person", [secretary(), editor()])
def test_may_correct__secretary_and_editors_what_was_released(person):
    """A27."""
    assert may_correct(person, published())
    assert may_correct(person, published(PublicState.UPDATED))
    assert may_correct(person, approved())
    assert may_correct(person, item(WorkState.SCHEDULED))


@pytest.mark.parametrize("state", sorted(set(PublicState) - VISIBLE))
def test_may_correct__refuses_what_is_not_on_the_site_now(state):
    assert may_correct(secretary(), published(state)) == Refused(Reason.WRONG_STATE)


@pytest.mark.parametrize("state", sorted(set(WorkState) - AWAITING_POSTING - {WorkState.PUBLISHED}))
def test_may_correct__refuses_what_is_under_way(state):
    assert may_correct(secretary(), item(state, PublicState.POSTED)) == Refused(Reason.WRONG_STATE)


@pytest.mark.parametrize(
    ("person", "answer"), [(head(), NOT_YOUR_POST), (author(), NOT_YOUR_POST), (technician(), TECHNICAL)]
)
def test_may_correct__refuses_everybody_else(person, answer):
    assert may_correct(person, published()) == answer


def test_may_discard__the_unit_a_draft_that_was_never_handed_in():
    assert may_discard(author(), draft())


@pytest.mark.parametrize("it", [draft(handed_in_at=NOW), submitted(), published()])
def test_may_discard__refuses_what_is_evidence(it):
    assert may_discard(author(), it) == Refused(Reason.HANDED_IN_BEFORE)


def test_may_discard__refuses_other_units_and_the_superuser():
    """A12."""
    assert may_discard(stranger(), draft()) == Refused(Reason.NOT_YOUR_UNIT)
    assert may_discard(technician(), draft()) == TECHNICAL


def test_may_post_by_clock__at_the_set_time_and_not_before():
    """A59: the order stands, whoever holds which post by now."""
    waiting = item(WorkState.SCHEDULED)
    assert may_post_by_clock(waiting, NOW, NOW)
    assert may_post_by_clock(waiting, NOW, NOW - SECOND) == Refused(Reason.WRONG_STATE)
    assert may_post_by_clock(waiting, None, NOW) == Refused(Reason.WRONG_STATE)


@pytest.mark.parametrize("state", sorted(set(WorkState) - {WorkState.SCHEDULED}))
def test_may_post_by_clock__refuses_what_is_not_scheduled(state):
    assert may_post_by_clock(item(state), NOW, NOW) == Refused(Reason.WRONG_STATE)


@pytest.mark.parametrize("state", [PublicState.HIDDEN, PublicState.TAKEN_DOWN])
def test_may_post_by_clock__refuses_what_was_removed_since(state):
    """A64."""
    away = item(WorkState.SCHEDULED, state)
    assert may_post_by_clock(away, NOW, NOW) == Refused(Reason.OFF_SITE)
    assert may_post_by_clock(dataclasses.replace(away, head_cleared_since_removal=True), NOW, NOW)
