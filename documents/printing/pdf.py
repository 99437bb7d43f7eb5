"""A paper set by typst as a tagged PDF, one at a time: the same paper gives the same bytes, nothing is fetched."""

from __future__ import annotations

import hashlib
import json
import threading
from pathlib import Path
from typing import Any

import typst
from django.core.cache import cache

from editorial.reports.pdf import FONTS

LAYOUT = Path(__file__).with_name("document.typ")
PATIENCE = 10.0  # seconds: a text of 300 sheets takes two or three
ONE_AT_A_TIME = threading.Lock()
PLACES, MOST_KEPT, KEPT_SECONDS = 24, 3 * 1024 * 1024, 3600  # at most 72 MB of papers
# The one that is set and one that waits; the next is sent away at once. Each holds a thread of the server, of which
# there are four at least: whoever asks for paper upon paper may not take the last one from other readers.
IN_LINE = threading.BoundedSemaphore(2)


class Busy(Exception):
    """Other papers are being set, and waiting longer would hold up the portal."""


def to_pdf(paper: dict[str, Any]) -> bytes:
    """The paper as PDF/UA-1, as a tagged PDF where it cannot keep to that.

    Raises Busy where others wait already, or waited some seconds. What was set last is kept, a few papers of a
    bounded size, under all that is printed in them: a change of the text or of its worth is another paper.
    """
    content = json.dumps(paper, ensure_ascii=False)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    place = f"documents.pdf.{int(sha256[:8], 16) % PLACES}"
    kept = cache.get(place)
    if kept is not None and kept[0] == sha256:
        return bytes(kept[1])
    pdf = _in_turn({"paper": content})
    if len(pdf) <= MOST_KEPT:
        cache.set(place, (sha256, pdf), KEPT_SECONDS)
    return pdf


def _in_turn(content: dict[str, str]) -> bytes:
    if not IN_LINE.acquire(blocking=False):
        raise Busy
    try:
        if not ONE_AT_A_TIME.acquire(timeout=PATIENCE):
            raise Busy
        try:
            return _set(content)
        finally:
            ONE_AT_A_TIME.release()
    finally:
        IN_LINE.release()


def _set(content: dict[str, str]) -> bytes:
    common: dict[str, Any] = {"root": LAYOUT.parent, "font_paths": FONTS, "format": "pdf", "sys_inputs": content}
    try:
        return typst.compile(LAYOUT, pdf_standards="ua-1", **common)
    except typst.TypstError:
        return typst.compile(LAYOUT, **common)
