"""Who enters, changes, assigns, waives and links (A19, A70)."""

from __future__ import annotations

import pytest

from core.rules.answers import ALLOWED, Refused
from editorial.rules.duties import (
    SETTLED,
    DutyState,
    may_assign_duty,
    may_cancel_event,
    may_change_event,
    may_declare_closure,
    may_edit_theme,
    may_enter_event,
    may_enter_own_event,
    may_link_item,
    may_waive_duty,
)
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import WorkState
from tests.unit.editorial.items import draft, in_editing, item, submitted
from tests.unit.editorial.people import (
    OTHER_UNIT,
    UNIT,
    author,
    delegate,
    deputy,
    editor,
    head,
    other_deputy,
    other_editor,
    secretary,
    stranger,
    switched_off,
    technician,
)

SUPERIORS = [head(), deputy(), other_deputy(), delegate()]
KEEPERS = [*SUPERIORS, secretary()]
OTHERS = [editor(), author(), stranger()]
OUTSIDE = [(technician(), Reason.TECHNICAL_ROLE), (switched_off(), Reason.INACTIVE)]
OWED = sorted(set(DutyState) - SETTLED)
KEEPERS_RIGHTS = [
    may_enter_event,
    may_change_event,
    may_edit_theme,
    lambda person: may_cancel_event(person, why="Mưa bão"),
]
SUPERIORS_RIGHTS = [
    may_assign_duty,
    may_declare_closure,
    lambda person: may_waive_duty(person, DutyState.OPEN, "Sự kiện nội bộ"),
]


@pytest.mark.parametrize("right", KEEPERS_RIGHTS)
@pytest.mark.parametrize("person", KEEPERS, ids=lambda person: str(person.id))
def test_keeping_events_and_themes__head_deputies_secretary_and_the_heads_delegate(right, person):
    assert right(person) is ALLOWED


@pytest.mark.parametrize("right", KEEPERS_RIGHTS)
@pytest.mark.parametrize("person", OTHERS, ids=lambda person: str(person.id))
def test_keeping_events_and_themes__nobody_else(right, person):
    assert right(person) == Refused(Reason.NOT_YOUR_POST)


@pytest.mark.parametrize("right", SUPERIORS_RIGHTS)
@pytest.mark.parametrize("person", SUPERIORS, ids=lambda person: str(person.id))
def test_assigning_waiving_closing__head_deputies_and_the_heads_delegate(right, person):
    assert right(person) is ALLOWED


@pytest.mark.parametrize("right", SUPERIORS_RIGHTS)
@pytest.mark.parametrize("person", [secretary(), *OTHERS], ids=lambda person: str(person.id))
def test_assigning_waiving_closing__nobody_else(right, person):
    assert right(person) == Refused(Reason.NOT_YOUR_POST)


@pytest.mark.parametrize(
    "right",
    [
        *KEEPERS_RIGHTS,
        *SUPERIORS_RIGHTS,
        lambda person: may_enter_own_event(person, UNIT),
        lambda person: may_link_item(person, draft()),
    ],
)
@pytest.mark.parametrize(("person", "reason"), OUTSIDE, ids=["technician", "switched off"])
def test_every_right__never_the_technical_role_nor_a_switched_off_account(right, person, reason):
    assert right(person) == Refused(reason)


def test_may_enter_own_event__a_unit_for_itself():
    assert may_enter_own_event(author(), UNIT) is ALLOWED
    assert may_enter_own_event(author(), OTHER_UNIT) == Refused(Reason.NOT_YOUR_UNIT)


def test_may_enter_own_event__whoever_enters_events_for_any_unit():
    assert may_enter_own_event(secretary(), UNIT) is ALLOWED
    assert may_enter_own_event(secretary(unit_ids=frozenset()), OTHER_UNIT) is ALLOWED


def test_a_cancelled_event__is_neither_changed_nor_cancelled_again():
    assert may_change_event(head(), is_cancelled=True) == Refused(Reason.EVENT_CANCELLED)
    assert may_cancel_event(head(), why="Mưa bão", is_cancelled=True) == Refused(Reason.EVENT_CANCELLED)


@pytest.mark.parametrize("why", ["", "  \n"])
def test_cancelling_and_waiving__say_why(why):
    assert may_cancel_event(head(), why=why) == Refused(Reason.NOTE_MISSING)
    assert may_waive_duty(head(), DutyState.OPEN, why) == Refused(Reason.NOTE_MISSING)


@pytest.mark.parametrize("state", OWED)
def test_assigning_and_waiving__as_long_as_something_is_owed(state):
    assert may_assign_duty(deputy(), state) is ALLOWED
    assert may_waive_duty(deputy(), state, "Sự kiện nội bộ") is ALLOWED


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (DutyState.DONE, Reason.DUTY_SETTLED),
        (DutyState.WAIVED, Reason.DUTY_SETTLED),
        (DutyState.CANCELLED, Reason.EVENT_CANCELLED),
    ],
)
def test_assigning_and_waiving__not_once_it_is_settled(state, reason):
    assert may_assign_duty(deputy(), state) == Refused(reason)
    assert may_waive_duty(deputy(), state, "Sự kiện nội bộ") == Refused(reason)


POSTED = item(WorkState.PUBLISHED)
HELD = in_editing(unit_id=OTHER_UNIT)


@pytest.mark.parametrize("person", KEEPERS, ids=lambda person: str(person.id))
@pytest.mark.parametrize("linked", [draft(), submitted(), POSTED], ids=lambda linked: linked.work_state.value)
def test_may_link_item__the_board_at_any_time(person, linked):
    assert may_link_item(person, linked) is ALLOWED


def test_may_link_item__the_unit_until_it_is_posted():
    assert may_link_item(author(), draft()) is ALLOWED
    assert may_link_item(author(), submitted()) is ALLOWED
    assert may_link_item(author(), POSTED) == Refused(Reason.NOT_YOUR_POST)


def test_may_link_item__the_editor_who_holds_it():
    assert may_link_item(editor(), HELD) is ALLOWED
    assert may_link_item(other_editor(unit_ids=frozenset()), HELD) == Refused(Reason.NOT_YOUR_UNIT)


def test_may_link_item__not_another_unit():
    assert may_link_item(stranger(), draft()) == Refused(Reason.NOT_YOUR_UNIT)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"is_cancelled": True}, Reason.EVENT_CANCELLED),
        ({"is_settled": True}, Reason.DUTY_SETTLED),
    ],
)
def test_may_link_item__not_to_what_is_over(facts, reason):
    assert may_link_item(head(), draft(), **facts) == Refused(reason)
    assert may_link_item(author(), draft(), **facts) == Refused(reason)
