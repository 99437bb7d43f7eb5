"""What people read for the codes of reports and of links for inspectors."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.models.choices import Labels
from editorial.rules.inspection import InspectorState, SectionState
from editorial.rules.periods import PeriodKind
from editorial.rules.reports import ReportState, ReportWord

REPORT_STATES: Labels = {
    ReportState.DRAFT: pgettext_lazy("report", "Draft"),
    ReportState.SIGNED: pgettext_lazy("report", "Signed"),
    ReportState.ACKNOWLEDGED: pgettext_lazy("report", "Acknowledged by the head"),
}
REPORT_WORDS: Labels = {
    ReportWord.STRENGTHS: _("Strengths"),
    ReportWord.SHORTCOMINGS: _("Shortcomings"),
    ReportWord.CAUSES: _("Causes"),
    ReportWord.COMMENDATIONS: _("Commendations and violations"),
    ReportWord.PLANS: _("Plans for the next period"),
    ReportWord.PROPOSALS: _("Proposals"),
}
PERIOD_KINDS: Labels = {
    PeriodKind.MONTH: _("Month"),
    PeriodKind.QUARTER: _("Quarter"),
    PeriodKind.HALF_YEAR: _("Half-year"),
    PeriodKind.CALENDAR_YEAR: _("Calendar year"),
    PeriodKind.TERM: _("Term"),
    PeriodKind.SCHOOL_YEAR: _("School year"),
    PeriodKind.DATES: _("Any two dates"),
}
INSPECTOR_STATES: Labels = {
    InspectorState.OPEN: pgettext_lazy("link for guests", "Open"),
    InspectorState.CLOSED: pgettext_lazy("link for guests", "Closed"),
    InspectorState.ENDED: pgettext_lazy("link for guests", "Ended"),
}
SECTION_STATES: Labels = {
    SectionState.PRESENT: pgettext_lazy("section", "Present"),
    SectionState.STALE: pgettext_lazy("section", "Not touched for a year"),
    SectionState.MISSING: pgettext_lazy("section", "Missing"),
}
