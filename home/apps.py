"""The home page, the board's page, site search and the frame around every public page."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Composes the other apps for the visitor."""

    name = "home"
    verbose_name = _("Home page and navigation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from editorial import required_sections
        from home.required_sections import sections  # models must be loaded first

        required_sections.register(sections)
