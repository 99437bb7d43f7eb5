"""The duty table, where a duty stands, and its reminders (A32, A70)."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from core.rules.answers import Refused
from editorial.rules.charter import CharterRules
from editorial.rules.clock_terms import RUSSIAN_DUTIES, VIETNAMESE_DUTIES
from editorial.rules.duties import (
    PAST_DUE,
    SETTLED,
    DutyFacts,
    DutyHolder,
    DutyState,
    EventKind,
    ReminderKind,
    duty_state,
    holder_for,
    reminders_due,
    sound_times,
)
from editorial.rules.reasons import Reason
from tests.unit.editorial.people import UNIT

TRADE_UNION, YOUTH_UNION, SUBJECT_GROUP = (
    DutyHolder(unit_kind=kind) for kind in ("trade_union", "youth_union", "subject_group")
)
DEPUTY_TEACHING, NOBODY = DutyHolder(post="deputy_teaching"), DutyHolder()
DUTY = DutyFacts(ended_on=datetime.date(2026, 9, 7), due=datetime.date(2026, 9, 10), unit_id=UNIT)


def on(number: int) -> datetime.date:
    """A day of September 2026; the event ends on the 7th, its item is due on the 10th."""
    return datetime.date(2026, 9, number)


def duty(**changes) -> DutyFacts:
    return dataclasses.replace(DUTY, **changes)


@pytest.mark.parametrize(
    ("kind", "holder"),
    [
        (EventKind.PUBLIC_HOLIDAY, TRADE_UNION),
        (EventKind.SCHOOL_OPENING, TRADE_UNION),
        (EventKind.SCHOOL_CLOSING, TRADE_UNION),
        (EventKind.STAFF_CONFERENCE, TRADE_UNION),
        (EventKind.CONTEST_PUPILS, YOUTH_UNION),
        (EventKind.YOUTH_ADMISSION, YOUTH_UNION),
        (EventKind.ARTS, YOUTH_UNION),
        (EventKind.SPORTS, YOUTH_UNION),
        (EventKind.YOUTH_DAY, YOUTH_UNION),
        (EventKind.THEMATIC, SUBJECT_GROUP),
        (EventKind.EXTRACURRICULAR, SUBJECT_GROUP),
        (EventKind.TEACHING_CONTEST, SUBJECT_GROUP),
        (EventKind.SCHOOL_CONTEST, DEPUTY_TEACHING),
        (EventKind.PROVINCE_CONTEST, DEPUTY_TEACHING),
        (EventKind.OTHER, NOBODY),
    ],
)
def test_holder_for__follows_the_five_dashes_of_the_regulation(kind, holder):
    """A70: Đ14.1 dashes 1 to 5."""
    assert holder_for(kind, CharterRules()) == holder


def test_holder_for__follows_the_charter_where_it_says_otherwise():
    charter = CharterRules(duty_table={**VIETNAMESE_DUTIES, "sports": "trade_union", "other": "office_group"})
    assert holder_for(EventKind.SPORTS, charter) == TRADE_UNION
    assert holder_for(EventKind.OTHER, charter) == DutyHolder(unit_kind="office_group")
    assert holder_for(EventKind.ARTS, charter) == YOUTH_UNION


def test_holder_for__a_deputy_assigns_what_the_table_leaves_out():
    assert holder_for(EventKind.ARTS, CharterRules(duty_table={})) == NOBODY


def test_holder_for__in_the_russian_practice():
    charter = CharterRules(duty_table=RUSSIAN_DUTIES)
    assert holder_for(EventKind.SCHOOL_OPENING, charter) == YOUTH_UNION
    assert holder_for(EventKind.THEMATIC, charter) == SUBJECT_GROUP


@pytest.mark.parametrize("table", [VIETNAMESE_DUTIES, RUSSIAN_DUTIES])
def test_duty_tables__name_every_kind_of_event_and_nothing_else(table):
    assert list(table) == [kind.value for kind in EventKind]


@pytest.mark.parametrize(("holder", "is_assigned"), [(NOBODY, False), (TRADE_UNION, True), (DEPUTY_TEACHING, True)])
def test_holder__says_whether_somebody_must_still_be_named(holder, is_assigned):
    assert holder.is_assigned is is_assigned


@pytest.mark.parametrize(
    ("today", "changes", "state"),
    [
        (6, {}, DutyState.UPCOMING),
        (7, {}, DutyState.UPCOMING),
        (8, {}, DutyState.OPEN),
        (10, {}, DutyState.OPEN),
        (11, {}, DutyState.MISSED),
        (7, {"is_answered": True}, DutyState.HANDED_IN),
        (10, {"is_answered": True}, DutyState.HANDED_IN),
        (11, {"is_answered": True}, DutyState.OVERDUE),
        (6, {"is_waived": True}, DutyState.WAIVED),
        (11, {"is_waived": True, "is_answered": True}, DutyState.WAIVED),
        (11, {"is_cancelled": True}, DutyState.CANCELLED),
        (11, {"is_cancelled": True, "is_waived": True}, DutyState.CANCELLED),
        (11, {"is_published": True}, DutyState.DONE),
        (6, {"is_published": True, "is_cancelled": True, "is_waived": True}, DutyState.DONE),
    ],
)
def test_duty_state(today, changes, state):
    assert duty_state(duty(**changes), on(today)) is state


@pytest.mark.parametrize(
    ("today", "reminders"),
    [
        (1, ()),
        (7, ()),
        (8, (ReminderKind.DAY_AFTER,)),
        (9, (ReminderKind.DAY_BEFORE,)),
        (10, (ReminderKind.ON_THE_DAY,)),
        (11, (ReminderKind.OVERDUE,)),
        (30, (ReminderKind.OVERDUE,)),
    ],
)
def test_reminders_due__after_the_event_before_the_day_on_the_day_then_to_the_deputy(today, reminders):
    """A32: one at a time; after days of silence only the latest is left."""
    assert reminders_due(DUTY, on(today)) == reminders


def test_reminders_due__the_day_after_still_holds_until_the_day_before():
    long = duty(due=on(15))
    assert [reminders_due(long, on(day)) for day in (8, 11, 13)] == [(ReminderKind.DAY_AFTER,)] * 3
    assert reminders_due(long, on(14)) == (ReminderKind.DAY_BEFORE,)


def test_reminders_due__never_two_on_one_day_when_the_time_is_short():
    assert reminders_due(duty(due=on(8)), on(7)) == ()
    assert reminders_due(duty(due=on(8)), on(8)) == (ReminderKind.ON_THE_DAY,)


@pytest.mark.parametrize("today", [8, 9, 10])
def test_reminders_due__none_while_the_item_is_with_the_board_in_time(today):
    assert reminders_due(duty(is_answered=True), on(today)) == ()


def test_reminders_due__the_deputy_hears_of_an_item_the_board_did_not_post():
    assert reminders_due(duty(is_answered=True), on(11)) == (ReminderKind.OVERDUE,)


@pytest.mark.parametrize("changes", [{"is_published": True}, {"is_waived": True}, {"is_cancelled": True}])
@pytest.mark.parametrize("today", [6, 8, 10, 11])
@pytest.mark.parametrize("unit_id", [UNIT, None])
def test_reminders_due__none_once_nothing_is_owed(changes, today, unit_id):
    assert reminders_due(duty(unit_id=unit_id, **changes), on(today)) == ()


@pytest.mark.parametrize(
    ("today", "reminders"),
    [
        (5, ()),
        (6, (ReminderKind.UNASSIGNED,)),
        (8, (ReminderKind.UNASSIGNED,)),
        (10, (ReminderKind.UNASSIGNED,)),
        (11, (ReminderKind.OVERDUE,)),
    ],
)
def test_reminders_due__an_event_nobody_is_named_for_alarms_the_deputies(today, reminders):
    """A70: Đ14.1 dash 5, a deputy assigns what is "other"."""
    assert reminders_due(duty(unit_id=None), on(today)) == reminders


def test_reminders_due__a_person_who_writes_is_reminded_like_a_unit():
    assert reminders_due(duty(unit_id=None, writer_id=7), on(8)) == (ReminderKind.DAY_AFTER,)


def test_states__settled_and_past_due_are_different_questions():
    assert not SETTLED & PAST_DUE
    assert SETTLED | PAST_DUE | {DutyState.UPCOMING, DutyState.OPEN, DutyState.HANDED_IN} == set(DutyState)


EIGHT, TEN = datetime.time(8), datetime.time(10)


@pytest.mark.parametrize(
    "times",
    [
        (on(7), on(7)),
        (on(7), on(9)),
        (on(7), on(7), EIGHT, TEN),
        (on(7), on(7), EIGHT, EIGHT),
        (on(7), on(7), EIGHT, None),
        (on(7), on(7), None, TEN),
        (on(7), on(8), TEN, EIGHT),
    ],
)
def test_sound_times__one_day_many_days_and_over_midnight(times):
    assert sound_times(*times)


@pytest.mark.parametrize(
    ("times", "reason"),
    [
        ((on(7), None), Reason.EVENT_END_MISSING),
        ((on(7), on(6)), Reason.EVENT_DATES_WRONG),
        ((on(7), on(7), TEN, EIGHT), Reason.EVENT_DATES_WRONG),
        ((datetime.date(1999, 12, 31), on(7)), Reason.EVENT_TOO_FAR),
        ((on(7), datetime.date(2101, 1, 1)), Reason.EVENT_TOO_FAR),
        ((datetime.date.min, datetime.date.max), Reason.EVENT_TOO_FAR),
    ],
)
def test_sound_times__asks_for_the_end_and_for_days_that_make_sense(times, reason):
    answer = sound_times(*times)
    assert isinstance(answer, Refused)
    assert answer.reason is reason


def test_sound_times__names_the_years_it_takes():
    answer = sound_times(datetime.date(1999, 12, 31), on(7))
    assert isinstance(answer, Refused)
    assert answer.details == {"first": "2000", "last": "2100"}
