"""Reminders of duties and quotas: each once, none forgotten, never a heap (A32)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from editorial.actions import reminding
from editorial.actions.events import change_event
from editorial.actions.reminding import remind
from editorial.models import Duty, LedgerEntry, OutboxMessage
from editorial.rules.duties import EventKind
from school.models import User
from tests.factories.clocks import MONDAY, event, moment, posted_report, report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def said(cast: SimpleNamespace, at: datetime.datetime) -> list[str]:
    """The kinds that a run at this moment sends about duties."""
    return [kind for kind in remind(cast.school, at) if kind.startswith("duty")]


def told(kind: str) -> list[str]:
    """Account names of everybody who got a message of this kind."""
    return list(OutboxMessage.objects.filter(kind=kind).order_by("to__username").values_list("to__username", flat=True))


def test_unit__is_reminded_the_day_after_the_day_before_and_on_the_day(cast: SimpleNamespace) -> None:
    """A32: the unit hears of it on three days, and once on each."""
    event(cast)

    days = {day: said(cast, moment(day)) + said(cast, moment(day, 18)) for day in range(4)}

    assert days == {0: [], 1: ["duty_day_after"], 2: ["duty_day_before"], 3: ["duty_on_the_day"]}
    assert told("duty_day_after") == told("duty_day_before") == told("duty_on_the_day") == ["doan"]


def test_reminder__goes_to_the_unit_when_whoever_answered_for_it_has_left(cast: SimpleNamespace) -> None:
    """A32: the person named, else the unit's head, else its members; never an account that is closed."""
    held, unit = event(cast), cast.unit.doan
    Duty.objects.filter(event=held).update(writer=cast.van)
    unit.head = cast.toan
    unit.save(update_fields=["head"])
    said(cast, moment(1))
    User.objects.filter(pk=cast.van.pk).update(is_active=False)
    said(cast, moment(2))
    User.objects.filter(pk=cast.toan.pk).update(is_active=False)
    said(cast, moment(3))

    assert [told("duty_day_after"), told("duty_day_before"), told("duty_on_the_day")] == [["van"], ["toan"], ["doan"]]


def test_duty_that_cannot_be_reminded_of__holds_up_no_other(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, broken, last = (event(cast, title=title) for title in ("Một", "Hai", "Ba"))
    tell_writers = reminding.tell_writers

    def tell(kind: str, duty: Duty, *rest: object) -> None:
        if duty.event_id == broken.pk:
            raise ValueError("a duty nobody foresaw")
        tell_writers(kind, duty, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reminding, "tell_writers", tell)

    assert said(cast, moment(1)) == ["duty_day_after", "duty_day_after"]
    monkeypatch.undo()
    assert said(cast, moment(1, 18)) == ["duty_day_after"]
    about = OutboxMessage.objects.filter(kind="duty_day_after").values_list("context__event_id", flat=True)
    assert sorted(about) == [first.pk, broken.pk, last.pk]


def test_unit_that_handed_in__is_left_in_peace(cast: SimpleNamespace) -> None:
    held = event(cast)
    report(cast, held, moment(1, 8))

    assert [said(cast, moment(day)) for day in (1, 2, 3)] == [[], [], []]


def test_deputies__hear_when_it_is_overdue(cast: SimpleNamespace) -> None:
    """A69: the alarm goes to the deputies, and what was missed stands in the ledger, once."""
    event(cast)

    assert said(cast, moment(4)) == ["duty_overdue", "duty_missed"]
    assert said(cast, moment(5)) == []
    assert told("duty_overdue") == ["deputy1", "deputy2"]
    assert LedgerEntry.objects.filter(action="editorial.duty_missed").count() == 1


def test_nobody_named__alarms_the_deputies(cast: SimpleNamespace) -> None:
    """A70, dash 5: an unassigned event is not silently nobody's."""
    event(cast, EventKind.OTHER)

    assert said(cast, moment(-1)) == ["duty_unassigned"]
    assert told("duty_unassigned") == ["deputy1", "deputy2"]


def test_silence_of_days__is_followed_by_one_message(cast: SimpleNamespace) -> None:
    """The portal slept from the event to the due date: the unit gets the last word, not three."""
    event(cast)

    assert said(cast, moment(3, 7)) == ["duty_on_the_day"]
    assert OutboxMessage.objects.filter(kind__startswith="duty_").count() == 1


def test_run_that_broke_off__is_taken_up_where_it_stopped(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two duties, killed after the first message: the next run sends the second, and only that."""
    event(cast)
    event(cast, title="Hội trại")
    first = next(iter(remind(cast.school, moment(1))))

    rest = said(cast, moment(1, 10))

    assert [first, *rest] == ["duty_day_after", "duty_day_after"]
    assert OutboxMessage.objects.filter(kind="duty_day_after").count() == 2


def test_half_told_message__is_no_message(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between two deputies: neither has it, and the next run tells both."""
    event(cast)
    tell, calls = reminding.tell_person, []

    def breaks_off(*args: object, **kwargs: object) -> None:
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        tell(*args, **kwargs)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(reminding, "tell_person", breaks_off)
        with pytest.raises(KeyboardInterrupt):
            said(cast, moment(4))
    assert told("duty_overdue") == []

    said(cast, moment(4, 10))
    assert told("duty_overdue") == ["deputy1", "deputy2"]


def test_moved_event__begins_its_reminders_anew(cast: SimpleNamespace) -> None:
    held = event(cast)
    said(cast, moment(1))
    week = datetime.timedelta(days=7)
    change_event(event_id=held.pk, user=cast.deputy1, starts_on=MONDAY + week, ends_on=MONDAY + week, at=moment(2))

    assert said(cast, moment(2)) == []
    assert said(cast, moment(8)) == ["duty_day_after"]


def test_missed_and_moved__is_missed_no_more(cast: SimpleNamespace) -> None:
    held = event(cast)
    said(cast, moment(4))
    week = datetime.timedelta(days=7)

    change_event(event_id=held.pk, user=cast.deputy1, starts_on=MONDAY + week, ends_on=MONDAY + week, at=moment(4, 11))

    assert Duty.objects.get().missed_at is None


def test_subject_groups__are_reminded_of_the_quota(cast: SimpleNamespace) -> None:
    """A66: seven and two days before the month's end; the youth union owes none."""
    kinds = [[*remind(cast.school, moment(day))] for day in (21, 22, 23, 26, 27, 28)]

    assert kinds == [[], ["quota_short"] * 2, [], [], ["quota_short"] * 2, []]
    assert told("quota_short") == ["editor1", "editor1", "editor2", "editor2", "toan", "toan", "van", "van"]


def test_group_that_has_posted__is_not_reminded(cast: SimpleNamespace) -> None:
    held = event(cast, EventKind.THEMATIC, units=[cast.unit.toan])
    record = posted_report(cast, held, handed_in_at=moment(1), posted_at=moment(2))
    record.unit = cast.unit.toan
    record.save()

    list(remind(cast.school, moment(22)))

    assert told("quota_short") == ["editor2", "van"]
