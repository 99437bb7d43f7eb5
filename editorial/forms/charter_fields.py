"""How one entry of the charter is shown and filled in, by the kind of its value."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.models import choices
from editorial.rules.charter import LEAST, MOST
from editorial.rules.clock_terms import A_DEPUTY_ASSIGNS, DEPUTY_TEACHING, DeadlineUnit, EventKind, QuotaBasis
from editorial.rules.merit_terms import MOST_POINTS, MeritFact
from school.models import Unit

Text = str | Promise
LARGEST = 100_000
NOBODY_NAMED = "-"

DEADLINE_UNITS: choices.Labels = {
    DeadlineUnit.CALENDAR: _("As calendar days"),
    DeadlineUnit.WORKING: _("As working days"),
}
QUOTA_BASES: choices.Labels = {
    QuotaBasis.HANDED_IN: _("In which it was handed in"),
    QuotaBasis.POSTED: _("In which it was posted"),
}
MERIT_FACTS: choices.Labels = {
    MeritFact.MONTHS_MET: _("Share of months in which the quota was met"),
    MeritFact.ON_TIME: _("Share of duties done on time"),
    MeritFact.ITEMS: _("Each item posted"),
    MeritFact.TOPICAL: _("Each item on the theme of a month"),
    MeritFact.OVERDUE: _("Taken off for each overdue duty"),
    MeritFact.UNTRUE: _("Taken off for each item refused as untrue"),
    MeritFact.FAULT: _("Taken off for each item taken down for a fault"),
}
HOLDERS: dict[str, Text] = {
    A_DEPUTY_ASSIGNS: _("A deputy head assigns"),
    DEPUTY_TEACHING: _("Vice principal for teaching"),
    **{kind.value: kind.label for kind in Unit.Kind},
}


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One rule of the charter: its name, what it means, the clause it rests on in each practice."""

    label: Text
    meaning: Text
    vn: str
    ru: str = "002 §3.3"


def fields_of(name: str, entry: Entry, value: Any) -> dict[str, forms.Field]:
    """The fields in which an entry is filled in: one, or one for each kind of event or fact."""
    if is_points(value):
        return {_part(name, fact): _weight_field(entry, fact, value[fact.value]) for fact in MeritFact}
    if isinstance(value, dict):
        return {_part(name, kind): _holder_field(entry, kind, value[kind.value]) for kind in EventKind}
    return {name: _field(name, value, {"label": entry.label, "help_text": entry.meaning, "initial": value})}


def value_of(name: str, cleaned: Mapping[str, Any]) -> Any:
    """The value of an entry as the charter keeps it."""
    if _part(name, MeritFact.ITEMS) in cleaned:
        return {fact.value: cleaned[_part(name, fact)] or 0 for fact in MeritFact}
    if name not in cleaned:
        return {kind.value: cleaned[_part(name, kind)] for kind in EventKind}
    given = cleaned[name]
    return tuple(given) if isinstance(given, list) else given


def shown(value: Any) -> list[str]:
    """What people read for a value, line by line; a switch is worded by the template."""
    if is_points(value):
        return [f"{label}: {value[fact.value]}" for fact, label in MERIT_FACTS.items()]
    if isinstance(value, dict):
        return [f"{label}: {holder}" for label, holder in shown_pairs(value)]
    if isinstance(value, tuple):
        return [", ".join(str(MONTHS[month]) for month in value)]
    if isinstance(value, DeadlineUnit | QuotaBasis):
        return [choices.label({**DEADLINE_UNITS, **QUOTA_BASES}, value)]
    return [str(value)]


def shown_pairs(value: Any) -> list[tuple[Text, Text]]:
    """A table of kinds of event and who writes about them; empty for any other value."""
    if not isinstance(value, dict) or is_points(value):
        return []
    return [(label, HOLDERS[value[kind.value]]) for kind, label in choices.EVENT_KINDS.items()]


def is_points(value: Any) -> bool:
    """Whether a value is the weights of the merit list."""
    return isinstance(value, dict) and set(value) == set(MeritFact)


def _part(name: str, kind: EventKind | MeritFact) -> str:
    return f"{name}_{kind.value}"


def _weight_field(entry: Entry, fact: MeritFact, weight: int) -> forms.Field:
    return forms.IntegerField(
        label=f"{entry.label}: {choices.label(MERIT_FACTS, fact)}",
        required=False,
        min_value=0,
        max_value=MOST_POINTS,
        initial=weight,
    )


def _holder_field(entry: Entry, kind: EventKind, holder: str) -> forms.Field:
    return forms.TypedChoiceField(
        label=f"{entry.label}: {choices.label(choices.EVENT_KINDS, kind)}",
        choices=[(value or NOBODY_NAMED, label) for value, label in HOLDERS.items()],
        coerce=lambda value: A_DEPUTY_ASSIGNS if value == NOBODY_NAMED else value,
        initial=holder or NOBODY_NAMED,
    )


def _field(name: str, value: Any, words: dict[str, Any]) -> forms.Field:
    if isinstance(value, bool):
        return forms.BooleanField(required=False, **words)
    if isinstance(value, DeadlineUnit):
        return forms.ChoiceField(choices=choices.choices(DEADLINE_UNITS), **words)
    if isinstance(value, QuotaBasis):
        return forms.ChoiceField(choices=choices.choices(QUOTA_BASES), **words)
    if isinstance(value, tuple):
        boxes = forms.CheckboxSelectMultiple
        return forms.TypedMultipleChoiceField(
            choices=list(MONTHS.items()), coerce=int, required=False, widget=boxes, **words
        )
    return _number_field(name, value, words)


def _number_field(name: str, value: Any, words: dict[str, Any]) -> forms.Field:
    if isinstance(value, int):
        return forms.IntegerField(min_value=LEAST.get(name, 0), max_value=MOST.get(name, LARGEST), **words)
    return forms.FloatField(min_value=0, max_value=1, widget=forms.NumberInput(attrs={"step": "0.01"}), **words)
