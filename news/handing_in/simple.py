"""An article as the simple form knows it: words in paragraphs, then pictures; and whether it is one."""

from __future__ import annotations

import dataclasses
import datetime
import html
import json
import re
import uuid
from typing import Any

from core.blocks import PICTURE
from editorial.intake.plain import paragraphs
from news.models import Category, NewsPage

TEXT = "text"
TAG = re.compile(r"<[^>]*>")
END_OF_PARAGRAPH = re.compile(r"</p>\s*<p[^>]*>")
END_OF_LINE = re.compile(r"<br\s*/?>")
PLAIN_TAGS = re.compile(r"</?p(?:\s+data-block-key=\"[^\"]*\")?>|<br\s*/?>")


@dataclasses.dataclass(frozen=True, slots=True)
class SimplePicture:
    """A picture with its words. people: a code of `core.blocks.PEOPLE`, empty when nobody answered."""

    image_id: int
    alt: str = ""
    caption: str = ""
    people: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class SimpleText:
    """What the simple form holds. text: plain words, an empty line between paragraphs."""

    title: str
    lead: str = ""
    text: str = ""
    author_name: str = ""
    category_ids: frozenset[int] = frozenset()
    event_id: int | None = None
    event_kind: str = ""
    event_ended_on: datetime.date | None = None
    pictures: tuple[SimplePicture, ...] = ()


def is_simple(page: NewsPage) -> bool:
    """Whether the form shows the whole body: at most one block of plain paragraphs, then single pictures."""
    kinds = [row["type"] for row in page.body.raw_data]
    if kinds[:1] == [TEXT]:
        kinds = kinds[1:]
        if TAG.search(PLAIN_TAGS.sub("", page.body.raw_data[0]["value"])):
            return False
    images = [row["value"].get("image") for row in page.body.raw_data if row["type"] == PICTURE]
    return all(kind == PICTURE for kind in kinds) and all(images) and len(set(images)) == len(images)


def read_simple(page: NewsPage) -> SimpleText:
    """The article as the form shows it; only for one that `is_simple`."""
    rows = list(page.body.raw_data)
    return SimpleText(
        title=page.title,
        lead=page.lead,
        text=plain_of(rows[0]["value"]) if rows and rows[0]["type"] == TEXT else "",
        author_name=page.author_name,
        category_ids=frozenset(row.pk for row in page.categories.all()),
        event_id=page.event_id,
        event_kind=page.event_kind,
        event_ended_on=page.event_ended_on,
        pictures=tuple(_picture(row["value"]) for row in rows if row["type"] == PICTURE),
    )


def _picture(value: dict[str, Any]) -> SimplePicture:
    words = {name: str(value.get(name) or "") for name in ("alt", "caption", "people")}
    return SimplePicture(int(value["image"]), **words)


def plain_of(markup: str) -> str:
    """The words of a block of plain paragraphs."""
    parted = END_OF_LINE.sub("\n", END_OF_PARAGRAPH.sub("\n\n", markup))
    return "\n\n".join(paragraphs(html.unescape(TAG.sub("", parted))))


def markup_of(text: str) -> str:
    """Plain words as paragraphs; nothing in them is markup."""
    parts = (html.escape(part, quote=False).replace("\n", "<br/>") for part in paragraphs(text))
    return "".join(f"<p>{part}</p>" for part in parts)


def fill(page: NewsPage, given: SimpleText) -> None:
    """Put what the form holds into a page object; what it does not show stays as it was."""
    page.title, page.lead, page.author_name = given.title, given.lead, given.author_name
    page.event_id, page.event_kind = given.event_id, given.event_kind
    page.event_ended_on = given.event_ended_on
    page.categories = Category.objects.filter(pk__in=given.category_ids)
    page.body = page._meta.get_field("body").to_python(json.dumps(_body(page, given)))


def _body(page: NewsPage, given: SimpleText) -> list[dict[str, Any]]:
    """The blocks; one that was there keeps its id, and a picture its credit and crop."""
    rows = list(page.body.raw_data) if page.body else []
    known = {row["value"].get("image"): row for row in rows if row["type"] == PICTURE}
    body = []
    if given.text:
        body.append(_text_block(rows, given.text))
    for picture in given.pictures:
        old = known.get(picture.image_id)
        words = {"alt": picture.alt, "caption": picture.caption, "people": picture.people}
        value = {"credit": "", "keeps": "centre", **(old["value"] if old else {}), "image": picture.image_id, **words}
        body.append({"type": PICTURE, "value": value, "id": old["id"] if old else str(uuid.uuid4())})
    return body


def _text_block(rows: list[Any], text: str) -> dict[str, Any]:
    """The block of words; the one that was there when it says the same."""
    old = rows[0] if rows and rows[0]["type"] == TEXT else None
    if old is not None and plain_of(old["value"]) == text:
        return {"type": TEXT, "value": old["value"], "id": old["id"]}
    return {"type": TEXT, "value": markup_of(text), "id": old["id"] if old else str(uuid.uuid4())}
