"""The units of the school and their people, kept by the head, the secretary and the technical administrator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.clock import today
from editorial.views.registers import NotedCreateView, NotedEditView, Register, note_change
from home.actions import follow_unit
from home.forms import NewUnitForm, UnitForm
from school.models import Unit, UnitMembership


class FollowedMixin:
    """What bears the unit's name follows it, in the same transaction."""

    def save_instance(self) -> Unit:
        """Save and note, then let section, collection and membership follow."""
        unit: Unit = super().save_instance()  # type: ignore[misc]
        joined = follow_unit(unit, today())
        if joined is not None:
            note_change(joined, self.request.user, "add", ["unit", "user"])  # type: ignore[attr-defined]
        return unit


class UnitCreateView(FollowedMixin, NotedCreateView):
    """Founds a unit."""


class UnitEditView(FollowedMixin, NotedEditView):
    """Changes a unit."""


class UnitRegister(Register):
    """Units of the school: founded with their section, switched off rather than deleted."""

    model = Unit
    icon = "group"
    menu_label = _("Units")
    form_fields = ["name", "short_name", "kind", "head", "is_active", "sort_order"]
    list_display = ["name", "kind", "head", "is_active", "reviewed_on"]
    search_fields = ["name", "short_name", "code"]
    add_view_class = UnitCreateView
    edit_view_class = UnitEditView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """A new unit has a code besides; it is active, and stands last."""
        fields = self.form_fields if for_update else ["name", "short_name", "code", "kind", "head"]
        form: Any = UnitForm if for_update else NewUnitForm
        return forms.modelform_factory(Unit, form=form, fields=fields, formfield_callback=self.formfield_for_dbfield)


class MembershipRegister(Register):
    """Who belongs to which unit, from one day to another."""

    model = UnitMembership
    icon = "user"
    menu_label = _("Who belongs to which unit")
    form_fields = ["user", "unit", "starts_on", "ends_on"]
    list_display = ["user", "unit", "starts_on", "ends_on"]
    list_filter = ["unit"]


unit_register = UnitRegister("unit_register", url_prefix="school/units")
membership_register = MembershipRegister("membership_register", url_prefix="school/memberships")
REGISTERS = (unit_register, membership_register)
