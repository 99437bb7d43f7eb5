"""The demonstration's documents, each edition registered and released through the board's actions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from documents.actions import begin_document
from documents.models import OfficialDocumentPage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import YES, questions
from editorial.rules.public_notes import NO_NOTE, NoteKind, PublicNote
from editorial.selectors.content import content_facts
from home.demo.documents_schema import DemoApproval, DemoDocument, DemoEdition, DemoLink, own_text
from home.demo.walking import Clock, Stage
from school.models import School

MORNING = datetime.time(8, 20)
Pages = dict[str, OfficialDocumentPage]


def release_demo_documents(documents: tuple[DemoDocument, ...], stage: Stage, school: School) -> Pages:
    """Every document on its way, in the order of the list: a link leads to one that is on the site. By their keys."""
    pages: Pages = {}
    for document in documents:
        pages[document.key] = _Passage(document, stage, document.days_ago).first(pages, school)
    later = [(edition, document) for document in documents for edition in document.later]
    for edition, document in sorted(later, key=lambda row: -row[0].days_ago):
        _Passage(document, stage, edition.days_ago).again(pages[document.key], edition)
    return pages


class _Passage:
    """One passage of a document through the short route, begun so many days ago."""

    def __init__(self, document: DemoDocument, stage: Stage, days_ago: int) -> None:
        self.document, self.stage = document, stage
        start = datetime.datetime.combine(self._day(days_ago), MORNING, tzinfo=stage.now.tzinfo)
        self.clock = Clock(start, stage.now)
        self.user = stage.people[document.by]

    def first(self, pages: Pages, school: School) -> OfficialDocumentPage:
        """The document is entered in the register and goes as far as it is to go."""
        page = begin_document(school=school, user=self.user, at=self.clock.tick(), **self._fields(pages))
        if self.document.is_handed_in:
            self._pass(page)
        return page

    def again(self, page: OfficialDocumentPage, edition: DemoEdition) -> None:
        """A new text of a posted document passes anew."""
        draft = OfficialDocumentPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        draft.text = own_text(edition.text)
        draft.approvals = self._approvals(edition.approvals)
        draft.save_revision(user=self.user)
        self._pass(page, PublicNote(NoteKind.UPDATE, edition.told))

    def _pass(self, page: OfficialDocumentPage, told: PublicNote = NO_NOTE) -> None:
        record = EditorialRecord.objects.get(page_id=page.pk)
        newest = OfficialDocumentPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        given = {question.value: YES for question in questions(content_facts(newest))}
        actions.hand_in_and_forward(
            record_id=record.pk, user=self.user, answers=given, public_note=told, at=self.clock.tick()
        )
        if self.document.is_released:
            releasing = self.stage.people[self._releasing()]
            actions.approve(record_id=record.pk, user=releasing, and_post=True, at=self.clock.tick())

    def _releasing(self) -> str:
        """The head; where no stage edits, the deputy of the field, unless a deputy registered it."""
        if self.stage.has_editing_stage or self.document.by != "secretary":
            return "head"
        return self.stage.editor_of[f"deputy:{self.document.owner or 'bbt'}"]

    def _fields(self, pages: Pages) -> dict[str, Any]:
        document = self.document
        return {
            "title": document.title,
            "slug": document.key,
            "kind": document.kind,
            "text": own_text(document.text),
            "issued_on": self._day(document.issued_days_ago),
            "issuing_body": document.issuing_body,
            "relations": [
                _block("relation", link, pages, kind=link.kind, clauses=link.clauses) for link in document.links
            ],
            "legal_basis": [_block("basis", link, pages) for link in document.bases],
            "approvals": self._approvals(document.approvals),
            **{f"for_{audience}": True for audience in document.audiences},
            **self._care(),
            **dict(document.fields),
        }

    def _care(self) -> dict[str, Any]:
        """Who looks after it, until when it holds, what a draft for comment rests on."""
        document, care = self.document, dict[str, Any]()
        if document.owner:
            care["owner_unit"] = self.stage.units[document.owner]
        if document.review_in_days is not None:
            care["review_on"] = self._day(-document.review_in_days)
        if document.ends_in_days is not None:
            care["expires_on"] = self._day(-document.ends_in_days)
        if superior := document.superior:
            care |= {"standing": "for_comment", "superior_body": superior.body, "superior_number": superior.number}
            care["superior_on"] = self._day(superior.days_ago)
        return care

    def _approvals(self, rows: Iterable[DemoApproval]) -> list[dict[str, Any]]:
        return [
            {
                "type": "approval",
                "value": {
                    "kind": row.kind,
                    "body": row.body,
                    "act": row.act,
                    "number": row.number,
                    "on": self._day(row.days_ago).isoformat(),
                },
            }
            for row in rows
        ]

    def _day(self, days_ago: int) -> datetime.date:
        return self.stage.diary.today - datetime.timedelta(days=days_ago)


def _block(block_type: str, link: DemoLink, pages: Pages, **more: str) -> dict[str, Any]:
    page = pages[link.key].pk if link.key else None
    return {"type": block_type, "value": {"page": page, "text": link.text, **more}}
