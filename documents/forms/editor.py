"""Forms of the register."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from documents.rules.types import TYPES, types_of
from school.models import School


class DocumentPageForm(WagtailAdminPageForm):
    """The document's form; it offers the types that the school's country knows, and the one it has."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields.get("kind")
        if field is not None:
            codes = [row.code for row in types_of(self._country())]
            kept = [self.instance.kind] if self.instance.kind in set(TYPES).difference(codes) else []
            field.choices = [("", "---------"), *((code, TYPES[code].name) for code in [*codes, *kept])]

    def _country(self) -> str:
        """The country of the school in whose section the document stands."""
        unit = getattr(self.instance, "unit", None) if self.instance.unit_id else None
        if unit is None and self.parent_page is not None:
            unit = getattr(self.parent_page.specific, "unit", None)
        return str(unit.school.country) if unit is not None else School.Country.VIETNAM
