"""An address as a QR code, drawn by itself: nothing is fetched, the same address gives the same drawing."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

MODULE_SIDE = 4


@lru_cache(maxsize=512)
def qr_drawing(address: str) -> str:
    """The code as SVG, with its quiet zone."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", scale=MODULE_SIDE, border=4, title=address)
    return out.getvalue().decode()


@lru_cache(maxsize=512)
def qr_picture(address: str) -> str:
    """The code as the `src` of a picture, so that a printed page needs no further request."""
    return str(segno.make(address, error="m", micro=False).svg_data_uri(scale=MODULE_SIDE, border=4))
