"""Forms of the register."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from core.clock import today
from documents.rules.keeping import OFFERED, Retention
from documents.rules.registering import may_register
from documents.rules.types import TYPES, types_of
from documents.words.care import RETENTIONS
from editorial.forms.board_page import BoardPageForm
from editorial.rules.people import Actor
from editorial.rules.vocabulary import Post
from editorial.selectors.people import actor_of
from editorial.selectors.records import rules_in_force
from school.models import School, Unit
from school.selectors import current_school

NOTHING = [("", "---------")]


class DocumentPageForm(BoardPageForm):
    """The document's form; it offers the types and classes of retention of the school's country, and what it has.

    Who looks after it is chosen among the units whose documents the person enters.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offers = {"kind": self._kinds, "retention": self._retentions}
        for name, offer in offers.items():
            if name in self.fields:
                field: Any = self.fields[name]
                field.choices = [*NOTHING, *offer()]
        if "owner_unit" in self.fields:
            owner: Any = self.fields["owner_unit"]
            owner.queryset = self.units
            if self.instance.pk is None:
                self.initial["owner_unit"] = self.first_unit

    def clean(self) -> dict[str, Any]:
        """A draft that a unit begins stands under that unit, so that no other one sees it (Đ7.1 dash 5)."""
        cleaned: dict[str, Any] = super().clean()
        if self.instance.pk is None and "owner_unit" in self.fields:
            cleaned["owner_unit"] = cleaned.get("owner_unit") or self.first_unit
            if not self.registers:
                self.instance.unit = cleaned["owner_unit"]
        return cleaned

    def _kinds(self) -> list[tuple[str, str]]:
        codes = [row.code for row in types_of(self._country())]
        kept = [self.instance.kind] if self.instance.kind in set(TYPES).difference(codes) else []
        return [(code, TYPES[code].name) for code in [*codes, *kept]]

    def _retentions(self) -> list[tuple[str, Any]]:
        codes = OFFERED.get(self._country(), ())
        kept = set(Retention).intersection({self.instance.retention}).difference(codes)
        return [(code.value, RETENTIONS[Retention(code)]) for code in [*codes, *kept]]

    @cached_property
    def actor(self) -> Actor:
        """Who fills the form in."""
        return actor_of(self.for_user, today())

    @cached_property
    def registers(self) -> bool:
        """Whether the person enters documents himself; others begin a draft of their unit."""
        school = self._school()
        return school is not None and bool(may_register(self.actor, rules_in_force(school)))

    @cached_property
    def units(self) -> QuerySet[Unit]:
        """The units whose documents this person enters; the one it has stays among them."""
        school = self._school()
        units = Unit.objects.filter(school=school, is_active=True)
        if not self.registers:
            units = units.filter(pk__in=self.actor.unit_ids)
        elif school and Post.SECRETARY not in self.actor.posts and rules_in_force(school).deputies_by_field:
            units = units.filter(pk__in=self.actor.field_ids)
        return units | Unit.objects.filter(pk=self.instance.owner_unit_id)

    @cached_property
    def first_unit(self) -> Unit | None:
        """The board's own unit, where it is among those offered; else the first of them."""
        own = self._section_unit()
        return self.units.filter(pk=own.pk).first() or self.units.first() if own else self.units.first()

    def _section_unit(self) -> Unit | None:
        """The unit of the document, or of the section it is entered in."""
        unit = getattr(self.instance, "unit", None) if self.instance.unit_id else None
        if unit is None and self.parent_page is not None:
            unit = getattr(self.parent_page.specific, "unit", None)
        return unit

    def _school(self) -> School | None:
        unit = self._section_unit()
        return unit.school if unit is not None else current_school()

    def _country(self) -> str:
        """The country of the school in whose section the document stands."""
        school = self._school()
        return str(school.country) if school is not None else School.Country.VIETNAM
