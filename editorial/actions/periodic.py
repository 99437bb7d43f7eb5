"""What falls due by itself: posting at a set time, notices that end, alarms, groups, the day's anchor.

Every item stands in a transaction of its own, so one that fails does not hold up the others; each
reminder has a key, so it goes to each person once. Safe to call every minute.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db.models import Min
from django.utils.timezone import localdate

from editorial.actions.forgetting import forget_visitors
from editorial.actions.groups import sync_groups
from editorial.actions.hiding import archive
from editorial.actions.intake_corrections import blank_givers
from editorial.actions.nightly import check_the_night
from editorial.actions.posting import post_by_clock
from editorial.actions.reminding import remind
from editorial.actions.reports import draft_due_reports
from editorial.models.chain import EditorialRecord
from editorial.models.takedown import TakedownRequest
from editorial.notifications import tell, tell_person
from editorial.outbox import deliver
from editorial.periodic_work import do_work
from editorial.rules.clocks import decision_is_late, posting_is_late
from editorial.rules.takedown import RequestState
from editorial.rules.vocabulary import AWAITING_DECISION, PublicState, WorkState
from editorial.selectors.records import rules_in_force
from school.models import Delegation, School
from school.rules.calendar import working_day_after
from school.selectors import working_week

logger = logging.getLogger(__name__)


def run(now: datetime.datetime) -> dict[str, int]:
    """Do everything that is due at `now`; how much of each was done."""
    done = {
        "posted": _each(due_postings(now), now, _post),
        "archived": _each(ended_notices(now), now, _archive),
    }
    for school in School.objects.all():
        done["alarms"] = done.get("alarms", 0) + sum(1 for _alarm in alarms(school, now))
        done["reminders"] = done.get("reminders", 0) + sum(1 for _said in remind(school, now))
        done["reports"] = done.get("reports", 0) + draft_due_reports(school, now)
        sync_groups(school, localdate(now))
        done["blanked"] = done.get("blanked", 0) + blank_givers(school, settings.PORTAL_KEEP_GIVERS_DAYS, now)
        done["forgotten"] = done.get("forgotten", 0) + forget_visitors(school, now)
        done["faults"] = done.get("faults", 0) + check_the_night(school, now)
        for name, count in do_work(school, now).items():
            done[name] = done.get(name, 0) + count
    deliver(now)
    return done


def due_postings(now: datetime.datetime) -> list[EditorialRecord]:
    """Items whose posting time has come."""
    waiting = EditorialRecord.objects.filter(work_state=WorkState.SCHEDULED, post_at__lte=now)
    return list(waiting.order_by("post_at", "pk"))


def ended_notices(now: datetime.datetime) -> list[EditorialRecord]:
    """Notices on the site whose time is over."""
    standing = EditorialRecord.objects.filter(show_until_at__lte=now, page__live=True)
    return list(standing.select_related("live_clearance__decision__actor").order_by("pk"))


def _each(
    records: list[EditorialRecord],
    now: datetime.datetime,
    step: Callable[[EditorialRecord, datetime.datetime], None],
) -> int:
    return sum(_attempt(record, now, step) for record in records)


def _attempt(
    record: EditorialRecord,
    now: datetime.datetime,
    step: Callable[[EditorialRecord, datetime.datetime], None],
) -> bool:
    try:
        step(record, now)
    except Exception as error:  # whatever is wrong with one item, the others go on
        logger.warning("item %s: %s", record.pk, error)
        day = localdate(now).isoformat()
        tell("posting_failed", record, now, key=f"failed-{record.pk}-{day}", why=str(error))
        return False
    return True


def _post(record: EditorialRecord, now: datetime.datetime) -> None:
    post_by_clock(record_id=record.pk, at=now)


def _archive(record: EditorialRecord, now: datetime.datetime) -> None:
    assert record.live_clearance is not None
    archive(record_id=record.pk, user=record.live_clearance.decision.actor, at=now)


def alarms(school: School, now: datetime.datetime) -> Iterator[str]:
    """Tell, once for each case, about everything that waits too long; the kinds told now."""
    yield from _late_items(school, now)
    yield from _unclaimed(school, now)
    yield from _undecided(school, now)
    yield from _unanswered(school, now)
    yield from _numbers(school, localdate(now))


def _late_items(school: School, now: datetime.datetime) -> Iterator[str]:
    rules = rules_in_force(school)
    states = [*AWAITING_DECISION, WorkState.APPROVED]
    for record in EditorialRecord.objects.filter(school=school, work_state__in=states, state_since__isnull=False):
        assert record.state_since is not None
        since = record.state_since
        if decision_is_late(record.work, since, now, rules):
            yield from _alarm("decision_late", record, now, since.isoformat())
        elif posting_is_late(record.work, since, now, rules):
            yield from _alarm("posting_late", record, now, since.isoformat())


def _unclaimed(school: School, now: datetime.datetime) -> Iterator[str]:
    """The unit's editor had his working day: the secretaries are told."""
    days = rules_in_force(school).claim_working_days
    week = working_week(school)
    for record in EditorialRecord.objects.filter(school=school, work_state=WorkState.SUBMITTED):
        if record.handed_in_at and localdate(now) > working_day_after(localdate(record.handed_in_at), week, days):
            yield from _alarm("unclaimed", record, now, record.handed_in_at.isoformat())


def _undecided(school: School, now: datetime.datetime) -> Iterator[str]:
    """Hidden pages and urgent notices the head should have decided by now."""
    overdue = EditorialRecord.objects.filter(school=school, confirm_by_on__lt=localdate(now))
    for record in overdue.filter(public_state=PublicState.HIDDEN):
        yield from _alarm("hidden_undecided", record, now, str(record.confirm_by_on))
    for record in overdue.filter(page__live=True):
        yield from _alarm("urgent_unconfirmed", record, now, str(record.confirm_by_on))


def _unanswered(school: School, now: datetime.datetime) -> Iterator[str]:
    """Requests to take something down: silence is no answer, to them either."""
    since = now - datetime.timedelta(hours=rules_in_force(school).decision_hours)
    waiting = TakedownRequest.objects.filter(record__school=school, state=RequestState.OPEN, asked_at__lt=since)
    first = dict(waiting.order_by().values_list("record_id").annotate(first=Min("pk")))
    for record in EditorialRecord.objects.filter(pk__in=first).select_related("school", "unit"):
        yield from _alarm("request_unanswered", record, now, str(first[record.pk]))


def _alarm(kind: str, record: EditorialRecord, now: datetime.datetime, mark: str) -> Iterator[str]:
    if tell(kind, record, now, key=f"{kind}-{record.pk}-{mark}"):
        yield kind


def _numbers(school: School, today: datetime.date) -> Iterator[str]:
    for delegation in Delegation.objects.filter(school=school, decision_number="", number_due_on__lt=today):
        key = f"number_missing-{delegation.pk}"
        if tell_person("number_missing", delegation.given_by, delegation.given_at, key=key):
            yield "number_missing"
