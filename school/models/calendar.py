"""Days that differ from the week, and whether the table of a year was looked through."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from school.models.units import School


class CalendarDay(models.Model):
    """A day that differs from the week, or was set by hand to be like any other of its week.

    name: what people read, for a closure its reason; source: the table or the document it comes from.
    """

    class Kind(models.TextChoices):
        DAY_OFF = "day_off", _("Day off")
        WORKING_DAY = "working_day", _("Working day")
        ORDINARY = "ordinary", _("Like any other day of the week")

    class Origin(models.TextChoices):
        PUBLISHED = "published", _("Published table")
        BY_HAND = "by_hand", _("Entered by hand")
        CLOSURE = "closure", _("Declared closure")

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="calendar_days")
    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    source = models.CharField(_("source"), max_length=120, blank=True)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.BY_HAND)
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("declared by"),
    )
    declared_at = models.DateTimeField(_("declared at"), null=True, blank=True)

    class Meta:
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["school", "day"], name="one_entry_per_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.name}"


class CalendarYear(models.Model):
    """The published table of one year was loaded; a person of the board confirms that it is right.

    Until then every screen that reckons with the year says so: swapped days are often announced late.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="calendar_years")
    year = models.PositiveSmallIntegerField(_("year"))
    source = models.CharField(_("source"), max_length=120)
    loaded_at = models.DateTimeField(_("loaded at"))
    is_confirmed = models.BooleanField(_("confirmed"), default=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("table of a year")
        verbose_name_plural = _("tables of years")
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["school", "year"], name="one_table_per_year")]

    def __str__(self) -> str:
        return str(self.year)
