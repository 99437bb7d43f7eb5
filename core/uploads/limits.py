"""The limits of uploads as the settings have them: docs/uploads.md."""

from __future__ import annotations

from django.conf import settings

from core.rules.uploads import FileLimits, PictureLimits


def picture_limits() -> PictureLimits:
    """For one picture."""
    return PictureLimits(
        max_bytes=settings.PORTAL_PICTURE_MAX_BYTES,
        max_pixels=settings.PORTAL_PICTURE_MAX_PIXELS,
        max_side=settings.PORTAL_PICTURE_MAX_SIDE,
    )


def file_limits() -> FileLimits:
    """For one file."""
    return FileLimits(
        max_bytes=settings.PORTAL_FILE_MAX_BYTES,
        max_unpacked=settings.PORTAL_FILE_MAX_UNPACKED,
        max_parts=settings.PORTAL_FILE_MAX_PARTS,
    )
