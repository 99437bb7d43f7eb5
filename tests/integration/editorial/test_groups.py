"""Wagtail's groups follow from posts and units in force on the day."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group

from core.clock import today
from editorial import actions
from editorial.actions.groups import BOARD_GROUP, sync_groups, unit_group_name
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import WorkState
from school.models import BoardAppointment, Unit, UnitMembership
from tests.factories import items
from tests.factories.board import delegate, join_the_board, leave_the_board
from tests.factories.evidence import refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

DAY = datetime.timedelta(days=1)


def members(name: str) -> set[str]:
    """Account names of a group."""
    return set(Group.objects.get(name=name).user_set.values_list("username", flat=True))


def test_sync_groups__holds_everybody_with_a_post_or_a_unit(cast: SimpleNamespace) -> None:
    """A01, A12, A16: nobody is put into a group by hand."""
    assert members(BOARD_GROUP) == {"head", "deputy1", "deputy2", "secretary", "editor1", "editor2"}
    assert members(unit_group_name(cast.unit.toan)) == {"toan", "editor1"}
    assert "admin" not in members(BOARD_GROUP)


def test_sync_groups__an_appointment_that_ended_yesterday_loses_its_rights_today(
    cast: SimpleNamespace,
) -> None:
    """A17: rights end with the day, also before any group was touched."""
    record = items.awaiting_deputy(cast)
    BoardAppointment.objects.filter(user=cast.deputy1).update(ends_on=today() - DAY)

    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.deputy1)
    sync_groups(cast.school, today())
    assert "deputy1" not in members(BOARD_GROUP)
    BoardAppointment.objects.filter(user=cast.deputy1).update(ends_on=today())
    sync_groups(cast.school, today())
    assert "deputy1" in members(BOARD_GROUP)
    actions.approve(record_id=record.pk, user=cast.deputy1)

    assert stands(record, WorkState.AWAITING_HEAD)


def test_sync_groups__removes_whoever_was_put_in_by_hand(cast: SimpleNamespace) -> None:
    Group.objects.get(name=BOARD_GROUP).user_set.add(cast.toan, cast.admin)

    sync_groups(cast.school, today())

    assert members(BOARD_GROUP) == {"head", "deputy1", "deputy2", "secretary", "editor1", "editor2"}


def test_sync_groups__follows_appointments_at_once(cast: SimpleNamespace) -> None:
    join_the_board(cast, "doan", "editor")
    assert "doan" in members(BOARD_GROUP)

    leave_the_board(cast, "editor2")

    assert "editor2" not in members(BOARD_GROUP)


def test_sync_groups__keeps_a_delegate_in_until_the_last_day(cast: SimpleNamespace) -> None:
    delegation = delegate(cast, to="secretary")
    leave_the_board(cast, "secretary")
    assert "secretary" in members(BOARD_GROUP)

    sync_groups(cast.school, delegation.ends_on + DAY)

    assert "secretary" not in members(BOARD_GROUP)


def test_sync_groups__leaves_out_switched_off_accounts(cast: SimpleNamespace) -> None:
    cast.editor1.is_active = False
    cast.editor1.save()

    sync_groups(cast.school, today())

    assert "editor1" not in members(BOARD_GROUP) | members(unit_group_name(cast.unit.toan))


def test_sync_groups__follows_a_person_to_another_unit(cast: SimpleNamespace) -> None:
    UnitMembership.objects.filter(user=cast.toan).update(ends_on=today() - DAY)
    UnitMembership.objects.create(user=cast.toan, unit=cast.unit.van, starts_on=today())

    sync_groups(cast.school, today())

    assert members(unit_group_name(cast.unit.toan)) == {"editor1"}
    assert "toan" in members(unit_group_name(cast.unit.van))


def test_sync_groups__each_unit_has_its_own_group_and_collection(cast: SimpleNamespace) -> None:
    """A75: a unit's pictures and files are its own."""
    units = Unit.objects.filter(school=cast.school)

    assert len({unit_group_name(unit) for unit in units}) == units.count()
    assert len({unit.collection_id for unit in units}) == units.count()
