"""The section of the documents."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.clock import today
from core.models import StructurePage
from documents.models.audience_routes import AudienceRoutes
from documents.models.documents import OfficialDocumentPage
from documents.permissions import RegisterPermissionTester
from documents.selectors.filters import QUERY_KEYS, document_list


class DocumentIndexPage(AudienceRoutes, StructurePage):
    """All documents of the school; they belong to the board's own unit, since the secretary enters them (Đ6 dash 2)."""

    unit = models.OneToOneField("school.Unit", on_delete=models.PROTECT, related_name="document_section")

    is_register = True
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "documents.OfficialDocumentPage",
        "documents.DocumentCollectionPage",
        "documents.RepositoryIndexPage",
    ]
    template = "documents/document_index_page.html"
    max_count_per_parent = 1
    query_keys = QUERY_KEYS

    class Meta:
        verbose_name = _("documents section")

    def permissions_for_user(self, user: Any) -> RegisterPermissionTester:
        """Who keeps the register adds documents here."""
        return RegisterPermissionTester(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the list with its filters, see `selectors.filters.document_list`, and `sections`: the pages below."""
        sections = Page.objects.child_of(self).live().not_type(OfficialDocumentPage).specific().order_by("path")
        context = {**super().get_context(request, *args, **kwargs), **document_list(request.GET, today())}
        return {**context, "sections": list(sections)}
