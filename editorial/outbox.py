"""Sending what waits in the outbox, each message once, in its reader's language."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from django_tasks import task
from wagtail.users.models import UserProfile

from core.clock import now
from editorial.models import choices
from editorial.models.outbox import OutboxMessage
from school.models import User

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 5
BATCH = 200


def deliver() -> None:
    """Queue the sending of everything that waits."""
    send_waiting.enqueue()


@task()
def send_waiting() -> int:
    """Send up to a batch of waiting messages; how many went out."""
    waiting = OutboxMessage.objects.filter(sent_at=None, attempts_count__lt=MOST_ATTEMPTS)
    return sum(_send_once(pk) for pk in waiting.order_by("pk").values_list("pk", flat=True)[:BATCH])


@transaction.atomic
def _send_once(pk: int) -> bool:
    """Send one message under its lock; a failure is counted and tried again later."""
    message = (
        OutboxMessage.objects.select_for_update(of=("self",))
        .select_related("to", "record", "record__unit", "record__school")
        .filter(pk=pk, sent_at=None)
        .first()
    )
    if message is None:
        return False
    try:
        if message.to.email:
            _mail(message).send()
    except OSError:
        logger.exception("mail %s was not sent", pk)
        OutboxMessage.objects.filter(pk=pk).update(attempts_count=F("attempts_count") + 1)
        return False
    OutboxMessage.objects.filter(pk=pk).update(sent_at=now())
    return True


def _mail(message: OutboxMessage) -> EmailMultiAlternatives:
    with override(language_of(message.to)):
        context = {
            "message": message,
            "record": message.record,
            "link": link_of(message),
            "ground": choices.label(
                {**choices.REFUSAL_GROUNDS, **choices.TAKEDOWN_GROUNDS, **choices.HIDE_GROUNDS},
                message.context.get("ground", ""),
            ),
            "note": message.context.get("note", ""),
            "template": f"emails/{message.kind}.txt",
        }
        subject = render_to_string("emails/subject.txt", context).strip().replace("\n", " ")
        body = render_to_string("emails/message.txt", context)
    return EmailMultiAlternatives(subject, body, settings.DEFAULT_FROM_EMAIL, [message.to.email])


def language_of(user: User) -> str:
    """The language a person reads: his own choice, else the portal's."""
    profile = UserProfile.objects.filter(user=user).first()
    return (profile.preferred_language if profile else "") or settings.LANGUAGE_CODE


def link_of(message: OutboxMessage) -> str:
    """The address of the page where the reader can act."""
    if message.record_id is None:
        return settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home")
    return settings.WAGTAILADMIN_BASE_URL + reverse("board_review", args=[message.record_id])
