"""What happened in the board at given moments, for the figures of a report."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from editorial import actions
from editorial.models import EditorialRecord
from tests.factories import items
from tests.factories.clocks import HANOI, cleared, posted


def on(month: int, day: int, hour: int = 9, minute: int = 0, year: int = 2023) -> datetime.datetime:
    """A local moment."""
    return datetime.datetime(year, month, day, hour, minute, tzinfo=HANOI)


def handed_in(cast: SimpleNamespace, at: datetime.datetime, **fields: Any) -> EditorialRecord:
    """An article its author handed in."""
    record = items.draft(cast, **fields)
    return actions.hand_in(record_id=record.pk, user=record.created_by, at=at)


def went(cast: SimpleNamespace, at: datetime.datetime, post_at: datetime.datetime, **fields: Any) -> EditorialRecord:
    """An article that was handed in, approved and posted."""
    record = handed_in(cast, at, **fields)
    cleared(cast, record, post_at)
    return posted(cast, record, post_at)


def forwarded(cast: SimpleNamespace, at: datetime.datetime, **fields: Any) -> EditorialRecord:
    """An article that waits for the deputy."""
    record = handed_in(cast, at, **fields)
    editor = record.editor or cast.editor1
    actions.claim(record_id=record.pk, user=editor, at=at)
    return actions.forward(record_id=record.pk, user=editor, answers=items.answers(record), at=at)


def refused(cast: SimpleNamespace, at: datetime.datetime, ground: str = "refuse_untrue", **f: Any) -> EditorialRecord:
    """An article the deputy refused."""
    record = forwarded(cast, at, **f)
    return actions.refuse(record_id=record.pk, user=cast.deputy1, ground=ground, note="Chưa đúng", at=at)


def returned(cast: SimpleNamespace, at: datetime.datetime, **fields: Any) -> EditorialRecord:
    """An article given back to its unit."""
    record = handed_in(cast, at, **fields)
    actions.claim(record_id=record.pk, user=cast.editor1, at=at)
    return actions.return_to_unit(record_id=record.pk, user=cast.editor1, note="Thiếu tên", at=at)


def take_down(
    cast: SimpleNamespace, record: EditorialRecord, at: datetime.datetime, ground: str = "takedown_content"
) -> None:
    """The head takes it off the site."""
    actions.take_down(record_id=record.pk, user=cast.head, ground=ground, note="Sai sự thật", at=at)
