"""Board appointments, the head's delegations and absences, all dated."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from school.models.dated import Dated
from school.models.units import School, Unit


class BoardAppointment(Dated):
    """A person holds a post of the editorial board by a numbered decision (Đ5.2)."""

    class Post(models.TextChoices):
        HEAD = "head", _("Head of the editorial board")
        DEPUTY = "deputy", _("Deputy head of the editorial board")
        SECRETARY = "secretary", _("Secretary of the editorial board")
        EDITOR = "editor", _("Editor")

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="appointments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments")
    post = models.CharField(_("post"), max_length=10, choices=Post)
    is_content_deputy = models.BooleanField(_("in charge of content"), default=False)
    is_duty_leader = models.BooleanField(
        _("duty leader"), default=False, help_text=_("May release an urgent notice alone.")
    )
    units = models.ManyToManyField(Unit, blank=True, related_name="+", verbose_name=_("units looked after"))
    decision_number = models.CharField(_("decision number"), max_length=60)
    decided_on = models.DateField(_("date of the decision"))

    class Meta:
        verbose_name = _("board appointment")
        verbose_name_plural = _("board appointments")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="appointment_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_post_display()}: {self.user}"


class Delegation(Dated):
    """The head lets another person decide for him, for dates and classes of content.

    The document's number may follow within three working days; `number_due_on` is that day.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="delegations")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="delegations")
    content_classes = models.JSONField(
        _("classes of content"), default=list, blank=True, help_text=_("Empty: all classes.")
    )
    decision_number = models.CharField(_("decision number"), max_length=60, blank=True)
    number_due_on = models.DateField(_("number due on"))
    given_at = models.DateTimeField(_("given at"))

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["-starts_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.given_by} → {self.given_to}"


class Absence(Dated):
    """A person is away; what the person had claimed may be given to another."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="absences", verbose_name=_("person")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["-starts_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.user}: {self.starts_on} - {self.ends_on or ''}"
