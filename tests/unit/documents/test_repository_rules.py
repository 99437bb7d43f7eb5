"""What the repository takes, and in whose name somebody writes (A73)."""

import datetime

import pytest

from core.rules.answers import Refused
from documents.rules.repository import (
    Acceptance,
    is_school_year,
    may_be_recognised,
    may_write_for,
    may_write_somewhere,
)
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason

DAY = datetime.date(2026, 5, 20)


def reason(answer) -> Reason | None:
    return answer.reason if isinstance(answer, Refused) else None


def test_work__with_its_decision_is_taken():
    """A73."""
    assert may_be_recognised(Acceptance("Hội đồng sáng kiến", "87/QĐ-THPT", DAY))


@pytest.mark.parametrize(
    "acceptance",
    [
        Acceptance(),
        Acceptance("", "87", DAY),
        Acceptance("Hội đồng", " ", DAY),
        Acceptance("Hội đồng", "87", None),
    ],
)
def test_work__without_body_number_or_day_of_the_decision_is_not(acceptance: Acceptance):
    """A73."""
    assert reason(may_be_recognised(acceptance)) is Reason.ACCEPTANCE_MISSING


def test_unit__is_written_for_by_its_members_only():
    """A01."""
    member = Actor(id=1, unit_ids=frozenset({7}))

    assert may_write_for(member, 7)
    assert reason(may_write_for(member, 8)) is Reason.NOT_YOUR_UNIT
    assert reason(may_write_for(member, None)) is Reason.NOT_YOUR_UNIT


def test_writing__is_for_people_of_a_unit_and_not_for_the_technical_administrator():
    assert may_write_somewhere(Actor(id=1, unit_ids=frozenset({7})))
    assert reason(may_write_somewhere(Actor(id=1))) is Reason.NOT_YOUR_UNIT
    assert reason(may_write_somewhere(Actor(id=1, is_technical=True, unit_ids=frozenset({7})))) is Reason.TECHNICAL_ROLE


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2025-2026", True),
        ("2025-2027", False),
        ("2026-2025", False),
        ("2025", False),
        ("٢٠٢٥-٢٠٢٦", False),
        ("", False),
    ],
)
def test_school_year__is_two_years_in_a_row(text: str, is_one: bool):
    assert is_school_year(text) is is_one
