"""What one row of a desk list says of its item, in words."""

from __future__ import annotations

import dataclasses
import datetime

from django.db.models import Count, Window

from core.rules.answers import Refused
from editorial.models import choices
from editorial.models.chain import EditorialRecord, Round
from editorial.rules import clocks, decisions
from editorial.rules.facts import Item
from editorial.rules.vocabulary import (
    AWAITING_DECISION,
    ContentClass,
    Post,
    PublicState,
    RoundKind,
    WorkState,
)
from editorial.selectors.desk import SectionKind, items_of
from editorial.selectors.desk_items import Reader
from editorial.selectors.records import round_facts
from editorial.sentences import sentence
from school.models import BoardAppointment

ROWS = 10
POST_OF_STATE = {
    WorkState.AWAITING_EDITOR: Post.EDITOR,
    WorkState.AWAITING_DEPUTY: Post.DEPUTY,
    WorkState.AWAITING_HEAD: Post.HEAD,
    WorkState.APPROVED: Post.SECRETARY,
    WorkState.SCHEDULED: Post.SECRETARY,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a post of the board today, with the units he looks after."""

    name: str
    post: Post
    unit_ids: frozenset[int]


@dataclasses.dataclass(frozen=True, slots=True)
class People:
    """Who holds which post today; by_field: whether each deputy decides for his own units only."""

    holders: tuple[Holder, ...]
    by_field: bool

    def names(self, post: Post, unit_id: int) -> str:
        """Who may have an item of this unit by this post; the post itself when nobody does."""
        in_post = [holder for holder in self.holders if holder.post is post]
        if post is Post.DEPUTY and self.by_field:
            in_post = [holder for holder in in_post if unit_id in holder.unit_ids]
        return ", ".join(holder.name for holder in in_post) or choices.label(choices.POSTS, post.value)


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """An item on the desk.

    holder: who has it; lies_open: whether nobody has taken it up yet; kind: what is asked when it
    is not an ordinary approval; due_at: until when the reader's act is due; blocked: why the
    reader may not act himself, with the clause.
    """

    record: EditorialRecord
    state: str
    holder: str
    holder_is_away: bool = False
    lies_open: bool = False
    content_class: str = ""
    kind: str = ""
    since: datetime.datetime | None = None
    due_at: datetime.datetime | None = None
    confirm_by_on: datetime.date | None = None
    is_late: bool = False
    blocked: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Section:
    """A list of the desk as it is shown: its first rows and how many there are in all."""

    kind: SectionKind
    rows: list[Row]
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)

    @property
    def late_count(self) -> int:
        """How many of the rows shown are late."""
        return sum(row.is_late for row in self.rows)


def people_of(reader: Reader) -> People:
    """Who holds which post today: read once for all rows, in one query, or two where fields matter."""
    rows = BoardAppointment.objects.in_force(reader.today).filter(school=reader.school).select_related("user")
    by_field = reader.rules.deputies_by_field
    holders = (
        Holder(
            row.user.get_full_name(),
            Post(row.post),
            frozenset(unit.pk for unit in row.units.all()) if by_field else frozenset(),
        )
        for row in rows.prefetch_related(*(["units"] if by_field else [])).order_by("-is_content_deputy", "pk")
    )
    return People(tuple(holders), by_field)


def section_of(kind: SectionKind, reader: Reader, people: People) -> Section:
    """The first rows of a list and its length, in one query (and two for rounds)."""
    first = list(items_of(kind, reader).annotate(in_all=Window(Count("pk")))[:ROWS])
    count = first[0].in_all if first else 0
    return Section(kind, [row_of(record, reader, people) for record in first], count)


def row_of(record: EditorialRecord, reader: Reader, people: People) -> Row:
    """A row, from what is already loaded: no query."""
    running: list[Round] = getattr(record, "running", [])
    return Row(
        record=record,
        state=state_of(record),
        holder=holder_of(record, people),
        holder_is_away=record.work in WITH_EDITOR and getattr(record, "editor_is_away", False),
        lies_open=record.work in WITH_EDITOR and record.editor_id is None,
        content_class=class_of(record),
        kind=kind_of(running[0]) if running else "",
        since=record.public_state_since if record.public is PublicState.HIDDEN else record.state_since,
        due_at=due_at(record, reader),
        confirm_by_on=record.confirm_by_on,
        is_late=is_late(record, reader),
        blocked=_blocked(record, running[0], reader) if running else "",
    )


WITH_EDITOR = frozenset({WorkState.SUBMITTED, WorkState.IN_EDITING})
NOBODYS = frozenset({WorkState.PUBLISHED, WorkState.REFUSED})


def state_of(record: EditorialRecord) -> str:
    """Where the item stands: what the public sees of it once it was posted."""
    if record.public is not PublicState.NEVER and record.work is WorkState.PUBLISHED:
        return choices.label(choices.PUBLIC_STATES, record.public_state)
    if record.public is PublicState.HIDDEN:
        return choices.label(choices.PUBLIC_STATES, record.public_state)
    return choices.label(choices.WORK_STATES, record.work_state)


def class_of(record: EditorialRecord) -> str:
    """The class of content, unless it is the ordinary one."""
    if record.content_class == ContentClass.ORDINARY:
        return ""
    return choices.label(choices.CONTENT_CLASSES, record.content_class)


def kind_of(running: Round) -> str:
    """What a round asks for, unless it is an ordinary approval."""
    return "" if running.kind == RoundKind.FULL else choices.label(choices.ROUND_KINDS, running.kind)


def holder_of(record: EditorialRecord, people: People) -> str:
    """Who has the item now; empty when nobody has: in the shared inbox, posted or refused."""
    if record.public is PublicState.HIDDEN and record.work in NOBODYS:
        return people.names(Post.HEAD, record.unit_id)
    if record.work in NOBODYS:
        return ""
    if record.work in WITH_EDITOR:
        return record.editor.get_full_name() if record.editor else ""
    post = POST_OF_STATE.get(record.work)
    return people.names(post, record.unit_id) if post else record.unit.short_name


def due_at(record: EditorialRecord, reader: Reader) -> datetime.datetime | None:
    """Until when the charter wants the next act; the set time for what posts itself."""
    if record.work is WorkState.SCHEDULED:
        return record.post_at
    if record.state_since is None:
        return None
    if record.work in AWAITING_DECISION:
        return record.state_since + datetime.timedelta(hours=reader.rules.decision_hours)
    if record.work is WorkState.APPROVED:
        return record.state_since + datetime.timedelta(hours=reader.rules.posting_hours)
    return None


def is_late(record: EditorialRecord, reader: Reader) -> bool:
    """Whether an alarm of the charter rings for this item."""
    if record.confirm_by_on is not None and record.confirm_by_on < reader.today:
        return True
    since = record.state_since
    if since is None:
        return False
    late = clocks.decision_is_late(record.work, since, reader.now, reader.rules)
    return late or clocks.posting_is_late(record.work, since, reader.now, reader.rules)


def _blocked(record: EditorialRecord, running: Round, reader: Reader) -> str:
    """Why this reader may not decide on this item: his own text, or decided at an earlier step."""
    item = Item(
        work_state=record.work,
        public_state=record.public,
        unit_id=record.unit_id,
        content_class=ContentClass(record.content_class),
        round=round_facts(running),
    )
    answer = decisions.may_decide(reader.actor, item, running.charter.rules)
    return sentence(answer, reader.school.country) if isinstance(answer, Refused) else ""
