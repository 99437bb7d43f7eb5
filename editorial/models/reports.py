"""The board's reports as records: drafted, signed and then frozen, acknowledged (Đ5.3 dash 6, Đ16)."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from editorial.intake.storage import PrivateStorage
from editorial.models.report_choices import REPORT_WORDS
from editorial.rules.inspection import InspectorFacts, InspectorState, inspector_state
from editorial.rules.periods import Period, PeriodKind
from editorial.rules.reports import BY_ITSELF, NEEDED_WORDS, ReportFacts, ReportState, report_state

USER = settings.AUTH_USER_MODEL
WORDS_LENGTH, NOTE_LENGTH, LABEL_LENGTH = 8000, 2000, 120
FOLDER = "reports"


def stored_name(instance: Any, filename: str) -> str:
    """A name by chance, under the portal's private folder."""
    return f"{FOLDER}/{uuid.uuid4().hex}"


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports by where they stand; the same as `rules.reports.report_state`."""

    def frozen(self) -> ReportQuerySet:
        """Signed, acknowledged or not."""
        return self.filter(signed_at__isnull=False)


class Report(models.Model):
    """One version of the report of one period. Once signed its row is frozen by database triggers.

    key, first_on, last_on: the period, first and last day included; parts: the rest of
    `rules.periods.Period`. number: in the series of the year `number_year`, given at the signature.
    While it is a draft everything from `figures` on is empty: a draft is counted anew each time it
    is opened. Frozen: figures (`rules.figure_json`), comparison and paper (`reports.paper_json`),
    query (with what the figures were counted), ledger_seq and ledger_hash (the last line they rest
    on), digest (SHA-256 of all that, `selectors.reports.content_digest`). The acknowledgement is
    filled in once. `replaces` is the version before; what_changed says why there is another.
    """

    school = models.ForeignKey("school.School", on_delete=models.PROTECT, related_name="reports")
    kind = models.CharField(_("period"), max_length=20)
    key = models.CharField(max_length=40)
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("until"))
    parts = models.JSONField(default=dict)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    what_changed = models.TextField(_("what is changed, and why"), blank=True)
    strengths = models.TextField(_("strengths"), blank=True)
    shortcomings = models.TextField(_("shortcomings"), blank=True)
    causes = models.TextField(_("causes"), blank=True)
    commendations = models.TextField(_("commendations and violations"), blank=True)
    plans = models.TextField(_("plans"), blank=True)
    proposals = models.TextField(_("proposals"), blank=True)
    drafted_at = models.DateTimeField(_("drafted"))
    drafted_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    number_year = models.PositiveSmallIntegerField(null=True, blank=True)
    figures = models.JSONField(default=dict, blank=True)
    comparison = models.JSONField(default=dict, blank=True)
    paper = models.JSONField(default=dict, blank=True)
    query = models.JSONField(default=dict, blank=True)
    ledger_seq = models.PositiveBigIntegerField(null=True, blank=True)
    ledger_hash = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True)
    signer_name = models.CharField(max_length=100, blank=True)
    signer_post = models.CharField(max_length=20, blank=True)
    acknowledged_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    acknowledged_at = models.DateTimeField(_("acknowledged"), null=True, blank=True)
    acknowledger_name = models.CharField(max_length=100, blank=True)
    note = models.TextField(_("the head's note"), blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of the board")
        verbose_name_plural = _("reports of the board")
        ordering = ["-last_on", "first_on", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["school", "key", "version"], name="one_report_per_period_and_version"),
            models.UniqueConstraint(fields=["school", "number_year", "number"], name="one_report_per_number"),
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="report_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.key} v{self.version}"

    @property
    def state(self) -> ReportState:
        """Where it stands."""
        return report_state(is_signed=self.signed_at is not None, is_acknowledged=self.acknowledged_at is not None)

    @property
    def is_frozen(self) -> bool:
        """Whether it is signed."""
        return self.signed_at is not None

    @property
    def period(self) -> Period:
        """The period it covers."""
        return Period(PeriodKind(self.kind), self.key, self.first_on, self.last_on, **self.parts)

    @property
    def written(self) -> dict[str, str]:
        """The board's own words by their codes."""
        return {word.value: getattr(self, word.value) for word in REPORT_WORDS}

    def facts(self, *, is_newest: bool = True) -> ReportFacts:
        """The report as the rules see it."""
        missing = tuple(word.value for word in NEEDED_WORDS if not getattr(self, word.value).strip())
        is_due = self.version == 1 and PeriodKind(self.kind) in BY_ITSELF
        return ReportFacts(self.state, self.last_on, missing, self.signed_by_id, is_newest, is_due)


class ReportFile(models.Model):
    """A file of a signed report, byte for byte, with its SHA-256. Append-only."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=8)
    file = models.FileField(storage=PrivateStorage(), upload_to=stored_name, max_length=100)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = _("file of a report")
        verbose_name_plural = _("files of reports")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["report", "format"], name="one_file_per_report_and_format")]

    def __str__(self) -> str:
        return f"{self.report}.{self.format}"


class InspectorLink(models.Model):
    """An address by which an inspector reads, for a time and without an account. Never deleted.

    `number` is by chance; the token in the address is drawn from it with the portal's secret and
    stored as `token_hash` only. `valid_until` is the last day; `used_at` when it was last opened,
    to the hour.
    """

    school = models.ForeignKey("school.School", on_delete=models.PROTECT, related_name="inspector_links")
    label = models.CharField(_("for whom"), max_length=LABEL_LENGTH)
    number = models.CharField(max_length=32, unique=True)
    token_hash = models.CharField(max_length=64, unique=True)
    valid_until = models.DateField(_("valid until"))
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    class Meta:
        verbose_name = _("link for an inspector")
        verbose_name_plural = _("links for inspectors")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.label

    @property
    def facts(self) -> InspectorFacts:
        """The link as the rules see it."""
        return InspectorFacts(self.valid_until, self.closed_at is not None)

    def state(self, on: Any) -> InspectorState:
        """Where it stands on the day `on`."""
        return inspector_state(self.facts, on)
