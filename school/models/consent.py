"""Consent to show pupils, given per class and school year."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from school.models.units import School


class ConsentEntry(models.Model):
    """Parents of a class agreed, in writing, that pictures of its pupils may be published.

    Law on personal data 91/2025/QH15, Điều 24: consent of the child of seven or more and of the
    legal representative; withdrawn consent ends publication.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="consents")
    class_name = models.CharField(_("class"), max_length=30)
    school_year = models.CharField(_("school year"), max_length=9, help_text=_("For example 2026-2027"))
    reference = models.CharField(
        _("where the signed forms are kept"), max_length=200, help_text=_("Folder or file number.")
    )
    exceptions_count = models.PositiveSmallIntegerField(_("pupils without consent"), default=0)
    given_on = models.DateField(_("given on"))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent entry")
        verbose_name_plural = _("consent register")
        ordering = ["-school_year", "class_name"]
        constraints = [
            models.UniqueConstraint(fields=["school", "class_name", "school_year"], name="one_consent_per_class")
        ]

    def __str__(self) -> str:
        return f"{self.class_name} · {self.school_year}"
