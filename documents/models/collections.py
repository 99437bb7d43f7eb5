"""A named section of the register."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.clock import today
from core.models import StructurePage
from documents.permissions import ResourceSectionPermissionTester
from documents.rules.collections import CollectionKind
from documents.selectors.collections import collection_list
from documents.selectors.filters import QUERY_KEYS
from documents.selectors.resources import resource_lists
from documents.words import register as words
from editorial.models import choices


class DocumentCollectionPage(StructurePage):
    """The documents of the register that belong together; which they are is a rule, never a list kept by hand.

    `unit` is that of the documents section, by which the school is known.
    """

    unit = models.ForeignKey("school.Unit", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("which documents"), max_length=30, choices=choices.choices(words.COLLECTIONS))

    parent_page_types = ["documents.DocumentIndexPage"]
    subpage_types = ["documents.ResourceListPage"]
    template = "documents/document_collection_page.html"
    is_creatable = False
    query_keys = QUERY_KEYS

    class Meta:
        verbose_name = _("section of the register")

    @property
    def holds_resources(self) -> bool:
        """Whether units keep lists of e-resources here (002 §2.6)."""
        return self.kind == CollectionKind.CURRICULA

    @property
    def lead(self) -> str:
        """What stands here, in a sentence."""
        return choices.label(words.COLLECTION_LEADS, self.kind)

    def permissions_for_user(self, user: Any) -> ResourceSectionPermissionTester:
        """Units add lists of e-resources to the section that holds them, nothing elsewhere."""
        return ResourceSectionPermissionTester(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the list with its filters, see `selectors.collections`, whether it is grouped, and `resources`."""
        kind = CollectionKind(self.kind)
        return {
            **super().get_context(request, *args, **kwargs),
            **collection_list(kind, self.unit.school, request.GET, today()),
            "is_grouped": kind is CollectionKind.LOCAL_ACTS,
            "resources": resource_lists(self) if self.holds_resources else [],
        }
