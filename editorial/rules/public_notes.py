"""What readers are told when a page they may have read says something else now (Đ17 §2)."""

from __future__ import annotations

import dataclasses
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.corrections import Content, is_small
from editorial.rules.reasons import Reason

LEAST, MOST = 10, 300  # characters of a public note
MOST_GROUND = 1000  # characters of what was wrong
SHOWN = 3  # notes that stand on the page without a tap


class NoteKind(StrEnum):
    """Why a page that was public changed in substance."""

    UPDATE = "update"
    CORRECTION = "correction"


@dataclasses.dataclass(frozen=True, slots=True)
class PublicNote:
    """A note as it was typed by whoever forwards the new version.

    text: what readers are told; ground: what was wrong and what shows it, for a correction: never public.
    """

    kind: str = ""
    text: str = ""
    ground: str = ""

    @property
    def is_correction(self) -> bool:
        """Whether it owns up to something that was wrong."""
        return self.kind == NoteKind.CORRECTION

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not self.text.strip() and not self.ground.strip()


NO_NOTE = PublicNote()


def is_of_substance(before: Content, after: Content, share: float) -> bool:
    """Whether `after` says something else than `before`: more than a small correction; `share` as there."""
    answer = is_small(before, after, share)
    return isinstance(answer, Refused) and answer.reason is Reason.NOT_SMALL


def is_told(note: PublicNote, *, is_needed: bool) -> Answer:
    """Whether readers are told enough: the kind, a text of 10 to 300 characters, and for a correction its ground.

    is_needed: the page was public before and its substance differs. A note nobody asked for must be whole too.
    """
    if note.is_empty and not is_needed:
        return ALLOWED
    if not note.text.strip():
        return Refused(Reason.PUBLIC_NOTE_MISSING, _limits())
    if note.kind not in set(NoteKind):
        return Refused(Reason.PUBLIC_NOTE_KIND)
    if not LEAST <= len(note.text.strip()) <= MOST:
        return Refused(Reason.PUBLIC_NOTE_LENGTH, _limits())
    has_ground = LEAST <= len(note.ground.strip()) <= MOST_GROUND
    if note.is_correction and not has_ground:
        return Refused(Reason.CORRECTION_GROUND, {"least": str(LEAST), "most": str(MOST_GROUND)})
    return ALLOWED


def _limits() -> dict[str, str]:
    return {"least": str(LEAST), "most": str(MOST)}
