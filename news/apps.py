"""Articles, notices, categories, feeds."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    label = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from editorial import announcing
        from editorial.intake.drafts import register_draft_maker
        from news.actions import announce_event, write_draft  # models must be loaded first

        register_draft_maker(write_draft)
        announcing.register(announce_event)
