"""Pages of any content app as cards, each with the first picture of its text, in a few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model
from wagtail.models import Page

from core.blocks import Picture, cover_reference, pictures

# The sizes the templates ask for: front page, card, row.
COVER_SIZES = ("fill-1200x675", "fill-640x400", "fill-240x180")


@dataclass(frozen=True, slots=True)
class Card:
    """A page as it stands in a list; `cover` is an image record or None."""

    page: Page
    cover: Any


def cards(pages: Iterable[Page]) -> list[Card]:
    """Cards of `pages` in their order; two queries however many there are."""
    listed = list(pages)
    ids = {page.pk: _cover_id(page) for page in listed}
    wanted = {image_id for image_id in ids.values() if image_id is not None}
    images: dict[int, Any] = {}
    if wanted:
        found = get_image_model().objects.filter(pk__in=wanted)
        images = {image.pk: image for image in found.prefetch_renditions(*COVER_SIZES)}
    return [Card(page=page, cover=images.get(ids[page.pk] or 0)) for page in listed]


def ready_pictures(stream: StreamValue) -> list[Picture]:
    """The pictures of a text; fetches all their sizes made so far at once, before it is rendered."""
    shown = [picture for picture in pictures(stream) if picture.image]
    images = [picture.image for picture in shown]
    sizes = get_image_model().get_rendition_model().objects.all()
    prefetch_related_objects(images, Prefetch("renditions", queryset=sizes, to_attr="prefetched_renditions"))
    return shown


def _cover_id(page: Page) -> int | None:
    """The id of the first picture in the page's body, if it has a body with one."""
    body = getattr(page, "body", None)
    reference = cover_reference(body) if isinstance(body, StreamValue) else None
    return reference[0] if reference else None
