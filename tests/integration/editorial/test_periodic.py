"""What falls due by itself: at its time, once, and one broken item holds up no other."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.utils.timezone import localtime

from core.clock import now, today
from editorial import actions
from editorial.actions import periodic
from editorial.actions.groups import BOARD_GROUP
from editorial.actions.posting import post_by_clock
from editorial.models import EditorialRecord, LedgerEntry, OutboxMessage
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from school.models import BoardAppointment, User
from school.rules.calendar import working_day_after
from school.selectors import working_week
from tests.factories import items
from tests.factories.board import delegate, leave_the_board
from tests.factories.evidence import facts, refuses, stands
from tests.factories.notices import standing
from tests.factories.tampering import execute, swap_bytes, triggers_lifted

pytestmark = pytest.mark.django_db

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


def scheduled(cast: SimpleNamespace, hours: int = 1, **fields: object) -> EditorialRecord:
    """An item to be posted in some hours."""
    record = items.approved(cast, **fields)
    return actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now() + hours * HOUR)


def told(kind: str) -> list[str]:
    """Account names of everybody who got a message of this kind."""
    rows = OutboxMessage.objects.filter(kind=kind).order_by("to__username")
    return list(rows.values_list("to__username", flat=True))


def morning_after(cast: SimpleNamespace, working_days: int) -> datetime.datetime:
    """Eight o'clock on the day after so many working days."""
    day = working_day_after(today(), working_week(cast.school), working_days) + DAY
    return localtime(now()).replace(year=day.year, month=day.month, day=day.day, hour=8)


# --- Posting


@pytest.mark.usefixtures("sound")
def test_run__posts_at_the_set_time_and_not_before(cast: SimpleNamespace) -> None:
    """A59: posted in the set time, in the name of the secretary who set it."""
    record = scheduled(cast)

    periodic.run(now())
    assert stands(record, WorkState.SCHEDULED)
    periodic.run(now() + HOUR)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    assert LedgerEntry.objects.get(action="editorial.post").actor_id == cast.secretary.pk


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize("leaves", ["post", "account"])
def test_run__posts_at_the_set_time__when_the_secretary_has_left_since(cast: SimpleNamespace, leaves: str) -> None:
    """A59: he had the right when he set the time; the line names him and the clock."""
    record, later = scheduled(cast), items.approved(cast)
    if leaves == "post":
        leave_the_board(cast, "secretary")
    else:
        User.objects.filter(pk=cast.secretary.pk).update(is_active=False)

    with refuses(Reason.NOT_YOUR_POST if leaves == "post" else Reason.INACTIVE):
        actions.post(record_id=later.pk, user=cast.secretary)
    assert periodic.run(now() + HOUR)["posted"] == 1

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    line = LedgerEntry.objects.get(action="editorial.post")
    assert (line.actor_id, line.payload["by_clock"]) == (cast.secretary.pk, True)


@pytest.mark.usefixtures("sound")
def test_run__does_not_post_what_was_hidden_since_the_time_was_set(cast: SimpleNamespace) -> None:
    """A64: the clock posts nothing that a person could not."""
    record = items.published(cast)
    items.rewrite(record, cast.toan, lead="Sáng thứ Hai, cả trường dự lễ chào cờ.")
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=items.TOLD)
    for person in (cast.deputy1, cast.head):
        actions.approve(record_id=record.pk, user=person)
    actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now() + HOUR)
    actions.hide(record_id=record.pk, user=cast.secretary, ground="hide_personal_data", note="Có số điện thoại")

    with refuses(Reason.OFF_SITE):
        post_by_clock(record_id=record.pk, at=now() + HOUR)
    assert periodic.run(now() + HOUR)["posted"] == 0

    assert stands(record, WorkState.SCHEDULED, PublicState.HIDDEN)


@pytest.mark.usefixtures("sound")
def test_post_by_clock__refuses_before_the_time_and_what_was_unscheduled(cast: SimpleNamespace) -> None:
    early, stopped = scheduled(cast), scheduled(cast)
    actions.unschedule(record_id=stopped.pk, user=cast.secretary)

    for record, moment in ((early, now()), (stopped, now() + HOUR)):
        with refuses(Reason.WRONG_STATE):
            post_by_clock(record_id=record.pk, at=moment)
    assert "by_clock" not in LedgerEntry.objects.latest("seq").payload


@pytest.mark.usefixtures("sound")
def test_run__catches_up_after_a_pause_in_the_order_of_the_times(cast: SimpleNamespace) -> None:
    second, first = scheduled(cast, hours=2), scheduled(cast, hours=1)

    assert periodic.run(now() + 3 * DAY)["posted"] == 2

    posted = LedgerEntry.objects.filter(action="editorial.post").order_by("seq")
    assert list(posted.values_list("record_id", flat=True)) == [first.pk, second.pk]


@pytest.mark.usefixtures("sound")
def test_run__twice_changes_nothing_more(cast: SimpleNamespace) -> None:
    scheduled(cast)
    items.awaiting_head(cast)
    items.submitted(cast)
    later = now() + 9 * DAY
    periodic.run(later)
    before = facts()

    done = periodic.run(later + datetime.timedelta(minutes=1))

    assert facts() == before
    assert (done["posted"], done["archived"], done["faults"]) == (0, 0, 0)


def test_run__refuses_a_swapped_picture_names_it_and_posts_the_others(cast: SimpleNamespace) -> None:
    """A59: one item that fails holds up no other; head and secretary read which file differs."""
    image = items.picture(cast.toan, cast.unit.toan)
    broken, sound = scheduled(cast, pictures=[image]), scheduled(cast)
    swap_bytes(image, items.png((200, 0, 0)))

    done = periodic.run(now() + HOUR)

    assert done["posted"] == 1
    assert stands(broken, WorkState.SCHEDULED)
    assert stands(sound, WorkState.PUBLISHED, PublicState.POSTED)
    assert told("posting_failed") == ["head", "secretary"]
    why = OutboxMessage.objects.filter(kind="posting_failed").values_list("context__why", flat=True)
    assert all(f"wagtailimages.image/{image.pk}" in words for words in why)


def test_run__names_a_broken_item_once_a_day(cast: SimpleNamespace) -> None:
    image = items.picture(cast.toan, cast.unit.toan)
    scheduled(cast, pictures=[image])
    swap_bytes(image, items.png((200, 0, 0)))
    moment = localtime(now()).replace(hour=9) + DAY

    for minutes in range(3):
        periodic.run(moment + datetime.timedelta(minutes=minutes))
    assert told("posting_failed") == ["head", "secretary"]
    periodic.run(moment + DAY)

    assert told("posting_failed") == ["head", "head", "secretary", "secretary"]


def test_run__goes_on_after_an_item_that_breaks_in_an_unforeseen_way(cast: SimpleNamespace) -> None:
    """A savepoint per item: also when nobody thought of what went wrong."""
    broken, sound = scheduled(cast, hours=1), scheduled(cast, hours=2)
    with triggers_lifted():
        execute(
            "UPDATE wagtailcore_revision SET content = %s WHERE id = %s",
            "{}",
            broken.rounds.get().revision_id,
        )

    done = periodic.run(now() + 2 * HOUR)

    assert done["posted"] == 1
    assert stands(broken, WorkState.SCHEDULED)
    assert stands(sound, WorkState.PUBLISHED, PublicState.POSTED)


# --- Notices


@pytest.mark.usefixtures("sound")
def test_run__ends_a_notice_when_its_time_is_over(cast: SimpleNamespace) -> None:
    record = standing(cast, hours=24)
    EditorialRecord.objects.filter(pk=record.pk).update(created_by=None)

    assert periodic.run(now() + 23 * HOUR)["archived"] == 0
    assert periodic.run(now() + 25 * HOUR)["archived"] == 1

    assert stands(record, WorkState.PUBLISHED, PublicState.ARCHIVED)


@pytest.mark.usefixtures("sound")
def test_run__alarms_when_the_head_has_not_confirmed_a_notice(cast: SimpleNamespace) -> None:
    """A37: by the next working day he confirms or ends it."""
    unconfirmed, confirmed = standing(cast, hours=72), standing(cast, hours=72, title="Báo bão số 2")
    actions.confirm_notice(record_id=confirmed.pk, user=cast.head)
    EditorialRecord.objects.update(show_until_at=now() + 30 * DAY)
    assert unconfirmed.confirm_by_on is not None
    deadline = localtime(now()).replace(
        year=unconfirmed.confirm_by_on.year,
        month=unconfirmed.confirm_by_on.month,
        day=unconfirmed.confirm_by_on.day,
        hour=23,
    )

    periodic.run(deadline)
    assert told("urgent_unconfirmed") == []
    periodic.run(deadline + 2 * HOUR)

    assert told("urgent_unconfirmed") == ["head", "secretary"]
    assert OutboxMessage.objects.filter(kind="urgent_unconfirmed").first().record == unconfirmed


# --- Reminders


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("awaiting_deputy", "decision_late"),
        ("awaiting_head", "decision_late"),
        ("approved", "posting_late"),
    ],
)
def test_run__reminds_once_after_24_hours(cast: SimpleNamespace, state: str, kind: str) -> None:
    """A18, A59: silence never approves; head and secretary are told, each once."""
    record = getattr(items, state)(cast)
    work = record.work

    periodic.run(now() + 23 * HOUR)
    assert told(kind) == []
    for minutes in range(3):
        periodic.run(now() + 24 * HOUR + datetime.timedelta(minutes=minutes))

    assert told(kind) == ["head", "secretary"]
    assert stands(record, work)


@pytest.mark.usefixtures("sound")
def test_run__does_not_hurry_an_item_with_a_posting_time(cast: SimpleNamespace) -> None:
    scheduled(cast, hours=72)

    periodic.run(now() + 30 * HOUR)

    assert told("posting_late") == []


@pytest.mark.usefixtures("sound")
def test_run__tells_secretaries_what_the_units_editor_has_not_taken_up(cast: SimpleNamespace) -> None:
    """A18, A27: after his working day."""
    items.submitted(cast)

    periodic.run(morning_after(cast, 1) - DAY)
    assert told("unclaimed") == []
    periodic.run(morning_after(cast, 1))

    assert told("unclaimed") == ["secretary"]


@pytest.mark.usefixtures("sound")
def test_run__alarms_when_the_head_has_not_decided_on_a_hidden_page(cast: SimpleNamespace) -> None:
    """A75: within one working day; until then it stays hidden."""
    record = items.published(cast)
    actions.hide(record_id=record.pk, user=cast.secretary, ground="hide_personal_data", note="Có số điện thoại")

    periodic.run(morning_after(cast, 1) - DAY)
    assert told("hidden_undecided") == []
    periodic.run(morning_after(cast, 1))

    assert told("hidden_undecided") == ["head", "secretary"]
    assert stands(record, WorkState.PUBLISHED, PublicState.HIDDEN)


@pytest.mark.usefixtures("sound")
def test_run__reminds_the_head_of_requests_he_has_not_answered(cast: SimpleNamespace) -> None:
    """A63, A64: silence is no answer; one reminder for a page, however many asked."""
    record = items.published(cast)
    for name in ("toan", "editor2"):
        actions.ask_takedown(record_id=record.pk, user=getattr(cast, name), ground="takedown_outdated", note="Đã cũ")

    periodic.run(now() + 23 * HOUR)
    assert told("request_unanswered") == []
    for hours in (25, 26):
        periodic.run(now() + hours * HOUR)

    assert told("request_unanswered") == ["head", "secretary"]


@pytest.mark.usefixtures("sound")
def test_run__counts_an_alarm_once_and_not_as_long_as_it_stands(cast: SimpleNamespace) -> None:
    items.awaiting_head(cast)

    done = [periodic.run(now() + hours * HOUR)["alarms"] for hours in (23, 25, 26)]

    assert done == [0, 1, 0]


@pytest.mark.usefixtures("sound")
def test_run__misses_the_number_of_a_delegation(cast: SimpleNamespace) -> None:
    """A17: three working days for the document."""
    missing = delegate(cast)
    delegate(cast, to="secretary", decision_number="15/UQ")

    periodic.run(morning_after(cast, 3) - DAY)
    assert told("number_missing") == []
    periodic.run(morning_after(cast, 3))
    periodic.run(morning_after(cast, 3) + HOUR)

    assert told("number_missing") == ["head"]
    assert OutboxMessage.objects.get(kind="number_missing").key == f"number_missing-{missing.pk}"


# --- Groups and the day's check


@pytest.mark.usefixtures("sound")
def test_run__takes_people_whose_post_has_ended_out_of_the_board(cast: SimpleNamespace) -> None:
    BoardAppointment.objects.filter(user=cast.editor2).update(ends_on=today())

    periodic.run(now())
    assert Group.objects.get(name=BOARD_GROUP).user_set.filter(pk=cast.editor2.pk).exists()
    periodic.run(now() + DAY)

    assert not Group.objects.get(name=BOARD_GROUP).user_set.filter(pk=cast.editor2.pk).exists()
    record = items.submitted(cast, author="vanphong")
    with refuses(Reason.NOT_YOUR_POST):
        actions.claim(record_id=record.pk, user=cast.editor2, at=now() + DAY)


@pytest.mark.usefixtures("sound")
def test_run__sends_the_ledgers_head_once_a_day(cast: SimpleNamespace) -> None:
    """A20: a cut tail or a re-hashed chain is seen against what the head holds."""
    for hours in range(3):
        periodic.run(localtime(now()).replace(hour=8 + hours) + DAY)
    assert told("ledger_anchor") == ["head"]
    periodic.run(localtime(now()).replace(hour=8) + 2 * DAY)

    assert told("ledger_anchor") == ["head", "head"]
    assert set(OutboxMessage.objects.filter(kind="ledger_anchor").latest("pk").context) == {
        "seq",
        "hash",
        "signature",
    }


def test_run__names_what_the_public_sees_though_it_was_not_cleared(cast: SimpleNamespace) -> None:
    """A75: nightly, to head and secretaries, page by page."""
    record = items.published(cast)
    with triggers_lifted():
        execute("UPDATE news_newspage SET lead = 'Giả' WHERE page_ptr_id = %s", record.page_id)

    assert periodic.run(now())["faults"] == 1

    assert told("verify_faults") == ["head", "secretary"]
    message = OutboxMessage.objects.filter(kind="verify_faults").latest("pk")
    assert message.context["faults"] == [f"page {record.page_id}: its content is not what was cleared"]
