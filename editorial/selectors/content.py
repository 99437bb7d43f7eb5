"""An item's content in words: for the checklist, for comparison and for small corrections."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Revision

from editorial.gates.digest import content_fields, file_names
from editorial.rules.checklist import ContentFacts
from editorial.rules.corrections import Content
from editorial.rules.vocabulary import Origin

TAG = re.compile(r"(<[^>]+>)")
BLOCK_KEY = re.compile(r'\sdata-block-key="[^"]*"')  # the editor's own marks, given anew at any save
CROP = "keeps"  # the part of a picture that is kept when it is cropped
Change = Callable[[str], str]


def unchanged(text: str) -> str:
    """The change that changes nothing."""
    return text


def content_facts(page: Any) -> ContentFacts:
    """What the item contains, so that the checklist asks only what applies."""
    labels = {name.partition("/")[0] for name in file_names(page)}
    return ContentFacts(
        has_pictures=any("image" in label for label in labels),
        has_files=any("document" in label for label in labels),
        is_official_source=page.origin == Origin.OFFICIAL_SOURCE,
    )


def content_of_revision(revision: Revision) -> Content:
    """The content of a revision, words apart from everything else."""
    return content_of(revision.as_object())


def content_of(page: Any) -> Content:
    """The content of a page object, words apart from everything else."""
    walk = Walk()
    walk.page(page)
    return Content(walk.texts, walk.fixed, walk.looks)


def replace_words(page: Any, wrong: str, right: str) -> int:
    """Put `right` for `wrong` wherever it stands in the words of a page object; how often it did."""
    count = 0

    def change(text: str) -> str:
        nonlocal count
        count += text.count(wrong)
        return text.replace(wrong, right)

    for name, value in Walk(change).page(page).items():
        setattr(page, name, value)
    return count


class Walk:
    """One walk over a page's content: collects words and the rest, and may change words."""

    def __init__(self, change: Change = unchanged) -> None:
        self.change = change
        self.texts: dict[str, str] = {}
        self.fixed: dict[str, str] = {}
        self.looks: dict[str, str] = {}

    def page(self, page: Any) -> Mapping[str, Any]:
        """Walk every content field; returns the values of the fields that hold words."""
        changed = {}
        derived = getattr(page, "derived_fields", ())  # follow from the other fields, with which they are compared
        for name in content_fields(type(page)):
            if name in derived:
                continue
            field = page._meta.get_field(name)
            if isinstance(field, StreamField):
                raw = field.stream_block.get_prep_value(getattr(page, name))
                stored = json.dumps(self._stream(field.stream_block, raw, name), cls=DjangoJSONEncoder)
                changed[name] = field.to_python(stored)
            elif _is_wording(field):
                changed[name] = self._text(getattr(page, name), name)
            else:
                self.fixed[name] = _fixed_value(page, field, name)
        if hasattr(page, "tags"):
            self.texts["tags"] = ", ".join(sorted(tag.name for tag in page.tags.all()))
        return changed

    def _text(self, raw: Any, place: str) -> str:
        text = self.change(raw or "")
        self.texts[place] = text
        return text

    def _rich_text(self, raw: Any, place: str) -> str:
        parts = TAG.split(raw or "")
        for at in range(0, len(parts), 2):
            parts[at] = html.escape(self.change(html.unescape(parts[at])), quote=False)
        self.texts[place] = html.unescape(" ".join(filter(None, (part.strip() for part in parts[::2]))))
        self.fixed[f"{place}#"] = BLOCK_KEY.sub("", "".join(parts[1::2]))
        return "".join(parts)

    def _stream(self, block: Any, raw: Any, place: str) -> list[Any]:
        self.fixed[place] = ",".join(child["type"] for child in raw or [])
        return [
            {**child, "value": self._block(block.child_blocks[child["type"]], child["value"], f"{place}/{n}")}
            for n, child in enumerate(raw or [], start=1)
        ]

    def _block(self, block: Any, raw: Any, place: str) -> Any:
        if isinstance(block, blocks.StreamBlock):
            return self._stream(block, raw, place)
        if isinstance(block, blocks.StructBlock):
            return {
                **(raw or {}),
                **{
                    name: self._block(child, (raw or {}).get(name), f"{place}/{name}")
                    for name, child in block.child_blocks.items()
                },
            }
        if isinstance(block, blocks.ListBlock):
            self.fixed[place] = str(len(raw or []))
            return [
                {**row, "value": self._block(block.child_block, row["value"], f"{place}/{n}")}
                for n, row in enumerate(raw or [], start=1)
            ]
        return self._leaf(block, raw, place)

    def _leaf(self, block: Any, raw: Any, place: str) -> Any:
        if isinstance(block, blocks.RichTextBlock):
            return self._rich_text(raw, place)
        if isinstance(block, blocks.CharBlock | blocks.TextBlock):
            return self._text(raw, place)
        if isinstance(block, blocks.ChoiceBlock) and place.endswith(f"/{CROP}"):
            self.looks[place] = raw or "centre"
            return raw
        return self._plain(raw, place)

    def _plain(self, raw: Any, place: str) -> Any:
        """A value without its own block type, such as a table: its strings are words."""
        if isinstance(raw, dict):
            return {name: self._plain(value, f"{place}/{name}") for name, value in raw.items()}
        if isinstance(raw, list):
            self.fixed[place] = str(len(raw))
            return [self._plain(value, f"{place}/{n}") for n, value in enumerate(raw, start=1)]
        if isinstance(raw, str) and "://" not in raw and place.rpartition("/")[2].isdigit():
            return self._text(raw, place)
        self.fixed[place] = str(raw)
        return raw


def _is_wording(field: Any) -> bool:
    if isinstance(field, models.URLField | models.SlugField) or getattr(field, "choices", None):
        return False
    return isinstance(field, models.CharField | models.TextField)


def _fixed_value(page: Any, field: Any, name: str) -> str:
    if field.many_to_many:
        return ",".join(sorted(str(row.pk) for row in getattr(page, name).all()))
    value = field.value_from_object(page)
    return "" if value is None else str(value)
