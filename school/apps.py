"""The floor: users, units, appointments, calendar, the school's own details."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchoolConfig(AppConfig):
    name = "school"
    label = "school"
    verbose_name = _("School")
    default_auto_field = "django.db.models.BigAutoField"
