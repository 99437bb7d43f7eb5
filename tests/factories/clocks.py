"""Events with their duties, and items that went through the chain at given moments."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from editorial import actions
from editorial.actions.duties import link_item
from editorial.actions.events import enter_event
from editorial.models import EditorialRecord, Event
from editorial.rules.duties import EventKind
from tests.factories import items

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime.date(2023, 10, 2)
"""An ordinary Monday: three days later is a working Thursday."""


def moment(day: int, hour: int = 9, minute: int = 0) -> datetime.datetime:
    """A local moment in the week of MONDAY: `day` days after it."""
    return datetime.datetime.combine(MONDAY, datetime.time(hour, minute), HANOI) + datetime.timedelta(days=day)


def event(cast: SimpleNamespace, kind: EventKind = EventKind.YOUTH_DAY, **facts: Any) -> Event:
    """An event on MONDAY that the content deputy entered the Friday before."""
    days = {"starts_on": MONDAY, "ends_on": MONDAY}
    details = {"title": "Ngày hội thanh niên", "at": moment(-3), **days, **facts}
    return enter_event(school=cast.school, user=cast.deputy1, kind=kind, **details)


def report(
    cast: SimpleNamespace, about: Event, handed_in_at: datetime.datetime, author: str = "doan"
) -> EditorialRecord:
    """An article about the event, handed in by its unit."""
    record = items.draft(cast, author=author, title=f"Bài về {about.title}")
    link_item(record_id=record.pk, event_id=about.pk, user=record.created_by, at=handed_in_at)
    return actions.hand_in(record_id=record.pk, user=record.created_by, at=handed_in_at)


def cleared(cast: SimpleNamespace, record: EditorialRecord, at: datetime.datetime) -> EditorialRecord:
    """Edited by its unit's editor and approved by everybody, all at one moment."""
    record.refresh_from_db()
    editor = record.editor or cast.editor1
    actions.claim(record_id=record.pk, user=editor, at=at)
    actions.forward(record_id=record.pk, user=editor, answers=items.answers(record), at=at)
    actions.approve(record_id=record.pk, user=cast.deputy1, at=at)
    return actions.approve(record_id=record.pk, user=cast.head, at=at)


def posted(cast: SimpleNamespace, record: EditorialRecord, at: datetime.datetime) -> EditorialRecord:
    """Put on the site."""
    return actions.post(record_id=record.pk, user=cast.secretary, at=at)


def posted_report(
    cast: SimpleNamespace,
    about: Event,
    *,
    handed_in_at: datetime.datetime,
    posted_at: datetime.datetime,
    cleared_at: datetime.datetime | None = None,
) -> EditorialRecord:
    """An article about the event that went the whole way; cleared when it is posted unless told otherwise."""
    record = report(cast, about, handed_in_at)
    cleared(cast, record, cleared_at or posted_at)
    return posted(cast, record, posted_at)


def post_at_noon(cast: SimpleNamespace, record_id: int) -> EditorialRecord:
    """Put on the site at noon, two days after MONDAY."""
    return actions.post(record_id=record_id, user=cast.secretary, at=moment(2, 12))
