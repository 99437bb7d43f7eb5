"""One digest a morning, urgent messages at once; nothing is lost and nothing is sent twice."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_django
from django.core import mail
from django.utils.timezone import localtime
from wagtail.users.models import UserProfile

from core.clock import now
from editorial import outbox
from editorial.actions import periodic
from editorial.models import OutboxMessage
from editorial.notifications import PERSONAL, RECIPIENTS, tell, tell_person
from editorial.rules.messages import AT_ONCE
from tests.factories import items

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _seven(settings: pytest_django.Settings) -> None:
    settings.PORTAL_DIGEST_HOUR = 7


def seven(days: int = 1) -> datetime.datetime:
    """Seven o'clock in the morning, so many days from now, in the school's time."""
    return localtime(now()).replace(hour=7, minute=0, second=0, microsecond=0) + days * DAY


def run(at: datetime.datetime) -> list[mail.EmailMessage]:
    """The mails that one run sends."""
    mail.outbox.clear()
    outbox.send_waiting.func(at.isoformat())
    return list(mail.outbox)


def two_for_editor(cast: SimpleNamespace) -> list[Any]:
    """Two items the editor hears of: collected, not urgent."""
    records = [items.submitted(cast, title="Lễ <khai giảng> & hội"), items.submitted(cast, title="Tin thứ hai")]
    OutboxMessage.objects.update(created_at=seven(0) + HOUR)
    return records


def test_digest__waits_for_the_morning_and_is_one_mail_with_every_link(cast: SimpleNamespace) -> None:
    """A18: one message a morning; each line leads to its page."""
    records = two_for_editor(cast)

    assert run(seven() - datetime.timedelta(minutes=1)) == []
    (letter,) = run(seven())

    assert letter.to == ["editor1@example.org"]
    assert "2" in letter.subject
    assert "\n" not in letter.subject
    for record in records:
        assert record.title in str(letter.body)
        assert str(letter.body).count(f"/admin/board/review/{record.pk}/") == 1
    assert "&lt;" not in str(letter.body)


def test_digest__of_the_morning_holds_what_was_written_in_the_night(cast: SimpleNamespace) -> None:
    tell_person("duty_on_the_day", cast.editor1, seven() - 6 * HOUR, event="Hội trại")

    assert run(seven() - HOUR) == []
    assert len(run(seven())) == 1


def test_due_today__is_not_kept_for_tomorrow(cast: SimpleNamespace) -> None:
    """A32: the portal slept until ten; next morning it would be too late to be reminded of today."""
    ten = seven() + 3 * HOUR
    tell_person("duty_day_after", cast.editor1, ten, event="Hội thao")
    tell_person("duty_on_the_day", cast.editor1, ten, event="Hội trại")

    (letter,) = run(ten)

    assert "Hội trại" in letter.subject
    assert "Hội thao" not in str(letter.body)


def test_digest__is_sent_once_and_what_comes_later_waits_for_the_next(cast: SimpleNamespace) -> None:
    two_for_editor(cast)
    assert len(run(seven())) == 1

    tell_person("number_missing", cast.editor1, seven() + HOUR)
    assert run(seven() + 2 * HOUR) == []
    (letter,) = run(seven(2) + HOUR)

    assert letter.to == ["editor1@example.org"]
    assert OutboxMessage.objects.filter(sent_at=None).count() == 0
    assert run(seven(3)) == []


def test_digest__is_each_persons_own(cast: SimpleNamespace) -> None:
    two_for_editor(cast)
    for person in (cast.head, cast.editor2):
        for key in ("1", "2"):
            tell_person("number_missing", person, seven(0), key=key)

    assert sorted(letter.to[0] for letter in run(seven())) == [
        "editor1@example.org",
        "editor2@example.org",
        "head@example.org",
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "Kính gửi"), ("ru", "Здравствуйте"), ("en", "Dear"), ("", "Kính gửi")]
)
def test_digest__is_in_its_readers_language(cast: SimpleNamespace, language: str, words: str) -> None:
    """A65."""
    UserProfile.objects.update_or_create(user=cast.editor1, defaults={"preferred_language": language})
    two_for_editor(cast)

    (letter,) = run(seven())

    assert words in str(letter.body)


@pytest.mark.parametrize("kind", sorted(AT_ONCE))
def test_urgent__goes_at_once_and_by_itself(cast: SimpleNamespace, kind: str) -> None:
    """A37: hide, take-down, lateness and faults wait for no morning."""
    record = items.draft(cast)
    waiting = {"to": cast.head, "record": None if kind in PERSONAL else record, "created_at": now()}
    OutboxMessage.objects.create(kind=kind, **waiting)
    OutboxMessage.objects.create(kind="number_missing", **{**waiting, "record": None})

    (letter,) = run(now())

    assert letter.to == ["head@example.org"]
    assert list(OutboxMessage.objects.filter(sent_at=None).values_list("kind", flat=True)) == ["number_missing"]


def test_urgent__kinds_are_kinds_there_are() -> None:
    assert set(RECIPIENTS) | PERSONAL >= AT_ONCE


def test_digest__none_sends_everything_at_once(cast: SimpleNamespace, settings: pytest_django.Settings) -> None:
    settings.PORTAL_DIGEST_HOUR = None
    two_for_editor(cast)

    assert len(run(now())) == 2


def test_digest__can_carry_every_kind(cast: SimpleNamespace) -> None:
    """No morning fails because a message has no words."""
    record = items.draft(cast)
    kinds = sorted({*RECIPIENTS, *PERSONAL} - AT_ONCE)
    for kind in kinds:
        about = None if kind in PERSONAL else record
        OutboxMessage.objects.create(to=cast.head, kind=kind, record=about, created_at=seven(0))

    (letter,) = run(seven())

    assert str(len(kinds)) in letter.subject
    assert str(letter.body).count("\n- ") == len(kinds)
    assert "\n- \n" not in str(letter.body)


def test_digest__killed_half_way_loses_nothing_and_sends_nothing_twice(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was sent is marked in the transaction that sent it; the others go with the next run."""
    two_for_editor(cast)
    for key in ("1", "2"):
        tell_person("number_missing", cast.head, seven(0), key=key)
    send, sent = outbox.EmailMultiAlternatives.send, []

    def killed_at_the_second(letter: Any) -> int:
        if sent:
            raise KeyboardInterrupt
        sent.extend(letter.to)
        return send(letter)

    with monkeypatch.context() as patch:
        patch.setattr(outbox.EmailMultiAlternatives, "send", killed_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            run(seven())
    assert sent == ["editor1@example.org"]

    assert [letter.to for letter in run(seven())] == [["head@example.org"]]
    assert run(seven()) == []


def test_digest__tries_again_when_the_mail_server_fails(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    two_for_editor(cast)

    def fails(*args: Any) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(outbox.EmailMultiAlternatives, "send", fails)
        assert run(seven()) == []
    assert set(OutboxMessage.objects.values_list("attempts_count", flat=True)) == {1}

    (letter,) = run(seven())
    assert "Tin thứ hai" in str(letter.body)


def test_run__sends_the_digest(cast: SimpleNamespace) -> None:
    """`run_periodic` brings it, once a morning."""
    two_for_editor(cast)
    mail.outbox.clear()

    for minutes in (0, 1, 2):
        periodic.run(seven() + datetime.timedelta(minutes=minutes))

    letters = [letter for letter in mail.outbox if letter.to == ["editor1@example.org"]]
    assert len(letters) == 1


def test_tell__an_urgent_message_goes_with_the_commit(
    cast: SimpleNamespace, django_capture_on_commit_callbacks: Any
) -> None:
    record = items.published(cast)
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        tell("hidden", record, now(), note="Có địa chỉ nhà", ground="hide_child_safety")

    assert ["head@example.org"] in [letter.to for letter in mail.outbox]
    assert all("Tin mới" not in letter.subject for letter in mail.outbox)
