"""From a checked import to the register: one draft, two that belong together, or a new edition (A28, A48)."""

from __future__ import annotations

import dataclasses
import datetime
import uuid
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction
from wagtail.documents import get_document_model

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused
from core.rules.uploads import extension_of
from core.uploads.files import check_file
from documents.actions.importing import forget, import_line, locked_import
from documents.actions.register import begin_document
from documents.models import OfficialDocumentPage, RegulationImport
from documents.rules.corrections import Corrections, plain_corrections
from documents.rules.filling import Filled, filled, filled_in_two
from documents.rules.registering import Relation
from documents.rules.splitting import Part, in_two
from documents.rules.writing import read_text_again
from editorial.actions.desk import Case, check, open_case
from editorial.models import EditorialRecord
from editorial.rules.desk_rules import may_edit_text
from editorial.rules.reasons import Reason
from school.models import Unit, User

APART = ("approvals", "bases")
PLAIN_TEXTS = frozenset({"md", "markdown"})
TITLE_LENGTH = 120


@transaction.atomic
def register_import(
    *,
    import_id: int,
    user: User,
    in_parts: bool = False,
    with_file: bool = False,
    owner_unit: Unit | None = None,
    at: datetime.datetime | None = None,
) -> list[OfficialDocumentPage]:
    """Make a draft of the register of what was read, filled in as far as the file tells; the import is gone then.

    `in_parts`: an order and the text it puts into force become two drafts, the second annexed to the
    first. `with_file`: the file is attached to the last one. Raises RuleRefused, UploadRefused.
    """
    moment = at or clock_now()
    row = locked_import(import_id, user, moment)
    drafts = _drafts(row, in_parts=in_parts)
    pages: list[OfficialDocumentPage] = []
    for number, (fields, part) in enumerate(drafts, start=1):
        is_last = number == len(drafts)
        more: dict[str, Any] = {"owner_unit": owner_unit} if owner_unit else {}
        if with_file and is_last:
            more["files"] = [_attached(row, user, owner_unit)]
        if pages:
            more["relations"] = [_row("relation", kind=Relation.ANNEX_OF, page=pages[0].pk, text="", clauses="")]
        pages.append(_begin(row, user, fields, part, moment, more))
    import_line(row, user, "register_import", moment, pages=[page.pk for page in pages])
    forget(row)
    return pages


def _drafts(row: RegulationImport, *, in_parts: bool) -> list[tuple[Filled, Part]]:
    regulation = read_text_again(row.text, row.corrections)
    if in_parts and regulation.cover is not None:
        return list(zip(filled_in_two(regulation), in_two(row.text, row.said, regulation), strict=True))
    return [(filled(regulation), Part(row.text, row.said))]


def _begin(
    row: RegulationImport, user: User, fields: Filled, part: Part, at: datetime.datetime, more: dict[str, Any]
) -> OfficialDocumentPage:
    plain = {name: value for name, value in _as_dict(fields).items() if name not in APART}
    plain["title"] = fields.title or PurePosixPath(row.file_name).stem or row.file_name
    plain["issuing_body"] = fields.issuing_body or row.school.name
    return begin_document(
        school=row.school,
        user=user,
        at=at,
        is_complete=False,
        **plain,
        **_stored(part.text, part.corrections),
        approvals=[_row("approval", **_as_dict(one)) for one in fields.approvals],
        legal_basis=[_row("basis", text=text, page=None) for text in fields.bases],
        **more,
    )


def _as_dict(facts: Any) -> dict[str, Any]:
    return {field.name: getattr(facts, field.name) for field in dataclasses.fields(facts)}


def _stored(text: str, corrections: Corrections) -> dict[str, Any]:
    return {"text": text, "reading_corrections": plain_corrections(corrections)}


def _row(block: str, **value: Any) -> dict[str, Any]:
    """A row of a stream, as it is stored."""
    plain = {name: one.isoformat() if isinstance(one, datetime.date) else one for name, one in value.items()}
    return {"type": block, "value": plain, "id": str(uuid.uuid4())}


def _attached(row: RegulationImport, user: User, unit: Unit | None) -> dict[str, Any]:
    """The file as a row of the document's files; Markdown is plain text to readers."""
    kind = extension_of(row.file_name)
    name = f"{PurePosixPath(row.file_name).stem}.txt" if kind in PLAIN_TEXTS else row.file_name
    with row.file.open("rb") as stored:
        clean = check_file(stored.read(), name)
    place = {"collection": unit.collection} if unit and unit.collection_id else {}
    title = (PurePosixPath(row.file_name).stem or row.file_name)[:TITLE_LENGTH]
    model: Any = get_document_model()
    stored_file = clean.as_file()
    file = model.objects.create(
        title=title, file=stored_file, file_size=stored_file.size, uploaded_by_user=user, **place
    )
    return _row("file", document=file.pk, kind="original", title="")


@transaction.atomic
def replace_text(
    *,
    import_id: int,
    user: User,
    page_id: int,
    revision_id: int,
    with_file: bool = False,
    at: datetime.datetime | None = None,
) -> OfficialDocumentPage:
    """Put what was read in the place of a document's text, as a new version that passes the chain like any other.

    `revision_id` is the newest version as the person saw it. Raises RuleRefused, UploadRefused.
    """
    moment = at or clock_now()
    row = locked_import(import_id, user, moment)
    case = _open(row, user, page_id, moment)
    check(case, may_edit_text(case.actor, case.item))
    page: Any = case.page.get_latest_revision_as_object()
    if page.latest_revision_id != revision_id:
        raise RuleRefused(Refused(Reason.STALE_PAGE))
    stored = _stored(row.text, row.said)
    if all(getattr(page, name) == value for name, value in stored.items()):
        raise RuleRefused(Refused(Reason.NOTHING_CHANGED))
    for name, value in stored.items():
        setattr(page, name, value)
    if with_file:
        page.files = [*page.files.raw_data, _attached(row, user, case.record.unit)]
    page.save_revision(user=user, clean=False, log_action=True)
    import_line(row, user, "replace_text", moment, pages=[page.pk])
    forget(row)
    replaced: OfficialDocumentPage = page
    return replaced


def _open(row: RegulationImport, user: User, page_id: int, at: datetime.datetime) -> Case:
    """The document's item, held until the transaction ends; only one of the same school."""
    records = EditorialRecord.objects.filter(page_id=page_id, school_id=row.school_id, is_document=True)
    record_id = records.values_list("pk", flat=True).first()
    if record_id is None:
        raise RuleRefused(Refused(Reason.STALE_PAGE))
    return open_case(record_id, user, at)
