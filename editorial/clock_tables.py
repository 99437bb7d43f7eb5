"""The tables of the Clocks page as they are exported."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext as _

from editorial.duty_words import in_words
from editorial.exports import Cell, Table
from editorial.models import choices
from editorial.rules.duties import SETTLED
from editorial.rules.quotas import QuotaUsage
from editorial.selectors.clocks import DutyRow
from editorial.selectors.clocks_page import ClocksPage


def duty_table(found: ClocksPage) -> Table:
    """A line for each duty of the months: who, by when, what became of it and why."""
    headings = [
        _("Event"),
        _("Kind of event"),
        _("Unit"),
        _("Who writes"),
        _("First day"),
        _("Last day"),
        _("Due date"),
        _("Days left"),
        _("State"),
        _("Verdict"),
        _("Handed in"),
        _("Posted"),
        _("Why"),
    ]
    return Table("duties", _("Duties to write"), headings, [_duty(row) for row in found.duties])


def _duty(row: DutyRow) -> list[Cell]:
    words, duty, event, record = in_words(row), row.duty, row.event, row.record
    return [
        event.title,
        words.kind,
        duty.unit.short_name if duty.unit else "",
        duty.writer.get_full_name() if duty.writer else "",
        event.starts_on,
        event.ends_on,
        duty.due_on,
        None if row.state in SETTLED else row.days_left,
        words.state,
        words.verdict,
        record.first_handed_in_at if record else None,
        record.first_published_at if record else None,
        words.why,
    ]


def quota_table(found: ClocksPage) -> Table:
    """A line for each unit and month; the month as its first day, so that it can be sorted."""
    headings = [
        _("Unit"),
        _("Month"),
        _("To be posted"),
        _("Posted"),
        _("Still owed"),
        _("On its way"),
        _("Taken down for a fault"),
        _("Posted after the month"),
        _("State"),
    ]
    rows = [_quota(line.unit.short_name, usage) for line in found.quotas for usage in line.usages]
    return Table("quota", _("Monthly quota"), headings, rows)


def _quota(unit: str, usage: QuotaUsage) -> list[Cell]:
    state = choices.label(choices.QUOTA_STATES, usage.state)
    figures = [usage.owed, usage.published, usage.still_owed, usage.pending, usage.flagged, usage.posted_after]
    return [unit, datetime.date(*usage.month, 1), *figures, state]
