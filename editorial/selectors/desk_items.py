"""Which items concern whom: one question and one query for each list of the desk."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from editorial.models.chain import EditorialRecord
from editorial.models.charter import Charter
from editorial.models.files import HiddenFile
from editorial.models.takedown import TakedownRequest
from editorial.rules.charter import CharterRules
from editorial.rules.people import Actor
from editorial.rules.takedown import URGENT, RequestState
from editorial.rules.vocabulary import (
    AWAITING_DECISION,
    IN_CHAIN,
    VISIBLE,
    Post,
    PublicState,
    WorkState,
)
from editorial.selectors.people import actor_of
from editorial.selectors.proposals import waiting_count
from school.models import Absence, Delegation, School

Records = QuerySet[EditorialRecord]
SUPERVISORS = frozenset({Post.HEAD, Post.SECRETARY})


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the desk, under which rules, and when; how many proposals of readers wait."""

    actor: Actor
    school: School
    rules: CharterRules
    now: datetime.datetime
    proposals_count: int = 0

    @property
    def records(self) -> Records:
        """The school's items with what a row shows of them; `editor_is_away` says so."""
        away = Absence.objects.in_force(self.today).filter(user=OuterRef("editor"))
        records = EditorialRecord.objects.filter(school=self.school).select_related("unit", "editor")
        return records.annotate(editor_is_away=Exists(away))

    @property
    def today(self) -> datetime.date:
        """The reader's day in the school's time zone."""
        return localdate(self.now)


def reader_of(user: Any, school: School, now: datetime.datetime) -> Reader:
    """The person at the desk."""
    charter = Charter.objects.filter(school=school).annotate(proposals=waiting_count()).order_by("-version").first()
    rules, proposals = (charter.rules, charter.proposals) if charter else (CharterRules(), 0)
    return Reader(actor_of(user, localdate(now)), school, rules, now, proposals)


def is_decider(reader: Reader) -> bool:
    """Whether the person holds a post that decides."""
    return _decider_filter(reader) is not None


def _decider_filter(reader: Reader) -> Q | None:
    """Items at the stages this person's posts act at; the exact answer per row is the rules'."""
    actor, parts = reader.actor, []
    if Post.HEAD in actor.posts or (actor.is_acting_head and not actor.acting_classes):
        parts.append(Q(work_state=WorkState.AWAITING_HEAD))
    elif actor.is_acting_head:
        parts.append(Q(work_state=WorkState.AWAITING_HEAD, content_class__in=sorted(actor.acting_classes)))
    if Post.DEPUTY in actor.posts:
        deputy = Q(work_state=WorkState.AWAITING_DEPUTY)
        parts.append(deputy & Q(unit_id__in=actor.field_ids) if reader.rules.deputies_by_field else deputy)
    if Post.EDITOR in actor.posts:
        parts.append(Q(work_state=WorkState.AWAITING_EDITOR))
    if not parts:
        return None
    wanted = parts[0]
    for part in parts[1:]:
        wanted |= part
    return wanted


def to_decide(reader: Reader) -> Records:
    """Items at the stages this person decides at."""
    wanted = _decider_filter(reader)
    return reader.records.filter(wanted) if wanted is not None else reader.records.none()


def is_head(reader: Reader) -> bool:
    """Whether the person is the head himself."""
    return Post.HEAD in reader.actor.posts


def acts_as_head(reader: Reader) -> bool:
    """Whether the person is the head or stands in for him."""
    return is_head(reader) or reader.actor.is_acting_head


def is_secretary(reader: Reader) -> bool:
    """Whether the person is a secretary."""
    return Post.SECRETARY in reader.actor.posts


def takes_up(reader: Reader) -> bool:
    """Whether the person takes items over for editing; where no stage edits, only what is left of one."""
    is_editor = bool(reader.actor.posts & {Post.EDITOR, Post.SECRETARY})
    return is_editor and (reader.rules.has_editing_stage or with_me(reader).exists())


def hidden(reader: Reader) -> Records:
    """Pages, pictures and files hidden at once, and items asked to be taken down, until the head decides.

    `is_child`: somebody says that his child is shown; such items stand first.
    """
    open_files = HiddenFile.objects.filter(record=OuterRef("pk"), restored_at__isnull=True, takedown__isnull=True)
    asked = TakedownRequest.objects.filter(record=OuterRef("pk"), state=RequestState.OPEN)
    wanted = reader.records.filter(Q(public_state=PublicState.HIDDEN) | Exists(open_files) | Exists(asked))
    return wanted.annotate(is_child=Exists(asked.filter(complaint__in=sorted(URGENT))))


def notices(reader: Reader) -> Records:
    """Urgent notices that somebody else released and the head has to confirm."""
    return reader.records.filter(is_notice=True, confirm_by_on__isnull=False, public_state__in=sorted(VISIBLE))


def with_me(reader: Reader) -> Records:
    """Items given to this person or taken up by him."""
    return reader.records.filter(editor_id=reader.actor.id, work_state__in=[WorkState.SUBMITTED, WorkState.IN_EDITING])


def to_post(reader: Reader) -> Records:
    """Released, not posted."""
    return reader.records.filter(work_state=WorkState.APPROVED)


def scheduled(reader: Reader) -> Records:
    """Released, with a set time."""
    return reader.records.filter(work_state=WorkState.SCHEDULED)


def to_fix(reader: Reader) -> Records:
    """Returned to the person's units."""
    return reader.records.filter(unit_id__in=reader.actor.unit_ids, work_state=WorkState.RETURNED)


def inbox(reader: Reader) -> Records:
    """Handed in and not taken up, or left lying with somebody who is away (Đ5.1)."""
    lying = Q(work_state=WorkState.SUBMITTED) | Q(work_state=WorkState.IN_EDITING, editor_is_away=True)
    return reader.records.filter(lying).exclude(editor_id=reader.actor.id)


def late(reader: Reader) -> Records:
    """Beyond the charter's hours, and not in a list of the reader's own."""
    decide_by = reader.now - datetime.timedelta(hours=reader.rules.decision_hours)
    post_by = reader.now - datetime.timedelta(hours=reader.rules.posting_hours)
    late = Q(work_state__in=sorted(AWAITING_DECISION), state_since__lte=decide_by)
    if not is_secretary(reader):
        late |= Q(work_state=WorkState.APPROVED, state_since__lte=post_by)
    own = _decider_filter(reader)
    records = reader.records.filter(late)
    return records if own is None else records.exclude(own)


def sent(reader: Reader) -> Records:
    """Items of the person's units that are under way."""
    return reader.records.filter(unit_id__in=reader.actor.unit_ids, work_state__in=sorted(IN_CHAIN))


def drafts(reader: Reader) -> Records:
    """What the person's units have not sent, or took back."""
    return reader.records.filter(
        unit_id__in=reader.actor.unit_ids, work_state__in=[WorkState.DRAFT, WorkState.WITHDRAWN]
    )


def handed_in(reader: Reader) -> Records:
    """Everything the board has ever had, whatever became of it."""
    return reader.records.exclude(first_handed_in_at=None, first_published_at=None)


def may_take_part(reader: Reader) -> bool:
    """Whether the person has any part in the chain; the technical administrator has none."""
    return reader.actor.is_active and not reader.actor.is_technical


def has_inbox(reader: Reader) -> bool:
    """Whether items come in that nobody has taken up; where no stage edits, only what is left of one."""
    return is_board(reader) and (reader.rules.has_editing_stage or inbox(reader).exists())


def is_board(reader: Reader) -> bool:
    """Whether the person is on the board today."""
    return reader.actor.is_board


def supervises(reader: Reader) -> bool:
    """Whether alarms go to this person."""
    return bool(reader.actor.posts & SUPERVISORS)


def in_unit(reader: Reader) -> bool:
    """Whether the person belongs to a unit."""
    return bool(reader.actor.unit_ids)


def delegations_without_number(reader: Reader) -> list[Delegation]:
    """The head's own delegations whose document number has not followed yet."""
    if not is_head(reader):
        return []
    rows = Delegation.objects.filter(school=reader.school, given_by_id=reader.actor.id, decision_number="")
    return [row for row in rows.select_related("given_to") if row.ends_on is None or row.ends_on >= row.starts_on]
