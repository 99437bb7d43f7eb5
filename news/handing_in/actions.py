"""Writes of the simple form: an item begun, saved, sent. The rules and the chain are the board's."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from editorial import actions
from editorial.actions.desk import check, open_case
from editorial.actions.handing_in import newest_draft
from editorial.models import BegunItem, EditorialRecord
from editorial.rules import desk_rules
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import WITH_EDITORS
from editorial.selectors.people import fresh_actor
from editorial.selectors.records import record_of_page
from news.handing_in.simple import SimpleText, fill, is_simple, read_simple
from news.models import NewsPage, UnitIndexPage
from news.rules.handing_in import may_begin
from school.models import Unit, User


@transaction.atomic
def begin_item(
    *, unit: Unit, user: User, given: SimpleText, token: str, at: datetime.datetime | None = None
) -> EditorialRecord:
    """A new draft in the unit's section, owned by `user`. Raises RuleRefused.

    The same form (`token`) sent again saves into the item it began.
    """
    moment = at or clock_now()
    demand(may_begin(fresh_actor(user.pk, localdate(moment)), unit.pk))
    Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    before = BegunItem.objects.filter(user=user, token=token).first()
    if before is not None:
        return save_item(record_id=before.record_id, user=user, given=given, at=moment)
    section = UnitIndexPage.objects.filter(unit=unit, unit__is_active=True).first()
    if section is None:
        raise RuleRefused(Refused(Reason.SECTION_MISSING))
    page = NewsPage(owner=user, live=False, has_unpublished_changes=True)
    fill(page, given)
    section.add_child(instance=page)
    page.save_revision(user=user, clean=False)
    record: Any = record_of_page(page)
    BegunItem.objects.create(user=user, token=token, record=record)
    return record


@transaction.atomic
def save_item(
    *,
    record_id: int,
    user: User,
    given: SimpleText,
    seen: int | None = None,
    at: datetime.datetime | None = None,
) -> EditorialRecord:
    """A new version of the item's text. Raises RuleRefused.

    `seen` is the version the person had before him: where somebody saved a newer one since, nothing is
    written over. What says the same as the newest version is no new one.
    """
    case = open_case(record_id, user, at)
    draft = newest_draft(case)
    if is_simple(draft) and read_simple(draft) == given:
        return case.record
    check(case, desk_rules.may_edit_text(case.actor, case.item))
    if not is_simple(draft):
        raise RuleRefused(Refused(Reason.NOT_SIMPLE))
    if seen is not None and seen != case.page.latest_revision_id:
        raise RuleRefused(Refused(Reason.STALE_PAGE))
    fill(draft, given)
    draft.save_revision(user=user, clean=False)
    return case.record


@transaction.atomic
def send_item(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """Give the newest version to the board; pressed twice it is given once. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    if case.record.handed_in_at is not None and case.record.work in WITH_EDITORS:
        check(case, desk_rules.may_see(case.actor, case.item))
        return case.record
    return actions.hand_in(record_id=record_id, user=user, at=case.at)
