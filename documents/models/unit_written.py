"""Pages that units write in a section they share."""

from __future__ import annotations

from typing import Any

from core.clock import today
from core.rules.answers import demand
from documents.forms.unit_page import UnitPageForm
from documents.rules.repository import may_write_for
from editorial.models.pages import BoardPage
from editorial.selectors.people import actor_of


class UnitWrittenPage(BoardPage):
    """A page of one unit in a section of all: `unit` is the one its author chose, among those he belongs to."""

    is_standing = True
    base_form_class = UnitPageForm

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new page needs a unit its author belongs to, else RuleRefused. His only one is taken unasked."""
        if self._state.adding:
            actor = actor_of(self.owner, today())
            if self.unit_id is None and len(actor.unit_ids) == 1:
                (self.unit_id,) = actor.unit_ids
            demand(may_write_for(actor, self.unit_id))
        super().save(*args, **kwargs)
