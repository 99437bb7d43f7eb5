"""A file that was dropped in: which reader takes it."""

from __future__ import annotations

from collections.abc import Callable

from editorial.intake.docx import read_docx
from editorial.intake.eml import read_eml
from editorial.intake.reading import Found, Trouble, Unreadable
from editorial.rules.vocabulary import Channel

Reader = Callable[[bytes], Found]

READERS: dict[str, Reader] = {"eml": read_eml, "docx": read_docx}
USUAL_CHANNEL = {"eml": Channel.EMAIL, "docx": Channel.DISC}


def kind_of(name: str) -> str:
    """ "eml" or "docx" by the name's ending, else empty."""
    ending = name.rpartition(".")[2].lower()
    return ending if ending in READERS else ""


def read_dropped(name: str, data: bytes) -> Found:
    """What the file holds. Raises Unreadable."""
    kind = kind_of(name)
    if not kind:
        raise Unreadable(Trouble.KIND)
    return READERS[kind](data)
