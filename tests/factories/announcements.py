"""Announcements of events: drafts, and such as went through the chain."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from editorial import actions
from editorial.models import EditorialRecord, Event
from editorial.rules.checklist import YES, questions
from editorial.selectors.content import content_facts
from news.actions import announce_event
from news.models import EventPage
from tests.factories.clocks import event, moment

SUMMARY = "Hội thi văn nghệ của học sinh toàn trường."


def draft(cast: SimpleNamespace, about: Event | None = None, author: str = "doan", **changes: Any) -> EventPage:
    """A draft with a summary; `changes` are what its author wrote besides."""
    user = getattr(cast, author)
    page = announce_event(event_id=(about or event(cast)).pk, user=user, at=moment(-3))
    return rewritten(page, user, **{"summary": SUMMARY, **changes})


def rewritten(page: EventPage, user: Any, **changes: Any) -> EventPage:
    """The page with a new version of its text."""
    newest = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(newest, name, value)
    newest.save_revision(user=user, clean=False)
    return EventPage.objects.get(pk=page.pk)


def record_of(page: EventPage) -> EditorialRecord:
    """What the board keeps about it."""
    return EditorialRecord.objects.get(page_id=page.pk)


def hand_in(page: EventPage, at: datetime.datetime | None = None) -> EditorialRecord:
    """Give it to the board."""
    return actions.hand_in(record_id=record_of(page).pk, user=page.owner, at=at or moment(-3, 10))


def published(
    cast: SimpleNamespace,
    about: Event | None = None,
    at: datetime.datetime | None = None,
    author: str = "doan",
    **changes: Any,
) -> EventPage:
    """On the site, the whole chain at one moment."""
    when = at or moment(-3, 11)
    page = draft(cast, about, author, **changes)
    record = hand_in(page, when)
    editor = record.editor or cast.editor1
    given = {question.value: YES for question in questions(content_facts(page.get_latest_revision_as_object()))}
    actions.claim(record_id=record.pk, user=editor, at=when)
    actions.forward(record_id=record.pk, user=editor, answers=given, at=when)
    actions.approve(record_id=record.pk, user=cast.deputy1, at=when)
    actions.approve(record_id=record.pk, user=cast.head, at=when)
    actions.post(record_id=record.pk, user=cast.secretary, at=when)
    return EventPage.objects.get(pk=page.pk)
