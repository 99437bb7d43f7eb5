"""Who keeps the school's calendar."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules.people import DelegationFacts
from editorial.rules.reasons import Reason
from editorial.rules.school_calendar import may_change_calendar
from tests.unit.editorial import people


@pytest.mark.parametrize("person", [people.head(), people.deputy(), people.other_deputy(), people.secretary()])
def test_may_change_calendar__is_for_head_deputies_and_secretary(person):
    assert may_change_calendar(person)


def test_may_change_calendar__is_for_whoever_stands_in_for_the_head():
    assert may_change_calendar(people.editor(delegations=(DelegationFacts(given_by=1),)))


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (people.editor(), Reason.NOT_YOUR_POST),
        (people.head(is_technical=True), Reason.TECHNICAL_ROLE),
        (people.head(is_active=False), Reason.INACTIVE),
    ],
)
def test_may_change_calendar__is_for_nobody_else(person, reason):
    assert may_change_calendar(person) == Refused(reason)
