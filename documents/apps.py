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
        from documents import care_hand_over, required_sections, signal_handlers
        from documents.actions import forget_askers, forget_imports, read_waiting_files, remind_of_questions
        from documents.selectors.clauses import address_of_clause
        from documents.selectors.figures import NAME, registered_rows, registered_table
        from editorial import clauses, figure_providers, periodic_work  # models must be loaded first
        from editorial.required_sections import register as require

        require(required_sections.sections)
        signal_handlers.connect()
        care_hand_over.hand_over()
        clauses.register(address_of_clause)
        figure_providers.register(NAME, registered_table, registered_rows)
        periodic_work.register("file_texts", read_waiting_files)
        periodic_work.register("forgotten_imports", forget_imports)
        periodic_work.register("journal_questions", remind_of_questions)
        periodic_work.register("journal_askers", forget_askers)
