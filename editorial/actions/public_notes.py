"""What readers are told of a change of substance: asked at forwarding, told at posting (Đ17 §2)."""

from __future__ import annotations

from typing import Any

from editorial.actions.desk import Case, check
from editorial.intake.plain import plain_line, plain_text
from editorial.models.chain import Round
from editorial.rules.public_notes import MOST, MOST_GROUND, NO_NOTE, PublicNote, is_of_substance, is_told
from editorial.selectors.content import content_of, content_of_revision


def note_for(case: Case, draft: Any, typed: PublicNote) -> PublicNote:
    """The note that goes with this version; nothing for a page that was never public. Raises RuleRefused.

    `draft` is the version that is forwarded; it is compared with what stood on the site last.
    """
    live = case.record.live_clearance
    if live is None:
        return NO_NOTE
    note = _plain(typed)
    before, after = content_of_revision(live.revision), content_of(draft)
    check(case, is_told(note, is_needed=is_of_substance(before, after, case.rules.small_share)))
    return NO_NOTE if note.is_empty else note


def _plain(typed: PublicNote) -> PublicNote:
    """As it is stored; one letter more than allowed is kept, so that the rule sees it."""
    ground = plain_text(typed.ground)[: MOST_GROUND + 1] if typed.is_correction else ""
    return PublicNote(typed.kind, plain_line(typed.text, MOST + 2), ground)


def note_of(round_: Round) -> PublicNote:
    """The note a round carries."""
    return PublicNote(round_.note_kind, round_.public_note, round_.note_ground)


def told_at_posting(round_: Round) -> dict[str, Any]:
    """What the ledger line of the posting says of the note; nothing where the round carries none."""
    return {"public_note": round_.public_note, "note_kind": round_.note_kind} if round_.public_note else {}
