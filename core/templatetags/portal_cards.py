"""Pictures for lists and texts, fetched together."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from wagtail.blocks import StreamValue
from wagtail.models import Page

from core import selectors
from core.blocks import Picture

register = template.Library()


@register.simple_tag
def cards(pages: Iterable[Page]) -> list[selectors.Card]:
    """`{% cards pages as items %}`: see `core.selectors.cards`."""
    return selectors.cards(pages)


@register.simple_tag
def ready_pictures(stream: StreamValue) -> list[Picture]:
    """`{% ready_pictures page.body as shown %}` before the body: see `core.selectors.ready_pictures`."""
    return selectors.ready_pictures(stream)
