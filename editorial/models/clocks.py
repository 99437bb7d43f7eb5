"""Events, the duties they open, and the board's themes (Đ14.1, Đ5.3 dash 2)."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from editorial.models import choices
from editorial.rules.duties import EventKind
from editorial.rules.verdicts import Verdict
from school.models.dated import Dated

USER = settings.AUTH_USER_MODEL


class Event(models.Model):
    """Something the school does: a record of the board before anything is written about it.

    Days and times are the school's own, without a zone: no change of clocks or of the server's
    zone moves an event. `uid` is the key under which an imported schedule names it.
    """

    class Source(models.TextChoices):
        HAND = "hand", _("Entered by hand")
        SCHEDULE = "schedule", _("From the weekly schedule")
        ARTICLE = "article", _("From an article")

    school = models.ForeignKey("school.School", on_delete=models.PROTECT, related_name="events")
    title = models.CharField(_("what"), max_length=200)
    kind = models.CharField(_("kind of event"), max_length=20, choices=choices.choices(choices.EVENT_KINDS))
    starts_on = models.DateField(_("first day"))
    starts_time = models.TimeField(_("begins at"), null=True, blank=True)
    ends_on = models.DateField(_("last day"))
    ends_time = models.TimeField(_("ends at"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=150, blank=True)
    units = models.ManyToManyField(
        "school.Unit", blank=True, related_name="events", verbose_name=_("units taking part")
    )
    source = models.CharField(max_length=10, choices=Source, default=Source.HAND)
    uid = models.CharField(max_length=150, blank=True)
    created_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_why = models.CharField(max_length=250, blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["starts_on", "starts_time", "pk"]
        indexes = [models.Index(fields=["school", "ends_on"], name="event_by_end")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="event_ends_after_start"),
            models.UniqueConstraint(fields=["school", "uid"], condition=~Q(uid=""), name="one_event_per_uid"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def event_kind(self) -> EventKind:
        """The kind as a closed code."""
        return EventKind(self.kind)

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.cancelled_at is not None


class Duty(models.Model):
    """Who must write about an event, and by when (Đ14.1).

    `due_on` is the last day, until 24:00 local time; `due_history` keeps why it was moved, oldest
    first: {"at", "due_on", "why", "detail"}. `unit` and `writer` are empty until somebody is
    assigned. Once the item is on the site, `record`, `verdict` and `verdict_facts` are frozen.
    """

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="duty")
    unit = models.ForeignKey("school.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="duties")
    writer = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="duties")
    assigned_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    assigned_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(_("due date"), db_index=True)
    due_history = models.JSONField(default=list)
    waived_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    waived_at = models.DateTimeField(null=True, blank=True)
    waived_why = models.CharField(max_length=250, blank=True)
    record = models.OneToOneField(
        "editorial.EditorialRecord", on_delete=models.PROTECT, null=True, blank=True, related_name="settled_duty"
    )
    verdict = models.CharField(max_length=16, choices=choices.choices(choices.VERDICTS), default=Verdict.OPEN)
    verdict_facts = models.JSONField(default=dict)
    settled_at = models.DateTimeField(null=True, blank=True)
    missed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["unit", "due_on"], name="duty_by_unit")]

    def __str__(self) -> str:
        return f"{self.event} · {self.due_on}"

    @property
    def is_settled(self) -> bool:
        """Whether the verdict is frozen: its item has been on the site."""
        return self.settled_at is not None

    @property
    def is_waived(self) -> bool:
        """Whether the board let the unit off."""
        return self.waived_at is not None


class Theme(Dated):
    """A line of the board's editorial calendar: what to write about in a month, term or year."""

    school = models.ForeignKey("school.School", on_delete=models.PROTECT, related_name="themes")
    title = models.CharField(_("theme"), max_length=200)
    note = models.TextField(_("what matters"), blank=True)
    created_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    ends_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["starts_on", "-ends_on", "pk"]

    def __str__(self) -> str:
        return self.title


class PlannedItem(models.Model):
    """An item planned under a theme: who writes it, until when, and what came of it."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="planned")
    title = models.CharField(_("item"), max_length=200)
    unit = models.ForeignKey(
        "school.Unit", on_delete=models.PROTECT, related_name="planned_items", verbose_name=_("unit")
    )
    writer = models.CharField(_("who writes"), max_length=100, blank=True)
    planned_on = models.DateField(_("planned for"))
    record = models.ForeignKey(
        "editorial.EditorialRecord", on_delete=models.SET_NULL, null=True, blank=True, related_name="planned_as"
    )

    class Meta:
        verbose_name = _("planned item")
        verbose_name_plural = _("planned items")
        ordering = ["planned_on", "pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        theme = self.theme
        if self.planned_on and not theme.starts_on <= self.planned_on <= theme.ends_on:
            raise ValidationError({"planned_on": _("This day lies outside the theme.")})


class PeriodicRun(models.Model):
    """When the portal last did what falls due, and what it did: for the operations page."""

    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.JSONField(default=dict)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-started_at"]
        get_latest_by = "started_at"

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"
