"""Turns the demonstration's texts and drawings into what a page stores."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from django.utils.text import slugify
from wagtail.images import get_image_model
from wagtail.images.models import Image

from home.demo import pictures
from home.demo.schema import (
    Bullets,
    DemoBlock,
    Gallery,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Table,
    Video,
)
from school.models import Unit, User


class TextMaker:
    """Stored blocks for one author of one unit; its pictures are drawn into the unit's collection."""

    def __init__(self, author: User, unit: Unit) -> None:
        self.author, self.unit = author, unit
        self.kinds: dict[type, tuple[str, Callable[[Any], Any]]] = {
            Paragraph: ("text", lambda block: f"<p>{block.html}</p>"),
            Bullets: ("text", _bullets),
            Heading: ("heading", lambda block: {"text": block.text, "level": "2"}),
            Picture: ("image", self._picture),
            Gallery: ("gallery", self._gallery),
            Quote: ("quote", lambda block: {"text": block.text, "speaker": block.attribution}),
            Table: ("table", _table),
            Video: ("video", lambda block: {"url": block.url, "title": block.url[:160]}),
        }

    def body(self, blocks: tuple[DemoBlock, ...]) -> list[dict[str, Any]]:
        """The stored body of an article."""
        return [self._block(block) for block in blocks]

    def _block(self, block: DemoBlock) -> dict[str, Any]:
        name, store = self.kinds[type(block)]
        return {"type": name, "value": store(block), "id": str(uuid.uuid4())}

    def _gallery(self, gallery: Gallery) -> list[dict[str, Any]]:
        return [
            {"type": "item", "id": str(uuid.uuid4()), "value": self._picture(picture)} for picture in gallery.pictures
        ]

    def _picture(self, picture: Picture) -> dict[str, Any]:
        image = self._draw(picture)
        return {"image": image.pk, "alt": picture.alt, "caption": picture.caption, "credit": ""}

    def _draw(self, picture: Picture) -> Image:
        name = f"{slugify(picture.scene)}-{picture.seed}-{uuid.uuid4().hex[:8]}.jpg"
        drawing = ContentFile(pictures.draw(picture.scene, picture.seed), name=name)
        return get_image_model().objects.create(
            title=picture.alt[:200],
            uploaded_by_user=self.author,
            collection=self.unit.collection,
            file=drawing,
        )


def _bullets(block: Bullets) -> str:
    return "<ul>{}</ul>".format("".join(f"<li>{item}</li>" for item in block.items))


def _table(table: Table) -> dict[str, Any]:
    header, *rows = table.rows
    return {
        "caption": table.caption,
        "columns": [{"type": "text", "heading": heading} for heading in header],
        "rows": [{"values": list(row)} for row in rows],
    }
