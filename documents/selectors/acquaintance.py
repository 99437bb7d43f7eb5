"""Who was asked to read a document, and who has (B40)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Revision

from documents.models import Acquaintance, AcquaintanceCall, OfficialDocumentPage
from documents.rules.registering import Openness
from editorial.gates.digest import file_name
from editorial.models import EditorialRecord
from editorial.rules.vocabulary import VISIBLE
from school.models import BoardAppointment, School, UnitMembership, User

UNREAD = Q(people__read_at=None, people__user__is_active=True)


def named_people(school: School, whom: Mapping[str, Any], on: datetime.date) -> list[User]:
    """Active accounts that a call names on the day `on`, by name; the technical administrator is never named."""
    members = UnitMembership.objects.in_force(on).filter(unit__school=school, unit__is_active=True)
    posts = BoardAppointment.objects.in_force(on).filter(school=school)
    if not whom.get("everybody"):
        members = members.filter(unit__in=list(whom.get("units", ())))
        posts = posts.filter(post__in=list(whom.get("posts", ())))
    named = Q(pk__in=members.values("user_id")) | Q(pk__in=posts.values("user_id"))
    return list(User.objects.filter(named, is_active=True, is_superuser=False).order_by("full_name", "pk"))


def revision_to_read(record: EditorialRecord) -> Revision | None:
    """The version that staff can be asked to read: the one on the site, or the newest of an internal document."""
    if record.public in VISIBLE and record.live_clearance is not None:
        return record.live_clearance.revision
    page = OfficialDocumentPage.objects.select_related("latest_revision").get(pk=record.page_id)
    newest = page.latest_revision
    if newest is None or record.first_handed_in_at is not None:
        return None
    return newest if newest.content.get("openness") == Openness.INTERNAL else None


def is_file_to_read(user_id: int, name: str) -> bool:
    """Whether the file is one of an internal document that this person was asked to read and still can."""
    rows = Acquaintance.objects.filter(user_id=user_id, call__page__editorial_record__first_handed_in_at=None)
    calls = (row.call for row in rows.select_related("call__page__editorial_record", "call__revision"))
    return any(name in _files_of(call.revision) for call in calls if revision_to_read(call.page.editorial_record))


def _files_of(revision: Revision) -> set[str]:
    """The names of the files of a version, as the register of uses has them."""
    files = revision.as_object().files.raw_data
    return {file_name(get_document_model(), row["value"]["document"]) for row in files if row["value"].get("document")}


@dataclasses.dataclass(frozen=True, slots=True)
class ToRead:
    """A document that waits for somebody to read it."""

    call: AcquaintanceCall
    title: str
    is_late: bool


def to_read(user_id: int, on: datetime.date) -> list[ToRead]:
    """What a person was asked to read and has not confirmed, the most urgent first; one query."""
    rows = Acquaintance.objects.filter(user_id=user_id, read_at=None, call__ended_at=None)
    rows = rows.select_related("call__page__editorial_record", "call__called_by")
    calls = sorted((row.call for row in rows), key=lambda call: (call.due_on or datetime.date.max, call.pk))
    return [
        ToRead(call, call.page.editorial_record.title, call.due_on is not None and call.due_on < on) for call in calls
    ]


def calls_with_counts(page_ids: Any = None) -> QuerySet[AcquaintanceCall]:
    """Calls with how many were asked (`asked_count`) and how many who still can have not read (`missing_count`)."""
    calls = AcquaintanceCall.objects.annotate(
        asked_count=Count("people", filter=Q(people__read_at__isnull=False) | UNREAD),
        missing_count=Count("people", filter=UNREAD),
    )
    return calls if page_ids is None else calls.filter(page__in=page_ids)


def running_calls(page_ids: Any) -> dict[int, Any]:
    """By document: its running call with its counts; one query."""
    return {call.page_id: call for call in calls_with_counts(page_ids).filter(ended_at=None)}


def readers_of(call: AcquaintanceCall) -> list[Acquaintance]:
    """Everybody a call names who has read it or still can, whoever has not read first; one query."""
    rows = call.people.filter(Q(read_at__isnull=False) | Q(user__is_active=True)).select_related("user")
    return sorted(rows, key=lambda row: (row.read_at is not None, str(row.user), row.pk))


def calls_to_remind(school: School) -> QuerySet[AcquaintanceCall]:
    """Running calls of a school that have a last day and somebody who has not read; with those people."""
    unread = Acquaintance.objects.filter(read_at=None, user__is_active=True).select_related("user")
    calls = AcquaintanceCall.objects.filter(ended_at=None, due_on__isnull=False, page__editorial_record__school=school)
    waiting = calls.filter(people__in=unread).distinct().select_related("called_by", "page__editorial_record")
    return waiting.prefetch_related(Prefetch("people", queryset=unread, to_attr="missing"))
