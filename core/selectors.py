"""Pages of any content app as cards, each with the first picture of its text, in a few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model
from wagtail.models import Page

from core.blocks import Picture, picture_references, pictures
from core.withheld import only_shown

# The sizes the templates ask for: front page, card, row.
COVER_SIZES = ("width-1200", "width-640", "width-240")
MOST_TRIED = 4  # pictures of a page: where the first was removed, the next one stands in the list


@dataclass(frozen=True, slots=True)
class Card:
    """A page as it stands in a list; `cover` is an image record or None, of which `keeps` is never cut off."""

    page: Page
    cover: Any
    keeps: str = "centre"


def cards(pages: Iterable[Page]) -> list[Card]:
    """Cards of `pages` in their order; two queries however many there are."""
    listed = list(pages)
    tried = {page.pk: _first_pictures(page) for page in listed}
    wanted = {image_id for references in tried.values() for image_id, _keeps in references}
    images: dict[int, Any] = {}
    if wanted:
        found: Any = only_shown(get_image_model().objects.filter(pk__in=wanted))
        images = {image.pk: image for image in found.prefetch_renditions(*COVER_SIZES)}
    return [_card(page, tried[page.pk], images) for page in listed]


def _card(page: Page, references: list[tuple[int, str]], images: dict[int, Any]) -> Card:
    """With the first of its pictures that may be shown."""
    shown = ((images[image_id], keeps) for image_id, keeps in references if image_id in images)
    return Card(page, *next(shown, (None, "centre")))


def ready_pictures(stream: StreamValue) -> list[Picture]:
    """The pictures of a text; fetches all their sizes made so far at once, before it is rendered."""
    shown = [picture for picture in pictures(stream) if picture.image]
    images = [picture.image for picture in shown]
    sizes = get_image_model().get_rendition_model().objects.all()
    prefetch_related_objects(images, Prefetch("renditions", queryset=sizes, to_attr="prefetched_renditions"))
    return shown


def _first_pictures(page: Page) -> list[tuple[int, str]]:
    """Id and kept part of the first pictures in the page's body."""
    body = getattr(page, "body", None)
    return list(islice(picture_references(body), MOST_TRIED)) if isinstance(body, StreamValue) else []
