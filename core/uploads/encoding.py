"""How pictures are encoded, and how one that we encoded is known again.

Encoding a JPEG twice loses twice; so what carries nothing but our own encoding is kept byte for byte.
"""

from __future__ import annotations

import functools
import io
from typing import Any

from PIL import Image

JPEG_OPTIONS: dict[str, Any] = {"quality": 86, "progressive": True, "optimize": True}
START, END, SCAN = 0xD8, 0xD9, 0xDA
PICTURE_ONLY = frozenset({0xC0, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0, SCAN})
HEADER = b"JFIF\0"
HEADER_LENGTH = 16  # with a thumbnail in it, it would be longer


def is_our_jpeg(image: Image.Image, data: bytes) -> bool:
    """Whether `data` has our tables and no part that could carry anything beside the picture."""
    tables: dict[int, list[int]] = getattr(image, "quantization", {})
    return bool(tables) and tables.items() <= _our_tables().items() and _only_picture(data)


@functools.cache
def _our_tables() -> dict[int, tuple[int, ...]]:
    """The quantisation tables that our quality gives."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", **JPEG_OPTIONS)
    with Image.open(out) as image:
        return dict(image.quantization)  # type: ignore[attr-defined]


def _only_picture(data: bytes) -> bool:
    """Whether the parts of a JPEG are tables and scans only, and nothing follows its end."""
    at = 2
    while data[at : at + 1] == b"\xff":
        marker = data[at + 1] if at + 1 < len(data) else START
        if marker == END:
            return at + 2 == len(data)
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if not _may_stay(marker, length, data[at + 4 : at + 9]):
            return False
        at += 2 + length
        if marker == SCAN:
            at = _scan_end(data, at)
    return False


def _may_stay(marker: int, length: int, head: bytes) -> bool:
    if marker == 0xE0:
        return length == HEADER_LENGTH and head == HEADER
    return marker in PICTURE_ONLY and length >= 2


def _scan_end(data: bytes, at: int) -> int:
    """Where the next marker stands: 0xFF not followed by a stuffed zero or a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2
