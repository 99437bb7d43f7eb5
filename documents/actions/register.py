"""Writes of the register: a new document, several released together, what lists and search keep of a posted one."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from core.words_alike import search_words
from documents.models import ArchivedDocument, ClauseText, DocumentIndexPage, DocumentLink, OfficialDocumentPage
from documents.rules.citing import clauses_of
from documents.rules.registering import may_draft_document, may_register
from documents.rules.tree_json import node_of
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.selectors.people import fresh_actor
from editorial.selectors.records import rules_in_force
from school.models import School, Unit, User


@dataclasses.dataclass(frozen=True, slots=True)
class Released:
    """What became of one document of several: `refused` is empty when it is on the site."""

    record: EditorialRecord
    refused: Refused | None = None


@transaction.atomic
def begin_document(
    *, school: School, user: User, at: datetime.datetime | None = None, is_complete: bool = True, **fields: Any
) -> OfficialDocumentPage:
    """Enter a document in the register as a draft. Raises RuleRefused: not the person's to do, no section.

    What was read of a file may miss fields (`is_complete` False); handing it in demands them all.

    It is looked after by `owner_unit`, by the board's own unit when none is given; a Russian deputy
    enters the documents of his field only (002 §3.3).
    """
    actor, section = fresh_actor(user.pk, localdate(at or clock_now())), _section(school)
    owner: Unit = fields.setdefault("owner_unit", section.unit)
    demand(may_register(actor, rules_in_force(school), owner.pk))
    return _begin(section, user, fields, is_complete=is_complete)


@transaction.atomic
def draft_document(
    *, school: School, user: User, unit: Unit, at: datetime.datetime | None = None, **fields: Any
) -> OfficialDocumentPage:
    """A member of `unit` begins a document that his unit writes and looks after. Raises RuleRefused.

    Handed in, it lands with the secretary, who completes and forwards it (Đ7.1 dash 5).
    """
    section = _section(school)
    demand(may_draft_document(fresh_actor(user.pk, localdate(at or clock_now())), unit.pk))
    return _begin(section, user, {**fields, "unit": unit, "owner_unit": unit})


def _section(school: School) -> DocumentIndexPage:
    section = DocumentIndexPage.objects.filter(unit__school=school).select_related("unit").first()
    if section is None:
        raise RuleRefused(Refused(Reason.SECTION_MISSING))
    return section


def _begin(
    section: DocumentIndexPage, user: User, fields: dict[str, Any], *, is_complete: bool = True
) -> OfficialDocumentPage:
    page = OfficialDocumentPage(owner=user, live=False, has_unpublished_changes=True, **fields)
    section.add_child(instance=page)
    page.save_revision(user=user, clean=is_complete)
    return page


def release_documents(
    *, chosen: Iterable[tuple[int, int]], user: User, at: datetime.datetime | None = None
) -> list[Released]:
    """Approve and post several documents, each by itself: what one is refused for stops no other.

    `chosen` are the numbers of the record and of the round the person saw.
    """
    return [_release(record_id, round_id, user, at) for record_id, round_id in chosen]


def _release(record_id: int, round_id: int, user: User, at: datetime.datetime | None) -> Released:
    record = EditorialRecord.objects.get(pk=record_id, is_document=True)
    try:
        actions.approve(record_id=record_id, round_id=round_id, user=user, and_post=True, at=at)
    except RuleRefused as error:
        return Released(record, error.refused)
    return Released(record)


def note_posted(page: OfficialDocumentPage) -> None:
    """Write anew what lists and search keep of a document: its links and its clauses; runs with the posting.

    What is posted anew stands in the current list again.
    """
    ArchivedDocument.objects.filter(page=page).delete()
    DocumentLink.objects.filter(source=page).delete()
    DocumentLink.objects.bulk_create(_links(page))
    ClauseText.objects.filter(page=page).delete()
    ClauseText.objects.bulk_create([_head(page), *_clauses(page)], batch_size=500)


def _links(page: OfficialDocumentPage) -> list[DocumentLink]:
    values = [row["value"] for row in page.relations.raw_data if row["value"].get("page")]
    known = set(OfficialDocumentPage.objects.filter(pk__in=page.target_ids()).values_list("pk", flat=True))
    return [
        DocumentLink(source=page, target_id=int(value["page"]), kind=value["kind"], clauses=value.get("clauses") or "")
        for value in values
        if int(value["page"]) in known
    ]


def _head(page: OfficialDocumentPage) -> ClauseText:
    """The register's own words as a row, so that a search finds a document without a text too."""
    said = (page.title, page.abstract, page.type_name, page.full_number, page.issuing_body, page.signer_name)
    return ClauseText(page=page, position=0, anchor="", label="", text=page.abstract, words=_words(*said))


def _clauses(page: OfficialDocumentPage) -> list[ClauseText]:
    found = clauses_of(node_of(page.tree)) if page.tree else []
    return [
        ClauseText(
            page=page,
            position=position,
            anchor=clause.anchor[:200],
            label=clause.label[:200],
            heading=clause.heading[:300],
            text=clause.text.removeprefix(clause.heading).strip(),
            words=_words(clause.label, clause.text),
        )
        for position, clause in enumerate(found, start=1)
    ]


def _words(*texts: str) -> str:
    """Words as search compares them, a space before and behind each."""
    return f" {search_words(' '.join(texts))} "
