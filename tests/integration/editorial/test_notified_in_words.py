"""The mails themselves: each in its reader's language, with what he needs to act."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.utils.translation import override
from wagtail.users.models import UserProfile

from core.clock import now
from editorial import outbox
from editorial.models import OutboxMessage
from editorial.notifications import PERSONAL, RECIPIENTS
from tests.factories import items

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound", "at_once")]


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "Kính gửi"), ("ru", "Здравствуйте"), ("en", "Dear"), ("", "Kính gửi")]
)
def test_mail__is_in_its_readers_language(
    cast: SimpleNamespace, django_capture_on_commit_callbacks: Any, language: str, words: str
) -> None:
    """A65: each reads his own language; without a choice, the portal's."""
    UserProfile.objects.update_or_create(user=cast.editor1, defaults={"preferred_language": language})

    with override("en"), django_capture_on_commit_callbacks(execute=True):
        items.submitted(cast)

    (message,) = mail.outbox
    assert words in message.body


def test_mail__brings_ground_words_and_a_link(cast: SimpleNamespace, django_capture_on_commit_callbacks: Any) -> None:
    """A74: the supplier reads the ground and the words, and where to look."""
    UserProfile.objects.create(user=cast.toan, preferred_language="en")
    with django_capture_on_commit_callbacks(execute=True):
        record = items.refused(cast)

    message = next(row for row in mail.outbox if row.to == ["toan@example.org"])
    assert message.subject == "Refused: Lễ chào cờ đầu tuần"
    assert "Quality not assured" in message.body
    assert "Chưa đạt" in message.body
    assert f"/admin/board/review/{record.pk}/" in message.body


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_mail__can_be_written_for_every_kind(cast: SimpleNamespace, language: str) -> None:
    """No act fails because a message has no words; each kind has words of its own."""
    UserProfile.objects.create(user=cast.head, preferred_language=language)
    record = items.draft(cast)
    for kind in (*RECIPIENTS, *PERSONAL):
        about = None if kind in PERSONAL else record
        OutboxMessage.objects.create(to=cast.head, kind=kind, record=about, created_at=now())

    assert outbox.send_waiting.func() == len(mail.outbox) == len({*RECIPIENTS, *PERSONAL})

    assert len({message.subject for message in mail.outbox}) == len(mail.outbox)
    assert [message.subject for message in mail.outbox if not message.subject or "\n" in message.subject] == []
    assert all(cast.head.full_name in message.body for message in mail.outbox)
