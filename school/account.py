"""A person's own settings: one whole name, which is corrected by whoever looks after accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, BaseSettingsPanel, NameEmailSettingsPanel

from school.models import User


class OwnNameForm(forms.ModelForm):
    """The name as it stands in decisions: shown, never changed by its owner."""

    full_name = forms.CharField(
        label=_("Full name"),
        disabled=True,
        required=False,
        help_text=_("It stands in decisions. If it is wrong, the technical administrator corrects it."),
    )

    class Meta:
        model = User
        fields = ["full_name"]


class OwnNamePanel(BaseSettingsPanel):
    """In place of Wagtail's first and last name."""

    name = "name"
    title = _("Name")
    order = 100
    form_class = OwnNameForm


class OwnAccountView(AccountView):
    """Wagtail's page of own settings with the portal's names."""

    def get_panels(self) -> list[Any]:
        """Wagtail's panels, the one for names replaced."""
        panels = super().get_panels()
        profile = next(panel.profile for panel in panels)
        own = OwnNamePanel(self.request, self.request.user, profile)
        return [own, *(panel for panel in panels if not isinstance(panel, NameEmailSettingsPanel))]


account = never_cache(require_admin_access(OwnAccountView.as_view()))
