"""A file read into the register, step by step: begun, corrected line by line, thrown away, forgotten (B03).

Nothing of it is public or a document yet; registering it is in `registering_imports`.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from documents.importing import LONGEST_NAME, read_for_register
from documents.models import RegulationImport
from documents.rules.corrections import (
    Act,
    Corrections,
    Said,
    correction_of,
    corrections_at,
    plain_corrections,
    with_correction,
    without,
)
from documents.rules.registering import may_register
from documents.rules.vocabulary import Language
from documents.rules.writing import source_of_text
from editorial.actions.ledger import append
from editorial.intake.plain import plain_line
from editorial.rules.reasons import Reason
from editorial.selectors.people import fresh_actor
from editorial.selectors.records import rules_in_force
from school.models import School, User

KEPT = datetime.timedelta(days=30)  # since it was last worked on


def begin_import(
    *,
    school: School,
    user: User,
    data: bytes,
    name: str,
    language: Language | None = None,
    at: datetime.datetime | None = None,
) -> RegulationImport:
    """Read a file and keep it with what was read. Raises RuleRefused, ReadingRefused; then nothing is kept."""
    moment = at or clock_now()
    demand(may_register(fresh_actor(user.pk, localdate(moment)), rules_in_force(school)))
    found = read_for_register(data, name, language)
    row = RegulationImport(
        school=school,
        begun_by=user,
        begun_at=moment,
        changed_at=moment,
        file_name=plain_line(name, LONGEST_NAME),
        language=found.regulation.language.value,
        text=found.text,
        set_aside=found.set_aside,
        told=found.told,
        corrections=plain_corrections(Corrections((), found.are_paragraphs, language)),
    )
    return keep_import(row, data, user)


@transaction.atomic
def keep_import(row: RegulationImport, data: bytes, user: User) -> RegulationImport:
    """Store a new import with the bytes it was read from, and its line in the ledger."""
    row.size, row.sha256 = len(data), hashlib.sha256(data).hexdigest()
    row.file.save("original", ContentFile(data), save=False)
    row.save(force_insert=True)
    import_line(row, user, "begin_import", row.begun_at)
    return row


def locked_import(import_id: int, user: User, at: datetime.datetime) -> RegulationImport:
    """The import, held until the transaction ends. Raises RuleRefused: not the person's to do, or gone."""
    rows = RegulationImport.objects.select_for_update(of=("self",)).select_related("school")
    row = rows.filter(pk=import_id).first()
    if row is None:
        raise RuleRefused(Refused(Reason.IMPORT_GONE))
    demand(may_register(fresh_actor(user.pk, localdate(at)), rules_in_force(row.school)))
    return row


@transaction.atomic
def correct_lines(
    *, import_id: int, user: User, lines: Iterable[int], said: Said, at: datetime.datetime | None = None
) -> int:
    """Say of lines what they are; how many there were. Raises RuleRefused."""
    moment = at or clock_now()
    row = locked_import(import_id, user, moment)
    kept = row.said
    source = source_of_text(row.text, are_paragraphs=kept.are_paragraphs)
    new = corrections_at(source, dict.fromkeys(lines, said))
    corrections = kept.lines
    for one in new:
        corrections = with_correction(corrections, one)
    _keep_corrections(row, Corrections(corrections, kept.are_paragraphs, kept.language), moment)
    return len(new)


@transaction.atomic
def take_back(*, import_id: int, user: User, line: int, at: datetime.datetime | None = None) -> bool:
    """Take back what was said of a line; whether something was. Raises RuleRefused."""
    moment = at or clock_now()
    row = locked_import(import_id, user, moment)
    kept = row.said
    source = source_of_text(row.text, are_paragraphs=kept.are_paragraphs)
    gone = correction_of(source, line, Said(Act.ASIDE))
    if gone is None:
        return False
    left = without(kept.lines, gone)
    _keep_corrections(row, Corrections(left, kept.are_paragraphs, kept.language), moment)
    return len(left) < len(kept.lines)


def _keep_corrections(row: RegulationImport, corrections: Corrections, at: datetime.datetime) -> None:
    row.corrections, row.changed_at = plain_corrections(corrections), at
    row.save(update_fields=["corrections", "changed_at"])


@transaction.atomic
def discard_import(*, import_id: int, user: User, at: datetime.datetime | None = None) -> None:
    """Throw a begun import away, with its file. Raises RuleRefused."""
    moment = at or clock_now()
    row = locked_import(import_id, user, moment)
    import_line(row, user, "discard_import", moment)
    forget(row)


def forget(row: RegulationImport) -> None:
    """Delete an import; its file goes when the transaction is through."""
    storage, name = row.file.storage, row.file.name
    row.delete()
    transaction.on_commit(lambda: storage.delete(name or ""))


@transaction.atomic
def forget_imports(school: School, now: datetime.datetime) -> int:
    """Delete what nobody worked on for thirty days; how many."""
    old = list(RegulationImport.objects.select_for_update().filter(school=school, changed_at__lt=now - KEPT))
    for row in old:
        import_line(row, None, "forget_import", now)
        forget(row)
    return len(old)


def import_line(row: RegulationImport, user: User | None, action: str, at: datetime.datetime, **facts: object) -> None:
    """The line in the ledger, its last lock: the file by its hash, never its name."""
    append(
        action=f"documents.{action}",
        at=at,
        school_id=row.school_id,
        actor_id=user.pk if user else None,
        payload={"import": row.pk, "sha256": row.sha256, **facts},
    )
