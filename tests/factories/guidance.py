"""Guidance of the electronic journal in every state, each walked there through the board's actions."""

from __future__ import annotations

import uuid
from types import SimpleNamespace
from typing import Any

from documents.actions import begin_guidance
from documents.models import GuidancePage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import YES, Consent, questions
from editorial.selectors.content import content_facts
from tests.factories.items import block


def steps(*texts: str) -> dict[str, Any]:
    """A block of steps without pictures."""
    return block("steps", [block("item", {"text": text, "alt": ""}) for text in texts])


STEPS = steps("<p>Mở trang sổ điểm.</p>")


def duty(what: str = "Nhập điểm", limit: str = "trong ngày dạy", page: Any = None, clause: str = "") -> dict[str, Any]:
    """A duty as it is stored."""
    value = {"what": what, "limit": limit, "page": page.pk if page else None, "clause": clause}
    return block("item", value)


def duties(*rows: dict[str, Any]) -> dict[str, Any]:
    """A block of duties."""
    return block("duties", list(rows))


def rests(page: Any, clause: str = "") -> dict[str, Any]:
    """A clause that the page rests on."""
    return block("clause", {"page": page.pk, "clause": clause})


def draft(cast: SimpleNamespace, author: str = "toan", **fields: Any) -> EditorialRecord:
    """A page of guidance that somebody began."""
    page = begin_guidance(
        school=cast.school,
        user=getattr(cast, author),
        **{
            "title": "Nhập điểm vào sổ điện tử",
            "slug": f"huong-dan-{uuid.uuid4().hex[:10]}",
            "topic": "instruction",
            "role": "subject_teacher",
            "summary": "Giáo viên bộ môn nhập điểm theo từng bước.",
            "body": [STEPS],
            **fields,
        },
    )
    return EditorialRecord.objects.get(page_id=page.pk)


def page_of(record: EditorialRecord) -> GuidancePage:
    """The page itself."""
    return GuidancePage.objects.get(pk=record.page_id)


def answers(record: EditorialRecord) -> dict[str, str]:
    """A complete checklist."""
    found = page_of(record).get_latest_revision_as_object()
    given = {question.value: YES for question in questions(content_facts(found))}
    if "pupil_consent" in given:
        given["pupil_consent"] = Consent.NO_PUPILS.value
    return given


def forwarded(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """Begun, handed in and forwarded by the secretary, who needs no editor."""
    record = draft(cast, "secretary", **fields)
    return actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=answers(record))


def published(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """On the site after the whole chain."""
    record = forwarded(cast, **fields)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    return actions.approve(record_id=record.pk, user=cast.head, and_post=True)
