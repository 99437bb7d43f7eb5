"""Facts that hold from one day to another."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet):
    """Reads by the day on which a fact holds."""

    def in_force(self, on: datetime.date) -> DatedQuerySet:
        """Rows that hold on the day `on`, first and last day included."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)


class Dated(models.Model):
    """Holds from `starts_on` to `ends_on`, both days included; open when `ends_on` is empty."""

    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day comes before the first day.")})

    def holds_on(self, day: datetime.date) -> bool:
        """Whether this fact holds on `day`."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
