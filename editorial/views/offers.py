"""What a person may do with an item now, what not and why, and how far the item has come."""

from __future__ import annotations

import dataclasses
import datetime

from django.utils.translation import gettext as _

from core.rules.answers import Refused
from editorial.forms.review import ActForm
from editorial.models import choices
from editorial.models.chain import Decision
from editorial.rules import decisions, desk_rules, posting
from editorial.rules.people import POST_OF_STAGE
from editorial.rules.routes import route
from editorial.rules.vocabulary import (
    AWAITING_DECISION,
    AWAITING_POSTING,
    IN_CHAIN,
    WITH_EDITORS,
    Post,
    PublicState,
    Stage,
    Verb,
)
from editorial.selectors.records import last_round
from editorial.selectors.review import Review, unit_editor_had_time
from editorial.sentences import sentence
from editorial.views.act import Act
from editorial.views.act_table import ACTS

BAR = (
    "approve_and_post", "approve", "return", "refuse", "confirm_notice", "end_notice", "post", "schedule",
    "unschedule", "forward", "return_to_unit", "claim", "hand_in", "hand_in_and_forward", "reopen", "restore",
)  # fmt: skip
WIDTH = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Offer:
    """An act that is offered: its form, whether it stands open, and whether one tap does it."""

    verb: str
    act: Act
    form: ActForm
    is_open: bool = False
    is_in_bar: bool = False

    @property
    def is_listed(self) -> bool:
        """Whether it needs a place of its own besides the bar: there is something to fill in."""
        return not self.is_in_bar or not self.act.is_one_tap or bool(self.form.visible_fields())


def offers(review: Review, bound: tuple[str, ActForm] | None = None, opened: str = "") -> list[Offer]:
    """Every act the rules allow this person now; `bound` is a form to show again as it was typed."""
    allowed = [verb for verb, act in ACTS.items() if act.makes_sense(review) and act.may(review)]
    in_bar = bar_verbs(allowed, review)
    return [_offer(verb, review, bound, opened, is_in_bar=verb in in_bar) for verb in allowed]


def act_of(verb: str, review: Review) -> Act:
    """The act as it is worded for this item: a deputy before the head agrees, the last stage releases."""
    facts, turn = review.item.round, review.item.turn
    is_last = facts is None or turn is None or facts.stage_after(turn) is Stage.POSTING
    if verb != Verb.APPROVE or turn is not Stage.DEPUTY or is_last:
        return ACTS[verb]
    return dataclasses.replace(ACTS[verb], label=choices.AGREE, done=choices.AGREED)


def _offer(verb: str, review: Review, bound: tuple[str, ActForm] | None, opened: str, *, is_in_bar: bool) -> Offer:
    is_bound = bound is not None and bound[0] == verb
    form = bound[1] if bound is not None and is_bound else ACTS[verb].form(review=review, verb=verb)
    return Offer(verb, act_of(verb, review), form, is_open=is_bound or verb == opened, is_in_bar=is_in_bar)


def bar_verbs(allowed: list[str], review: Review) -> list[str]:
    """The few acts that stand as big buttons; what is asked for comes first."""
    names = (*BAR, "take_down") if review.item.public_state is PublicState.HIDDEN else BAR
    wanted = [verb for verb in names if verb in allowed]
    if review.is_proposed_refusal and "refuse" in wanted:
        wanted = ["refuse", *(verb for verb in wanted if verb != "refuse")]
    return wanted[:WIDTH]


def in_bar(offered: list[Offer], review: Review) -> list[Offer]:
    """The big buttons in their order."""
    by_verb = {offer.verb: offer for offer in offered}
    return [by_verb[verb] for verb in bar_verbs(list(by_verb), review)]


def may_edit(review: Review) -> bool:
    """Whether the text is this person's to change; an urgent notice is written anew instead."""
    return not review.record.is_notice and bool(desk_rules.may_edit_text(review.actor, review.item))


def obstacles(review: Review) -> list[str]:
    """Why the person may not do what he might expect, in sentences with the clause."""
    answers = [_cannot_decide(review), _cannot_claim(review), _cannot_post(review)]
    found = [sentence(answer, review.country) for answer in answers if isinstance(answer, Refused)]
    is_sent = review.item.unit_id in review.actor.unit_ids and review.item.work_state in IN_CHAIN
    if is_sent and not review.actor.posts and not may_edit(review):
        found.append(_("While the board has the item its text stays as it is."))
    return found


def _cannot_decide(review: Review) -> object:
    """His step, but not his to decide: his own text, decided before, another field."""
    turn, actor = review.item.turn, review.actor
    if turn is None:
        return None
    is_his_step = bool(POST_OF_STAGE[turn] & actor.posts) or (turn is Stage.HEAD and actor.is_acting_head)
    return decisions.may_decide(actor, review.item, review.rules) if is_his_step else None


def _cannot_claim(review: Review) -> object:
    if review.item.work_state not in WITH_EDITORS or not review.actor.posts & {Post.EDITOR, Post.SECRETARY}:
        return None
    had_time = unit_editor_had_time(review)
    return desk_rules.may_claim(review.actor, review.item, unit_editor_had_time=had_time)


def _cannot_post(review: Review) -> object:
    is_waiting = review.item.work_state in AWAITING_DECISION
    is_his = Post.SECRETARY in review.actor.posts and not review.is_correction
    return posting.may_post(review.actor, review.item) if is_waiting and is_his else None


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """A step of the chain: 'done' by somebody, 'now', or 'todo'."""

    label: str
    status: str
    who: str = ""
    at: datetime.datetime | None = None


def steps(review: Review) -> list[Step]:
    """How far the item has come on its way through the chain; empty when it is not on it."""
    state = review.item.work_state
    if state not in IN_CHAIN:
        return []
    round_ = review.round or (last_round(review.record) if state in AWAITING_POSTING else None)
    stages = [Stage(code) for code in round_.stages] if round_ else list(_expected(review))
    taken = {row.stage: row for row in round_.decisions.all() if row.act == Verb.APPROVE} if round_ else {}
    editing = Step(
        choices.label(choices.STAGES, Stage.EDITING),
        "done" if round_ else "now",
        round_.forwarded_by.get_full_name() if round_ else "",
        round_.started_at if round_ else None,
    )
    deciding = [_step(stage, taken.get(stage), review) for stage in stages]
    last = "now" if state in AWAITING_POSTING else "todo"
    before = [editing] if review.rules.has_editing_stage else []
    return [*before, *deciding, Step(choices.label(choices.STAGES, Stage.POSTING), last)]


def _expected(review: Review) -> tuple[Stage, ...]:
    return route(review.item.content_class, review.rules)


def _step(stage: Stage, decision: Decision | None, review: Review) -> Step:
    label = choices.label(choices.STAGES, stage)
    if decision is not None:
        return Step(label, "done", decision.actor_name, decision.decided_at)
    return Step(label, "now" if review.item.turn is stage else "todo")
