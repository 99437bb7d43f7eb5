"""Registers the board and the administrator keep by hand; each change leaves a ledger line."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from core.clock import now
from core.models import Generation
from editorial.actions.groups import sync_groups
from editorial.actions.ledger import append
from school.models import Absence, ConsentEntry, School
from school.selectors import current_school


def note_change(instance: Any, user: Any, change: str, fields: list[str]) -> None:
    """The ledger line of a change in a register: which row and which fields, never their words."""
    school = instance if isinstance(instance, School) else current_school()
    append(
        action=f"school.{change}_{instance._meta.model_name}",
        at=now(),
        school_id=school.pk if school else None,
        actor_id=user.pk,
        payload={"row": instance.pk, "fields": sorted(fields)},
    )


class NotedMixin:
    """Saves a row, writes its line and lets groups and public pages follow; Wagtail gives one transaction."""

    change = ""

    def save_instance(self) -> Any:
        """Save, then note."""
        instance = super().save_instance()  # type: ignore[misc]
        note_change(instance, self.request.user, self.change, self.form.changed_data)  # type: ignore[attr-defined]
        school = current_school()
        if school is not None:
            sync_groups(school, localdate(now()))
        Generation.bump()
        return instance


class NotedCreateView(NotedMixin, generic.CreateView):
    """Adds a row."""

    change = "add"


class NotedEditView(NotedMixin, generic.EditView):
    """Changes a row."""

    change = "change"


class SchoolRowForm(forms.ModelForm):
    """A row of the one school: it is not asked for, but counts when rows must be unique."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hasattr(self.instance, "school_id") and self.instance.school_id is None:
            self.instance.school = current_school()
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
                field.input_formats = ["%Y-%m-%d"]

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"school"}  # type: ignore[misc]


class Register(ModelViewSet):
    """What all registers share."""

    add_view_class = NotedCreateView
    edit_view_class = NotedEditView
    copy_view_enabled = False
    add_to_reference_index = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """The register's fields on a form that knows the school."""
        return forms.modelform_factory(
            self.model,
            form=SchoolRowForm,
            fields=self.form_fields,
            formfield_callback=self.formfield_for_dbfield,
        )


class ConsentRegister(Register):
    """Consent to show pupils, per class and school year."""

    model = ConsentEntry
    icon = "clipboard-list"
    menu_label = _("Consent register")
    menu_order = 500
    form_fields = ["class_name", "school_year", "reference", "exceptions_count", "given_on", "withdrawn_on"]
    list_display = ["class_name", "school_year", "reference", "exceptions_count", "given_on", "withdrawn_on"]
    search_fields = ["class_name", "school_year", "reference"]


class AbsenceRegister(Register):
    """Who is away: what the person had taken up may be given to another."""

    model = Absence
    icon = "calendar-alt"
    menu_label = _("Absences")
    menu_order = 600
    form_fields = ["user", "starts_on", "ends_on", "note"]
    list_display = ["user", "starts_on", "ends_on", "note"]


consent_register = ConsentRegister("consent_register", url_prefix="board/consents")
absence_register = AbsenceRegister("absence_register", url_prefix="board/absences")
REGISTERS = (consent_register, absence_register)
