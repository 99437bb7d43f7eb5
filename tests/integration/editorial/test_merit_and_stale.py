"""The merit list (A76, Đ17 §1) and the yearly review of what is public (A26, Đ5.3 dash 9)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial import actions
from editorial.models import LedgerEntry
from editorial.rules.merit import Band
from editorial.rules.periods import month
from editorial.rules.reasons import Reason
from editorial.selectors import stale
from editorial.selectors.merit import merit_list, merit_tables
from editorial.selectors.stale import StaleRow, register_stale, stale_rows
from school.models import School
from tests.factories import clocks, items
from tests.factories.evidence import refuses
from tests.factories.figures import on, refused, take_down, went
from tests.factories.screens import act, look, offered

pytestmark = [pytest.mark.django_db]

OCTOBER = month(2023, 10)
LATER = on(12, 20)


def test_merit_list__has_facts_and_no_points(cast: SimpleNamespace) -> None:
    """Đ17 names no points, so there are none until the charter weighs a fact."""
    went(cast, on(10, 3), on(10, 5))
    refused(cast, on(10, 4), author="van")
    take_down(cast, went(cast, on(10, 2), on(10, 6)), on(10, 7))
    event = clocks.event(cast)
    clocks.posted_report(cast, event, handed_in_at=clocks.moment(1), posted_at=clocks.moment(2))
    merit = merit_list(cast.school, OCTOBER, LATER)
    units = {merit.unit_names[line.owner_id]: line for line in merit.units}

    toan, van, doan = units["Tổ toan"], units["Tổ van"], units["Tổ doan"]
    assert (toan.items, toan.months, toan.months_met, toan.fault) == (2, 1, 1, 1)
    assert (van.items, van.untrue, van.months_met) == (0, 1, 0)
    assert (doan.judged, doan.on_time, doan.months) == (1, 1, 0)
    assert {merit.author_names[line.owner_id]: line.items for line in merit.authors} == {
        "Ông toan": 2,
        "Ông doan": 1,
        "Ông van": 0,
    }
    assert not merit.has_points
    assert all(line.points is None and line.band is None for line in merit.units)
    for table in merit_tables(merit):
        assert len(table.columns) == 9
        assert all(len(row) == 9 for row in table.rows)


def test_merit_list__has_points_when_the_charter_weighs_a_fact(cast: SimpleNamespace) -> None:
    went(cast, on(10, 3), on(10, 5))
    changes = {"merit_points": {"months_met": 80, "items": 10}}
    actions.change_charter(school=cast.school, user=cast.head, changes=changes, decision_number="9", at=on(10, 1))
    merit = merit_list(cast.school, OCTOBER, LATER)

    assert merit.has_points
    assert (merit.units[0].points, merit.units[0].band) == (90.0, Band.EXCELLENT)
    assert len(merit_tables(merit)[0].columns) == 11


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the providers a test registers."""
    monkeypatch.setattr(stale, "_PROVIDERS", {})


def test_page__is_reviewed_a_year_after_anybody_touched_it(cast: SimpleNamespace, alone: None) -> None:
    record = went(cast, on(10, 3), on(10, 5), title="Giới thiệu tổ")

    assert stale_rows(cast.school, datetime.date(2024, 10, 5)) == []
    rows = stale_rows(cast.school, datetime.date(2024, 10, 6))
    assert [(row.title, row.unit_name, row.touched_on, row.record_id) for row in rows] == [
        ("Giới thiệu tổ", "Tổ toan", datetime.date(2023, 10, 5), record.pk)
    ]
    assert stale_rows(cast.school, datetime.date(2024, 1, 6), months=3) == rows


def test_page__that_somebody_confirmed_is_not_reviewed(cast: SimpleNamespace, alone: None) -> None:
    record = went(cast, on(10, 3), on(10, 5))
    with refuses(Reason.NOT_YOUR_UNIT):
        actions.confirm_current(record_id=record.pk, user=cast.van, at=on(3, 1, year=2024))
    actions.confirm_current(record_id=record.pk, user=cast.toan, at=on(3, 1, year=2024))

    assert stale_rows(cast.school, datetime.date(2024, 10, 6)) == []
    assert len(stale_rows(cast.school, datetime.date(2025, 3, 2))) == 1


def test_page__that_left_the_site_is_not_reviewed(cast: SimpleNamespace, alone: None) -> None:
    take_down(cast, went(cast, on(10, 3), on(10, 5)), on(10, 6))

    assert stale_rows(cast.school, datetime.date(2025, 1, 1)) == []


def test_documents__come_from_their_app(cast: SimpleNamespace, alone: None) -> None:
    row = StaleRow("Quy chế", "Văn bản", datetime.date(2020, 1, 1))

    def documents(school: School, since: datetime.date) -> list[StaleRow]:
        return [row] if row.touched_on < since else []

    register_stale("documents", documents)
    register_stale("documents", documents)
    assert stale_rows(cast.school, datetime.date(2024, 1, 1)) == [row]
    with pytest.raises(ValueError, match="documents"):
        register_stale("documents", lambda school, since: [])


def test_review__takes_the_same_number_of_queries(cast: SimpleNamespace, alone: None) -> None:
    went(cast, on(10, 3), on(10, 5))
    with CaptureQueriesContext(connection) as few:
        stale_rows(cast.school, datetime.date(2024, 12, 1))
    for day in range(3, 7):
        went(cast, on(10, day), on(10, day + 1))
    with CaptureQueriesContext(connection) as many:
        assert len(stale_rows(cast.school, datetime.date(2024, 12, 1))) == 5

    assert len(few) == len(many) <= 4


def test_review_page__asks_whether_a_page_of_last_year_is_still_right(cast: SimpleNamespace, alone: None) -> None:
    """A26: its unit and the board say so with one tap; nobody is asked about what is fresh."""
    record = went(cast, on(10, 3), on(10, 5))
    assert "confirm_current" in offered(look(cast.toan, record))

    answer = act(cast.toan, record, "confirm_current")

    assert answer.status_code == 302
    line = LedgerEntry.objects.get(action="editorial.confirm_current")
    assert (line.record_id, line.actor_id) == (record.pk, cast.toan.pk)
    assert "confirm_current" not in offered(look(cast.toan, items.published(cast)))
