"""The yearly review (A26, Đ5.3 dash 9): when a page is looked at again, and who says that it is still right."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from core.rules.answers import ALLOWED, Refused
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from editorial.rules.reviewing import is_stale, may_confirm_current, may_confirm_unit, months_before
from editorial.rules.vocabulary import PublicState
from tests.unit.editorial.items import published
from tests.unit.editorial.people import UNIT, author, editor, stranger, technician

DAY = datetime.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (datetime.date(2024, 2, 29), 12, datetime.date(2023, 2, 28)),
        (datetime.date(2024, 12, 31), 1, datetime.date(2024, 11, 30)),
        (datetime.date(2024, 1, 15), 1, datetime.date(2023, 12, 15)),
    ],
)
def test_months_before__a_day_the_month_has_not_is_its_last(
    day: datetime.date, months: int, before: datetime.date
) -> None:
    assert months_before(day, months) == before


def test_is_stale__after_a_year_and_not_on_the_day() -> None:
    assert not is_stale(datetime.date(2025, 11, 21), DAY)
    assert is_stale(datetime.date(2025, 11, 20), DAY)


@pytest.mark.parametrize("who", [author, editor])
def test_may_confirm_current__the_unit_and_the_board(who: Callable[[], Actor]) -> None:
    assert may_confirm_current(who(), published()) is ALLOWED


def test_may_confirm_current__refuses_other_units_the_technician_and_what_is_not_on_the_site() -> None:
    assert may_confirm_current(stranger(), published()) == Refused(Reason.NOT_YOUR_UNIT)
    assert may_confirm_current(technician(), published()) == Refused(Reason.TECHNICAL_ROLE)
    assert may_confirm_current(author(), published(PublicState.TAKEN_DOWN)) == Refused(Reason.NOT_ONLINE)


@pytest.mark.parametrize("person", [author(), editor()])
def test_may_confirm_unit__the_unit_and_the_board(person: Actor) -> None:
    """A34: who says that the entry of a unit is still right."""
    assert may_confirm_unit(person, UNIT) == ALLOWED


@pytest.mark.parametrize(
    ("person", "reason"), [(stranger(), Reason.NOT_YOUR_UNIT), (technician(), Reason.TECHNICAL_ROLE)]
)
def test_may_confirm_unit__refuses_other_units_and_the_technician(person: Actor, reason: Reason) -> None:
    """A34."""
    assert may_confirm_unit(person, UNIT) == Refused(reason)
