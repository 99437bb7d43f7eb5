"""Guidance and forms for the templates: everything is read before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from core.clock import today
from documents.models import DocumentIndexPage, GuidancePage, OfficialDocumentPage
from documents.models.documents import LONG_FIELDS
from documents.rules.registering import Audience
from documents.selectors import guidance
from documents.selectors.blank_forms import BlankForm, as_forms
from documents.words.register import AUDIENCES

register = template.Library()


@register.simple_tag
def guide(page: GuidancePage) -> guidance.Guide:
    """`{% guide page as read %}`: see `documents.selectors.guidance.guide`."""
    return guidance.guide(page, today())


@register.simple_tag
def needed_forms(page: GuidancePage) -> list[BlankForm]:
    """`{% needed_forms page as forms %}`: the forms the page names, as far as readers can open them."""
    keys = [int(row["value"]["page"]) for row in page.forms.raw_data if row["value"].get("page")]
    if not keys:
        return []
    found = OfficialDocumentPage.objects.live().filter(pk__in=keys).defer(*(set(LONG_FIELDS) - {"files"}))
    return as_forms(sorted(found, key=lambda row: keys.index(row.pk)), today())


@register.simple_tag(takes_context=True)
def audience_addresses(context: Mapping[str, Any]) -> list[tuple[str, str]]:
    """`{% audience_addresses as audiences %}`: name and address of each audience's page; none without a register."""
    request = context.get("request")
    section = DocumentIndexPage.objects.live().select_related("unit__school").first()
    return [(name, section.audience_address(audience, request)) for audience, name in _audiences()] if section else []


def _audiences() -> list[tuple[Audience, str]]:
    return [(audience, str(AUDIENCES[audience])) for audience in Audience]
