"""Who and what the school is on a given day."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from core.clock import today
from school.models import (
    Absence,
    BoardAppointment,
    CalendarDay,
    ConsentEntry,
    UnitMembership,
    User,
)
from school.rules.calendar import is_working_day, working_day_after
from school.selectors import (
    accountable_person,
    board_members,
    consents_in_force,
    current_school,
    editor_of_unit,
    is_absent,
    people_in_post,
    school_of_site,
    unit_members,
    units_of,
    working_week,
)
from tests.factories.school import DECISION, SINCE

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def test_current_school__is_that_of_the_default_site(cast: SimpleNamespace) -> None:
    assert current_school() == school_of_site(cast.school.site) == cast.school


# --- The board


def test_board_members__are_listed_by_post_the_content_deputy_first(cast: SimpleNamespace) -> None:
    """A16, A17: posts, persons, decision number, dates."""
    rows = board_members(cast.school, today())

    assert [(row.post, row.user_id) for row in rows] == [
        ("head", cast.head.pk),
        ("deputy", cast.deputy1.pk),
        ("deputy", cast.deputy2.pk),
        ("secretary", cast.secretary.pk),
        ("editor", cast.editor1.pk),
        ("editor", cast.editor2.pk),
    ]
    assert {(row.decision_number, row.decided_on, row.starts_on) for row in rows} == {(DECISION, SINCE, SINCE)}


@pytest.mark.parametrize(("day", "holds"), [(-1, False), (0, True), (30, True), (31, False)])
def test_in_force__counts_first_and_last_day(cast: SimpleNamespace, day: int, holds: bool) -> None:
    """A17: a term of office has both its ends."""
    BoardAppointment.objects.filter(user=cast.head).update(starts_on=today(), ends_on=today() + 30 * DAY)

    person = accountable_person(cast.school, today() + day * DAY)

    assert (person is not None) is holds
    assert BoardAppointment.objects.get(user=cast.head).holds_on(today() + day * DAY) is holds


def test_people_in_post__are_active_and_named_once(cast: SimpleNamespace) -> None:
    BoardAppointment.objects.create(
        school=cast.school,
        user=cast.editor1,
        post="editor",
        decision_number=DECISION,
        decided_on=SINCE,
        starts_on=SINCE,
    )
    User.objects.filter(pk=cast.editor2.pk).update(is_active=False)

    assert people_in_post(cast.school, ["editor", "secretary"], today()) == [
        cast.secretary,
        cast.editor1,
    ]


def test_account__that_decided_something_can_not_be_deleted(cast: SimpleNamespace) -> None:
    """A20: switched off, never deleted; a decision stays attributable."""
    with pytest.raises(ProtectedError):
        cast.deputy1.delete()


# --- Units


def test_editor_of_unit__is_in_office_active_and_not_away(cast: SimpleNamespace) -> None:
    assert editor_of_unit(cast.unit.toan, today()) == cast.editor1
    assert editor_of_unit(cast.unit.vanphong, today()) is None

    away = Absence.objects.create(user=cast.editor1, starts_on=today(), ends_on=today())
    assert (is_absent(cast.editor1, today()), editor_of_unit(cast.unit.toan, today())) == (True, None)
    assert editor_of_unit(cast.unit.toan, today() + DAY) == cast.editor1
    away.delete()
    User.objects.filter(pk=cast.editor1.pk).update(is_active=False)
    assert editor_of_unit(cast.unit.toan, today()) is None


def test_units_of__names_the_headed_unit_first(cast: SimpleNamespace) -> None:
    """A01: a person may belong to several units."""
    UnitMembership.objects.create(user=cast.toan, unit=cast.unit.van, starts_on=SINCE)
    assert units_of(cast.toan, today()) == [cast.unit.toan, cast.unit.van]

    cast.unit.van.head = cast.toan
    cast.unit.van.save()

    assert units_of(cast.toan, today()) == [cast.unit.van, cast.unit.toan]


def test_unit_members__are_those_of_the_day(cast: SimpleNamespace) -> None:
    """A01: classes, offices and unions alike: whoever belongs to them on that day."""
    assert unit_members(cast.unit.toan, today()) == [cast.editor1, cast.toan]
    assert unit_members(cast.unit.toan, SINCE - DAY) == []


def test_membership__refuses_an_end_before_its_start(cast: SimpleNamespace) -> None:
    wrong = UnitMembership(user=cast.toan, unit=cast.unit.van, starts_on=today(), ends_on=today() - DAY)

    with pytest.raises(ValidationError):
        wrong.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()


# --- Calendar and consent


def test_working_week__knows_days_off_and_swapped_days(cast: SimpleNamespace) -> None:
    monday = today() + (7 - today().weekday()) * DAY
    saturday = monday + 5 * DAY
    CalendarDay.objects.create(school=cast.school, day=monday, kind="day_off", name="Nghỉ lễ")
    CalendarDay.objects.create(school=cast.school, day=saturday, kind="working_day", name="Làm bù")

    week = working_week(cast.school)

    assert [is_working_day(monday + n * DAY, week) for n in range(7)] == [
        False,
        True,
        True,
        True,
        True,
        True,
        False,
    ]
    assert working_day_after(monday - DAY, week) == monday + DAY


def test_consents_in_force__end_with_their_withdrawal(cast: SimpleNamespace) -> None:
    """A14: image rights of pupils, per class and school year."""
    entry = ConsentEntry.objects.create(
        school=cast.school,
        class_name="10A1",
        school_year="2026-2027",
        reference="HS-10A1",
        given_on=today() - DAY,
        withdrawn_on=today() + DAY,
    )

    assert consents_in_force(cast.school, today()) == [entry]
    assert consents_in_force(cast.school, today() - 2 * DAY) == []
    assert consents_in_force(cast.school, today() + DAY) == []
