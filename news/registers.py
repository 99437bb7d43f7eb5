"""The categories of the site, kept by the secretary and the head."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial.views.registers import Register
from news.models import Category


class CategoryRegister(Register):
    """Categories: named and ordered by hand, never deleted, since articles stand in them."""

    model = Category
    icon = "tag"
    menu_label = _("Categories")
    menu_order = 70
    form_fields = ["name", "slug", "sort_order"]
    list_display = ["name", "slug", "sort_order"]


category_register = CategoryRegister("category_register", url_prefix="board/categories")
