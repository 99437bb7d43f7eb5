"""Forms of the register as readers find them: number, edition, the clause they belong to, what to download (B14)."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

from wagtail.documents import get_document_model

from documents.models.documents import OfficialDocumentPage
from documents.models.links import DocumentLink
from documents.rules.registering import Relation
from documents.rules.types import FORMS
from documents.selectors.editions import POSTED
from documents.selectors.guidance import ClauseLink, Wanted, clause_links
from documents.selectors.lists import ShownDocument, shown_documents
from editorial.gates.digest import file_name
from editorial.models import Clearance, EditorialRecord, LedgerEntry
from editorial.models.files import HiddenFile
from editorial.rules.vocabulary import RoundKind

LONG_OF_FORMS = ("text", "tree", "approvals", "legal_basis", "relations")


@dataclasses.dataclass(frozen=True, slots=True)
class FormFile:
    """A file to download, under its name for readers."""

    title: str
    document: Any


@dataclasses.dataclass(frozen=True, slots=True)
class BlankForm:
    """A form: `edition` counts its full passages through the chain, `clauses` are those it is annexed to."""

    shown: ShownDocument
    edition: int
    clauses: list[ClauseLink]
    files: list[FormFile]


def blank_forms(on: datetime.date, **narrowed: Any) -> list[BlankForm]:
    """Every form on the site by number and name, as many queries however many there are."""
    rows = OfficialDocumentPage.objects.live().filter(kind__in=FORMS, **narrowed).defer(*LONG_OF_FORMS)
    return as_forms(rows.order_by("number", "title", "pk"), on)


def as_forms(pages: Iterable[OfficialDocumentPage], on: datetime.date) -> list[BlankForm]:
    """These documents as forms, in their order."""
    read = list(pages)
    keys = [page.pk for page in read]
    numbers, clauses, files = edition_numbers(keys), _annexed_to(keys, on), _files(read)
    return [
        BlankForm(shown, numbers.get(shown.page.pk, 1), clauses.get(shown.page.pk, []), files[shown.page.pk])
        for shown in shown_documents(read, on)
    ]


def edition_numbers(page_ids: Iterable[int]) -> dict[int, int]:
    """How many editions of each document were posted; a small correction makes none. Three queries."""
    pages = dict(EditorialRecord.objects.filter(page__in=list(page_ids)).values_list("pk", "page_id"))
    corrections = set(
        Clearance.objects.filter(record__in=pages, round__kind=RoundKind.CORRECTION).values_list(
            "revision_id", flat=True
        )
    )
    lines = LedgerEntry.objects.filter(record_id__in=pages, action=POSTED).values_list("record_id", "payload")
    return dict(Counter(pages[key] for key, payload in lines if key and payload["revision"] not in corrections))


def _annexed_to(page_ids: list[int], on: datetime.date) -> dict[int, list[ClauseLink]]:
    rows = DocumentLink.objects.filter(source__in=page_ids, kind=Relation.ANNEX_OF, target__live=True)
    wanted: dict[int, list[Wanted]] = {}
    for source_id, target_id, clauses in rows.values_list("source_id", "target_id", "clauses"):
        names = [name.strip() for name in clauses.split(",")]
        wanted.setdefault(source_id, []).extend((target_id, name) for name in names)
    links = clause_links((found for names in wanted.values() for found in names), on)
    return {key: [links[found] for found in names if found in links] for key, names in wanted.items()}


def _files(pages: list[OfficialDocumentPage]) -> dict[int, list[FormFile]]:
    """The files of each that are not hidden; two queries."""
    rows = {page.pk: [row["value"] for row in page.files.raw_data if row["value"].get("document")] for page in pages}
    model = get_document_model()
    found = model.objects.in_bulk({int(value["document"]) for values in rows.values() for value in values})
    names = {file_name(model, key): key for key in found}
    hidden = HiddenFile.objects.filter(restored_at__isnull=True, name__in=names).values_list("name", flat=True)
    shown = found.keys() - {names[name] for name in hidden}
    return {
        key: [
            FormFile(value.get("title") or found[pk].title, found[pk])
            for value in values
            if (pk := int(value["document"])) in shown
        ]
        for key, values in rows.items()
    }
