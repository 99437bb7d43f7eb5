"""Under which category an item is filed, for the ledger lines that figures are counted from."""

from __future__ import annotations

from typing import Any


def filed_under(page: Any) -> dict[str, str]:
    """The first of the page's categories, by which the item is counted; nothing for a page without any."""
    if not hasattr(page, "categories"):
        return {}
    first = min(page.categories.all(), key=lambda row: (row.sort_order, row.name), default=None)
    return {"category": first.slug, "category_name": first.name} if first else {}
