"""The last step: what was cleared goes onto the site, now or at a set time (Đ12.2.4)."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from core.models import Generation
from core.rules.answers import Refused, RuleRefused
from editorial.actions.desk import Case, check, open_case, write
from editorial.actions.duties import settle
from editorial.actions.filing import filed_under
from editorial.actions.incidents import open_for_correction
from editorial.actions.public_notes import told_at_posting
from editorial.gates import workbench
from editorial.gates.digest import file_digest, live_digest, revision_digest
from editorial.gates.grants import Grant, open_grant
from editorial.models.chain import Clearance, EditorialRecord
from editorial.models.files import AssetUse
from editorial.models.guard import OpenGrant
from editorial.notifications import tell
from editorial.rules import posting
from editorial.rules.posting import Manifest, is_as_cleared
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Verb
from editorial.selectors.records import open_clearance
from school.models import User


@transaction.atomic
def post(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """The secretary posts what was released, exactly as it was cleared. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, posting.may_post(case.actor, case.item))
    post_cleared(case)
    return case.record


@transaction.atomic
def post_by_clock(*, record_id: int, at: datetime.datetime) -> EditorialRecord:
    """The portal posts what was scheduled, when its time has come. Raises RuleRefused.

    The line names the person who set the time, and that the clock posted: it is done by that
    person's standing order, whatever post he holds by now.
    """
    locked = EditorialRecord.objects.select_for_update(of=("self",)).select_related("post_set_by")
    setter = locked.get(pk=record_id).post_set_by
    if setter is None:
        raise RuleRefused(Refused(Reason.WRONG_STATE))
    case = open_case(record_id, setter, at)
    check(case, posting.may_post_by_clock(case.item, case.record.post_at, case.at))
    post_cleared(case, by_clock=True)
    return case.record


def post_cleared(case: Case, verb: Verb = Verb.POST, *, by_clock: bool = False) -> None:
    """Put the newest clearance on the site and write the line; the caller has asked the rule."""
    clearance = open_clearance(case.record)
    if clearance is None:
        raise RuleRefused(Refused(Reason.NOT_CLEARED))
    put_online(case, clearance)
    record = case.record
    record.first_published_at = record.first_published_at or case.at
    record.post_at, record.post_set_by = None, None
    details: dict[str, Any] = {"by_clock": True} if by_clock else {}
    details |= settle(case) | filed_under(case.page)
    details |= told_at_posting(clearance.round)
    write(case, verb, revision=clearance.revision_id, digest=clearance.digest, **details)
    open_for_correction(case, clearance.round)
    tell("posted", record, case.at)


def put_online(case: Case, clearance: Clearance) -> None:
    """Make the live page exactly what was cleared; raises RuleRefused naming what differs."""
    check(case, is_as_cleared(_cleared(clearance), present_manifest(clearance)))
    page = clearance.revision.as_object()
    page.first_published_at = page.first_published_at or case.at
    grant = Grant(page.pk, OpenGrant.Kind.POST, clearance.revision_id, clearance.digest)
    with open_grant(grant, at=case.at):
        workbench.end(page, case.user, posted=True)
        page.publish(clearance.revision, user=case.user, skip_permission_checks=True)
        moments = {"first_published_at": page.first_published_at, "last_published_at": case.at}
        Page.objects.filter(pk=page.pk).update(**moments)  # Wagtail's own would be the clock on the wall
    if live_digest(page) != clearance.digest:
        raise RuleRefused(Refused(Reason.CONTENT_CHANGED, {"revision": str(clearance.revision_id)}))
    case.record.live_clearance = clearance
    case.record.title = page.title
    case.record.public_ground = ""
    use_files(case.record, clearance)
    Generation.bump()


def _cleared(clearance: Clearance) -> Manifest:
    return Manifest(clearance.revision_id, clearance.digest, clearance.files)


def present_manifest(clearance: Clearance) -> Manifest:
    """What would be posted now: the revision's content and its files' bytes as they are."""
    return Manifest(
        clearance.revision_id,
        revision_digest(clearance.revision),
        {name: file_digest(name) for name in clearance.files},
    )


def use_files(record: EditorialRecord, clearance: Clearance | None) -> None:
    """Note which files the live page uses; none when it is off the site."""
    AssetUse.objects.filter(record=record).delete()
    names = clearance.files if clearance else {}
    AssetUse.objects.bulk_create(AssetUse(record=record, name=name) for name in names)


@transaction.atomic
def schedule(
    *, record_id: int, user: User, post_at: datetime.datetime, at: datetime.datetime | None = None
) -> EditorialRecord:
    """The secretary sets a time for posting; `run_periodic` posts then. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, posting.may_schedule(case.actor, case.item, post_at, case.at))
    set_time(case, post_at, user)
    return case.record


def set_time(case: Case, post_at: datetime.datetime, user: User) -> None:
    """Note the posting time and write the line."""
    case.record.post_at, case.record.post_set_by = post_at, user
    write(case, Verb.SCHEDULE, post_at=post_at.astimezone(datetime.UTC).isoformat())


@transaction.atomic
def unschedule(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """Remove the posting time; the item waits to be posted. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, posting.may_post(case.actor, case.item))
    if case.record.post_at is None:
        raise RuleRefused(Refused(Reason.WRONG_STATE))
    case.record.post_at, case.record.post_set_by = None, None
    write(case, Verb.UNSCHEDULE)
    return case.record
