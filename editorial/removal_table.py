"""The register of refusals and take-downs in words, on a page and as a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from editorial.exports import Cell, Table
from editorial.models import choices
from editorial.rules.grounds import ground_clause
from editorial.selectors.review import file_title
from editorial.selectors.takedown import REFUSED, Removal

GROUNDS = {**choices.REFUSAL_GROUNDS, **choices.TAKEDOWN_GROUNDS}


def removal_words(row: Removal) -> dict[str, Any]:
    """A line as people read it."""
    return {
        "row": row,
        "kind": _kind(row),
        "ground": choices.label(GROUNDS, row.ground),
        "clause": ground_clause(row.ground, settings.PORTAL_COUNTRY),
        "what": file_title(row.name) if row.name else "",
    }


def _kind(row: Removal) -> str:
    if row.kind == REFUSED:
        return _("Refused")
    return _("Picture or file removed") if row.name else _("Taken down")


def removal_table(rows: Iterable[Removal]) -> Table:
    """The register for an office program."""
    headings = [
        _("Decided"),
        _("Kind"),
        _("Item"),
        _("Unit"),
        _("Picture or file"),
        _("Ground"),
        _("Clause"),
        _("Why"),
        _("Who decided"),
        _("Restored"),
    ]
    return Table("removals", _("Refusals and take-downs"), headings, [_cells(row) for row in rows])


def _cells(row: Removal) -> list[Cell]:
    words, record = removal_words(row), row.record
    return [
        row.at,
        words["kind"],
        record.title,
        record.unit.short_name,
        words["what"],
        words["ground"],
        words["clause"],
        row.note,
        row.who,
        row.restored_at,
    ]
