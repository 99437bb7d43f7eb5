"""The text that a document has in the register, read anew so that its parts can be corrected (B03)."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from documents.actions.importing import keep_import
from documents.importing import name_of_text
from documents.models import RegulationImport
from documents.rules.registering import may_register
from documents.rules.writing import read_text_again
from editorial.actions.desk import check, open_case
from editorial.rules.desk_rules import may_edit_text
from editorial.rules.reasons import Reason
from editorial.selectors.records import rules_in_force
from school.models import User


@transaction.atomic
def read_again(*, record_id: int, user: User, at: datetime.datetime | None = None) -> RegulationImport:
    """Begin an import of the newest text of a document, with what was said of its lines before.

    The document stays as it is until the import is entered as its new edition. Raises RuleRefused.
    """
    moment = at or clock_now()
    case = open_case(record_id, user, moment)
    demand(may_register(case.actor, rules_in_force(case.record.school)))
    check(case, may_edit_text(case.actor, case.item))
    page: Any = case.page.get_latest_revision_as_object()
    if not page.text.strip():
        raise RuleRefused(Refused(Reason.NOTHING_CHANGED))
    row = RegulationImport(
        school=case.record.school,
        begun_by=user,
        begun_at=moment,
        changed_at=moment,
        file_name=name_of_text(page.title),
        language=read_text_again(page.text, page.reading_corrections).language.value,
        text=page.text,
        corrections=page.reading_corrections,
    )
    return keep_import(row, page.text.encode(), user)
