"""Which picture or file stands behind an address, and what the rule must know of it."""

from __future__ import annotations

from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from editorial.file_readers import is_given_to
from editorial.gates.digest import file_name
from editorial.models.files import AssetUse, HiddenFile
from editorial.rules.files import FileFacts
from school.models import Unit


def file_behind(name: str) -> Any | None:
    """The image or document whose original or rendition is stored under `name`; None if there is none."""
    image_model = get_image_model()
    rendition = image_model.get_rendition_model().objects.select_related("image").filter(file=name).first()
    if rendition is not None:
        return rendition.image
    return image_model.objects.filter(file=name).first() or get_document_model().objects.filter(file=name).first()


def file_facts(row: Any, user_id: int | None = None) -> FileFacts:
    """An image or document as the rule sees it when this person asks; None is a visitor."""
    name = file_name(type(row), row.pk)
    is_on_live_page = AssetUse.objects.filter(name=name).exists()
    return FileFacts(
        is_on_live_page=is_on_live_page,
        is_hidden=HiddenFile.objects.filter(name=name, restored_at__isnull=True).exists(),
        uploaded_by=row.uploaded_by_user_id,
        unit_id=Unit.objects.filter(collection=row.collection_id).values_list("pk", flat=True).first(),
        is_given_to_read=user_id is not None and not is_on_live_page and is_given_to(user_id, name),
    )
