"""The school of a site, its units and who belongs to them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.clock import today
from school.models.dated import Dated


class School(models.Model):
    """One school per Wagtail site; units, charter, records and ledger stand on it."""

    class Country(models.TextChoices):
        VIETNAM = "vn", _("Vietnam")
        RUSSIA = "ru", _("Russia")

    site = models.OneToOneField("wagtailcore.Site", on_delete=models.PROTECT, related_name="school")
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=100)
    superior_body = models.CharField(_("superior body"), max_length=200, blank=True)
    country = models.CharField(_("country"), max_length=2, choices=Country)
    language = models.CharField(_("language"), max_length=5, default="vi")
    address = models.CharField(_("address"), max_length=250, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    weekly_days_off = models.JSONField(
        _("weekly days off"),
        default=list,
        blank=True,
        help_text=_("Monday is 1, Sunday is 7. A five-day week is [6, 7], a six-day week is [7]."),
    )

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A department, office, union or class that hands in items (Đ1.1-1.2)."""

    class Kind(models.TextChoices):
        SUBJECT_GROUP = "subject_group", _("Subject group")
        OFFICE = "office_group", _("Office")
        TRADE_UNION = "trade_union", _("Trade union")
        YOUTH_UNION = "youth_union", _("Youth union")
        CLASS_GROUP = "class_group", _("Class")
        DIRECTORS = "board_of_directors", _("Board of directors")
        BOARD = "editorial_board", _("Editorial board")
        OTHER = "other", _("Other")

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="units")
    code = models.SlugField(_("code"), max_length=50)
    name = models.CharField(_("name"), max_length=150)
    short_name = models.CharField(_("short name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    head = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="headed_units",
        verbose_name=_("head of the unit"),
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("pictures and files"),
    )
    is_active = models.BooleanField(_("active"), default=True)
    reviewed_on = models.DateField(
        _("looked at last on"),
        default=today,
        help_text=_("The day somebody last changed the entry or said that it is still right."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["sort_order", "name"]
        constraints = [models.UniqueConstraint(fields=["school", "code"], name="one_unit_per_code")]

    def __str__(self) -> str:
        return self.name


class UnitMembership(Dated):
    """A person belongs to a unit from one day to another."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("person"),
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("unit"))

    class Meta:
        verbose_name = _("unit membership")
        verbose_name_plural = _("unit memberships")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="membership_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.unit}"
