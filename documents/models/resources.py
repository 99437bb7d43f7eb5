"""Links to learning resources elsewhere, kept by the units (002 §2.6)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.search import index

from core.models import BodyField
from documents.blocks.resources import ResourcesBlock
from documents.models.unit_written import UnitWrittenPage


class ResourceListPage(UnitWrittenPage):
    """A unit's list of learning resources: name, address, grades, whose licence, and when somebody last looked."""

    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("For whom the list is, in a sentence or two.")
    )
    resources = BodyField(ResourcesBlock(), verbose_name=_("resources by subject"))

    parent_page_types = ["documents.DocumentCollectionPage"]
    subpage_types: list[str] = []
    template = "documents/resource_list_page.html"

    content_panels = [
        FieldPanel("title", heading=_("Name of the list")),
        FieldPanel("written_by"),
        FieldPanel("introduction"),
        FieldPanel("resources"),
    ]
    promote_panels: list[Any] = []
    edit_handler = TabbedInterface([ObjectList(content_panels, heading=_("Resources"))])
    search_fields = [
        *UnitWrittenPage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("resources"),
    ]

    class Meta:
        verbose_name = _("list of e-resources")
        verbose_name_plural = _("lists of e-resources")
