"""Stops a request that is too large before it fills the disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler

from core.uploads.refusals import too_big


class WholeRequestLimit(FileUploadHandler):
    """Asked before the first byte is read; what the single files may be, their fields say."""

    def handle_raw_input(self, input_data: Any, META: dict[str, Any], content_length: int, *args: Any) -> None:
        """Raises UploadRefused for a request of more than PORTAL_REQUEST_MAX_BYTES."""
        if content_length > settings.PORTAL_REQUEST_MAX_BYTES:
            raise too_big(content_length, settings.PORTAL_REQUEST_MAX_BYTES)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """On to the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler keeps the file."""
