"""Off the site: emergency hide, the head's take-down, restore, archive (Đ12.4)."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from wagtail.actions.unpublish_page import UnpublishPageAction

from core.models import Generation
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions.desk import Case, check, open_case, write
from editorial.actions.posting import put_online, use_files
from editorial.actions.removing import hide_by_name, note_restored, note_takedown, settle_all
from editorial.gates.grants import Grant, open_grant
from editorial.models.chain import EditorialRecord
from editorial.models.files import HiddenFile
from editorial.models.guard import OpenGrant
from editorial.notifications import tell
from editorial.rules import posting
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Verb
from school.models import User
from school.rules.calendar import working_day_after
from school.selectors import working_week


def clear_away(case: Case, user: Any) -> None:
    """Take the page off the site at once: lists, search, feeds, its files, every cache."""
    page = case.page
    with open_grant(Grant(page.pk, OpenGrant.Kind.CLEAR_AWAY), at=case.at):
        UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    use_files(case.record, None)
    Generation.bump()


@transaction.atomic
def hide(*, record_id: int, user: User, ground: str, note: str, at: datetime.datetime | None = None) -> EditorialRecord:
    """A deputy or secretary hides a page at once; the head decides by the next working day. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, posting.may_hide(case.actor, case.item, case.rules, ground, note))
    clear_away(case, user)
    case.record.public_ground, case.record.shows_ground = ground, False
    case.record.confirm_by_on = working_day_after(localdate(case.at), working_week(case.record.school))
    write(case, Verb.HIDE, ground=ground)
    tell("hidden", case.record, case.at, note=note, ground=ground)
    return case.record


@transaction.atomic
def take_down(
    *,
    record_id: int,
    user: User,
    ground: str,
    note: str,
    shows_ground: bool = False,
    at: datetime.datetime | None = None,
) -> EditorialRecord:
    """The head takes a page down; the public sees that, and why if he says so. Raises RuleRefused.

    It answers every open request to take it down.
    """
    case = open_case(record_id, user, at)
    check(case, posting.may_take_down(case.actor, case.item, case.rules, ground, note))
    if case.page.live:
        clear_away(case, user)
    case.record.public_ground, case.record.shows_ground = ground, shows_ground
    case.record.confirm_by_on = None
    decided = note_takedown(case, ground=ground, note=note, shows_ground=shows_ground)
    write(case, Verb.TAKE_DOWN, ground=ground, requests=settle_all(case, decided))
    tell("taken_down", case.record, case.at, note=note, ground=ground)
    return case.record


@transaction.atomic
def restore(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """The head brings back exactly the cleared revision. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, posting.may_restore(case.actor, case.item, case.rules))
    if case.record.live_clearance is None:
        raise RuleRefused(Refused(Reason.NOT_CLEARED))
    put_online(case, case.record.live_clearance)
    case.record.confirm_by_on = None
    note_restored(case)
    write(case, Verb.RESTORE, revision=case.record.live_clearance.revision_id)
    tell("restored", case.record, case.at)
    return case.record


@transaction.atomic
def archive(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """The show-until date of an approved notice has passed: it leaves the site by itself.

    `user` is whoever released the notice with that date. Raises RuleRefused before the date.
    """
    case = open_case(record_id, user, at)
    until = case.record.show_until_at
    if until is None or until > case.at or not case.page.live:
        raise RuleRefused(Refused(Reason.WRONG_STATE))
    archive_now(case)
    return case.record


def archive_now(case: Case) -> None:
    """Take the notice off the site and write the line; the caller has asked the rule."""
    clear_away(case, case.user)
    case.record.confirm_by_on = None
    write(case, Verb.ARCHIVE)


@transaction.atomic
def hide_file(
    *, record_id: int, user: User, name: str, ground: str, note: str, at: datetime.datetime | None = None
) -> HiddenFile:
    """Hide one picture or file of an item at once, wherever it is used. Raises RuleRefused.

    Called again it returns the row there is.
    """
    case = open_case(record_id, user, at)
    check(case, posting.may_hide_anything(case.actor, case.rules, ground, note))
    before = HiddenFile.objects.filter(record=case.record, name=name, restored_at__isnull=True).first()
    if before is not None:
        return before
    hidden = hide_by_name(case, name, ground)
    write(case, Verb.HIDE_FILE, ground=ground, file=name)
    Generation.bump()
    tell("file_hidden", case.record, case.at, note=note, ground=ground)
    return hidden


@transaction.atomic
def restore_file(*, record_id: int, user: User, name: str, at: datetime.datetime | None = None) -> EditorialRecord:
    """The head shows a hidden picture or file again. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    demand(posting.is_head_for_take_down(case.actor, case.item, case.rules))
    hidden = HiddenFile.objects.filter(record=case.record, name=name, restored_at__isnull=True)
    if not hidden.update(restored_at=case.at):
        raise RuleRefused(Refused(Reason.NOT_HIDDEN))
    note_restored(case, name=name)
    write(case, Verb.RESTORE_FILE, file=name)
    Generation.bump()
    return case.record
