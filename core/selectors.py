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
from core.withheld import only_shown

# The sizes the templates ask for: front page, card, row.
COVER_SIZES = ("width-1200", "width-640", "width-240")


@dataclass(frozen=True, slots=True)
class Card:
    """A page as it stands in a list; `cover` is an image record or None, of which `keeps` is never cut off."""

    page: Page
    cover: Any
    keeps: str = "centre"


def cards(pages: Iterable[Page]) -> list[Card]:
    """Cards of `pages` in their order; two queries however many there are."""
    listed = list(pages)
    covers = {page.pk: _cover(page) for page in listed}
    wanted = {image_id for image_id, _keeps in covers.values() if image_id}
    images: dict[int, Any] = {}
    if wanted:
        found: Any = only_shown(get_image_model().objects.filter(pk__in=wanted))
        images = {image.pk: image for image in found.prefetch_renditions(*COVER_SIZES)}
    return [Card(page, images.get(covers[page.pk][0]), covers[page.pk][1]) for page in listed]


def ready_pictures(stream: StreamValue) -> list[Picture]:
    """The pictures of a text; fetches all their sizes made so far at once, before it is rendered."""
    shown = [picture for picture in pictures(stream) if picture.image]
    images = [picture.image for picture in shown]
    sizes = get_image_model().get_rendition_model().objects.all()
    prefetch_related_objects(images, Prefetch("renditions", queryset=sizes, to_attr="prefetched_renditions"))
    return shown


def _cover(page: Page) -> tuple[int, str]:
    """The id of the first picture in the page's body and the part kept of it; 0 if there is none."""
    body = getattr(page, "body", None)
    reference = cover_reference(body) if isinstance(body, StreamValue) else None
    return reference or (0, "centre")
