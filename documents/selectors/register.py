"""The register as the board sees it: also what is not on the site, and what waits to be released."""

from __future__ import annotations

import dataclasses
import datetime

from django.db.models import Q, QuerySet

from documents.models import AcquaintanceCall, OfficialDocumentPage
from documents.models.documents import LONG_FIELDS
from documents.selectors.acquaintance import running_calls
from documents.selectors.keeping import Review, kept_until_of, reviews_of
from documents.selectors.lists import ShownDocument, shown_documents
from editorial.models import EditorialRecord, Round
from editorial.rules.decisions import may_approve_and_post
from editorial.rules.people import Actor
from editorial.rules.reviewing import ReviewState
from editorial.rules.vocabulary import AWAITING_DECISION, WorkState
from editorial.selectors.records import item_of, running_round
from school.models import School, Unit, User

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
    """A line of the register: the item of the board, the document with its validity, and how it is looked after.

    review: for a current document on the site; call: the acquaintance that runs, with its counts;
    kept_until: the last day of keeping; archived_at: since when it is off the current list.
    """

    record: EditorialRecord
    shown: ShownDocument
    owner: Unit
    review: Review | None = None
    call: AcquaintanceCall | None = None
    kept_until: datetime.date | None = None
    archived_at: datetime.datetime | None = None

    def review_state(self, on: datetime.date) -> ReviewState | None:
        """How near its day of review is; None where nothing is to be reviewed."""
        return self.review.state(on) if self.review else None


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
        if round_ is not None and record.page_id in pages:
            may = may_approve_and_post(actor, item_of(record, round_, on=on), round_.charter.rules)
            found.append(Waiting(record, pages[record.page_id], round_, bool(may)))
    return found


def register(school: School, user: User, actor: Actor, on: datetime.date) -> list[Entry]:
    """The whole register, the newest day of issue first; what was never released as its newest draft has it."""
    return entries_of(seen_records(school, user, actor), on)


def entries_of(records: QuerySet[EditorialRecord], on: datetime.date) -> list[Entry]:
    """The lines of these records; the same number of queries however many they are."""
    by_page = {row.page_id: row for row in records}
    pages = OfficialDocumentPage.objects.defer(*LONG_FIELDS).select_related("owner_unit", "archived", "unit")
    rows = shown_documents(pages.filter(pk__in=list(by_page)).order_by("-issued_on", "-pk"), on)
    found = {review.record.pk: review for review in reviews_of(by_page.values())}
    calls = running_calls(list(by_page))
    return [_entry(by_page[row.page.pk], row, found, calls) for row in rows]


def _entry(
    record: EditorialRecord, shown: ShownDocument, reviews: dict[int, Review], calls: dict[int, AcquaintanceCall]
) -> Entry:
    page = shown.page
    archived = getattr(page, "archived", None)
    return Entry(
        record,
        shown,
        page.answering_unit,
        reviews.get(record.pk),
        calls.get(page.pk),
        kept_until_of(page),
        archived.archived_at if archived else None,
    )
