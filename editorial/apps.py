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
        from editorial import checks, desk_providers, periodic_work, signal_handlers  # noqa: F401  (models first)
        from editorial.actions.unit_reviews import remind_of_units
        from editorial.selectors.stale import register_stale
        from editorial.selectors.takedown import only_shown_images
        from editorial.selectors.unit_reviews import stale_units
        from editorial.views.unit_reviews import review_list

        signal_handlers.connect()
        withheld.register("hidden_files", only_shown_images)
        desk_providers.register("units_review", review_list)
        periodic_work.register("unit_reviews", remind_of_units)
        register_stale("units", stale_units)
