"""A document that ended leaves the current list, and comes back where that was a mistake (002 §3.3)."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.timezone import localdate

from core.models import Generation
from documents.models import ArchivedDocument, OfficialDocumentPage
from documents.models.documents import LONG_FIELDS
from documents.rules.keeping import may_archive, may_reinstate
from documents.selectors.lists import shown_documents
from editorial.actions.desk import Case, check, open_case
from editorial.actions.ledger import append
from editorial.models import EditorialRecord
from school.models import User


@transaction.atomic
def archive_document(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """Take a document that is no longer in force off the current list; its address still answers.

    Safe to call twice. Raises RuleRefused.
    """
    case, page = _opened(record_id, user, at)
    [shown] = shown_documents([page], localdate(case.at))
    check(case, may_archive(case.actor, case.item, case.rules, shown.validity))
    if ArchivedDocument.objects.filter(page=page).exists():
        return case.record
    ArchivedDocument.objects.create(page=page, archived_by=user, archived_at=case.at)
    _note(case, "documents.archive")
    return case.record


@transaction.atomic
def reinstate_document(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """Put an archived document back on the current list. Safe to call twice. Raises RuleRefused."""
    case, page = _opened(record_id, user, at)
    check(case, may_reinstate(case.actor, case.item, case.rules))
    if ArchivedDocument.objects.filter(page=page).delete()[0]:
        _note(case, "documents.reinstate")
    return case.record


def _opened(record_id: int, user: User, at: datetime.datetime | None) -> tuple[Case, OfficialDocumentPage]:
    case = open_case(record_id, user, at)
    return case, OfficialDocumentPage.objects.defer(*LONG_FIELDS).get(pk=case.record.page_id)


def _note(case: Case, action: str) -> None:
    append(
        action=action,
        at=case.at,
        school_id=case.record.school_id,
        actor_id=case.user.pk,
        record_id=case.record.pk,
        payload={"page": case.record.page_id, "unit": case.record.unit_id},
    )
    Generation.bump()
