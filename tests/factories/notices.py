"""Urgent notices."""

from __future__ import annotations

import uuid
from types import SimpleNamespace
from typing import Any

from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.posting import NoticeFacts
from news.models import NoticePage

TITLE, TEXT = "Nghỉ học vì bão", "Ngày mai học sinh toàn trường nghỉ học. Giáo viên liên hệ với cha mẹ."


def notice_draft(cast: SimpleNamespace, author: str = "deputy1", **fields: str) -> EditorialRecord:
    """A notice as it was typed, not yet released."""
    page = NoticePage(
        **{"title": TITLE, "text": TEXT, "slug": f"tin-khan-{uuid.uuid4().hex[:8]}", **fields},
        owner=getattr(cast, author),
        live=False,
    )
    cast.unit.bbt.section.add_child(instance=page)
    page.save_revision(user=getattr(cast, author))
    return EditorialRecord.objects.get(page_id=page.pk)


def release(cast: SimpleNamespace, record: EditorialRecord, who: str = "deputy1", **details: Any) -> EditorialRecord:
    """The notice goes onto the site; `title`, `text` and `hours` as typed."""
    facts = {"title": TITLE, "text": TEXT, "hours": 24}
    typed = NoticeFacts(**{name: details.pop(name, value) for name, value in facts.items()})
    return actions.release_notice(record_id=record.pk, user=getattr(cast, who), notice=typed, **details)


def standing(cast: SimpleNamespace, who: str = "deputy1", **details: Any) -> EditorialRecord:
    """A notice on the site."""
    typed = {name: details[name] for name in ("title", "text") if name in details}
    return release(cast, notice_draft(cast, who, **typed), who, **details)
