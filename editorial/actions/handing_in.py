"""Before the board: records of new pages, handing in, withdrawing, discarding."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.timezone import localdate
from wagtail.fields import StreamField

from core.rules.answers import Refused, RuleRefused
from editorial.actions.desk import Case, check, open_case, write
from editorial.actions.events import enter_own_event
from editorial.actions.filing import filed_under
from editorial.gates import workbench
from editorial.gates.grants import Grant, open_grant
from editorial.models.chain import EditorialRecord
from editorial.models.guard import OpenGrant
from editorial.notifications import tell
from editorial.rules import desk_rules, posting
from editorial.rules.duties import EventKind
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Stage, Verb
from editorial.selectors.records import record_of_page
from school.models import User
from school.selectors import editor_of_unit


def ensure_record(page: Any) -> EditorialRecord:
    """The record of a board page; made with the page, before anything is handed in."""
    record = record_of_page(page)
    if record is not None:
        return record
    return EditorialRecord.objects.create(
        school=page.unit.school,
        page_id=page.pk,
        unit=page.unit,
        title=page.draft_title or page.title,
        origin=page.origin,
        channel=page.channel,
        is_notice=getattr(page, "is_notice", False),
        is_announcement=getattr(page, "is_announcement", False),
        is_document=getattr(page, "is_document", False),
        is_standing=getattr(page, "is_standing", False),
        event_id=getattr(page, "event_id", None),
        created_by=page.owner,
    )


@transaction.atomic
def hand_in(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """The unit gives its newest draft to the board; the chain begins (Đ13.1).

    The item goes to the unit's own editor, else it waits for a secretary. Raises RuleRefused.
    """
    case = open_case(record_id, user, at)
    check(case, desk_rules.may_hand_in(case.actor, case.item))
    take_in(case)
    tell("handed_in", case.record, case.at)
    return case.record


def take_in(case: Case) -> None:
    """Copy what the board needs from the newest draft and write the line."""
    draft = newest_draft(case)
    _demand_complete(draft)
    record = case.record
    record.title, record.origin, record.channel = draft.title, draft.origin, draft.channel
    record.unit = getattr(draft, "answering_unit", None) or record.unit
    record.editor = None if record.is_document else editor_of_unit(record.unit, localdate(case.at))
    record.editor_since = None
    record.first_handed_in_at = record.first_handed_in_at or case.at
    record.handed_in_at = case.at
    if hasattr(draft, "co_units"):
        record.co_units.set(draft.co_units.all())
    tie_to_event(case, draft)
    filed: dict[str, Any] = filed_under(draft)
    write(case, Verb.HAND_IN, origin=record.origin, channel=record.channel, event=record.event_id, **filed)
    workbench.move_to(case.page, Stage.EDITING, case.user)


def tie_to_event(case: Case, draft: Any) -> None:
    """The event the draft names; or the one it tells of, which is entered with it. Raises RuleRefused.

    An item that was on the site keeps its event: the verdict rests on it.
    """
    record = case.record
    if record.first_published_at is not None or record.is_announcement:
        return
    kind, ended_on = getattr(draft, "event_kind", ""), getattr(draft, "event_ended_on", None)
    record.event = getattr(draft, "event", None) or record.event
    if record.event is not None and record.event.is_cancelled:
        raise RuleRefused(Refused(Reason.EVENT_CANCELLED))
    if record.event is None and kind and ended_on:
        about = {"title": draft.title, "kind": EventKind(kind), "ended_on": ended_on}
        record.event = enter_own_event(unit=record.unit, user=case.user, at=case.at, **about)


def newest_draft(case: Case) -> Any:
    """The page as its newest revision has it; a page without one gets its first."""
    page = case.page
    if page.latest_revision is None:
        page.save_revision(user=case.user, clean=False)
    return page.get_latest_revision_as_object()


def _demand_complete(draft: Any) -> None:
    demand_none(draft, {**{name: [""] for name in _unfinished(draft)}, **draft.content_errors()})


def demand_none(draft: Any, errors: dict[str, list[Any]]) -> None:
    """Raise RuleRefused naming the fields of the draft that something is wrong with."""
    if errors:
        named = (f"{_field_label(draft, name)}: {texts[0]}".rstrip(".: ") for name, texts in errors.items())
        raise RuleRefused(Refused(Reason.FORM_INCOMPLETE, {"fields": "; ".join(named)}))


def _unfinished(draft: Any) -> Iterator[str]:
    """Fields of blocks that are empty or lack something: Wagtail saves drafts without asking."""
    for field in draft._meta.concrete_fields:
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(draft, field.name))
            except ValidationError:
                yield field.name


def _field_label(draft: Any, name: str) -> str:
    try:
        return str(draft._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return name


@transaction.atomic
def withdraw(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """The unit takes its item back before it was forwarded. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, desk_rules.may_withdraw(case.actor, case.item))
    case.record.editor = None
    write(case, Verb.WITHDRAW)
    workbench.end(case.page, user, posted=False)
    return case.record


@transaction.atomic
def discard(*, record_id: int, user: User, at: datetime.datetime | None = None) -> None:
    """Throw away a draft that was never handed in and that nothing rests on. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, posting.may_discard(case.actor, case.item))
    page = case.page
    try:
        with open_grant(Grant(page.pk, OpenGrant.Kind.DISCARD), at=case.at):
            case.record.messages.all().delete()
            case.record.delete()
            page.delete()
    except ProtectedError as error:
        raise RuleRefused(Refused(Reason.RESTED_UPON)) from error
