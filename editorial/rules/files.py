"""Who may see a picture or file: files follow the page (Đ15.2)."""

from __future__ import annotations

import dataclasses

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason


@dataclasses.dataclass(frozen=True, slots=True)
class FileFacts:
    """A picture or file: on a live page, hidden by itself, whose it is, given to the person who asks to read."""

    is_on_live_page: bool = False
    is_hidden: bool = False
    uploaded_by: int | None = None
    unit_id: int | None = None
    is_given_to_read: bool = False


def may_see_file(actor: Actor | None, file: FileFacts) -> Answer:
    """Everybody sees what a live page uses; a draft's file is for its unit and the board.

    Of an internal document whoever was asked to read it opens the files (B40). A hidden file is for
    the board alone, until the head decides.
    """
    if file.is_on_live_page and not file.is_hidden:
        return ALLOWED
    if actor is None or not actor.is_active:
        return Refused(Reason.NOT_ONLINE)
    if actor.is_board:
        return ALLOWED
    if file.is_hidden:
        return Refused(Reason.NOT_ONLINE)
    if (
        file.is_given_to_read
        or file.uploaded_by == actor.id
        or (file.unit_id is not None and file.unit_id in actor.unit_ids)
    ):
        return ALLOWED
    return Refused(Reason.NOT_ONLINE)
