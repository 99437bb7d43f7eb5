"""The directory of units: owner, day of review, reminders, still right in one click, stale list (A34, A26)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.clock import now, today
from core.rules.answers import RuleRefused
from editorial import outbox
from editorial.actions.unit_reviews import confirm_unit, remind_of_units
from editorial.models import LedgerEntry, OutboxMessage
from editorial.rules.reasons import Reason
from editorial.selectors.stale import stale_rows
from school.models import Unit

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
LIST = "/admin/board/units/"


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def old(unit: Unit, days: int = 400) -> Unit:
    """Nobody has looked at the entry for so many days."""
    unit.reviewed_on = today() - days * DAY
    unit.save()
    return unit


def act(unit: Unit) -> str:
    return f"{LIST}{unit.pk}/still-right/"


def test_new_unit__was_looked_at_today(cast: SimpleNamespace) -> None:
    """A34: its year begins when it is founded."""
    assert {unit.reviewed_on for unit in Unit.objects.all()} == {today()}
    assert remind_of_units(cast.school, now()) == 0


def test_confirm__is_the_units_and_the_boards(cast: SimpleNamespace) -> None:
    """A34: in one click; counts once a day and leaves one line without names."""
    unit = old(cast.unit.toan)
    for person in (cast.van, cast.admin):
        with pytest.raises(RuleRefused) as told:
            confirm_unit(unit_id=unit.pk, user=person)
        assert told.value.refused.reason in {Reason.NOT_YOUR_UNIT, Reason.TECHNICAL_ROLE}

    assert browser(cast.toan).post(act(unit)).status_code == 302
    assert browser(cast.secretary).post(act(unit)).status_code == 302

    unit.refresh_from_db()
    assert unit.reviewed_on == today()
    line = LedgerEntry.objects.get(action="school.confirm_unit")
    assert line.actor_id == cast.toan.pk
    assert set(line.payload) == {"row", "looked_at_before"}


def test_confirm__of_another_unit_changes_nothing(cast: SimpleNamespace) -> None:
    unit = old(cast.unit.toan)

    browser(cast.van).post(act(unit))
    browser(cast.admin).post(act(unit))
    assert browser(cast.toan).get(act(unit)).status_code == 405
    assert browser(cast.toan).post(f"{LIST}99999/still-right/").status_code == 404

    unit.refresh_from_db()
    assert unit.reviewed_on < today()


def test_list__shows_the_board_all_units_and_others_their_own(cast: SimpleNamespace) -> None:
    """A34."""
    old(cast.unit.toan)
    old(cast.unit.van)

    everything = browser(cast.secretary).get(LIST).content.decode()
    assert act(cast.unit.toan) in everything
    assert act(cast.unit.van) in everything
    mine = browser(cast.toan).get(LIST).content.decode()
    assert act(cast.unit.toan) in mine
    assert act(cast.unit.van) not in mine
    assert cast.unit.van.name not in mine
    assert browser(cast.admin).get(LIST).status_code in {302, 403}
    assert Client().get(LIST).status_code == 302


def test_reminders__go_to_the_unit_then_to_the_secretary_each_once(cast: SimpleNamespace) -> None:
    """A34: a month before, on the day, a month after."""
    due_in_a_month, due_today, late = (365 - 20, 366, 366 + 40)
    for days, kind in ((due_in_a_month, "unit_review"), (due_today, "unit_review"), (late, "unit_review_late")):
        old(cast.unit.toan, days)
        OutboxMessage.objects.all().delete()
        assert remind_of_units(cast.school, now()) > 0
        assert remind_of_units(cast.school, now()) == 0
        told = OutboxMessage.objects.all()
        assert {row.kind for row in told} == {kind}
        names = {row.to.username for row in told}
        assert names == ({"secretary"} if kind == "unit_review_late" else {"toan", "editor1"})
        for row in told:
            assert outbox.link_of(row).endswith(LIST)
            assert cast.unit.toan.name in outbox._mail(row).body


def test_desk_and_stale_list__name_the_entry_until_somebody_looked(cast: SimpleNamespace) -> None:
    """A34, A26 (Đ5.3 dash 9)."""
    unit = old(cast.unit.toan)
    desk = browser(cast.toan)
    assert act(unit) in desk.get("/admin/").content.decode()
    assert unit.name in [row.title for row in stale_rows(cast.school, today())]
    assert LIST in browser(cast.secretary).get("/admin/board/reports/stale/").content.decode()

    answer = desk.post(f"{act(unit)}?back=desk")

    assert answer.headers["Location"] == "/admin/"
    assert act(unit) not in desk.get("/admin/").content.decode()
    assert unit.name not in [row.title for row in stale_rows(cast.school, today())]


def test_unit_that_was_switched_off__is_asked_about_no_more(cast: SimpleNamespace) -> None:
    unit = old(cast.unit.toan)
    Unit.objects.filter(pk=unit.pk).update(is_active=False)

    assert remind_of_units(cast.school, now()) == 0
    assert browser(cast.secretary).post(act(unit)).status_code == 404
    assert stale_rows(cast.school, today()) == []


def test_list__costs_the_same_however_many_units(cast: SimpleNamespace) -> None:
    client = browser(cast.secretary)
    client.get(LIST)
    counts = []
    for number in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        counts.append(len(asked))
        for index in range(5):
            Unit.objects.create(school=cast.school, code=f"x{number}{index}", name="Tổ", short_name="Tổ", kind="other")

    assert counts[0] == counts[1]
