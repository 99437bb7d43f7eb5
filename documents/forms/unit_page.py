"""The form of a page that a unit writes in a section shared by all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.clock import today
from editorial.forms.board_page import BoardPageForm
from editorial.selectors.people import actor_of
from school.models import Unit


class UnitPageForm(BoardPageForm):
    """Asks on the first saving in whose name the page is written; later the unit stays."""

    written_by = forms.ModelChoiceField(
        label=_("In the name of"), queryset=Unit.objects.none(), help_text=_("Readers see the unit beside the title.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.unit_id is not None or self.for_user is None:
            del self.fields["written_by"]
            return
        units = Unit.objects.filter(pk__in=actor_of(self.for_user, today()).unit_ids, is_active=True)
        field: Any = self.fields["written_by"]
        field.queryset = units.order_by("sort_order", "name")
        field.initial = units.first() if units.count() == 1 else None

    def clean(self) -> dict[str, Any]:
        """The chosen unit is the page's."""
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("written_by") is not None:
            self.instance.unit = cleaned["written_by"]
        return cleaned
