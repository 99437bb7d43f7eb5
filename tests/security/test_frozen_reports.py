"""A signed report by SQL: the database refuses, and what got past it the nightly check names (A23)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from editorial.gates.report_rules import FROZEN_COLUMNS
from editorial.models import Report
from editorial.selectors.report_evidence import report_faults
from tests.factories.board_reports import acknowledged, signed, written, yesterdays

pytestmark = pytest.mark.django_db

OTHER = {"parts": "'{}'", "figures": "'{\"version\": 9}'", "comparison": "'{}'", "paper": "'{}'", "query": "'{}'"}
DAYS = {"first_on": "'2020-01-01'", "last_on": "'2099-01-01'"}
MOMENTS = dict.fromkeys(("drafted_at", "written_at", "signed_at"), "'2020-01-01 00:00:00+00'")
NUMBERS = dict.fromkeys(("version", "number", "number_year", "ledger_seq"), "77")
PEOPLE = dict.fromkeys(("written_by_id", "signed_by_id"), "NULL")
VALUES = {**OTHER, **DAYS, **MOMENTS, **NUMBERS, **PEOPLE}
LEFT_OUT = {"replaces_id", "school_id", "drafted_by_id"}  # a foreign key refuses before the trigger is asked


def sql(statement: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize("column", sorted(set(FROZEN_COLUMNS) - LEFT_OUT))
def test_column__of_a_signed_report_is_frozen(cast: SimpleNamespace, column: str) -> None:
    report = signed(cast, yesterdays(cast))
    change = f"UPDATE editorial_report SET {column} = {VALUES.get(column, repr('x'))} WHERE id = %s"

    with pytest.raises(DatabaseError, match="board"):
        sql(change, report.pk)


def test_note__is_filled_once_and_a_draft_may_still_change(cast: SimpleNamespace) -> None:
    report, draft = acknowledged(cast, yesterdays(cast)), written(cast)

    with pytest.raises(DatabaseError, match="board"):
        sql("UPDATE editorial_report SET note = 'x' WHERE id = %s", report.pk)
    with pytest.raises(DatabaseError, match="board"):
        sql("DELETE FROM editorial_report WHERE id = %s", report.pk)
    with pytest.raises(DatabaseError, match="board"):
        sql("UPDATE editorial_report SET signed_at = drafted_at WHERE id = %s", draft.pk)
    sql("UPDATE editorial_report SET plans = 'x' WHERE id = %s", draft.pk)


def test_files__of_a_signed_report_are_frozen(cast: SimpleNamespace) -> None:
    report = signed(cast, yesterdays(cast))
    insert = "INSERT INTO editorial_reportfile (report_id, format, file, size, sha256) VALUES (%s, 'odt', 'x', 1, 'x')"

    for change in (
        "UPDATE editorial_reportfile SET sha256 = 'x' WHERE report_id = %s",
        "DELETE FROM editorial_reportfile WHERE report_id = %s",
        insert,
    ):
        with pytest.raises(DatabaseError, match="board"):
            sql(change, report.pk)


def test_row__changed_past_the_triggers_is_named_by_the_nightly_check(cast: SimpleNamespace) -> None:
    """Somebody with the database's password, as far as a test may act him: the row is read with another text."""
    report = signed(cast, yesterdays(cast))
    assert list(report_faults(cast.school)) == []

    if connection.vendor == "sqlite":
        sql("DROP TRIGGER board_report_update")
    else:
        sql("SET CONSTRAINTS ALL IMMEDIATE")  # else the table cannot be altered within the test's transaction
        sql("ALTER TABLE editorial_report DISABLE TRIGGER board_report_update")
    Report.objects.filter(pk=report.pk).update(shortcomings="Không có.")

    assert list(report_faults(cast.school)) == [f"report {report}: it is not what was signed"]
