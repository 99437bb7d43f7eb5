"""Connects the gate of uploads; nothing is decided here."""

from __future__ import annotations

from django.db.models.signals import pre_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core.uploads.receivers import check_upload


def connect() -> None:
    """Connect every receiver; called once, when the apps are ready."""
    image = get_image_model()
    for model in (image, image.get_rendition_model(), get_document_model()):
        pre_save.connect(check_upload, sender=model, dispatch_uid=f"check_upload_{model.__name__}")
