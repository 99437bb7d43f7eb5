"""Documents in the board's report (A23): what was first posted in the period, as it was posted then."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.clock import today
from documents.selectors.figures import registered_table
from editorial import actions
from editorial.rules.periods import between
from editorial.selectors.figures import report_figures
from tests.factories import documents

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def this_month(days: int = 0):  # type: ignore[no-untyped-def]
    """Today and a few days around it, moved by some days."""
    return between(today() - 3 * DAY + days * DAY, today() + 3 * DAY + days * DAY)


def test_documents__are_counted_by_type_and_body_with_days_to_posting(cast: SimpleNamespace) -> None:
    documents.published(cast, kind="quyet_dinh", issued_on=today() - 2 * DAY, number="7")
    documents.published(cast, kind="quyet_dinh", issued_on=today() - 6 * DAY, number="8")

    (row,) = registered_table(cast.school, this_month()).rows

    assert (row[0], *row[2:]) == ("Quyết định", 2, 2, 6)
    assert registered_table(cast.school, this_month(-30)).rows == ()


def test_documents__stay_counted_when_they_are_taken_down_later(cast: SimpleNamespace) -> None:
    record = documents.published(cast)
    before = registered_table(cast.school, this_month())

    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Hết hiệu lực")

    assert registered_table(cast.school, this_month()) == before


def test_documents__stand_in_the_report_and_cost_one_query(cast: SimpleNamespace) -> None:
    documents.published(cast)
    with CaptureQueriesContext(connection) as seen:
        registered_table(cast.school, this_month())

    assert len(seen) == 1
    assert "documents" in {table.code for table in report_figures(cast.school, this_month()).provided}
