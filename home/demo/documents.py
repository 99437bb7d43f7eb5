"""The demonstration's documents, each registered and released through the board's actions."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.actions import begin_document
from documents.models import OfficialDocumentPage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import YES, questions
from editorial.selectors.content import content_facts
from home.demo.walking import Clock, Stage
from school.models import School

MORNING = datetime.time(8, 20)


def own_text(name: str) -> str:
    """A longer text of the demonstration; its clauses carry the numbers that the board's messages name."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class DemoLink:
    """A link to another document of the demonstration, by its key; or to one in words only."""

    kind: str
    key: str = ""
    text: str = ""


@dataclass(frozen=True)
class DemoDocument:
    """One document, registered `days_ago` and issued `issued_days_ago` days before today; `fields`: the register's."""

    key: str
    title: str
    kind: str
    text: str
    days_ago: int
    issued_days_ago: int
    issuing_body: str
    fields: tuple[tuple[str, Any], ...] = ()
    links: tuple[DemoLink, ...] = ()
    bases: tuple[DemoLink, ...] = ()
    approvals: tuple[dict[str, str], ...] = ()
    by: str = "secretary"
    released_by: str = "head"
    is_released: bool = True


def release_demo_documents(documents: tuple[DemoDocument, ...], stage: Stage, school: School) -> None:
    """Every document on its way, in the order of the list: a link leads to one that is on the site."""
    pages: dict[str, OfficialDocumentPage] = {}
    for document in documents:
        pages[document.key] = _register(document, pages, stage, school)


def _register(
    document: DemoDocument, pages: dict[str, OfficialDocumentPage], stage: Stage, school: School
) -> OfficialDocumentPage:
    day = stage.diary.today - datetime.timedelta(days=document.days_ago)
    clock = Clock(datetime.datetime.combine(day, MORNING, tzinfo=stage.now.tzinfo), stage.now)
    user = stage.people[document.by]
    page = begin_document(school=school, user=user, at=clock.tick(), **_fields(document, pages, stage.diary.today))
    record = EditorialRecord.objects.get(page_id=page.pk)
    given = {question.value: YES for question in questions(content_facts(page.get_latest_revision_as_object()))}
    actions.hand_in_and_forward(record_id=record.pk, user=user, answers=given, at=clock.tick())
    if document.is_released:
        releasing = stage.people[document.released_by]
        actions.approve(record_id=record.pk, user=releasing, and_post=True, at=clock.tick())
    return page


def _fields(document: DemoDocument, pages: dict[str, OfficialDocumentPage], today: datetime.date) -> dict[str, Any]:
    return {
        "title": document.title,
        "slug": document.key,
        "kind": document.kind,
        "text": document.text,
        "issued_on": today - datetime.timedelta(days=document.issued_days_ago),
        "issuing_body": document.issuing_body,
        "relations": [_block("relation", link, pages, kind=link.kind, clauses="") for link in document.links],
        "legal_basis": [_block("basis", link, pages) for link in document.bases],
        "approvals": [{"type": "approval", "value": row} for row in document.approvals],
        **dict(document.fields),
    }


def _block(block_type: str, link: DemoLink, pages: dict[str, OfficialDocumentPage], **more: str) -> dict[str, Any]:
    page = pages[link.key].pk if link.key else None
    return {"type": block_type, "value": {"page": page, "text": link.text, **more}}
