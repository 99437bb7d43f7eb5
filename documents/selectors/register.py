"""The register as the board sees it: also what is not on the site, and what waits to be released."""

from __future__ import annotations

import dataclasses
import datetime

from django.db.models import Q, QuerySet

from documents.models.documents import LONG_FIELDS, OfficialDocumentPage
from documents.selectors.lists import ShownDocument, shown_documents
from editorial.models import EditorialRecord, Round
from editorial.rules.decisions import may_approve_and_post
from editorial.rules.people import Actor
from editorial.rules.vocabulary import AWAITING_DECISION, WorkState
from editorial.selectors.records import item_of, running_round
from school.models import School, User

MOST_WAITING = 200


@dataclasses.dataclass(frozen=True, slots=True)
class Waiting:
    """A document that somebody has to release; `key` names it and the round that was seen."""

    record: EditorialRecord
    page: OfficialDocumentPage
    round: Round
    is_mine: bool

    @property
    def key(self) -> str:
        """Record and round, as the form sends them."""
        return f"{self.record.pk}-{self.round.pk}"


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register: the item of the board and the document with its validity."""

    record: EditorialRecord
    shown: ShownDocument


def seen_records(school: School, user: User, actor: Actor) -> QuerySet[EditorialRecord]:
    """Documents this person may see: those of his units, his own, and for the board whatever was handed in."""
    own = Q(unit__in=actor.unit_ids) | Q(created_by=user)
    if actor.is_board:
        own |= ~Q(work_state=WorkState.DRAFT)
    return EditorialRecord.objects.filter(own, school=school, is_document=True).select_related("unit", "created_by")


def waiting(school: School, user: User, actor: Actor, on: datetime.date) -> list[Waiting]:
    """Documents that wait for a decision, the longest first; `is_mine` where this person releases with one tap."""
    rows = seen_records(school, user, actor).filter(work_state__in=sorted(AWAITING_DECISION))
    records = list(rows.order_by("state_since", "pk")[:MOST_WAITING])
    pages = OfficialDocumentPage.objects.defer(*LONG_FIELDS).in_bulk([row.page_id for row in records])
    found = []
    for record in records:
        round_ = running_round(record)
        if round_ is not None:
            may = may_approve_and_post(actor, item_of(record, round_, on=on), round_.charter.rules)
            found.append(Waiting(record, pages[record.page_id], round_, bool(may)))
    return found


def register(school: School, user: User, actor: Actor, on: datetime.date) -> list[Entry]:
    """The whole register, the newest day of issue first; what was never released as its newest draft has it."""
    records = {row.page_id: row for row in seen_records(school, user, actor)}
    pages = OfficialDocumentPage.objects.defer(*LONG_FIELDS).filter(pk__in=records).order_by("-issued_on", "-pk")
    return [Entry(records[shown.page.pk], shown) for shown in shown_documents(pages, on)]
