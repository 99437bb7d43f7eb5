"""The joining app itself."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self) -> None:
        from portal.page_cache import watching  # models must be loaded first

        watching.connect()
