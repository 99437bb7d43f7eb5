"""Uploads that can be trusted: files checked by their content. Pictures: `core.pictures`."""

from core.uploads.files import CheckedFile, check_file
from core.uploads.refusals import UploadRefused, upload_sentence

__all__ = ["CheckedFile", "UploadRefused", "check_file", "upload_sentence"]
