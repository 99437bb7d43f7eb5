"""Writes of the electronic-journal section: a new page of guidance, what is kept about the journal, its outages."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.models import Generation
from core.rules.answers import Refused, RuleRefused, demand
from documents.models import GuidancePage, JournalOutage, JournalPage, JournalSettings
from documents.rules import journal as rules
from documents.rules.guidance import may_write_guidance
from documents.selectors.journal import administrator_id, running_outage, settings_of
from editorial.actions.desk import school_line
from editorial.intake.plain import plain_line
from editorial.rules.reasons import Reason
from editorial.selectors.people import fresh_actor
from school.models import School, User

LINK_FIELDS = frozenset({"system_name", "address"})
OUTAGE_WORDS = 300


@transaction.atomic
def begin_guidance(*, school: School, user: User, at: datetime.datetime | None = None, **fields: Any) -> GuidancePage:
    """Begin a page of guidance as a draft of the person's unit. Raises RuleRefused: not allowed, no section."""
    demand(may_write_guidance(fresh_actor(user.pk, localdate(at or clock_now()))))
    section = JournalPage.objects.filter(unit__school=school).first()
    if section is None:
        raise RuleRefused(Refused(Reason.SECTION_MISSING))
    page = GuidancePage(owner=user, live=False, has_unpublished_changes=True, **fields)
    section.add_child(instance=page)
    page.save_revision(user=user)
    return page


@transaction.atomic
def keep_journal(
    *, school: School, user: User, fields: Mapping[str, Any], at: datetime.datetime | None = None
) -> JournalSettings:
    """Say where the journal is, who its administrator is, who helps. What does not change writes no line.

    The journal's administrator changes name and address of the system only. Raises RuleRefused.
    """
    moment = at or clock_now()
    JournalSettings.objects.get_or_create(school=school)
    kept = JournalSettings.objects.select_for_update().get(school=school)
    changed = sorted(name for name, value in fields.items() if getattr(kept, name) != value)
    actor = fresh_actor(user.pk, localdate(moment))
    is_link = LINK_FIELDS.issuperset(changed)
    demand(rules.may_set_link(actor, kept.administrator_id) if is_link else rules.may_keep_journal(actor))
    if not changed:
        return kept
    for name in changed:
        setattr(kept, name, fields[name])
    kept.full_clean()
    kept.save()
    school_line(school, user, "documents.keep_journal", moment, fields=changed)
    Generation.bump()
    return kept


@transaction.atomic
def report_outage(
    *, school: School, user: User, began_at: datetime.datetime, words: str, at: datetime.datetime | None = None
) -> JournalOutage:
    """The journal is down since a moment; the site says so at once. Raises RuleRefused."""
    moment = at or clock_now()
    School.objects.select_for_update().get(pk=school.pk)
    actor = fresh_actor(user.pk, localdate(moment))
    runs = running_outage(school) is not None
    demand(rules.may_report_outage(actor, administrator_id(school), began_at, moment, runs=runs))
    outage = JournalOutage.objects.create(
        school=school,
        began_at=began_at,
        words=plain_line(words, OUTAGE_WORDS),
        entered_by=user,
        entered_at=moment,
    )
    school_line(school, user, "documents.report_outage", moment, outage=outage.pk, began_at=began_at.isoformat())
    Generation.bump()
    return outage


@transaction.atomic
def end_outage(
    *, outage_id: int, user: User, ended_at: datetime.datetime, at: datetime.datetime | None = None
) -> JournalOutage:
    """It works again: from now on the site says until when entries are made up. Raises RuleRefused."""
    moment = at or clock_now()
    outage = JournalOutage.objects.select_for_update(of=("self",)).select_related("school").get(pk=outage_id)
    school = outage.school
    actor = fresh_actor(user.pk, localdate(moment))
    facts = rules.OutageFacts(outage.began_at, outage.ended_at)
    demand(rules.may_end_outage(actor, administrator_id(school), facts, ended_at, moment))
    outage.ended_at = ended_at
    outage.catch_up_on = rules.catch_up_day(localdate(ended_at), settings_of(school).catch_up_days)
    outage.save()
    told = {"ended_at": ended_at.isoformat(), "catch_up_on": outage.catch_up_on.isoformat()}
    school_line(school, user, "documents.end_outage", moment, outage=outage.pk, **told)
    Generation.bump()
    return outage
