"""Records, rounds and items as the rules see them."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.db.models import Count, Prefetch
from wagtail.models import Revision

from core.clock import today
from editorial.models.chain import Clearance, Decision, EditorialRecord, Round
from editorial.models.charter import Charter
from editorial.models.ledger import LedgerEntry
from editorial.rules import decisions
from editorial.rules.charter import CharterRules
from editorial.rules.facts import DecisionFacts, Item, RoundFacts
from editorial.rules.states import Act
from editorial.rules.vocabulary import (
    AWAITING_POSTING,
    VISIBLE,
    ContentClass,
    Post,
    RoundKind,
    Stage,
    Verb,
    WorkState,
)
from editorial.selectors.people import board_actors, delegations_in_force
from school.models import Absence, BoardAppointment, School
from school.selectors import is_absent

STAGES = frozenset(stage.value for stage in Stage)
DECIDING_POSTS = [Post.EDITOR.value, Post.DEPUTY.value, Post.HEAD.value]
EDITING_POSTS = [Post.EDITOR.value, Post.SECRETARY.value]


def record_of_page(page: Any) -> EditorialRecord | None:
    """The record of a page; None for a page that has none yet."""
    return EditorialRecord.objects.select_related("editor").filter(page_id=page.pk).first()


def charter_in_force(school: School) -> Charter | None:
    """The charter's newest version."""
    return Charter.objects.filter(school=school).order_by("-version").first()


def rules_in_force(school: School) -> CharterRules:
    """The charter's rules; the regulation's own values before a charter was entered."""
    charter = charter_in_force(school)
    return charter.rules if charter else CharterRules()


def running_round(record: EditorialRecord) -> Round | None:
    """The round under way, with its decisions."""
    return (
        Round.objects.filter(record=record, ended_at__isnull=True)
        .select_related("revision", "charter")
        .prefetch_related(Prefetch("decisions", queryset=Decision.objects.order_by("decided_at", "pk")))
        .first()
    )


def last_round(record: EditorialRecord) -> Round | None:
    """The newest round, running or not."""
    return Round.objects.filter(record=record).order_by("-number").select_related("revision").first()


def open_clearance(record: EditorialRecord) -> Clearance | None:
    """The clearance that waits to be posted: the newest one."""
    return (
        Clearance.objects.filter(record=record)
        .select_related("revision", "round", "decision")
        .order_by("-cleared_at", "-pk")
        .first()
    )


def round_facts(round_: Round) -> RoundFacts:
    """A round as the rules see it."""
    return RoundFacts(
        kind=RoundKind(round_.kind),
        stages=tuple(Stage(stage) for stage in round_.stages),
        author_ids=frozenset(round_.author_ids),
        decisions=tuple(
            DecisionFacts(row.actor_id, Stage(row.stage), row.act == Verb.APPROVE) for row in round_.decisions.all()
        ),
    )


def item_of(record: EditorialRecord, round_: Round | None = None, *, on: datetime.date | None = None) -> Item:
    """An item as the rules see it on the day `on` (today); the running round is looked up when it matters."""
    day = on or today()
    if round_ is None and record.work is not WorkState.DRAFT:
        round_ = running_round(record)
    item = Item(
        work_state=record.work,
        public_state=record.public,
        unit_id=record.unit_id,
        content_class=ContentClass(record.content_class),
        owner_id=record.created_by_id,
        editor_id=record.editor_id,
        editor_is_absent=_editor_is_away(record, day),
        handed_in_at=record.first_handed_in_at,
        class_set_by_superior=record.class_set_by_superior,
        is_notice=record.is_notice,
        is_document=record.is_document,
        head_cleared_since_removal=_head_cleared_since_removal(record),
        content_deputy_can_decide=_content_deputy_can_decide(record, round_, day),
        released_by_id=record.live_clearance.decision.actor_id if record.is_notice and record.live_clearance else None,
        round=round_facts(round_) if round_ else None,
    )
    return dataclasses.replace(item, needed_later=_needed_later(record, round_, item, day))


def _needed_later(record: EditorialRecord, round_: Round | None, item: Item, on: datetime.date) -> frozenset[int]:
    """Asked only where it matters: a later stage follows, and somebody could decide at two."""
    if round_ is None or item.round is None or item.turn is None:
        return frozenset()
    if item.round.stage_after(item.turn) is Stage.POSTING or not _somebody_holds_two_stages(record.school, on):
        return frozenset()
    return decisions.needed_later(item.round, board_actors(record.school, on), item, round_.charter.rules)


def _somebody_holds_two_stages(school: School, on: datetime.date) -> bool:
    if delegations_in_force(on).filter(school=school).exists():
        return True
    posts = BoardAppointment.objects.in_force(on).filter(school=school, post__in=DECIDING_POSTS)
    return posts.values("user_id").annotate(count=Count("post", distinct=True)).filter(count__gt=1).exists()


def _editor_is_away(record: EditorialRecord, on: datetime.date) -> bool:
    """Whether whoever holds the item is registered as away, or edits for the board no longer."""
    editor = record.editor
    if editor is None:
        return False
    posts = BoardAppointment.objects.in_force(on).filter(user=editor, post__in=EDITING_POSTS)
    return not editor.is_active or not posts.exists() or is_absent(editor, on)


def _head_cleared_since_removal(record: EditorialRecord) -> bool:
    """Asked only where it matters: a released version of a page that is off the site."""
    if record.work not in AWAITING_POSTING or record.public in VISIBLE or record.public_state_since is None:
        return False
    clearance = open_clearance(record)
    if clearance is None or clearance.cleared_at <= record.public_state_since:
        return False
    return clearance.decision.stage == Stage.HEAD and clearance.decision.on_behalf_of_id is None


def _content_deputy_can_decide(record: EditorialRecord, round_: Round | None, on: datetime.date) -> bool:
    """Asked only where it matters: in a round whose one stage is the deputy's."""
    if round_ is None or round_.stages != [Stage.DEPUTY.value]:
        return False
    return (
        BoardAppointment.objects.in_force(on)
        .filter(school=record.school_id, is_content_deputy=True, user__is_active=True)
        .exclude(user__in=Absence.objects.in_force(on).values("user_id"))
        .exclude(user__in=round_.author_ids)
        .exists()
    )


def writers_since(base: Revision, newest: Revision) -> set[int]:
    """Who wrote a version of the page after `base`, up to `newest`."""
    revisions = Revision.objects.filter(
        base_content_type=base.base_content_type, object_id=base.object_id, pk__gt=base.pk, pk__lte=newest.pk
    )
    return set(revisions.exclude(user=None).values_list("user_id", flat=True))


def author_ids(record: EditorialRecord, revision: Revision) -> set[int]:
    """Who wrote the text of `revision`: everybody whose revision came after the posted one.

    The item's first author counts as long as it was never posted.
    """
    revisions = Revision.objects.filter(
        base_content_type=revision.base_content_type, object_id=revision.object_id, pk__lte=revision.pk
    )
    if record.live_clearance:
        revisions = revisions.filter(pk__gt=record.live_clearance.revision_id)
    writers = set(revisions.exclude(user=None).values_list("user_id", flat=True))
    if record.live_clearance is None and record.created_by_id:
        writers.add(record.created_by_id)
    return writers


def acts_of(record_id: int) -> list[Act]:
    """The item's acts as the ledger tells them, oldest first."""
    rows = LedgerEntry.objects.filter(record_id=record_id).order_by("seq").values_list("action", "payload")
    return [act for action, payload in rows if (act := _act(action, payload))]


def _act(action: str, payload: dict[str, Any]) -> Act | None:
    verb = action.removeprefix("editorial.")
    if verb not in set(Verb):
        return None
    next_stage = payload.get("next_stage")
    return Act(Verb(verb), Stage(next_stage) if next_stage in STAGES else None)
