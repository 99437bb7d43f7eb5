"""The charter as people read and change it (Đ18)."""

from __future__ import annotations

import dataclasses
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.rules.charter import CharterRules

Text = str | Promise


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One rule of the charter: its name, what it means, the clause it rests on in each practice."""

    label: Text
    meaning: Text
    vn: str
    ru: str = "002 §3.3"


ENTRIES: dict[str, Entry] = {
    "has_editing_stage": Entry(
        _("An editor comes first"),
        _("An editor takes the text over before it is forwarded. If not, the author forwards it himself."),
        "Đ12.3",
    ),
    "editors_release": Entry(
        _("Editors release"),
        _("Editors may release themes and ordinary activity of others without a superior."),
        "Đ12.2.3",
    ),
    "deputies_release": Entry(
        _("Deputies release"),
        _("Deputies may release teaching items, items of public concern, themes and ordinary activity."),
        "Đ12.2.2",
    ),
    "deputies_by_field": Entry(
        _("Deputies by field"), _("A deputy decides only on the units he looks after."), "Đ12.2"
    ),
    "delegates_take_down": Entry(
        _("Delegates take down"), _("Whoever stands in for the head may also decide on taking down."), "Đ12.4"
    ),
    "emergency_hide": Entry(
        _("Emergency hide"),
        _("Deputies and secretaries may hide at once; the head decides afterwards."),
        "Đ12.4",
    ),
    "decision_hours": Entry(_("Hours for a decision"), _("After so many hours head and secretary are told."), "Đ12.3"),
    "posting_hours": Entry(_("Hours for posting"), _("So long may a released item wait for the secretary."), "Đ12.2.4"),
    "claim_working_days": Entry(
        _("Working days for the unit's editor"), _("After them a secretary may take the item over."), "Đ6"
    ),
    "number_working_days": Entry(
        _("Working days for a delegation's number"),
        _("So long may the document number of a delegation follow."),
        "Đ12.2",
    ),
    "notice_characters": Entry(_("Characters of an urgent notice"), _("A longer text must pass the chain."), "Đ12.2"),
    "notice_hours": Entry(_("Hours of an urgent notice"), _("After them it ends by itself."), "Đ12.2"),
    "small_share": Entry(
        _("Largest share of a small correction"),
        _("Part of the text that may differ, between 0 and 1: 0.05 is five in a hundred."),
        "Đ12.3",
    ),
}


class CharterForm(forms.Form):
    """Every rule of the charter, and the decision that changes it."""

    decision_number = forms.CharField(label=_("Decision number"), max_length=60)

    def __init__(self, *args: Any, rules: CharterRules, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rules = rules
        for field in dataclasses.fields(CharterRules):
            self.fields[field.name] = _field(str(field.type), ENTRIES[field.name], getattr(rules, field.name))
        self.order_fields([*ENTRIES, "decision_number"])

    def changes(self) -> dict[str, Any]:
        """The entries whose value differs from the charter in force."""
        return {
            name: self.cleaned_data[name] for name in ENTRIES if self.cleaned_data[name] != getattr(self.rules, name)
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not self.changes():
            raise forms.ValidationError(_("Nothing was changed."))
        return cleaned


def _field(kind: str, entry: Entry, value: Any) -> forms.Field:
    words: dict[str, Any] = {"label": entry.label, "help_text": entry.meaning, "initial": value}
    if kind == "bool":
        return forms.BooleanField(required=False, **words)
    if kind == "int":
        return forms.IntegerField(min_value=0, max_value=100_000, **words)
    return forms.FloatField(min_value=0, max_value=1, widget=forms.NumberInput(attrs={"step": "0.01"}), **words)
