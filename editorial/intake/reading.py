"""What a reader finds in a dropped file, and why it could not read it."""

from __future__ import annotations

import dataclasses
import datetime
from enum import StrEnum

MAX_PARTS = 60
MAX_TEXT = 200_000
SUBJECT_LENGTH, NAME_LENGTH, CONTACT_LENGTH = 255, 120, 200


class Trouble(StrEnum):
    """Why a dropped file cannot be read. It may still be kept as an original."""

    KIND = "kind"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    DAMAGED = "damaged"
    NESTED = "nested"
    TOO_MANY_PARTS = "too_many_parts"
    UNPACKS_TOO_BIG = "unpacks_too_big"
    ENTITIES = "entities"
    PROTECTED = "protected"


class Doubt(StrEnum):
    """What a person should look at before he confirms."""

    LETTERS_LOST = "letters_lost"
    REPLY_ELSEWHERE = "reply_elsewhere"
    SEVERAL_SENDERS = "several_senders"
    NAME_IS_ADDRESS = "name_is_address"
    TEXT_CUT = "text_cut"
    PARTS_LEFT_OUT = "parts_left_out"
    TABLES_FLAT = "tables_flat"
    CONTENT_ELSEWHERE = "content_elsewhere"


class Unreadable(Exception):
    """The dropped file cannot be read; `trouble` says why. Nothing was stored."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A picture or file found inside, byte for byte; its name is fit to be shown."""

    name: str
    data: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """Subject, text (paragraphs parted by an empty line), sender as given, parts in reading order.

    sent_at is what the sender's own machine says: aware, or None. Nothing of it is proof.
    """

    subject: str = ""
    text: str = ""
    sender_name: str = ""
    sender_address: str = ""
    sent_at: datetime.datetime | None = None
    parts: tuple[Part, ...] = ()
    doubts: tuple[Doubt, ...] = ()
