"""Duties on a person's desk: his own and his units', and those nobody is named for; in one query."""

from __future__ import annotations

import dataclasses
import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from editorial.models.chain import EditorialRecord
from editorial.models.clocks import Duty
from editorial.rules.duties import DutyState, duty_state
from editorial.rules.verdicts import Verdict
from editorial.rules.vocabulary import WorkState
from editorial.selectors.clocks import ANSWERS, DutyRow, duty_facts
from editorial.selectors.desk_items import Reader

AHEAD = datetime.timedelta(days=30)


@dataclasses.dataclass(frozen=True, slots=True)
class DeskDuty:
    """A duty to act on. `returned_id`: the item about it that the board gave back; None to begin one."""

    row: DutyRow
    returned_id: int | None

    @property
    def is_unassigned(self) -> bool:
        """Whether somebody has to be named first."""
        return self.row.duty.unit_id is None and self.row.duty.writer_id is None


def desk_duties(reader: Reader, *, with_unassigned: bool) -> list[DeskDuty]:
    """What is still to be written, the next due first; nothing that is with the board, or far ahead."""
    concerned = mine(reader)
    if with_unassigned:
        concerned |= Q(unit=None, writer=None)
    duties = Duty.objects.filter(concerned, settled_at=None, waived_at=None, event__school=reader.school)
    duties = duties.filter(~Exists(_items().exclude(work_state=WorkState.RETURNED)), event__cancelled_at=None)
    duties = duties.filter(event__ends_on__lte=reader.today + AHEAD)
    returned = Subquery(_items().filter(work_state=WorkState.RETURNED).order_by("pk").values("pk")[:1])
    rows = duties.annotate(returned_id=returned).select_related("event", "unit", "writer")
    return [_desk_duty(duty, duty.returned_id, reader) for duty in rows.order_by("due_on", "pk")]


def mine(reader: Reader) -> Q:
    """Duties of the person, and those of his units that no other person was named for."""
    return Q(writer_id=reader.actor.id) | Q(writer=None, unit_id__in=reader.actor.unit_ids)


def _items() -> QuerySet[EditorialRecord]:
    """Items that answer the duty of the outer query, as `answer_of` has it."""
    answers = EditorialRecord.objects.filter(event=OuterRef("event"), is_announcement=False)
    return answers.filter(work_state__in=ANSWERS, first_handed_in_at__isnull=False)


def _desk_duty(duty: Duty, returned_id: int | None, reader: Reader) -> DeskDuty:
    state: DutyState = duty_state(duty_facts(duty, None), reader.today)
    days_left = (duty.due_on - reader.today).days
    return DeskDuty(DutyRow(duty, None, state, Verdict.OPEN, days_left, ()), returned_id)
