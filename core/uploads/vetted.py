"""What the storage need not check again."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile


class VettedFile(SimpleUploadedFile):
    """Bytes that `clean_picture` or `check_file` gave back; made by those two and `let_through` alone."""
