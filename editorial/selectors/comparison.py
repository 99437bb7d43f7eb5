"""What changed between two versions of an item, in words for people."""

from __future__ import annotations

import dataclasses
import difflib
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from editorial.rules.corrections import Content
from editorial.rules.difference import TOKEN, Change, Piece, changes, compare
from editorial.selectors.places import field_label, is_noise, place_label

LONGEST_COMPARED = 2000  # words and gaps on each side that are compared one by one
KEPT = 90  # characters shown of unchanged text on each side of a change


@dataclasses.dataclass(frozen=True, slots=True)
class ShownChange:
    """One place that differs: its name for people, and the words or one sentence about it."""

    label: str
    pieces: tuple[Piece, ...] = ()
    sentence: str = ""


def shown_changes(model: type[Page], before: Content, after: Content) -> list[ShownChange]:
    """Every difference between two versions, in reading order; parts that moved on are paired first."""
    before = _aligned(model, before, after)
    found = [_words(model, change, before, after) for change in _changed_words(before.texts, after.texts)]
    return found + list(_other(model, before, after))


def _changed_words(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    places = [*after, *(place for place in before if place not in after)]
    for place in places:
        old, new = before.get(place, ""), after.get(place, "")
        if old != new:
            yield Change(place, pieces_between(old, new))


def pieces_between(before: str, after: str) -> tuple[Piece, ...]:
    """Removed and added words; what both texts begin and end with is set aside first.

    A middle too long to be compared word by word is shown as a whole, old then new.
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    middle = _middle("".join(old_middle), "".join(new_middle), max(len(old_middle), len(new_middle)))
    first, last = Piece("same", "".join(new[:start])), Piece("same", "".join(new[len(new) - end :]))
    return tuple(_shortened([piece for piece in (first, *middle, last) if piece.text]))


def _same(old: list[str], new: list[str]) -> int:
    return sum(1 for _pair in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _middle(old: str, new: str, length: int) -> tuple[Piece, ...]:
    if length <= LONGEST_COMPARED:
        return tuple(_joined(compare(old, new)))
    return (Piece("removed", old), Piece("added", new))


def _joined(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Neighbouring changes with only a gap between them as one, old words before the new ones."""
    removed = added = ""
    for piece in pieces:
        is_gap = piece.kind == "same" and not piece.text.strip() and bool(removed or added)
        if piece.kind == "removed" or is_gap:
            removed += piece.text
        if piece.kind == "added" or is_gap:
            added += piece.text
        if piece.kind == "same" and not is_gap:
            yield from _pair(removed, added)
            yield piece
            removed = added = ""
    yield from _pair(removed, added)


def _pair(removed: str, added: str) -> Iterator[Piece]:
    """The old words, then the new ones; a gap both end with stands behind them."""
    gap = removed and added and removed[-1].isspace() and added[-1].isspace()
    if removed.strip():
        yield Piece("removed", removed.rstrip() if gap else removed)
    if added.strip():
        yield Piece("added", added.rstrip() if gap else added)
    if gap or not (removed + added).strip():
        yield Piece("same", removed[len(removed.rstrip()) :])


def _shortened(pieces: list[Piece]) -> Iterator[Piece]:
    """Unchanged stretches cut to what is needed to recognise the place."""
    for at, piece in enumerate(pieces):
        if piece.kind != "same" or len(piece.text) <= 3 * KEPT:
            yield piece
            continue
        head = piece.text[:KEPT] if at else ""
        tail = piece.text[-KEPT:] if at < len(pieces) - 1 else ""
        yield Piece("same", f"{head} … {tail}")


def _words(model: type[Page], change: Change, before: Content, after: Content) -> ShownChange:
    types = {**before.fixed, **after.fixed}
    return ShownChange(place_label(model, change.place, types), change.pieces)


def _other(model: type[Page], before: Content, after: Content) -> Iterator[ShownChange]:
    """What is not wording: pictures, files, links, categories, order."""
    types = {**before.fixed, **after.fixed}
    for change in changes(before.fixed, after.fixed):
        if is_noise(model, change.place):
            continue
        old, new = before.fixed.get(change.place), after.fixed.get(change.place)
        label = place_label(model, change.place.rstrip("#"), types)
        names = _names(model, change.place, old, new)
        yield names or ShownChange(label, sentence=_sentence(change.place, old, new))
    for change in changes(before.looks, after.looks):
        if change.place in before.looks and change.place in after.looks:
            yield ShownChange(place_label(model, change.place, types), sentence=_("Cropped differently."))


def _sentence(place: str, old: str | None, new: str | None) -> str:
    if place.endswith("#"):
        return _("Formatting or links differ.")
    if not old:
        return _("Added.")
    return _("Replaced by another one.") if new else _("Removed.")


def _names(model: type[Page], place: str, old: str | None, new: str | None) -> ShownChange | None:
    """Rows and codes by their names, where the place is a field of the page."""
    if "/" in place:
        return None
    field = model._meta.get_field(place)
    shown = [_value_names(field, value or "") for value in (old, new)]
    return ShownChange(field_label(model, place), compare(*shown))


def _value_names(field: Any, value: str) -> str:
    if field.related_model is not None:
        ids = [int(part) for part in value.split(",") if part.isdigit()]
        rows: models.QuerySet[Any] = field.related_model._default_manager.filter(pk__in=ids)
        return ", ".join(str(row) for row in rows)
    return str(dict(field.flatchoices).get(value, value))


def _aligned(model: type[Page], before: Content, after: Content) -> Content:
    """`before` with the parts of each stream numbered as their counterparts in `after`.

    A part without a counterpart gets its number with a minus sign: it was removed.
    """
    texts, fixed, looks = dict(before.texts), dict(before.fixed), dict(before.looks)
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            numbers = _counterparts(field.name, before, after)
            texts, fixed = _renumbered(texts, field.name, numbers), _renumbered(fixed, field.name, numbers)
            looks = _renumbered(looks, field.name, numbers)
    return Content(texts, fixed, looks)


def _counterparts(name: str, before: Content, after: Content) -> dict[str, str]:
    old, new = _parts(name, before), _parts(name, after)
    numbers = {str(at): f"{at}-" for at in range(1, len(old) + 1)}
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        pairs = zip(range(start, end), range(new_start, new_end), strict=False)
        for left, right in pairs:
            if tag == "equal" or (tag == "replace" and old[left][0] == new[right][0]):
                numbers[str(left + 1)] = str(right + 1)
    return numbers


def _parts(name: str, content: Content) -> list[tuple[str, ...]]:
    """Each part of a stream as its kind and everything in it, comparable."""
    kinds = [kind for kind in content.fixed.get(name, "").split(",") if kind]
    inside: list[list[str]] = [[] for _kind in kinds]
    for place, value in [*content.texts.items(), *content.fixed.items()]:
        pieces = place.split("/")
        if pieces[0] == name and len(pieces) > 1:
            number = pieces[1].rstrip("#")
            inside[int(number) - 1].append(f"{'/'.join(pieces[2:])}={value}")
    return [(kind, *values) for kind, values in zip(kinds, inside, strict=True)]


def _renumbered(values: Mapping[str, str], name: str, numbers: Mapping[str, str]) -> dict[str, str]:
    done = {}
    for place, value in values.items():
        pieces = place.split("/")
        if pieces[0] == name and len(pieces) > 1:
            mark = "#" if pieces[1].endswith("#") else ""
            pieces[1] = numbers[pieces[1].rstrip("#")] + mark
        done["/".join(pieces)] = value
    return done
