"""The electronic-journal section."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.models import StructurePage
from documents.permissions import GuidancePermissionTester
from documents.selectors.journal import journal_view


class JournalPage(StructurePage):
    """The section of the electronic journal: it puts together what was released and what is kept, and has no text.

    `?role=` shows one role's page alone, to be printed.
    """

    unit = models.OneToOneField("school.Unit", on_delete=models.PROTECT, related_name="journal_section")

    parent_page_types = ["home.HomePage"]
    subpage_types = ["documents.GuidancePage"]
    template = "documents/journal_page.html"
    max_count_per_parent = 1
    query_keys = frozenset({"role"})

    class Meta:
        verbose_name = _("electronic-journal section")

    def permissions_for_user(self, user: Any) -> GuidancePermissionTester:
        """Units and the board write guidance here."""
        return GuidancePermissionTester(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `view`; see `selectors.journal.JournalView`."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"view": journal_view(self, request.GET.get("role", ""), now())}
