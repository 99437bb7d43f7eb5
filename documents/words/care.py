"""What people read for the codes of looking after a document."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.rules.keeping import Retention
from documents.rules.registering import Standing
from editorial.models.choices import Labels
from editorial.rules.reviewing import ReviewState

RETENTIONS: Labels = {
    Retention.YEARS_1: _("1 year"),
    Retention.YEARS_5: _("5 years"),
    Retention.YEARS_10: _("10 years"),
    Retention.YEARS_20: _("20 years"),
    Retention.YEARS_25: _("25 years"),
    Retention.YEARS_70: _("70 years"),
    Retention.YEARS_75: _("75 years"),
    Retention.PERMANENT: _("for ever"),
}
STANDINGS: Labels = {Standing.FOR_COMMENT: _("Draft for comment")}
REVIEW_STATES: Labels = {
    ReviewState.FRESH: pgettext_lazy("review of a document", "Looked after"),
    ReviewState.SOON: pgettext_lazy("review of a document", "To be looked at soon"),
    ReviewState.OVERDUE: pgettext_lazy("review of a document", "Review overdue"),
}
