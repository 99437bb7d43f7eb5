"""Units and their people in the back office: founded, renamed, switched off (A01)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Collection

from core.clock import today
from editorial.models import LedgerEntry
from news.models import UnitIndexPage
from school.models import Unit, UnitMembership, User
from tests.factories import items
from tests.factories.evidence import all_faults
from tests.factories.screens import signed_in, words

pytestmark = pytest.mark.django_db


def found(user: User, **changes: Any) -> Any:
    """Send the form for a new unit."""
    form = {"name": "Tổ Tin học", "short_name": "Tin học", "code": "tinhoc", "kind": "subject_group", **changes}
    return signed_in(user).post(reverse("unit_register:add"), form)


def change(user: User, unit: Unit, **changes: Any) -> Any:
    """Send the form of a unit that is there."""
    form = {"name": unit.name, "short_name": unit.short_name, "kind": unit.kind, "is_active": "on", "sort_order": 3}
    form |= {"head": unit.head_id or "", **changes}
    return signed_in(user).post(reverse("unit_register:edit", args=[unit.pk]), form)


@pytest.mark.parametrize("name", ["head", "secretary", "admin"])
def test_found_unit__with_its_section_its_place_for_files_and_its_head(cast: SimpleNamespace, name: str) -> None:
    """A01: whoever heads it belongs to it and writes there at once."""
    answer = found(getattr(cast, name), head=cast.doan.pk)

    unit = Unit.objects.get(code="tinhoc")
    assert answer.status_code == 302
    assert UnitIndexPage.objects.get(unit=unit).title == "Tin học"
    assert unit.collection is not None
    assert cast.doan.groups.filter(name__endswith="/tinhoc").exists()
    lines = LedgerEntry.objects.filter(action__startswith="school.add_").order_by("seq")
    assert [line.action for line in lines] == ["school.add_unit", "school.add_unitmembership"]
    assert all_faults() == []


@pytest.mark.parametrize("name", ["deputy1", "editor1", "toan"])
def test_found_unit__is_shut_for_others(cast: SimpleNamespace, name: str) -> None:
    found(getattr(cast, name))

    assert not Unit.objects.filter(code="tinhoc").exists()


@pytest.mark.parametrize("code", ["toan", "TOAN", "có dấu", ""])
def test_found_unit__refuses_a_code_that_is_taken_or_no_address(cast: SimpleNamespace, code: str) -> None:
    answer = found(cast.head, code=code)

    assert answer.status_code == 200
    assert "Tổ Tin học" in words(answer)
    assert not Unit.objects.filter(name="Tổ Tin học").exists()


def test_change_unit__section_and_collection_bear_the_new_name(cast: SimpleNamespace) -> None:
    """The address stays: only names change."""
    answer = change(cast.secretary, cast.unit.toan, name="Tổ Toán – Tin", short_name="Toán – Tin")

    section = UnitIndexPage.objects.get(unit=cast.unit.toan)
    assert answer.status_code == 302
    assert (section.title, section.slug) == ("Toán – Tin", "toan")
    assert Collection.objects.get(pk=cast.unit.toan.collection_id).name == "Tổ Toán – Tin"
    assert LedgerEntry.objects.filter(action="school.change_unit").count() == 1


def test_change_unit__a_new_head_joins_once(cast: SimpleNamespace) -> None:
    for _time in range(2):
        assert change(cast.head, cast.unit.toan, head=cast.doan.pk).status_code == 302

    rows = UnitMembership.objects.filter(unit=cast.unit.toan, user=cast.doan)
    assert [row.starts_on for row in rows] == [today()]


def test_change_unit__offers_neither_technicians_nor_closed_accounts(cast: SimpleNamespace) -> None:
    User.objects.filter(pk=cast.van.pk).update(is_active=False)

    for person in (cast.admin, cast.van):
        assert change(cast.head, cast.unit.toan, head=person.pk).status_code == 200
    assert Unit.objects.get(pk=cast.unit.toan.pk).head is None


def test_switch_off_unit__is_refused_while_the_board_has_its_items(cast: SimpleNamespace) -> None:
    items.awaiting_deputy(cast)

    with override("en"):
        answer = change(cast.head, cast.unit.toan, is_active="")
    assert Unit.objects.get(pk=cast.unit.toan.pk).is_active
    assert answer.status_code == 200
    assert change(cast.head, cast.unit.van, is_active="").status_code == 302
    assert not Unit.objects.get(pk=cast.unit.van.pk).is_active


def test_switch_off_unit__never_the_boards_own(cast: SimpleNamespace) -> None:
    change(cast.head, cast.unit.bbt, is_active="")

    assert Unit.objects.get(pk=cast.unit.bbt.pk).is_active


def test_membership__ends_not_before_it_begins(cast: SimpleNamespace) -> None:
    day = today()
    form = {"user": cast.doan.pk, "unit": cast.unit.van.pk, "starts_on": day.isoformat()}
    before = (day - datetime.timedelta(days=1)).isoformat()

    answer = signed_in(cast.head).post(reverse("membership_register:add"), {**form, "ends_on": before})

    assert answer.status_code == 200
    assert not UnitMembership.objects.filter(user=cast.doan, unit=cast.unit.van).exists()
