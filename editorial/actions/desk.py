"""What every action does: lock the item, see the actor as of now, write the facts."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.db.models import Max
from django.utils.timezone import localdate
from wagtail.models import Page, Revision

from core.clock import now as clock_now
from core.rules.answers import Answer, Refused, RuleRefused, demand
from editorial.actions.ledger import append
from editorial.gates.digest import revision_digest
from editorial.models.chain import Decision, EditorialRecord, Round
from editorial.rules.charter import CharterRules
from editorial.rules.facts import Item, RoundFacts
from editorial.rules.people import Actor, holds_stage
from editorial.rules.public_notes import NO_NOTE, PublicNote
from editorial.rules.reasons import Reason
from editorial.rules.routes import Plan
from editorial.rules.states import public_state, work_state
from editorial.rules.vocabulary import Post, RoundKind, Stage, Verb
from editorial.selectors.people import fresh_actor
from editorial.selectors.records import (
    acts_of,
    charter_in_force,
    item_of,
    running_round,
)
from school.models import School, User

LOST_RACE = frozenset({Reason.WRONG_STATE, Reason.DECIDED_BEFORE})


@dataclasses.dataclass
class Case:
    """An item under its lock, the actor, the charter and the moment of the act."""

    record: EditorialRecord
    round: Round | None
    user: User
    actor: Actor
    rules: CharterRules
    item: Item
    at: datetime.datetime

    @property
    def page(self) -> Any:
        """The page as its own type, from the database."""
        return Page.objects.get(pk=self.record.page_id).specific

    @property
    def running(self) -> Round:
        """The running round; raises RuleRefused when none runs."""
        if self.round is None:
            raise RuleRefused(Refused(Reason.WRONG_STATE))
        return self.round

    @property
    def facts(self) -> RoundFacts:
        """The running round as the rules see it; raises RuleRefused when none runs."""
        if self.item.round is None:
            raise RuleRefused(Refused(Reason.WRONG_STATE))
        return self.item.round

    @property
    def turn(self) -> Stage:
        """The stage whose turn it is; raises RuleRefused when no stage decides now."""
        if self.item.turn is None:
            raise RuleRefused(Refused(Reason.WRONG_STATE))
        return self.item.turn

    def refresh(self) -> None:
        """See the item again after a change of its record or round."""
        self.round = running_round(self.record)
        self.item = item_of(self.record, self.round, on=localdate(self.at))


def open_case(record_id: int, user: User, at: datetime.datetime | None = None) -> Case:
    """Lock the item's record, then its running round; must stand inside a transaction."""
    record = (
        EditorialRecord.objects.select_for_update(of=("self",))
        .select_related("school", "unit", "live_clearance", "editor")
        .get(pk=record_id)
    )
    Round.objects.select_for_update(of=("self",)).filter(record=record, ended_at__isnull=True).first()
    round_ = running_round(record)
    moment = at or clock_now()
    return Case(
        record=record,
        round=round_,
        user=user,
        actor=fresh_actor(user.pk, localdate(moment)),
        rules=_rules(record, round_),
        item=item_of(record, round_, on=localdate(moment)),
        at=moment,
    )


def _rules(record: EditorialRecord, round_: Round | None) -> CharterRules:
    """A round keeps the charter it began under."""
    if round_ is not None:
        return round_.charter.rules
    charter = charter_in_force(record.school)
    return charter.rules if charter else CharterRules()


def demand_same_round(case: Case, round_id: int | None) -> None:
    """Refuse when the item has moved on since the person opened the page; say who decided."""
    if round_id is None or (case.round is not None and case.round.pk == round_id):
        return
    demand(already_decided(case, round_id))


def already_decided(case: Case, round_id: int | None) -> Refused:
    """The refusal for whoever comes second: "already decided by …"."""
    decision = (
        Decision.objects.filter(record=case.record, round__pk=round_id or 0).order_by("-decided_at", "-pk").first()
    )
    if decision is None:
        return Refused(Reason.STALE_PAGE)
    return Refused(Reason.ALREADY_DECIDED, {"who": decision.actor_name})


def check(case: Case, answer: Answer, round_id: int | None = None) -> None:
    """Raise RuleRefused when the rule says no; a lost race reads "already decided by …"."""
    if isinstance(answer, Refused) and round_id is not None and _lost_race(case, answer, round_id):
        raise RuleRefused(already_decided(case, round_id))
    demand(answer)


def _lost_race(case: Case, refused: Refused, round_id: int) -> bool:
    """Whether the person could have decided, had nobody been quicker at the stage he saw."""
    if case.round is None or case.round.pk != round_id or case.item.turn is None:
        return refused.reason in LOST_RACE
    own_stages = (row.stage for row in case.facts.decisions)
    content_class = case.item.content_class
    return refused.reason is Reason.NOT_YOUR_POST and any(
        holds_stage(case.actor, stage, content_class) for stage in own_stages
    )


def write(case: Case, verb: Verb, next_stage: Stage | None = None, **payload: Any) -> None:
    """Append the ledger line of `verb`, derive both states anew and store the record."""
    record = case.record
    facts = {
        "unit": record.unit_id,
        "unit_name": record.unit.name,
        "class": record.content_class,
        "round": case.round.number if case.round else None,
        "next_stage": next_stage.value if next_stage else None,
        **payload,
    }
    append(
        action=f"editorial.{verb.value}",
        at=case.at,
        school_id=record.school_id,
        actor_id=case.user.pk,
        record_id=record.pk,
        payload=facts,
    )
    acts = acts_of(record.pk)
    record.work_state, before = work_state(acts), record.work_state
    if record.work_state != before or verb in {Verb.APPROVE, Verb.FORWARD, Verb.ASSIGN}:
        record.state_since = case.at
    public_before, record.public_state = record.public_state, public_state(acts)
    if record.public_state != public_before:
        record.public_state_since = case.at
    record.save()


def open_round(
    case: Case,
    *,
    kind: RoundKind,
    revision: Revision,
    plan: Plan,
    authors: set[int],
    checklist: dict[str, Any] | None = None,
    note: str = "",
    ground: str = "",
    public_note: PublicNote = NO_NOTE,
) -> Round:
    """Pin one revision and fix the stages it has to pass."""
    charter = charter_in_force(case.record.school)
    if charter is None:
        raise RuleRefused(Refused(Reason.NO_BOARD_YET))
    last = Round.objects.filter(record=case.record).aggregate(n=Max("number"))["n"] or 0
    case.round = Round.objects.create(
        record=case.record,
        number=last + 1,
        kind=kind,
        revision=revision,
        digest=revision_digest(revision),
        content_class=case.record.content_class,
        stages=[stage.value for stage in plan.stages],
        skipped=[{"stage": stage.value, "why": why} for stage, why in plan.skipped],
        author_ids=sorted(authors),
        checklist=checklist or {},
        note=note,
        ground=ground,
        note_kind=public_note.kind,
        public_note=public_note.text,
        note_ground=public_note.ground,
        charter=charter,
        forwarded_by=case.user,
        started_at=case.at,
    )
    case.refresh()
    return case.running


def close_round(case: Case) -> None:
    """End the running round."""
    if case.round is not None:
        case.round.ended_at = case.at
        case.round.save(update_fields=["ended_at"])


def decide(case: Case, *, stage: Stage, verb: Verb, note: str = "", ground: str = "") -> Decision:
    """Write one decision on the pinned revision, with name and post as they are today."""
    return Decision.objects.create(
        round=case.running,
        record=case.record,
        revision=case.running.revision,
        stage=stage,
        act=verb,
        actor=case.user,
        actor_name=case.user.get_full_name()[:100],
        actor_post=_post_at(case.actor, stage),
        on_behalf_of_id=_on_behalf(case, stage),
        note=note.strip(),
        ground=ground,
        decided_at=case.at,
    )


def _post_at(actor: Actor, stage: Stage) -> str:
    """The post a person acts in: the stage's own post first."""
    wanted = {Stage.EDITOR: Post.EDITOR, Stage.DEPUTY: Post.DEPUTY, Stage.HEAD: Post.HEAD}.get(stage)
    if wanted and (wanted in actor.posts or wanted is Post.HEAD):
        return wanted.value
    order = (Post.HEAD, Post.DEPUTY, Post.SECRETARY, Post.EDITOR)
    return next((post.value for post in order if post in actor.posts), "")


def _on_behalf(case: Case, stage: Stage) -> int | None:
    """The head for whom a delegate decides on this class of content."""
    if stage is not Stage.HEAD or Post.HEAD in case.actor.posts:
        return None
    return case.actor.acts_for(case.item.content_class)


def school_line(school: School, user: User | None, action: str, at: datetime.datetime, **payload: Any) -> None:
    """Append a ledger line about the board itself rather than an item."""
    append(action=action, at=at, school_id=school.pk, actor_id=user.pk if user else None, payload=payload)
