"""Who answers for what, by which order: kept by hand, former ones stay (B10)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser

from documents.models import DutyHolder, OfficialDocumentPage
from editorial.views.registers import Register, SchoolRowForm


class DutyHolderForm(SchoolRowForm):
    """A holder of a duty; an order is named, in the register or in words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        order: Any = self.fields["order"]
        order.queryset = OfficialDocumentPage.objects.live()
        order.widget = AdminPageChooser(target_models=[OfficialDocumentPage])

    def clean(self) -> dict[str, Any]:
        """No duty without an order."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("order_text") and not cleaned.get("order"):
            self.add_error("order_text", _("Name the order: choose it from the register, or write its number and day."))
        return cleaned


class DutyHolderRegister(Register):
    """Duty, person, order."""

    model = DutyHolder
    icon = "user"
    menu_label = _("Who answers for what")
    menu_order = 12
    form_fields = ["duty", "person", "post", "order", "order_text", "starts_on", "ends_on"]
    list_display = ["duty", "person", "order_text", "starts_on", "ends_on"]
    search_fields = ["duty", "person"]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """The register's fields, one of which is an order."""
        return forms.modelform_factory(
            DutyHolder,
            form=DutyHolderForm,
            fields=self.form_fields,
            formfield_callback=self.formfield_for_dbfield,
        )


duty_register = DutyHolderRegister("duty_register", url_prefix="board/duties")
