"""The repository: where recognised works stand (Đ14.2 dash 3)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import StructurePage
from documents.permissions import SharedSectionPermissionTester
from documents.selectors.works import work_list


class RepositoryIndexPage(StructurePage):
    """Every recognised work of the school; all units write here. `unit` keeps the section: the board's own."""

    unit = models.OneToOneField("school.Unit", on_delete=models.PROTECT, related_name="repository")

    parent_page_types = ["documents.DocumentIndexPage"]
    subpage_types = ["documents.RecognisedWorkPage"]
    template = "documents/repository_index_page.html"
    is_creatable = False
    max_count_per_parent = 1
    query_keys = frozenset({"kind", "unit", "year", "q", "order", "page"})

    class Meta:
        verbose_name = _("repository")

    @property
    def lead(self) -> str:
        """What stands here, in a sentence."""
        return gettext("Recognised research, initiatives and teaching topics, each with the decision that accepted it.")

    def permissions_for_user(self, user: Any) -> SharedSectionPermissionTester:
        """Members of any unit enter works here, in its name."""
        return SharedSectionPermissionTester(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the list with its filters; see `selectors.works.work_list`."""
        return {**super().get_context(request, *args, **kwargs), **work_list(request.GET)}
