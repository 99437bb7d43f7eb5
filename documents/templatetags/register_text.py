"""A document for its page: everything is read before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from core.clock import today
from documents.importing import WARNINGS
from documents.models import OfficialDocumentPage
from documents.rules.writing import read_text_again
from documents.selectors import lists
from documents.selectors.editions import read_day
from documents.selectors.reading import Reading
from documents.selectors.reading import reading as read
from documents.templatetags.reading_text import with_marks

register = template.Library()
MOST_WARNINGS = 60


@register.simple_tag(takes_context=True)
def reading(context: Mapping[str, Any], page: OfficialDocumentPage) -> Reading:
    """`{% reading page as read %}`: see `documents.selectors.reading`; its lines carry the marks of what is looked for.

    "?on=2026-09-01" asks for a day, "?changes=1" for what was changed then, "?q=…" for words.
    """
    query = context["request"].GET if "request" in context else {}
    shown = read(
        page,
        today(),
        as_of=read_day(query.get("on", "")),
        with_changes=query.get("changes") == "1",
        words_wanted=query.get("q", ""),
    )
    return with_marks(shown)


@register.simple_tag
def typed_text(page: Any) -> dict[str, Any]:
    """`{% typed_text page as typed %}`: how many parts were read from the typed text, and what looks wrong in it."""
    text = getattr(page, "text", "")
    if not text.strip():
        return {}
    regulation = read_text_again(text, page.reading_corrections)
    return {
        "parts": sum(1 for node in regulation.root.walk() if node.is_numbered),
        "warnings": [(row.line, row.label, WARNINGS[row.code]) for row in regulation.warnings[:MOST_WARNINGS]],
    }


@register.simple_tag
def repeated(page: Any) -> Any:
    """`{% repeated page as other %}`: another document with the same number; see `documents.selectors.lists`."""
    return lists.repeated(page) if isinstance(page, OfficialDocumentPage) and page.pk else None
