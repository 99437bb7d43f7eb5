"""A changed calendar moves the open due dates, and each keeps why (Đ14.1)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from editorial.actions import calendar
from editorial.actions.events import enter_event
from editorial.models import Duty, LedgerEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]
FRIDAY, MONDAY, TUESDAY = (datetime.date(2026, 12, day) for day in (11, 14, 15))
NOON = datetime.datetime(2026, 12, 1, 12, tzinfo=datetime.UTC)


def duty_of_friday(cast: SimpleNamespace) -> Duty:
    """The duty of an event of a Friday: the third day is a Monday."""
    event = enter_event(
        school=cast.school,
        user=cast.deputy1,
        title="Hội thao",
        kind="sports",
        starts_on=FRIDAY,
        ends_on=FRIDAY,
        at=NOON,
    )
    return Duty.objects.get(event=event)


def test_closure__moves_an_open_due_date_with_its_reason_and_gives_it_back(cast: SimpleNamespace) -> None:
    duty = duty_of_friday(cast)
    assert duty.due_on == MONDAY

    calendar.declare_closure(
        school=cast.school, user=cast.head, starts_on=MONDAY, ends_on=MONDAY, reason="Bão số 13", at=NOON
    )

    duty.refresh_from_db()
    assert duty.due_on == TUESDAY
    assert "Bão số 13" in str(duty.due_history[-1])
    actions = list(LedgerEntry.objects.order_by("-seq").values_list("action", flat=True)[:2])
    assert actions == ["editorial.declare_closure", "editorial.duty_due"]

    calendar.remove_day(school=cast.school, user=cast.head, day=MONDAY, at=NOON)

    duty.refresh_from_db()
    assert duty.due_on == MONDAY


def test_closure__elsewhere_moves_nothing(cast: SimpleNamespace) -> None:
    duty = duty_of_friday(cast)
    calendar.declare_closure(
        school=cast.school, user=cast.head, starts_on=TUESDAY, ends_on=TUESDAY, reason="Bão số 13", at=NOON
    )
    duty.refresh_from_db()
    assert duty.due_on == MONDAY
    assert len(duty.due_history) == 1
