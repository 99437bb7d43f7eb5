"""The register, regulations by clause, editions, the importer."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    label = "documents"
    verbose_name = _("Documents")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from documents import signal_handlers
        from documents.hand_over import hand_over  # models must be loaded first

        signal_handlers.connect()
        hand_over()
