"""What bytes are, told from the bytes alone."""

from __future__ import annotations

import io
import zipfile

SIGNATURES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
)
HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
PDF_HEADER_WITHIN = 1024  # readers look that far for "%PDF-"


def content_kind(data: bytes) -> str:
    """One word for what the content is; "" where nothing is recognised (text among it)."""
    for start, kind in SIGNATURES:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return _brand(data)
    if data[:2] == b"MZ" and data[int.from_bytes(data[60:64], "little") :][:4] == b"PE\0\0":
        return "program"
    return "svg" if _is_svg(data) else ""


def _brand(data: bytes) -> str:
    """Of the family of HEIC, AVIF and MP4, by the brands in the first box."""
    if b"avif" in data[8:40] or b"avis" in data[8:40]:
        return "avif"
    return "heic" if data[8:12] in HEIF_BRANDS else "film"


def _is_svg(data: bytes) -> bool:
    """Markup with an svg element near its beginning, in any of the usual encodings."""
    return b"<svg" in data[:8192].replace(b"\0", b"").lower()


def pdf_begins(data: bytes) -> bool:
    """Whether a reader of PDF would take it for one, wherever its beginning stands."""
    return b"%PDF-" in data[:PDF_HEADER_WITHIN]


def archive_ends(data: bytes) -> bool:
    """Whether a program that unpacks would take it for an archive: those read from the end."""
    return zipfile.is_zipfile(io.BytesIO(data))
