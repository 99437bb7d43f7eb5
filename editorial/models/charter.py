"""The board's rules as dated data (Đ18)."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.rules.charter import CharterError, CharterRules, read_charter


class Charter(models.Model):
    """One version of the board's rules. A round keeps the version it began under."""

    school = models.ForeignKey("school.School", on_delete=models.PROTECT, related_name="charters")
    version = models.PositiveIntegerField(_("version"))
    data = models.JSONField(_("rules"), default=dict, blank=True)
    decision_number = models.CharField(_("decision number"), max_length=60)
    starts_at = models.DateTimeField(_("in force from"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("charter")
        verbose_name_plural = _("charters")
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["school", "version"], name="one_charter_per_version")]

    def __str__(self) -> str:
        return f"{self.school}: {self.version}"

    def clean(self) -> None:
        super().clean()
        try:
            read_charter(self.data)
        except CharterError as error:
            raise ValidationError({"data": str(error)}) from error

    @property
    def rules(self) -> CharterRules:
        """The rules of this version."""
        return read_charter(self.data)
