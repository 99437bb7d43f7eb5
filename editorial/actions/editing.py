"""The editing stage: set the class, forward, return to the unit."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.utils.timezone import localdate

from core.rules.answers import Refused, RuleRefused
from editorial.actions.desk import Case, check, close_round, decide, open_case, open_round, write
from editorial.actions.handing_in import demand_none, newest_draft, take_in
from editorial.actions.public_notes import note_for
from editorial.actions.taking_up import take_over
from editorial.gates import workbench
from editorial.models.chain import EditorialRecord
from editorial.notifications import tell
from editorial.rules import checklist, decisions, desk_rules, routes
from editorial.rules.corrections import is_small
from editorial.rules.facts import RoundFacts
from editorial.rules.people import Actor
from editorial.rules.public_notes import NO_NOTE, PublicNote
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import (
    ContentClass,
    RoundKind,
    Stage,
    Verb,
    WorkState,
)
from editorial.selectors.content import content_facts, content_of_revision
from editorial.selectors.people import board_actors
from editorial.selectors.records import author_ids, last_round
from school.models import User
from school.selectors import consents_in_force


@transaction.atomic
def set_class(
    *, record_id: int, user: User, content_class: str, at: datetime.datetime | None = None
) -> EditorialRecord:
    """Change the class of content; a change during a round only adds stages. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    wanted = read_class(content_class)
    check(case, desk_rules.may_set_class(case.actor, case.item, wanted))
    apply_class(case, wanted)
    return case.record


def read_class(code: str) -> ContentClass:
    """The class of a code from a form; raises RuleRefused for an unknown one."""
    try:
        return ContentClass(code)
    except ValueError as error:
        raise RuleRefused(Refused(Reason.FORM_INCOMPLETE, {"fields": code})) from error


def apply_class(case: Case, wanted: ContentClass) -> None:
    """Write the class, widen a running round's stages and say where the item stands."""
    record, was = case.record, case.record.content_class
    if wanted == was:
        return
    record.content_class = wanted
    record.class_set_by_superior = not _is_editors_own(case)
    next_stage = None
    if case.round is not None and case.round.kind == RoundKind.FULL:
        _widen(case, wanted)
        next_stage = case.facts.next_stage
    record.save()
    write(case, Verb.SET_CLASS, next_stage, was=was)


def _is_editors_own(case: Case) -> bool:
    return case.record.work is WorkState.IN_EDITING and case.record.editor_id == case.user.pk


def _widen(case: Case, wanted: ContentClass) -> None:
    """Add the stages of the new class; a deputy's stage that nobody may decide is left out, and noted."""
    round_ = case.running
    before = tuple(Stage(code) for code in round_.stages)
    stages = routes.wider(before, routes.route(wanted, case.rules, is_document=case.record.is_document))
    why = _why_no_deputy(case, set(round_.author_ids)) if Stage.DEPUTY not in before else ""
    if why:
        stages = tuple(stage for stage in stages if stage is not Stage.DEPUTY)
        round_.skipped = [*round_.skipped, {"stage": Stage.DEPUTY.value, "why": why}]
    round_.stages, round_.content_class = [stage.value for stage in stages], wanted
    round_.save(update_fields=["stages", "skipped", "content_class"])
    case.refresh()


def _why_no_deputy(case: Case, authors: set[int]) -> str:
    """Why a deputy's stage that a change of class adds is left out; empty when it is not."""
    if not _somebody(case, Stage.DEPUTY, authors):
        return routes.NOBODY
    return routes.NEEDED_AT_HEAD if _deputy_is_needed_at_head(case, authors) else ""


@transaction.atomic
def forward(
    *,
    record_id: int,
    user: User,
    answers: Mapping[str, str],
    content_class: str | None = None,
    note: str = "",
    public_note: PublicNote = NO_NOTE,
    at: datetime.datetime | None = None,
) -> EditorialRecord:
    """The editor pins the newest version and sends it up; the round begins. Raises RuleRefused.

    `answers` are the checklist's; the class defaults to the one the item has. `public_note` is what
    readers are told once it is posted; asked for when the page was public before and its substance differs.
    """
    case = open_case(record_id, user, at)
    check(case, desk_rules.may_forward(case.actor, case.item))
    _send_up(case, answers, content_class, note, public_note)
    return case.record


@transaction.atomic
def hand_in_and_forward(
    *,
    record_id: int,
    user: User,
    answers: Mapping[str, str],
    content_class: str | None = None,
    note: str = "",
    public_note: PublicNote = NO_NOTE,
    at: datetime.datetime | None = None,
) -> EditorialRecord:
    """An editor's own text is sent and forwarded in one step. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, desk_rules.may_hand_in_and_forward(case.actor, case.item, case.rules))
    take_in(case)
    if case.record.is_document:
        check(case, desk_rules.may_place(case.actor, case.record.unit_id, case.rules))
    take_over(case, user)
    write(case, Verb.CLAIM, editor=user.pk)
    case.refresh()
    _send_up(case, answers, content_class, note, public_note)
    return case.record


def _send_up(
    case: Case, answers: Mapping[str, str], content_class: str | None, note: str, public_note: PublicNote
) -> None:
    if content_class:
        wanted = read_class(content_class)
        if wanted != case.record.content_class:
            check(case, desk_rules.may_set_class(case.actor, case.item, wanted))
            apply_class(case, wanted)
            case.refresh()
    draft = newest_draft(case)
    demand_none(draft, draft.forwarding_errors())
    case.record.title = draft.title
    register = frozenset(str(row.pk) for row in consents_in_force(case.record.school, localdate(case.at)))
    check(case, checklist.is_complete(content_facts(draft), answers, register))
    kept = {name: value for name, value in answers.items() if isinstance(value, str)}
    told = note_for(case, draft, public_note)
    _open_full_round(case, kept, note, told)
    tell("awaiting_decision", case.record, case.at)


def _open_full_round(case: Case, answers: dict[str, str], note: str, told: PublicNote) -> None:
    revision = case.page.latest_revision
    authors = author_ids(case.record, revision)
    plan = plan_round(case, authors)
    open_round(
        case,
        kind=RoundKind.FULL,
        revision=revision,
        plan=plan,
        authors=authors,
        checklist=answers,
        note=note,
        public_note=told,
    )
    demand_deciders(case)
    _go_to_first_stage(case, Verb.FORWARD)


def plan_round(case: Case, authors: set[int], kind: RoundKind = RoundKind.FULL) -> routes.Plan:
    """The stages of the next round, by route and by who is in office."""
    content_class = ContentClass(case.record.content_class)
    return routes.plan(
        kind=kind,
        content_class=content_class,
        charter=case.rules,
        deputies_available=_somebody(case, Stage.DEPUTY, authors),
        editors_available=_somebody(case, Stage.EDITOR, authors),
        reenters_at_head=kind is RoundKind.FULL
        and _returned_by_head_unchanged(case)
        and _somebody(case, Stage.HEAD, authors),
        deputy_is_needed_at_head=_deputy_is_needed_at_head(case, authors),
        is_document=case.record.is_document,
    )


def _somebody(case: Case, stage: Stage, authors: set[int]) -> bool:
    alone = RoundFacts(RoundKind.FULL, (stage,), frozenset(authors))
    return bool(decisions.somebody_may_decide(alone, _people(case), case.item, case.rules))


def _deputy_is_needed_at_head(case: Case, authors: set[int]) -> bool:
    both = RoundFacts(RoundKind.FULL, routes.ALL_STAGES, frozenset(authors))
    return decisions.deputy_is_needed_at_head(both, _people(case), case.item, case.rules)


def _people(case: Case) -> tuple[Actor, ...]:
    return board_actors(case.record.school, localdate(case.at))


def demand_deciders(case: Case) -> None:
    """The item waits, and says who must be appointed, when the chain could not be walked."""
    check(case, decisions.somebody_may_decide(case.facts, _people(case), case.item, case.rules))


def _returned_by_head_unchanged(case: Case) -> bool:
    """Whether the head returned the last round and only small things changed since."""
    previous = last_round(case.record)
    if previous is None or previous.kind != RoundKind.FULL:
        return False
    last = previous.decisions.order_by("-decided_at", "-pk").first()
    if last is None or (last.act, last.stage) != (Verb.RETURN, Stage.HEAD):
        return False
    if previous.content_class != case.record.content_class:
        return False
    before = content_of_revision(previous.revision)
    after = content_of_revision(case.page.latest_revision)
    return before == after or bool(is_small(before, after, case.rules.small_share))


def _go_to_first_stage(case: Case, verb: Verb, **payload: str) -> None:
    stage = case.facts.next_stage
    write(case, verb, stage, revision=case.running.revision_id, skipped=case.running.skipped, **payload)
    workbench.move_to(case.page, stage or Stage.POSTING, case.user)


@transaction.atomic
def propose_refusal(
    *, record_id: int, user: User, ground: str, note: str, at: datetime.datetime | None = None
) -> EditorialRecord:
    """The editor proposes to refuse the item; deputy or head decides. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, decisions.may_propose_refusal(case.actor, case.item, ground, note))
    revision = case.page.latest_revision
    open_round(
        case,
        kind=RoundKind.REFUSAL,
        revision=revision,
        plan=plan_round(case, {user.pk}, RoundKind.REFUSAL),
        authors={user.pk},
        note=note,
        ground=ground,
    )
    demand_deciders(case)
    _go_to_first_stage(case, Verb.PROPOSE_REFUSAL, ground=ground)
    tell("awaiting_decision", case.record, case.at)
    return case.record


@transaction.atomic
def return_to_unit(*, record_id: int, user: User, note: str, at: datetime.datetime | None = None) -> EditorialRecord:
    """The editor gives the item back to the unit, saying what to fix. Raises RuleRefused."""
    case = open_case(record_id, user, at)
    check(case, desk_rules.may_return_to_unit(case.actor, case.item, note))
    case.record.editor = None
    open_round(
        case,
        kind=RoundKind.FULL,
        revision=case.page.latest_revision,
        plan=routes.Plan(()),
        authors=set(),
        note=note,
    )
    decide(case, stage=Stage.EDITING, verb=Verb.RETURN, note=note)
    write(case, Verb.RETURN, stage=Stage.EDITING.value)
    close_round(case)
    workbench.end(case.page, user, posted=False)
    tell("returned_to_unit", case.record, case.at, note=note)
    return case.record
