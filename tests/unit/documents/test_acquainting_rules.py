"""Until when a document is to be read, and what is said meanwhile (B40)."""

from __future__ import annotations

import datetime

import pytest

from documents.rules.acquainting import AcquaintanceReminder, acquaintance_reminder, read_by

DAY = datetime.date(2026, 11, 21)
WEEK = datetime.date(2026, 11, 28)
SOON = datetime.date(2026, 11, 23)
PAST = datetime.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("given", "running", "last"),
    [
        (SOON, None, SOON),
        (SOON, WEEK, SOON),
        (None, SOON, SOON),
        (None, DAY, DAY),
        (None, PAST, WEEK),
        (None, None, WEEK),
    ],
)
def test_read_by__is_the_day_given_else_the_running_one_else_a_week(
    given: datetime.date | None, running: datetime.date | None, last: datetime.date
) -> None:
    """B40: nobody is asked without a day, so everybody can be reminded."""
    assert read_by(given, running, DAY) == last


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (None, None),
        (WEEK, None),
        (DAY, None),
        (datetime.date(2026, 11, 22), AcquaintanceReminder.DAY_BEFORE),
        (PAST, AcquaintanceReminder.OVERDUE),
    ],
)
def test_acquaintance_reminder__the_day_before_and_once_past(
    due_on: datetime.date | None, said: AcquaintanceReminder | None
) -> None:
    """B40."""
    assert acquaintance_reminder(due_on, DAY) is said
