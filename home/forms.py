"""A unit of the school as a form: what may be said of it, and why not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from editorial.models import EditorialRecord
from editorial.rules.vocabulary import IN_CHAIN
from editorial.views.registers import SchoolRowForm
from home.actions import UnitDetails, found_unit
from school.models import Unit, User


class UnitForm(SchoolRowForm):
    """A unit that is there: its code stands in addresses and never changes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Q(is_active=True, is_superuser=False) | Q(pk=self.instance.head_id)
        field: Any = self.fields["head"]
        field.queryset = User.objects.filter(people).order_by("full_name", "username")

    def clean_is_active(self) -> bool:
        """A unit is not switched off while the board has items of it, and the board's own never."""
        is_active: bool = self.cleaned_data["is_active"]
        if is_active or not self.instance.is_active:
            return is_active
        if self.instance.kind == Unit.Kind.BOARD:
            raise forms.ValidationError(_("The board's own unit is never switched off."))
        count = EditorialRecord.objects.filter(unit=self.instance, work_state__in=sorted(IN_CHAIN)).count()
        if count:
            raise forms.ValidationError(_under_way(count))
        return is_active


def _under_way(count: int) -> str:
    told = ngettext(
        "The board still has %(count)s item of this unit. Let it be decided or withdrawn first.",
        "The board still has %(count)s items of this unit. Let them be decided or withdrawn first.",
        count,
    )
    return told % {"count": count}


class NewUnitForm(UnitForm):
    """A unit to be founded, with its section, its group and its place for files."""

    code = forms.SlugField(
        label=gettext_lazy("Code"),
        max_length=50,
        help_text=gettext_lazy(
            "Latin letters, digits and hyphens, for example “toan”. It stands in the address of the unit's section "
            "and never changes."
        ),
    )

    def clean_code(self) -> str:
        """One section for one code; case makes no difference in an address."""
        code: str = self.cleaned_data["code"].lower()
        is_taken = Unit.objects.filter(code=code).exists()
        section = Page.objects.filter(depth=4, slug=code)
        if is_taken or section.exists():
            raise forms.ValidationError(_("Another unit or section has this code. Choose another one."))
        return code

    def save(self, commit: bool = True) -> Unit:
        """Found the unit; everything that belongs to it is made in the same transaction."""
        data = self.cleaned_data
        details = UnitDetails(data["code"], data["name"], data["short_name"], data["kind"])
        unit = found_unit(self.instance.school, details)
        unit.head = data["head"]
        unit.save(update_fields=["head"])
        self.instance = unit
        return unit
