"""Small corrections: a misspelt name must not cost four people a day."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from core.rules.answers import ALLOWED, Answer, Refused, RuleRefused
from editorial.actions.deciding import say_yes
from editorial.actions.desk import (
    Case,
    check,
    close_round,
    demand_same_round,
    open_case,
    open_round,
    write,
)
from editorial.actions.editing import demand_deciders, plan_round
from editorial.actions.posting import post_cleared
from editorial.actions.public_notes import note_of
from editorial.gates import workbench
from editorial.models.chain import Clearance, EditorialRecord
from editorial.notifications import tell
from editorial.rules import decisions
from editorial.rules.corrections import is_small
from editorial.rules.posting import may_correct
from editorial.rules.reasons import Reason
from editorial.rules.routes import Plan
from editorial.rules.vocabulary import AWAITING_POSTING, RoundKind, Stage, Verb
from editorial.selectors.content import content_of, content_of_revision, replace_words
from editorial.selectors.records import open_clearance, writers_since
from school.models import User


@transaction.atomic
def correct_words(
    *, record_id: int, user: User, wrong: str, right: str, at: datetime.datetime | None = None
) -> EditorialRecord:
    """Put right words for wrong ones in what was released; one superior clears it.

    Raises RuleRefused: not small, words not found, a new version begun.
    """
    case = open_case(record_id, user, at)
    check(case, may_correct(case.actor, case.item))
    clearance = open_clearance(case.record)
    if clearance is None:
        raise RuleRefused(Refused(Reason.NOT_CLEARED))
    if _draft_waits(case, clearance):
        raise RuleRefused(Refused(Reason.DRAFT_WAITING))
    revision = _corrected(case, clearance.revision, wrong, right)
    _open_correction(case, revision, {user.pk})
    return case.record


@transaction.atomic
def send_correction(*, record_id: int, user: User, at: datetime.datetime | None = None) -> EditorialRecord:
    """Send the newest draft of a posted item as a small correction. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, may_correct(case.actor, case.item))
    clearance = open_clearance(case.record)
    if clearance is None:
        raise RuleRefused(Refused(Reason.NOT_CLEARED))
    newest = case.page.latest_revision
    check(case, _smallness(case, clearance.revision, content_of_revision(newest)))
    _open_correction(case, newest, writers_since(clearance.revision, newest) | {user.pk})
    return case.record


def _draft_waits(case: Case, clearance: Clearance) -> bool:
    """Whether a newer version was begun; a correction that was dropped is none."""
    newest = case.page.latest_revision_id
    if newest == clearance.revision_id:
        return False
    return not case.record.rounds.filter(kind=RoundKind.CORRECTION, revision_id=newest).exists()


def _corrected(case: Case, base: Revision, wrong: str, right: str) -> Revision:
    """A new revision of `base` with the words replaced; refused when that is not small."""
    if not wrong.strip() or wrong == right:
        raise RuleRefused(Refused(Reason.NOTHING_CHANGED))
    page = base.as_object()
    if replace_words(page, wrong, right) == 0:
        raise RuleRefused(Refused(Reason.WORDS_NOT_FOUND))
    check(case, _smallness(case, base, content_of(page)))
    return page.save_revision(user=case.user, changed=True, clean=True)


def _smallness(case: Case, base: Revision, after: Any) -> Answer:
    return is_small(content_of_revision(base), after, case.rules.small_share)


def _open_correction(case: Case, revision: Revision, authors: set[int]) -> None:
    plan = plan_round(case, authors, RoundKind.CORRECTION)
    open_round(case, kind=RoundKind.CORRECTION, revision=revision, plan=plan, authors=authors)
    demand_deciders(case)
    stage = case.item.round.next_stage if case.item.round else None
    write(case, Verb.CORRECT, stage, revision=revision.pk)
    workbench.move_to(case.page, stage or Stage.POSTING, case.user)
    tell("awaiting_decision", case.record, case.at)


@transaction.atomic
def correct_and_approve(
    *,
    record_id: int,
    user: User,
    wrong: str,
    right: str,
    round_id: int | None = None,
    and_post: bool = False,
    at: datetime.datetime | None = None,
) -> EditorialRecord:
    """The head corrects a word as he reads and approves in one act.

    Deputy and editor are shown the difference: the former round ends, and one with the corrected
    revision and the head's approval stands beside it. Raises RuleRefused.
    """
    case = open_case(record_id, user, at)
    demand_same_round(case, round_id)
    check(case, decisions.may_approve(case.actor, case.item, case.rules), round_id)
    check(case, _may_correct_as_head(case))
    former = case.running
    revision = _corrected(case, former.revision, wrong, right)
    close_round(case)
    open_round(
        case,
        kind=RoundKind(former.kind),
        revision=revision,
        plan=Plan((Stage.HEAD,), ((Stage.DEPUTY, f"approved_in_round_{former.number}"),)),
        authors=set(former.author_ids) - {user.pk},
        checklist=former.checklist,
        note=former.note,
        public_note=note_of(former),
    )
    write(case, Verb.CORRECT, Stage.HEAD, revision=revision.pk, by_head=True)
    case.refresh()
    say_yes(case, "")
    tell("corrected_by_head", case.record, case.at)
    if and_post and case.record.work in AWAITING_POSTING:
        post_cleared(case)
    return case.record


def _may_correct_as_head(case: Case) -> Answer:
    return ALLOWED if case.item.turn is Stage.HEAD else Refused(Reason.NOT_YOUR_POST)
