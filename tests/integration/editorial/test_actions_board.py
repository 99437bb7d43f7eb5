"""The board itself: appointments, the charter's versions, and the clause a refusal names."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import override

from core.clock import now, today
from core.rules.answers import Refused, RuleRefused
from editorial import actions
from editorial.actions.board import CharterError, appoint, end_appointment, found_charter
from editorial.models import Charter, LedgerEntry
from editorial.rules.reasons import Reason
from editorial.selectors.records import rules_in_force
from editorial.sentences import sentence
from school.models import BoardAppointment
from school.selectors import accountable_person, board_members
from tests.factories import items
from tests.factories.board import change_charter, join_the_board, leave_the_board
from tests.factories.evidence import facts, refuses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

DAY = datetime.timedelta(days=1)


def details(cast: SimpleNamespace, **changes: Any) -> dict[str, Any]:
    """An appointment of a teacher as an editor."""
    return {
        "school": cast.school,
        "user": cast.head,
        "person": cast.doan,
        "post": "editor",
        "decision_number": "20/QĐ-THPT",
        "decided_on": today(),
        "starts_on": today(),
        **changes,
    }


# --- Appointments


def test_appoint__is_the_heads_with_a_decision_number(cast: SimpleNamespace) -> None:
    """A16, A17: the board is its posts, each by a numbered decision and with dates."""
    with refuses(Reason.NOT_YOUR_POST):
        appoint(**details(cast, user=cast.deputy1))
    with refuses(Reason.FORM_INCOMPLETE):
        appoint(**details(cast, decision_number=" "))
    appointment = appoint(**details(cast, units=[cast.unit.doan]))

    row = next(row for row in board_members(cast.school, today()) if row.user_id == cast.doan.pk)
    assert (row.post, row.decision_number, row.starts_on) == ("editor", "20/QĐ-THPT", today())
    assert list(appointment.units.all()) == [cast.unit.doan]
    line = LedgerEntry.objects.latest("seq")
    assert (line.action, line.payload["person"]) == ("editorial.appoint", cast.doan.pk)


def test_appoint__refuses_a_last_day_before_the_first(cast: SimpleNamespace) -> None:
    before = facts()

    with pytest.raises(ValidationError), transaction.atomic():
        appoint(**details(cast, ends_on=today() - DAY))

    assert facts() == before


def test_end_appointment__ends_the_rights_and_keeps_the_line(cast: SimpleNamespace) -> None:
    """A17: dated appointments; the old line stays, so that old approvals stay attributable."""
    appointment = BoardAppointment.objects.get(user=cast.deputy1)

    with refuses(Reason.NOT_YOUR_POST):
        end_appointment(appointment=appointment, user=cast.deputy2, ends_on=today())
    end_appointment(appointment=appointment, user=cast.head, ends_on=today() - DAY)

    assert cast.deputy1.pk not in {row.user_id for row in board_members(cast.school, today())}
    assert cast.deputy1.pk in {row.user_id for row in board_members(cast.school, today() - DAY)}


def test_accountable_person__is_the_head_in_office(cast: SimpleNamespace) -> None:
    """A37: one named person answers for content and data; nobody when the post is vacant."""
    person = accountable_person(cast.school, today())
    assert person is not None
    assert (person.name, person.decision_number) == ("Ông head", "198/QĐ-THPT")

    leave_the_board(cast, "head")

    assert accountable_person(cast.school, today()) is None


def test_appointment__begins_on_its_first_day(cast: SimpleNamespace) -> None:
    """A17: a post for next week gives no right today."""
    record = items.awaiting_deputy(cast)
    join_the_board(cast, "doan", "deputy", starts_on=today() + 7 * DAY)

    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.doan)
    actions.approve(record_id=record.pk, user=cast.doan, at=now() + 7 * DAY)


# --- The charter


def test_change_charter__is_the_heads_with_a_decision_number(cast: SimpleNamespace) -> None:
    """A12, A56: the rules are data, changed only by the head, each change with its number."""
    change = {"school": cast.school, "changes": {"deputies_release": True}}

    with refuses(Reason.NOT_YOUR_POST):
        actions.change_charter(user=cast.deputy1, decision_number="3/QĐ", **change)
    with refuses(Reason.TECHNICAL_ROLE):
        actions.change_charter(user=cast.admin, decision_number="3/QĐ", **change)
    with refuses(Reason.NOTE_MISSING):
        actions.change_charter(user=cast.head, decision_number=" ", **change)
    charter = actions.change_charter(user=cast.head, decision_number="3/QĐ", **change)

    assert (charter.version, charter.decision_number, charter.decided_by) == (2, "3/QĐ", cast.head)
    assert rules_in_force(cast.school).deputies_release is True
    assert LedgerEntry.objects.latest("seq").payload["decision"] == "3/QĐ"


@pytest.mark.parametrize(
    "changes", [{"no_such_rule": True}, {"notice_hours": "72"}, {"notice_hours": -1}, {"small_share": 2.0}]
)
def test_change_charter__refuses_data_that_makes_no_sense(cast: SimpleNamespace, changes: dict[str, Any]) -> None:
    before = facts()

    with pytest.raises(CharterError), transaction.atomic():
        change_charter(cast, **changes)

    assert facts() == before


def test_charter__keeps_every_version_and_what_was_not_changed(cast: SimpleNamespace) -> None:
    change_charter(cast, notice_hours=48)
    change_charter(cast, emergency_hide=False)

    hours = [row.rules.notice_hours for row in Charter.objects.order_by("version")]
    assert hours == [72, 48, 48]
    assert rules_in_force(cast.school).emergency_hide is False


@pytest.mark.parametrize("statement", [lambda rows: rows.update(decision_number="x"), lambda rows: rows.delete()])
def test_charter__is_append_only_in_the_database(cast: SimpleNamespace, statement: Any) -> None:
    """A20: under which rules an item was decided can not be rewritten."""
    with pytest.raises(DatabaseError, match="chain of the editorial board"), transaction.atomic():
        statement(Charter.objects.all())

    assert Charter.objects.get().decision_number == "setup_school"


def test_found_charter__is_for_a_school_without_one(cast: SimpleNamespace) -> None:
    with refuses(Reason.WRONG_STATE):
        found_charter(school=cast.school, user=None, data={}, decision_number="1", at=now())


# --- Rule 12: which clause


@pytest.mark.parametrize(("country", "clause"), [("vn", "(Đ12.2)"), ("ru", "(002 §3.3)")])
def test_refusal__names_the_clause_of_the_countrys_own_regulation(
    cast: SimpleNamespace, country: str, clause: str
) -> None:
    """A12: each blocked action says why and where that is written; in Russia never a Đ."""
    record = items.awaiting_deputy(cast)
    with pytest.raises(RuleRefused) as refusal:
        actions.approve(record_id=record.pk, user=cast.toan)

    with override("en"):
        said = sentence(refusal.value.refused, country)

    assert said == f"Your post on the board does not allow this. {clause}"


PLACEHOLDERS = "who post questions revision file limit fields first last least most words".split()


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_refusal__has_a_sentence_for_every_reason(language: str) -> None:
    every = dict.fromkeys(PLACEHOLDERS, "head")
    with override(language):
        said = [sentence(Refused(reason, every), "ru") for reason in Reason]

    assert [words for words in said if "%(" in words or "Đ1" in words] == []
    assert len(set(said)) == len(said)
