"""The operations page says whether the portal does what falls due, and says it loudly when not (A32)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from freezegun import freeze_time

from editorial.actions.running import run_and_note
from editorial.models import OutboxMessage, PeriodicRun
from editorial.outbox import MOST_ATTEMPTS
from tests.factories.clocks import moment
from tests.factories.readers import read_in
from tests.factories.screens import signed_in, words

pytestmark = pytest.mark.django_db
NOW = moment(1)
MINUTE = datetime.timedelta(minutes=1)


def look(cast: SimpleNamespace, name: str = "admin") -> Any:
    """Open the page on Tuesday."""
    read_in(cast)
    with freeze_time(NOW):
        return signed_in(getattr(cast, name)).get(reverse("board_operations"))


def ran(before: datetime.timedelta, **facts: Any) -> PeriodicRun:
    """A run so long ago."""
    at = NOW - before
    return PeriodicRun.objects.create(
        **{"started_at": at, "ended_at": at, "done": {"reminders": 2, "posted": 0}, **facts}
    )


@pytest.mark.parametrize("name", ["admin", "head", "secretary"])
def test_operations__are_seen_by_those_who_look_after_the_portal(cast: SimpleNamespace, name: str) -> None:
    assert look(cast, name).status_code == 200


@pytest.mark.parametrize("name", ["deputy1", "editor1", "toan"])
def test_operations__are_not_for_others(cast: SimpleNamespace, name: str) -> None:
    assert look(cast, name).status_code == 302


def test_silence__is_said_loudly(cast: SimpleNamespace) -> None:
    ran(16 * MINUTE)
    page = words(look(cast))
    assert 'role="alert"' in page
    assert "Nothing happens by itself: the last run was at" in page


def test_silence__portal_that_ran_just_now_says_what_it_did(cast: SimpleNamespace) -> None:
    ran(14 * MINUTE)
    page = words(look(cast))
    assert "clock-alarm" not in page
    assert "reminders: 2" in page


def test_silence__portal_that_never_ran_says_so(cast: SimpleNamespace) -> None:
    assert "it has never run" in words(look(cast))


def test_failed_and_broken_runs__are_named(cast: SimpleNamespace) -> None:
    ran(MINUTE, error="ValueError: <b>hỏng</b>")
    ran(2 * MINUTE, ended_at=None)
    page = look(cast)
    assert "ValueError: &lt;b&gt;hỏng" in page.content.decode()
    assert "still under way, or broken off" in words(page)


def test_waiting_messages__are_counted(cast: SimpleNamespace) -> None:
    for number in range(3):
        OutboxMessage.objects.create(
            to=cast.head, kind="posted", created_at=NOW - number * MINUTE, attempts_count=MOST_ATTEMPTS * (number == 0)
        )
    found = look(cast).context["found"]
    assert (found.waiting_count, found.given_up_count, found.oldest_at) == (2, 1, NOW - 2 * MINUTE)


def test_real_run__shows_the_daily_check_and_the_head_of_the_ledger(cast: SimpleNamespace) -> None:
    with freeze_time(NOW):
        run_and_note(NOW)
    found = look(cast).context["found"]
    assert not found.is_silent
    assert found.checked.payload["faults"] == 0
    assert found.head.seq >= found.checked.seq
