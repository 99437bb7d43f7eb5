"""Places of an item's content ("body/3/caption") as people name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page

from editorial.rules.corrections import Content

FIELD_LABELS: dict[str, Promise] = {
    "title": gettext_lazy("Headline"),
    "tags": gettext_lazy("Keywords"),
    "slug": gettext_lazy("Address of the page"),
}
LEFT_OUT = frozenset({"slug", "seo_title", "search_description", "show_in_menus"})


def field_label(model: type[Page], name: str) -> str:
    """What people call a field."""
    if name in FIELD_LABELS:
        return str(FIELD_LABELS[name])
    try:
        return str(capfirst(model._meta.get_field(name).verbose_name))
    except FieldDoesNotExist:
        return name


def is_noise(model: type[Page], place: str) -> bool:
    """Places that say nothing to a reader: the order of parts, seen from the parts themselves."""
    try:
        return isinstance(model._meta.get_field(place), StreamField)
    except FieldDoesNotExist:
        return False


def place_label(model: type[Page], place: str, fixed: Mapping[str, str]) -> str:
    """A place in words: "Text · part 3, picture · caption".

    `fixed` tells which kinds of parts a stream has, as in `Content.fixed`.
    """
    name, *rest = place.split("/")
    words = [field_label(model, name)]
    if rest:
        number, *inner = rest
        block = _part(model, name, number, fixed)
        words.append(_part_label(number, block))
        words += _inner_labels(block, inner)
    return " · ".join(words)


def _part(model: type[Page], name: str, number: str, fixed: Mapping[str, str]) -> Any:
    field = model._meta.get_field(name)
    kinds = fixed.get(name, "").split(",")
    at = int(number.rstrip("-"))
    if number.endswith("-") or not isinstance(field, StreamField) or at > len(kinds):
        return None
    return field.stream_block.child_blocks.get(kinds[at - 1])


def _part_label(number: str, block: Any) -> str:
    if number.endswith("-"):
        return _("former part %(number)s") % {"number": number.rstrip("-")}
    if block is None:
        return _("part %(number)s") % {"number": number}
    return _("part %(number)s, %(kind)s") % {"number": number, "kind": str(block.label).lower()}


def _inner_labels(block: Any, inner: list[str]) -> list[str]:
    """Names of the fields inside a part; a cell of a table by row and column."""
    if inner[:1] == ["rows"] and len(inner) == 4:
        return [_("row %(row)s, column %(column)s") % {"row": inner[1], "column": inner[3]}]
    words = []
    for name in inner:
        children = getattr(block, "child_blocks", {}) if block is not None else {}
        if name in children:
            block = children[name]
            words.append(str(block.label))
            continue
        block = block.child_block if isinstance(block, blocks.ListBlock) else None
        words.append(name)
    return words


def reading_pieces(model: type[Page], content: Content) -> list[tuple[str, str]]:
    """The whole item as plain text, piece by piece with its place; for reading aloud and small screens."""
    return [
        (place_label(model, place, content.fixed), text)
        for place, text in content.texts.items()
        if text.strip() and place not in LEFT_OUT
    ]
