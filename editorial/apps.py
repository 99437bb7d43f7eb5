"""The board: chain, ledger, gates."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    label = "editorial"
    verbose_name = _("Editorial board")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core import withheld
        from editorial import checks, signal_handlers  # noqa: F401  (models must be loaded first)
        from editorial.selectors.takedown import only_shown_images

        signal_handlers.connect()
        withheld.register("hidden_files", only_shown_images)
