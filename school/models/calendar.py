"""Days off and swapped working days."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from school.models.units import School


class CalendarDay(models.Model):
    """A day that differs from the week: a day off, or a working day on a weekend."""

    class Kind(models.TextChoices):
        DAY_OFF = "day_off", _("Day off")
        WORKING_DAY = "working_day", _("Working day")

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="calendar_days")
    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    source = models.CharField(_("source"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["school", "day"], name="one_entry_per_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.name}"
