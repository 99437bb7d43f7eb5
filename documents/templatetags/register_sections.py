"""What the pages of the register show besides the document itself."""

from __future__ import annotations

from typing import Any

from django import template

from documents.models import OfficialDocumentPage
from documents.selectors import rule_changes as reads
from documents.selectors.editions import Edition

register = template.Library()


@register.simple_tag
def rule_changes(page: Any, editions: list[Edition]) -> list[reads.RuleChange]:
    """`{% rule_changes page editions as changes %}`: see `documents.selectors.rule_changes`; none for other pages."""
    is_ours = isinstance(page, OfficialDocumentPage) and page.live and page.is_board_regulation
    return reads.rule_changes(page, editions) if is_ours else []
