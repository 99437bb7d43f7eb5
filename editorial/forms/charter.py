"""The charter as people read and change it (Đ18)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.forms.charter_fields import Entry, fields_of, value_of
from editorial.rules.charter import CharterRules

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
    "deputies_release_documents": Entry(
        _("Deputies release documents"),
        _("A deputy may release a document that was registered; if not, the head alone does."),
        "Đ14.2",
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
    "deadline_days": Entry(
        _("Days after an event"), _("So many days after an event its item must be on the portal."), "Đ14.1"
    ),
    "deadline_unit": Entry(_("Days are counted"), _("Whether days off inside the period count."), "Đ14.1"),
    "deadline_rolls_over": Entry(_("A due date moves from a day off"), _("It moves to the next working day."), "Đ14.1"),
    "handing_in_days": Entry(
        _("Days for handing in"), _("So many days after an event the unit hands its item in."), "Đ7.1"
    ),
    "editing_days": Entry(
        _("Days for editing"), _("So many days after an event the item is edited and forwarded."), "Đ7.1"
    ),
    "duty_table": Entry(_("Who writes about an event"), _("By the kind of the event."), "Đ14.1"),
    "quota_per_month": Entry(
        _("Items a month"), _("So many items each subject group owes in a month that counts."), "Đ13.2"
    ),
    "quota_months": Entry(_("Months that count"), _("In the other months no items are owed."), "Đ13.2"),
    "quota_basis": Entry(
        _("An item counts in the month"), _("It counts once it is posted, and in one month only."), "Đ13.2"
    ),
    "quota_cut_off_day": Entry(
        _("Posting counts for the month before up to day"),
        _("Up to this day of the next month a posting counts for the month of handing in; 0: not at all."),
        "Đ13.2",
    ),
    "quota_counts_co_units": Entry(
        _("A joint item counts for all"), _("For every unit named on it; if not, for the first one only."), "Đ13.2"
    ),
    "report_cutoff_day": Entry(
        _("Last day of a reporting month"),
        _("A month's report runs to this day, from the day after it in the month before; 0: the whole month."),
        "Đ5.3",
    ),
    "merit_points": Entry(
        _("Points of the merit list"),
        _("Weight of each fact, 0 to 100. With every weight at 0 the list shows facts alone, without points."),
        "Đ17",
    ),
}


class CharterForm(forms.Form):
    """Every rule of the charter, and the decision that changes it."""

    decision_number = forms.CharField(label=_("Decision number"), max_length=60)

    def __init__(self, *args: Any, rules: CharterRules, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rules = rules
        for name in ENTRIES:
            self.fields.update(fields_of(name, ENTRIES[name], getattr(rules, name)))
        self.order_fields([name for name in self.fields if name != "decision_number"])

    def changes(self) -> dict[str, Any]:
        """The entries whose value differs from the charter in force."""
        given = {name: value_of(name, self.cleaned_data) for name in ENTRIES}
        return {name: value for name, value in given.items() if value != getattr(self.rules, name)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not self.changes():
            raise forms.ValidationError(_("Nothing was changed."))
        return cleaned
