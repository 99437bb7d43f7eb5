"""Duties and quotas as people read them: time left, the verdict with its reasons, why a due date moved."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.written_dates import short_day, short_moment, written_day, written_moment
from editorial.models import choices
from editorial.models.clocks import Duty
from editorial.rules.duties import PAST_DUE, SETTLED, DutyState
from editorial.rules.quotas import QuotaState
from editorial.rules.verdicts import LATE, Explanation, Fact, Verdict
from editorial.selectors.clocks import DutyRow
from editorial.selectors.due_dates import ExplainedDueDate

SAID: dict[Fact, str | Promise] = {
    Fact.ENDED: gettext_lazy("ended %(on)s"),
    Fact.DUE: gettext_lazy("due %(on)s"),
    Fact.HANDED_IN: gettext_lazy("handed in %(at)s"),
    Fact.HANDED_IN_LATE: gettext_lazy("handed in late, %(at)s"),
    Fact.NOT_HANDED_IN: gettext_lazy("nothing was handed in"),
    Fact.EDITED: gettext_lazy("edited %(at)s"),
    Fact.EDITED_LATE: gettext_lazy("edited late, %(at)s"),
    Fact.CLEARED: gettext_lazy("approved %(at)s"),
    Fact.CLEARED_LATE: gettext_lazy("approved late, %(at)s"),
    Fact.NOT_CLEARED: gettext_lazy("not approved yet"),
    Fact.POSTED: gettext_lazy("posted %(at)s"),
    Fact.POSTED_LATE: gettext_lazy("posted late, %(at)s"),
    Fact.NOT_POSTED: gettext_lazy("not posted yet"),
}
QUOTA_ICONS = {
    QuotaState.MET: "check",
    QuotaState.SHORT: "warning",
    QuotaState.OPEN: "time",
    QuotaState.UPCOMING: "calendar-alt",
    QuotaState.NOT_COUNTED: "minus",
}
LATE_ICON = "warning"
STATE_ICONS = {
    DutyState.UPCOMING: "calendar-alt",
    DutyState.OPEN: "edit",
    DutyState.HANDED_IN: "mail",
    DutyState.OVERDUE: "warning",
    DutyState.DONE: "check",
    DutyState.WAIVED: "minus",
    DutyState.CANCELLED: "cross",
    DutyState.MISSED: "warning",
}


def explained(explanation: Explanation, *, is_over: bool = True) -> str:
    """The facts as "Ended 18/09, due 21/09, handed in 10:05 19/09, posted late, 08:00 22/09".

    `is_over`: whether the event is.
    """
    return capfirst(", ".join(_said(fact, filling, is_over) for fact, filling in explanation))


def _said(fact: Fact, filling: Mapping[str, Any], is_over: bool) -> str:
    if fact is Fact.ENDED and not is_over:
        return _("ends %(on)s") % {"on": short_day(filling["on"])}
    if fact is Fact.RETURNED:
        return _returned(int(filling["count"]), filling["time"])
    words: dict[str, str] = {}
    if "on" in filling:
        words["on"] = short_day(filling["on"])
    if "at" in filling:
        words["at"] = short_moment(filling["at"])
    return str(SAID[fact]) % words


def _returned(count: int, time: datetime.timedelta) -> str:
    epoch = datetime.datetime(2000, 1, 1)
    words = {"count": count, "time": timesince(epoch, epoch + time, depth=1)}
    return (
        ngettext("returned once, %(time)s with the unit", "returned %(count)s times, %(time)s with the unit", count)
        % words
    )


def time_left(row: DutyRow) -> str:
    """ "2 days left", "due today", "3 days overdue"; empty once nothing is owed any more."""
    if row.state in SETTLED:
        return ""
    days = row.days_left
    if days < 0:
        return ngettext("%(count)s day overdue", "%(count)s days overdue", -days) % {"count": -days}
    if days == 0:
        return _("due today")
    return ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days}


@dataclasses.dataclass(frozen=True, slots=True)
class DutyWords:
    """A duty ready to be shown. `writer`: who writes; `verdict` is empty while there is none."""

    row: DutyRow
    state: str
    icon: str
    kind: str
    writer: str
    left: str
    due: str
    verdict: str
    why: str
    is_late: bool
    is_over: bool
    is_unassigned: bool


def in_words(row: DutyRow) -> DutyWords:
    """One duty in words."""
    is_late = row.state in PAST_DUE or (row.state is DutyState.DONE and row.verdict in LATE)
    return DutyWords(
        row=row,
        state=choices.label(choices.DUTY_STATES, row.state),
        icon=LATE_ICON if is_late else STATE_ICONS[row.state],
        kind=choices.label(choices.EVENT_KINDS, row.event.kind),
        writer=writer_of(row.duty),
        left=time_left(row),
        due=written_day(row.duty.due_on),
        verdict=verdict_of(row),
        why=why_of(row),
        is_late=is_late,
        is_over=row.state is not DutyState.UPCOMING,
        is_unassigned=is_unassigned(row),
    )


def is_unassigned(row: DutyRow) -> bool:
    """Whether somebody has to be named who writes."""
    return row.duty.unit_id is None and row.duty.writer_id is None and row.state not in SETTLED


def writer_of(duty: Duty) -> str:
    """The unit and the person; empty when nobody is named."""
    names = [duty.unit.short_name if duty.unit else "", duty.writer.get_full_name() if duty.writer else ""]
    return ", ".join(name for name in names if name)


def verdict_of(row: DutyRow) -> str:
    """The verdict; empty for a duty that was let off or whose event was cancelled, and while it is open."""
    if row.verdict is Verdict.OPEN or row.state in {DutyState.WAIVED, DutyState.CANCELLED}:
        return ""
    return choices.label(choices.VERDICTS, row.verdict)


def why_of(row: DutyRow) -> str:
    """The facts behind the verdict, or who let the unit off and why."""
    if row.state is DutyState.WAIVED:
        return _("Let off: %(why)s") % {"why": row.duty.waived_why}
    if row.state is DutyState.CANCELLED:
        return _("Event cancelled: %(why)s") % {"why": row.event.cancelled_why}
    facts = explained(row.explanation, is_over=row.state is not DutyState.UPCOMING)
    verdict = verdict_of(row)
    return f"{facts}. {verdict}." if verdict else f"{facts}."


def days_off_of(due: ExplainedDueDate) -> str:
    """Which days off moved a due date, each with its name or its weekday; empty where none did."""
    days = ", ".join(f"{short_day(day)} ({name or date_format(day, 'l')})" for day, name in due.passed)
    return _("Days off moved it: %(days)s.") % {"days": days} if days else ""


def due_history(duty: Duty) -> list[str]:
    """Every due date the duty ever had, oldest first, each with its reason and the day it was set."""
    return [_due_line(line) for line in duty.due_history]


def _due_line(line: Mapping[str, str]) -> str:
    words = {
        "due": written_day(datetime.date.fromisoformat(line["due_on"])),
        "why": choices.label(choices.DUE_CAUSES, line["why"]),
        "at": written_moment(datetime.datetime.fromisoformat(line["at"])),
        "detail": line.get("detail", ""),
    }
    if words["detail"]:
        return _("Due %(due)s: %(why)s (%(detail)s). Set at %(at)s.") % words
    return _("Due %(due)s: %(why)s. Set at %(at)s.") % words
