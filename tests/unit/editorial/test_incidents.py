"""The register of incidents: who opens, sees and closes one (Đ17 §2)."""

from __future__ import annotations

import pytest

from core.rules.answers import ALLOWED, Refused
from editorial.rules import incidents
from editorial.rules.incidents import IncidentKind, IncidentState
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState
from tests.unit.editorial.items import UNIT
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

UNTRUE = IncidentKind.UNTRUE.value
WORDS = "The wrong day was named."
ON_SITE = PublicState.POSTED


@pytest.mark.parametrize("person", [head(), deputy(), secretary(), editor()])
@pytest.mark.parametrize("state", sorted(set(PublicState) - {PublicState.NEVER}))
@pytest.mark.parametrize("kind", [kind.value for kind in IncidentKind])
def test_may_open__every_post_of_the_board_about_what_was_public(person, state, kind):
    """A77."""
    assert incidents.may_open(person, state, kind, WORDS) is ALLOWED


@pytest.mark.parametrize(
    ("person", "state", "kind", "words", "reason"),
    [
        (author(), ON_SITE, UNTRUE, WORDS, Reason.NOT_YOUR_POST),
        (stranger(), ON_SITE, UNTRUE, WORDS, Reason.NOT_YOUR_POST),
        (technician(), ON_SITE, UNTRUE, WORDS, Reason.TECHNICAL_ROLE),
        (switched_off(), ON_SITE, UNTRUE, WORDS, Reason.INACTIVE),
        (editor(), PublicState.NEVER, UNTRUE, WORDS, Reason.NOT_ONLINE),
        (editor(), ON_SITE, "", WORDS, Reason.INCIDENT_KIND),
        (editor(), ON_SITE, "points", WORDS, Reason.INCIDENT_KIND),
        (editor(), ON_SITE, UNTRUE, " ", Reason.NOTE_MISSING),
    ],
)
def test_may_open__refuses_others_and_what_says_nothing(person, state, kind, words, reason):
    """A77."""
    assert incidents.may_open(person, state, kind, words) == Refused(reason)


@pytest.mark.parametrize("person", [head(), deputy(), secretary(), editor(), author(), delegate()])
def test_may_see__the_board_and_the_unit(person):
    """A77."""
    assert incidents.may_see(person, UNIT)


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (stranger(), Reason.NOT_YOUR_UNIT),
        (technician(), Reason.TECHNICAL_ROLE),
        (switched_off(), Reason.INACTIVE),
    ],
)
def test_may_see__refuses_another_unit(person, reason):
    """A77."""
    assert incidents.may_see(person, UNIT) == Refused(reason)


@pytest.mark.parametrize("person", [head(), deputy()])
@pytest.mark.parametrize("state", [IncidentState.OPEN, IncidentState.CORRECTED])
def test_may_close__a_deputy_or_the_head_with_words(person, state):
    """A77."""
    assert incidents.may_close(person, state, "Corrected the same day.")
    assert incidents.may_close(person, state, " ") == Refused(Reason.NOTE_MISSING)


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (secretary(), Reason.NOT_YOUR_POST),
        (editor(), Reason.NOT_YOUR_POST),
        (author(), Reason.NOT_YOUR_POST),
        (technician(), Reason.TECHNICAL_ROLE),
    ],
)
def test_may_close__refuses_everybody_else(person, reason):
    """A77."""
    assert incidents.may_close(person, IncidentState.OPEN, "Done.") == Refused(reason)


def test_may_close__once():
    again = Refused(Reason.ALREADY_DECIDED, {"who": "Ông head"})
    assert incidents.may_close(head(), IncidentState.CLOSED, "Again.", "Ông head") == again
