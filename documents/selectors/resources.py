"""Lists of e-resources on the site."""

from __future__ import annotations

from typing import Any

from documents.models.resources import ResourceListPage


def resource_lists(section: Any) -> list[ResourceListPage]:
    """Those of a section with their units, by title; one query."""
    rows = ResourceListPage.objects.child_of(section).live().select_related("unit").defer("resources")
    return list(rows.order_by("title", "pk"))
