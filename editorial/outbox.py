"""Sending what waits in the outbox, each message once, in its reader's language.

Urgent messages go out one by one and at once. The others wait for one digest a morning, which is
one mail to each person: its rows are marked in the transaction that sends it.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import override
from django_tasks import task
from wagtail.users.models import UserProfile

from core.clock import now
from editorial.models import choices
from editorial.models.outbox import OutboxMessage
from editorial.rules.messages import AT_ONCE, SAME_DAY, collected_until, same_day_until
from school.models import User

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 5
BATCH = 200
PAGES = {"request": "board_request", "incident": "board_incident", "proposal": "board_proposal"}


def deliver(at: datetime.datetime | None = None) -> None:
    """Queue the sending of everything that is due at `at` (now)."""
    send_waiting.enqueue((at or now()).isoformat())


@task()
def send_waiting(at: str = "") -> int:
    """Send up to a batch of the waiting messages that are due at `at` (ISO; now); how many mails went out."""
    moment = datetime.datetime.fromisoformat(at) if at else now()
    return sum(_send_once([pk]) for pk in _single()) + sum(_send_once(rows) for rows in _digests(moment))


def _waiting() -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(sent_at=None, attempts_count__lt=MOST_ATTEMPTS).order_by("pk")


def _single() -> list[int]:
    """Messages that go out by themselves: the urgent ones; all where the portal sends no digest."""
    rows = _waiting() if settings.PORTAL_DIGEST_HOUR is None else _waiting().filter(kind__in=AT_ONCE)
    return list(rows.values_list("pk", flat=True)[:BATCH])


def _digests(at: datetime.datetime) -> list[list[int]]:
    """For each person the messages of his digest, as far as they are due."""
    if settings.PORTAL_DIGEST_HOUR is None:
        return []
    local, hour = localtime(at), settings.PORTAL_DIGEST_HOUR
    due = Q(created_at__lt=collected_until(local, hour))
    due |= Q(created_at__lte=same_day_until(local, hour), kind__in=SAME_DAY)
    by_person: dict[int, list[int]] = {}
    for pk, person in _waiting().exclude(kind__in=AT_ONCE).filter(due).values_list("pk", "to_id"):
        by_person.setdefault(person, []).append(pk)
    return list(by_person.values())


@transaction.atomic
def _send_once(keys: Sequence[int]) -> bool:
    """Send one person's messages in one mail, under their locks; a failure is counted and tried again later."""
    messages = list(
        OutboxMessage.objects.select_for_update(of=("self",))
        .select_related("to", "record", "record__unit", "record__school")
        .filter(pk__in=keys, sent_at=None)
        .order_by("pk")
    )
    if not messages:
        return False
    rows = OutboxMessage.objects.filter(pk__in=[message.pk for message in messages])
    try:
        if messages[0].to.email:
            (_mail(messages[0]) if len(messages) == 1 else _digest(messages)).send()
    except OSError:
        logger.exception("mail %s was not sent", messages[0].pk)
        rows.update(attempts_count=F("attempts_count") + 1)
        return False
    rows.update(sent_at=now())
    return True


def _mail(message: OutboxMessage) -> EmailMultiAlternatives:
    with override(language_of(message.to)):
        context = _context(message)
        body = render_to_string("emails/message.txt", context)
        return _letter(message.to, _subject(context), body)


def _digest(messages: Sequence[OutboxMessage]) -> EmailMultiAlternatives:
    """One mail for all of these messages, which are one person's; a line with its link for each."""
    person = messages[0].to
    with override(language_of(person)):
        contexts = [_context(message) for message in messages]
        context = {
            "person": person,
            "count": len(messages),
            "lines": [{**row, "subject": _subject(row)} for row in contexts],
            "desk": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
        }
        subject = " ".join(render_to_string("emails/digest_subject.txt", context).split())
        return _letter(person, subject, render_to_string("emails/digest.txt", context))


def _letter(person: User, subject: str, body: str) -> EmailMultiAlternatives:
    return EmailMultiAlternatives(subject, body, settings.DEFAULT_FROM_EMAIL, [person.email])


def _subject(context: dict[str, Any]) -> str:
    return render_to_string("emails/subject.txt", context).strip().replace("\n", " ")


def _context(message: OutboxMessage) -> dict[str, Any]:
    """What the templates of one message read; inside the reader's language."""
    grounds = {**choices.REFUSAL_GROUNDS, **choices.TAKEDOWN_GROUNDS, **choices.HIDE_GROUNDS}
    return {
        "message": message,
        "record": message.record,
        "link": link_of(message),
        "ground": choices.label(grounds, message.context.get("ground", "")),
        "note": message.context.get("note", ""),
        "template": f"emails/{message.kind}.txt",
    }


def language_of(user: User) -> str:
    """The language a person reads: his own choice, else the portal's."""
    profile = UserProfile.objects.filter(user=user).first()
    return (profile.preferred_language if profile else "") or settings.LANGUAGE_CODE


def link_of(message: OutboxMessage) -> str:
    """The address of the page where the reader can act; `path` in the context is another app's own."""
    if "path" in message.context:
        return settings.WAGTAILADMIN_BASE_URL + str(message.context["path"])
    if "entry" in message.context:
        return settings.WAGTAILADMIN_BASE_URL + reverse("board_intake_entry", args=[message.context["entry"]])
    if "report" in message.context:
        return settings.WAGTAILADMIN_BASE_URL + reverse("board_report", args=[message.context["report"]])
    if message.record_id is None:
        return settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home")
    for name, address in PAGES.items():
        if name in message.context:
            return settings.WAGTAILADMIN_BASE_URL + reverse(address, args=[message.context[name]])
    return settings.WAGTAILADMIN_BASE_URL + reverse("board_review", args=[message.record_id])
