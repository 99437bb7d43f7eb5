"""Events, duties and verdicts through the board's actions (A69, A70)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from editorial import actions
from editorial.actions.calendar import declare_closure
from editorial.actions.duties import assign_duty, link_item, waive_duty
from editorial.actions.events import cancel_event, change_event, enter_event
from editorial.models import Duty, Event, LedgerEntry, OutboxMessage
from editorial.rules.duties import DutyState, EventKind
from editorial.rules.events import DueCause
from editorial.rules.reasons import Reason
from editorial.rules.verdicts import Fact, Verdict
from editorial.selectors.clocks import DutyRow, duty_rows, open_duties_of, unassigned_duties
from editorial.selectors.people import actor_of
from tests.factories import items
from tests.factories.board import change_charter
from tests.factories.clocks import MONDAY, cleared, event, moment, posted, posted_report, report
from tests.factories.evidence import refuses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

THURSDAY = MONDAY + datetime.timedelta(days=3)


def lines(action: str) -> list[dict]:
    """Payloads of the ledger lines of one action, oldest first."""
    return list(
        LedgerEntry.objects.filter(action=f"editorial.{action}").order_by("seq").values_list("payload", flat=True)
    )


def the_row(cast: SimpleNamespace, at: datetime.datetime) -> DutyRow:
    """The only duty of the school, as a screen shows it."""
    (row,) = duty_rows(cast.school, at)
    return row


def told(kind: str) -> list[str]:
    """Account names of everybody who got a message of this kind."""
    return list(OutboxMessage.objects.filter(kind=kind).order_by("to__username").values_list("to__username", flat=True))


# --- Events open duties


def test_event__opens_the_duty_of_the_unit_the_table_names(cast: SimpleNamespace) -> None:
    """A70: the youth union writes about its day; due three days later, at the end of the day."""
    duty = event(cast).duty

    assert (duty.unit, duty.due_on) == (cast.unit.doan, THURSDAY)
    assert lines("duty_due")[-1]["why"] == DueCause.OPENED


def test_event__that_the_table_leaves_open_waits_for_a_deputy(cast: SimpleNamespace) -> None:
    """A70, dash 5: other activities are assigned."""
    duty = event(cast, EventKind.OTHER).duty

    assert (duty.unit, duty.writer) == (None, None)
    assert [row.duty for row in unassigned_duties(cast.school, moment(0))] == [duty]


def test_event__of_subject_groups_belongs_to_the_one_that_takes_part(cast: SimpleNamespace) -> None:
    """A70, dash 3: two subject groups, one of them takes part."""
    assert event(cast, EventKind.THEMATIC, units=[cast.unit.van]).duty.unit == cast.unit.van
    assert event(cast, EventKind.THEMATIC, units=[cast.unit.van, cast.unit.toan]).duty.unit is None


def test_contest__is_the_content_deputys(cast: SimpleNamespace) -> None:
    """A70, dash 4: the deputy for teaching writes about contests."""
    assert event(cast, EventKind.PROVINCE_CONTEST).duty.writer == cast.deputy1


def test_event__is_not_entered_by_a_unit(cast: SimpleNamespace) -> None:
    with refuses(Reason.NOT_YOUR_POST):
        enter_event(
            school=cast.school, user=cast.toan, title="x", kind=EventKind.OTHER, starts_on=MONDAY, ends_on=MONDAY
        )
    assert not Event.objects.exists()


def test_event__without_an_end_is_asked_for_it(cast: SimpleNamespace) -> None:
    with refuses(Reason.EVENT_END_MISSING):
        event(cast, ends_on=None)
    assert not Event.objects.exists()


def test_event__until_midnight_ended_on_the_day_before(cast: SimpleNamespace) -> None:
    """A69: until 0:00 of Tuesday is Monday, 24:00; until 0:30 is Tuesday."""
    tuesday = MONDAY + datetime.timedelta(days=1)

    until_midnight = event(cast, ends_on=tuesday, ends_time=datetime.time(0, 0))
    beyond = event(cast, ends_on=tuesday, ends_time=datetime.time(0, 30))

    assert (until_midnight.duty.due_on, beyond.duty.due_on) == (THURSDAY, THURSDAY + datetime.timedelta(days=1))


def test_imported_event__is_entered_once(cast: SimpleNamespace) -> None:
    first, second = event(cast, uid="lich-40-1"), event(cast, uid="lich-40-1")

    assert first == second
    assert Duty.objects.count() == len(lines("enter_event")) == 1


# --- Due dates move with the event and the calendar


def test_moved_event__moves_an_open_due_date_and_says_why(cast: SimpleNamespace) -> None:
    held = event(cast)
    week = datetime.timedelta(days=7)

    change_event(event_id=held.pk, user=cast.deputy1, starts_on=MONDAY + week, ends_on=MONDAY + week, at=moment(-2))

    duty = Duty.objects.get()
    assert duty.due_on == THURSDAY + week
    assert [row["why"] for row in duty.due_history] == [DueCause.OPENED, DueCause.EVENT_MOVED]


def test_new_name__moves_no_due_date(cast: SimpleNamespace) -> None:
    held = event(cast)

    change_event(event_id=held.pk, user=cast.secretary, title="Hội thao", at=moment(-2))

    assert len(Duty.objects.get().due_history) == 1
    assert lines("change_event")[-1]["changed"] == ["title"]


def test_closure__moves_open_due_dates_with_its_reason(cast: SimpleNamespace) -> None:
    """A storm closes the school on the due date: the next working day counts."""
    duty = event(cast).duty

    declare_closure(
        school=cast.school, user=cast.head, starts_on=THURSDAY, ends_on=THURSDAY, reason="Bão số 4", at=moment(1)
    )

    duty.refresh_from_db()
    assert duty.due_on == THURSDAY + datetime.timedelta(days=1)
    assert (duty.due_history[-1]["why"], duty.due_history[-1]["detail"]) == (DueCause.CALENDAR_CHANGED, "Bão số 4")


def test_closure__leaves_a_settled_duty_as_it_was(cast: SimpleNamespace) -> None:
    held = event(cast)
    posted_report(cast, held, handed_in_at=moment(1), posted_at=moment(2))

    declare_closure(
        school=cast.school, user=cast.head, starts_on=THURSDAY, ends_on=THURSDAY, reason="Bão số 4", at=moment(4)
    )

    duty = Duty.objects.get()
    assert (duty.due_on, duty.verdict) == (THURSDAY, Verdict.ON_TIME)


def test_cancelled_event__is_owed_nothing(cast: SimpleNamespace) -> None:
    held = event(cast)

    cancel_event(event_id=held.pk, user=cast.deputy1, why="Mưa bão", at=moment(-1))

    (row,) = duty_rows(cast.school, moment(9))
    assert row.state is DutyState.CANCELLED
    assert open_duties_of(actor_of(cast.doan, MONDAY), cast.school, moment(9)) == []


def test_cancelling__needs_a_reason(cast: SimpleNamespace) -> None:
    held = event(cast)

    with refuses(Reason.NOTE_MISSING):
        cancel_event(event_id=held.pk, user=cast.deputy1, why=" ")


# --- Who writes


def test_assigned_unit__is_told_and_finds_the_duty(cast: SimpleNamespace) -> None:
    duty = event(cast, EventKind.OTHER).duty

    assign_duty(duty_id=duty.pk, user=cast.deputy2, unit=cast.unit.toan, at=moment(0))

    assert told("duty_assigned") == ["editor1", "toan"]
    assert [row.duty for row in open_duties_of(actor_of(cast.toan, MONDAY), cast.school, moment(1))] == [duty]
    assert open_duties_of(actor_of(cast.van, MONDAY), cast.school, moment(1)) == []


@pytest.mark.parametrize("name", ["secretary", "editor1", "toan"])
def test_assigning__is_the_deputies(cast: SimpleNamespace, name: str) -> None:
    duty = event(cast, EventKind.OTHER).duty

    with refuses(Reason.NOT_YOUR_POST):
        assign_duty(duty_id=duty.pk, user=getattr(cast, name), unit=cast.unit.toan)


def test_waived_duty__is_owed_no_more(cast: SimpleNamespace) -> None:
    duty = event(cast).duty

    waive_duty(duty_id=duty.pk, user=cast.deputy1, why="Đã có tin chung", at=moment(1))

    (row,) = duty_rows(cast.school, moment(9))
    assert row.state is DutyState.WAIVED
    assert told("duty_waived") == ["doan"]


def test_waiving__needs_a_reason(cast: SimpleNamespace) -> None:
    duty = event(cast).duty

    with refuses(Reason.NOTE_MISSING):
        waive_duty(duty_id=duty.pk, user=cast.deputy1, why="")


# --- Verdicts


def test_verdict__on_time_until_the_last_minute(cast: SimpleNamespace) -> None:
    """A69: 23:59 of the due date is in time, 0:01 of the next day is not."""
    in_time, late = event(cast), event(cast, title="Hội trại")

    posted_report(cast, in_time, handed_in_at=moment(1), posted_at=moment(3, 23, 59))
    posted_report(cast, late, handed_in_at=moment(1), posted_at=moment(4, 0, 1))

    assert Duty.objects.get(event=in_time).verdict == Verdict.ON_TIME
    assert Duty.objects.get(event=late).verdict == Verdict.LATE_BOARD


def test_verdict__late_because_handed_in_late(cast: SimpleNamespace) -> None:
    held = event(cast)

    posted_report(cast, held, handed_in_at=moment(3, 20), posted_at=moment(4))

    assert Duty.objects.get().verdict == Verdict.LATE_UNIT


def test_verdict__late_because_posted_late(cast: SimpleNamespace) -> None:
    held = event(cast)

    posted_report(cast, held, handed_in_at=moment(1), cleared_at=moment(2), posted_at=moment(5))

    assert Duty.objects.get().verdict == Verdict.LATE_POSTING


def test_verdict__late_because_returned_in_between(cast: SimpleNamespace) -> None:
    """The two days it lay with the unit are not the board's."""
    held = event(cast)
    record = report(cast, held, moment(1))
    actions.claim(record_id=record.pk, user=cast.editor1, at=moment(1, 10))
    actions.return_to_unit(record_id=record.pk, user=cast.editor1, note="Thiếu ảnh", at=moment(1, 11))
    actions.hand_in(record_id=record.pk, user=cast.doan, at=moment(3, 11))
    cleared(cast, record, moment(4, 9))

    posted(cast, record, moment(4, 10))

    duty = Duty.objects.get()
    assert (duty.verdict, duty.verdict_facts["returned_count"]) == (Verdict.LATE_RETURNED, 1)
    assert duty.verdict_facts["time_with_unit"] == 48 * 3600


def test_verdict__no_item_once_the_due_date_has_ended(cast: SimpleNamespace) -> None:
    event(cast)

    (before,), (after,) = duty_rows(cast.school, moment(3, 23, 59)), duty_rows(cast.school, moment(4, 0, 1))

    assert (before.verdict, before.state, before.days_left) == (Verdict.OPEN, DutyState.OPEN, 0)
    assert (after.verdict, after.state, after.days_left) == (Verdict.NO_ITEM, DutyState.MISSED, -1)


def test_verdict__stands_in_the_line_of_the_posting(cast: SimpleNamespace) -> None:
    held = event(cast)

    posted_report(cast, held, handed_in_at=moment(1), posted_at=moment(2))

    line = lines("post")[-1]
    assert (line["event"], line["due_on"], line["verdict"]) == (held.pk, str(THURSDAY), Verdict.ON_TIME)


def test_verdict__is_frozen_when_the_event_is_moved_afterwards(cast: SimpleNamespace) -> None:
    held = event(cast)
    posted_report(cast, held, handed_in_at=moment(1), posted_at=moment(4))
    frozen = Duty.objects.get()
    week = datetime.timedelta(days=7)

    change_event(event_id=held.pk, user=cast.deputy1, starts_on=MONDAY + week, ends_on=MONDAY + week, at=moment(5))

    duty = Duty.objects.get()
    assert (duty.verdict, duty.due_on, duty.verdict_facts) == (frozen.verdict, THURSDAY, frozen.verdict_facts)


def test_verdict__is_explained_by_the_days_and_steps_it_was_given_under(cast: SimpleNamespace) -> None:
    """A69: the event moved and the charter changed since; why it was late is still told as it was."""
    held = event(cast)
    posted_report(cast, held, handed_in_at=moment(2), posted_at=moment(4))
    before = the_row(cast, moment(5)).explanation
    week = datetime.timedelta(days=7)

    change_event(event_id=held.pk, user=cast.deputy1, starts_on=MONDAY + week, ends_on=MONDAY + week, at=moment(5))
    change_charter(cast, handing_in_days=3, editing_days=5)

    assert (Fact.HANDED_IN_LATE, {"at": moment(2)}) in before
    assert the_row(cast, moment(6)).explanation == before


def test_second_article__leaves_the_verdict_of_the_first(cast: SimpleNamespace) -> None:
    held = event(cast)
    first = posted_report(cast, held, handed_in_at=moment(1), posted_at=moment(2))

    posted_report(cast, held, handed_in_at=moment(5), posted_at=moment(6))

    duty = Duty.objects.get()
    assert (duty.record, duty.verdict) == (first, Verdict.ON_TIME)


def test_item_linked_after_its_posting__settles_the_duty_by_its_posting(cast: SimpleNamespace) -> None:
    held = event(cast)
    record = report(cast, held, moment(1))
    link_item(record_id=record.pk, event_id=None, user=cast.doan, at=moment(1))
    cleared(cast, record, moment(2))
    posted(cast, record, moment(2))

    link_item(record_id=record.pk, event_id=held.pk, user=cast.deputy1, at=moment(8))

    assert Duty.objects.get().verdict == Verdict.ON_TIME


def test_item__that_settled_a_duty_is_not_untied(cast: SimpleNamespace) -> None:
    held = event(cast)
    record = posted_report(cast, held, handed_in_at=moment(1), posted_at=moment(2))

    with refuses(Reason.DUTY_SETTLED):
        link_item(record_id=record.pk, event_id=None, user=cast.deputy1)


def test_other_units_item__is_not_mine_to_link(cast: SimpleNamespace) -> None:
    held = event(cast)
    record = items.draft(cast)

    with refuses(Reason.NOT_YOUR_UNIT):
        link_item(record_id=record.pk, event_id=held.pk, user=cast.van)


def test_explanation__names_each_step(cast: SimpleNamespace) -> None:
    """Why the verdict is what it is can be read off the row."""
    held = event(cast)
    posted_report(cast, held, handed_in_at=moment(1), posted_at=moment(5))

    (row,) = duty_rows(cast.school, moment(9))

    assert [fact.value for fact, _values in row.explanation] == [
        "ended",
        "due",
        "handed_in",
        "edited_late",
        "cleared_late",
        "posted_late",
    ]


def test_rows__cost_the_same_for_few_and_many(cast: SimpleNamespace, django_assert_max_num_queries: object) -> None:
    """A69: 30 events cost as many queries as three."""
    for number in range(30):
        event(cast, title=f"Hoạt động {number}")
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert len(duty_rows(cast.school, moment(9))) == 30
