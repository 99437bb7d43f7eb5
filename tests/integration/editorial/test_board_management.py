"""The head manages the board: appointments, delegations, the charter (A12, A17, A78)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import today
from editorial.models import Charter, LedgerEntry
from editorial.rules.charter import write_charter
from editorial.rules.clock_terms import UNIT_KINDS
from editorial.selectors.records import rules_in_force
from news.models import Category
from school.models import Absence, BoardAppointment, ConsentEntry, Delegation, Unit, UnitMembership
from tests.factories.board import delegate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]
WEEK = datetime.timedelta(days=7)


def post(user: Any, name: str, /, *args: Any, **data: Any) -> Any:
    """Send a form of the board."""
    client = Client()
    client.force_login(user)
    return client.post(reverse(name, args=args), data)


def appointment_form(person: Any, **changes: Any) -> dict[str, Any]:
    """A complete appointment."""
    form = {
        "person": person.pk,
        "post": "editor",
        "decision_number": "20/QĐ",
        "decided_on": today().isoformat(),
        "starts_on": today().isoformat(),
    }
    return {**form, **changes}


def test_head_appoints_by_a_numbered_decision(cast: SimpleNamespace) -> None:
    """A17: a dated appointment with its decision, and a ledger line."""
    response = post(cast.head, "board_members", **appointment_form(cast.vanphong))
    assert response.status_code == 302
    assert BoardAppointment.objects.get(user=cast.vanphong).decision_number == "20/QĐ"
    assert LedgerEntry.objects.latest("seq").action == "editorial.appoint"


@pytest.mark.parametrize("name", ["deputy1", "secretary", "toan", "admin"])
def test_nobody_else_appoints(cast: SimpleNamespace, name: str) -> None:
    response = post(getattr(cast, name), "board_members", **appointment_form(cast.vanphong))
    assert response.status_code == 403
    assert not BoardAppointment.objects.filter(user=cast.vanphong).exists()


def test_appointment__without_number_keeps_what_was_typed(cast: SimpleNamespace) -> None:
    form = appointment_form(cast.vanphong, decision_number="", ends_on=(today() + WEEK).isoformat())
    response = post(cast.head, "board_members", **form)
    assert response.status_code == 422
    assert (today() + WEEK).isoformat() in response.content.decode()


def test_appointment__with_an_end_before_its_start_says_so(cast: SimpleNamespace) -> None:
    form = appointment_form(cast.vanphong, ends_on=(today() - WEEK).isoformat())
    assert post(cast.head, "board_members", **form).status_code == 422
    assert not BoardAppointment.objects.filter(user=cast.vanphong).exists()


def test_head_ends_an_appointment__the_line_stays(cast: SimpleNamespace) -> None:
    row = BoardAppointment.objects.get(user=cast.deputy2)
    assert post(cast.secretary, "board_end_appointment", row.pk, ends_on=today()).status_code == 403
    assert post(cast.head, "board_end_appointment", row.pk, ends_on="").status_code == 422
    assert post(cast.head, "board_end_appointment", row.pk, ends_on=today()).status_code == 302
    row.refresh_from_db()
    assert row.ends_on == today()
    assert post(cast.head, "board_end_appointment", 99999, ends_on=today()).status_code == 404


def delegation_form(person: Any, **changes: Any) -> dict[str, Any]:
    """A complete delegation."""
    form = {"given_to": person.pk, "starts_on": today().isoformat(), "ends_on": (today() + WEEK).isoformat()}
    return {**form, **changes}


def test_head_delegates_from_his_phone__number_follows(cast: SimpleNamespace) -> None:
    """Rule 9: for dates and classes; the number may follow."""
    form = delegation_form(cast.deputy2, content_classes=["ordinary"])
    assert post(cast.head, "board_delegations", **form).status_code == 302
    row = Delegation.objects.get()
    assert (row.content_classes, row.decision_number) == (["ordinary"], "")

    assert post(cast.head, "board_delegation_act", row.pk, "number", decision_number="").status_code == 422
    assert post(cast.head, "board_delegation_act", row.pk, "number", decision_number="8").status_code == 302
    row.refresh_from_db()
    assert row.decision_number == "8"


@pytest.mark.parametrize("name", ["deputy1", "secretary"])
def test_nobody_else_delegates(cast: SimpleNamespace, name: str) -> None:
    response = post(getattr(cast, name), "board_delegations", **delegation_form(cast.deputy2))
    assert response.status_code == 403
    assert not Delegation.objects.exists()


def test_delegation__without_last_day_is_incomplete(cast: SimpleNamespace) -> None:
    assert post(cast.head, "board_delegations", **delegation_form(cast.deputy2, ends_on="")).status_code == 422


def test_head_ends_a_delegation_at_once(cast: SimpleNamespace) -> None:
    row = delegate(cast)
    assert post(cast.deputy1, "board_delegation_act", row.pk, "revoke").status_code == 403
    assert post(cast.head, "board_delegation_act", row.pk, "revoke").status_code == 302
    row.refresh_from_db()
    assert row.ends_on is not None
    assert row.ends_on < today()
    assert post(cast.head, "board_delegation_act", row.pk, "nonsense").status_code == 404


def charter_form(cast: SimpleNamespace, **changes: Any) -> dict[str, Any]:
    """The charter as its form sends it: a switch that is off is not sent."""
    values = write_charter(rules_in_force(cast.school))
    duties = {f"duty_table_{kind}": holder or "-" for kind, holder in values.pop("duty_table").items()}
    values = {**values, **duties, "decision_number": "30/QĐ", **changes}
    return {name: value for name, value in values.items() if value is not False}


def test_head_changes_the_charter__a_version_begins(cast: SimpleNamespace) -> None:
    """Đ18: a new version with its decision; the old one stays."""
    before = Charter.objects.count()
    response = post(cast.head, "board_charter", **charter_form(cast, decision_hours=48, emergency_hide=False))
    assert response.status_code == 302
    assert Charter.objects.count() == before + 1
    rules = rules_in_force(cast.school)
    assert (rules.decision_hours, rules.emergency_hide) == (48, False)


def test_head_changes_the_clocks__only_what_differs(cast: SimpleNamespace) -> None:
    """A66, A69, A70: days, months and who writes are data of the charter."""
    before = rules_in_force(cast.school)
    changes = {"deadline_days": 5, "quota_months": [9, 10], "duty_table_other": "office_group", "quota_basis": "posted"}
    assert post(cast.head, "board_charter", **charter_form(cast, **changes)).status_code == 302
    rules = rules_in_force(cast.school)
    assert (rules.deadline_days, rules.quota_months, rules.quota_basis.value) == (5, (9, 10), "posted")
    assert rules.duty_table == {**before.duty_table, "other": "office_group"}
    assert rules.deadline_unit is before.deadline_unit


@pytest.mark.parametrize(
    "changes",
    [{"deadline_days": 0}, {"deadline_days": 61}, {"duty_table_arts": "whoever"}, {"duty_table_arts": ""}]
    + [{"quota_months": [13]}, {"quota_basis": "never"}, {"deadline_unit": ""}],
)
def test_charter__clock_entries_that_make_no_sense_are_incomplete(cast: SimpleNamespace, changes: Any) -> None:
    before = rules_in_force(cast.school)
    assert post(cast.head, "board_charter", **charter_form(cast, **changes)).status_code == 422
    assert rules_in_force(cast.school) == before


def test_charter__knows_every_kind_of_unit() -> None:
    assert set(Unit.Kind.values) == UNIT_KINDS


def test_charter__says_who_writes_in_words(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.head)
    page = client.get(reverse("board_charter")).content.decode()
    assert "public_holiday" not in page.split("<form")[0]
    assert str(Unit.Kind.TRADE_UNION.label) in page


@pytest.mark.parametrize("name", ["deputy1", "secretary", "admin", "toan"])
def test_nobody_else_changes_the_charter(cast: SimpleNamespace, name: str) -> None:
    before = rules_in_force(cast.school)
    assert post(getattr(cast, name), "board_charter", **charter_form(cast, decision_hours=48)).status_code == 403
    assert rules_in_force(cast.school) == before


def test_charter__unchanged_or_without_number_is_incomplete(cast: SimpleNamespace) -> None:
    assert post(cast.head, "board_charter", **charter_form(cast)).status_code == 422
    form = charter_form(cast, decision_hours=48, decision_number="")
    assert post(cast.head, "board_charter", **form).status_code == 422


@pytest.mark.parametrize("name", ["head", "deputy1", "secretary", "editor1", "toan", "admin"])
def test_every_page_of_the_board_opens(cast: SimpleNamespace, client: Client, name: str) -> None:
    """A12: all read the board's rules and members; only the board sees delegations."""
    client.force_login(getattr(cast, name))
    assert client.get(reverse("board_members")).status_code == 200
    assert client.get(reverse("board_charter")).status_code == 200
    expected = 302 if name in {"toan", "admin"} else 200
    assert client.get(reverse("board_delegations")).status_code == expected


def consent() -> dict[str, Any]:
    """A class's consent."""
    return {
        "class_name": "10A1",
        "school_year": "2026-2027",
        "reference": "Cặp 12",
        "exceptions_count": 2,
        "given_on": "2026-09-05",
    }


def test_consent_register__is_kept_by_the_board_and_noted(cast: SimpleNamespace) -> None:
    """A14: consent of a class is entered once; the ledger carries no child's name."""
    assert post(cast.secretary, "consent_register:add", **consent()).status_code == 302
    row = ConsentEntry.objects.get()
    line = LedgerEntry.objects.latest("seq")
    assert line.action == "school.add_consententry"
    assert line.payload["row"] == row.pk
    assert "10A1" not in str(line.payload)


def test_consent_register__same_class_twice_is_refused_kindly(cast: SimpleNamespace) -> None:
    post(cast.secretary, "consent_register:add", **consent())
    assert post(cast.secretary, "consent_register:add", **consent()).status_code == 200
    assert ConsentEntry.objects.count() == 1


@pytest.mark.parametrize("name", ["toan", "deputy1", "admin"])
def test_consent_register__is_shut_for_others(cast: SimpleNamespace, name: str) -> None:
    post(getattr(cast, name), "consent_register:add", **consent())
    assert not ConsentEntry.objects.exists()


def test_absences__are_entered_by_head_and_secretary(cast: SimpleNamespace) -> None:
    form = {"user": cast.editor1.pk, "starts_on": today().isoformat()}
    post(cast.editor1, "absence_register:add", **form)
    assert not Absence.objects.exists()
    assert post(cast.secretary, "absence_register:add", **form).status_code == 302
    assert Absence.objects.get().user == cast.editor1


@pytest.mark.parametrize("name", ["deputy1", "editor1", "van"])
def test_memberships__are_shut_for_others(cast: SimpleNamespace, name: str) -> None:
    form = {"user": cast.doan.pk, "unit": cast.unit.van.pk, "starts_on": today().isoformat()}
    post(getattr(cast, name), "membership_register:add", **form)
    assert not UnitMembership.objects.filter(user=cast.doan, unit=cast.unit.van).exists()


@pytest.mark.parametrize("name", ["head", "secretary", "admin"])
def test_memberships__are_kept_by_head_and_secretary_and_open_the_unit(cast: SimpleNamespace, name: str) -> None:
    """A01: accounts are tied to units; who joins writes there at once."""
    form = {"user": cast.doan.pk, "unit": cast.unit.van.pk, "starts_on": today().isoformat()}
    assert post(getattr(cast, name), "membership_register:add", **form).status_code == 302
    assert cast.doan.groups.filter(name__endswith="/van").exists()


def test_categories__are_kept_by_head_and_secretary(cast: SimpleNamespace) -> None:
    form = {"name": "Gương sáng", "slug": "guong-sang", "sort_order": 5}
    post(cast.editor1, "category_register:add", **form)
    assert not Category.objects.filter(slug="guong-sang").exists()
    assert post(cast.secretary, "category_register:add", **form).status_code == 302
    assert LedgerEntry.objects.latest("seq").action == "school.add_category"
