"""Every message says what happened, what to do, where, and in one line for a chat."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail

from core.clock import now
from editorial.models import OutboxMessage
from editorial.notifications import PERSONAL, RECIPIENTS
from editorial.outbox import send_waiting
from tests.factories import items

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


def sent(cast: SimpleNamespace, kind: str, **fields: Any) -> mail.EmailMessage:
    """The mail a deputy gets of this kind."""
    OutboxMessage.objects.update(sent_at=now())
    OutboxMessage.objects.create(to=cast.deputy2, kind=kind, created_at=now(), **fields)
    mail.outbox.clear()
    send_waiting.call()
    (message,) = mail.outbox
    return message


@pytest.mark.parametrize("kind", sorted(RECIPIENTS))
def test_message_about_an_item_is_complete(cast: SimpleNamespace, kind: str) -> None:
    record = items.submitted(cast, title="Lễ <khai giảng> & hội")
    context = {"note": "Bổ sung ảnh", "ground": "refuse_quality"}
    message = sent(cast, kind, record=record, context=context)
    assert "Lễ <khai giảng> & hội" in message.subject
    assert "\n" not in message.subject
    text = str(message.body)
    assert text.count(f"/admin/board/review/{record.pk}/") == 2
    assert "Bổ sung ảnh" in text
    assert "&lt;" not in text
    assert "{" not in text


@pytest.mark.parametrize("kind", sorted(PERSONAL))
def test_personal_message_is_complete(cast: SimpleNamespace, kind: str) -> None:
    message = sent(cast, kind)
    assert message.subject.strip()
    assert "/admin/" in str(message.body)
