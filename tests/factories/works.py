"""Recognised works and lists of e-resources, walked through the chain."""

from __future__ import annotations

import datetime
import uuid
from types import SimpleNamespace
from typing import Any

from documents.models import DocumentCollectionPage, RecognisedWorkPage, RepositoryIndexPage, ResourceListPage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import YES, questions
from editorial.selectors.content import content_facts
from tests.factories.items import block

TITLE = "Dạy hình học không gian bằng mô hình tự làm"


def draft(cast: SimpleNamespace, author: str = "toan", **fields: Any) -> EditorialRecord:
    """A work that a member of a unit entered in the repository."""
    page = RecognisedWorkPage(
        **{
            "title": TITLE,
            "slug": f"sang-kien-{uuid.uuid4().hex[:10]}",
            "kind": "initiative",
            "authors": "Ông toan",
            "school_year": "2025-2026",
            "subject": "Toán",
            "decision_body": "Hội đồng sáng kiến nhà trường",
            "decision_number": "87/QĐ-THPT",
            "decided_on": datetime.date(2026, 5, 20),
            "summary": "Học sinh tự làm mô hình để hiểu các khối đa diện.",
            "owner": getattr(cast, author),
            "live": False,
            **fields,
        }
    )
    return _entered(RepositoryIndexPage.objects.get(), page)


def resource_list(cast: SimpleNamespace, author: str = "toan", **fields: Any) -> EditorialRecord:
    """A unit's list of e-resources."""
    section = DocumentCollectionPage.objects.get(kind="curricula")
    return _entered(
        section,
        ResourceListPage(
            **{
                "title": "Học liệu môn Toán",
                "slug": f"hoc-lieu-{uuid.uuid4().hex[:10]}",
                "resources": [subject("Toán", resource())],
                "owner": getattr(cast, author),
                "live": False,
                **fields,
            }
        ),
    )


def resource(**fields: Any) -> dict[str, Any]:
    """One resource."""
    value = {"name": "GeoGebra", "address": "https://www.geogebra.org/", "grades": "10–12", "licence": "open"}
    return {"type": "item", "value": {**value, "checked_on": "2026-09-01", **fields}, "id": str(uuid.uuid4())}


def subject(name: str, *links: dict[str, Any]) -> dict[str, Any]:
    """The resources of a subject."""
    return block("subject", {"subject": name, "links": list(links)})


def _entered(section: Any, page: Any) -> EditorialRecord:
    section.add_child(instance=page)
    page.save_revision(user=page.owner)
    return EditorialRecord.objects.get(page_id=page.pk)


def published(
    cast: SimpleNamespace, record: EditorialRecord | None = None, editor: str = "editor1", **fields: Any
) -> EditorialRecord:
    """Through all hands onto the site; without a record of its own a work of the unit of mathematics."""
    record = record or draft(cast, **fields)
    actions.hand_in(record_id=record.pk, user=record.created_by)
    actions.claim(record_id=record.pk, user=getattr(cast, editor))
    actions.forward(record_id=record.pk, user=getattr(cast, editor), answers=answers(record), content_class="ordinary")
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)
    return actions.post(record_id=record.pk, user=cast.secretary)


def answers(record: EditorialRecord) -> dict[str, str]:
    """A complete checklist."""
    draft = page_of(record).get_latest_revision_as_object()
    return {question.value: YES for question in questions(content_facts(draft))}


def page_of(record: EditorialRecord) -> Any:
    """The page itself, of its own type."""
    return record.page.specific
