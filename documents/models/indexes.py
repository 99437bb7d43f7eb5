"""The section of the documents."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.clock import today
from core.models import StructurePage
from documents.permissions import RegisterPermissionTester
from documents.selectors.lists import document_list


class DocumentIndexPage(StructurePage):
    """All documents of the school; they belong to the board's own unit, since the secretary enters them (Đ6 dash 2)."""

    unit = models.OneToOneField("school.Unit", on_delete=models.PROTECT, related_name="document_section")

    parent_page_types = ["home.HomePage"]
    subpage_types = ["documents.OfficialDocumentPage"]
    template = "documents/document_index_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("documents section")

    def permissions_for_user(self, user: Any) -> RegisterPermissionTester:
        """Who keeps the register adds documents here."""
        return RegisterPermissionTester(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the list with its filters; see `selectors.document_list`."""
        return {**super().get_context(request, *args, **kwargs), **document_list(request.GET, today())}
