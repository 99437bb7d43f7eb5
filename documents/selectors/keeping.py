"""When each document has to be looked at again, by whom, and until when it is kept (A33, A71, B16)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Iterable

from django.db.models import Max
from django.utils.timezone import localdate

from documents.models.documents import LONG_FIELDS, OfficialDocumentPage
from documents.rules.keeping import Retention, kept_until, review_due
from editorial.models import EditorialRecord, LedgerEntry
from editorial.rules.reviewing import STALE_MONTHS, ReviewState, months_after, review_state
from editorial.rules.vocabulary import VISIBLE
from editorial.selectors.stale import TOUCHES, StaleRow
from school.models import School


@dataclasses.dataclass(frozen=True, slots=True)
class Review:
    """A current document on the site and the day on which its owner looks at it again."""

    record: EditorialRecord
    page: OfficialDocumentPage
    touched_on: datetime.date
    due_on: datetime.date

    def state(self, on: datetime.date) -> ReviewState:
        """How near the day is."""
        return review_state(self.due_on, on)


@dataclasses.dataclass(frozen=True, slots=True)
class ReviewDays:
    """When a document was last posted or said to be still right, and the day on which its owner looks again."""

    touched_on: datetime.date
    due_on: datetime.date


def review_days(page: OfficialDocumentPage) -> ReviewDays | None:
    """The days of review that readers see beside a current document; two queries. None for one off the current list."""
    if not page.live or hasattr(page, "archived"):
        return None
    touched = touched_days(EditorialRecord.objects.filter(page=page.pk).values_list("pk", flat=True))
    return next((ReviewDays(day, review_due(page.review_on, day)) for day in touched.values()), None)


def touched_days(record_ids: Iterable[int]) -> dict[int, datetime.date]:
    """By record: the day it was last posted or said to be still right; one query."""
    lines = LedgerEntry.objects.filter(action__in=TOUCHES, record_id__in=list(record_ids)).order_by()
    newest = lines.values_list("record_id").annotate(newest=Max("at"))
    return {pk: localdate(at) for pk, at in newest if pk is not None}


def reviews(school: School, unit_ids: Collection[int] | None = None) -> list[Review]:
    """Every current document of the school (of these units), the next due first; three queries however many."""
    records = EditorialRecord.objects.filter(school=school, is_document=True, public_state__in=sorted(VISIBLE))
    if unit_ids is not None:
        records = records.filter(unit__in=unit_ids)
    return reviews_of(records.select_related("unit__head", "unit__school"))


def reviews_of(records: Iterable[EditorialRecord]) -> list[Review]:
    """The reviews of these records that are current documents; two queries."""
    by_page = {record.page_id: record for record in records if record.public in VISIBLE}
    pages = OfficialDocumentPage.objects.defer(*LONG_FIELDS).filter(pk__in=list(by_page), archived=None)
    touched = touched_days(record.pk for record in by_page.values())
    found = [
        Review(record, page, touched[record.pk], review_due(page.review_on, touched[record.pk]))
        for page in pages
        if (record := by_page[page.pk]).pk in touched
    ]
    return sorted(found, key=lambda row: (row.due_on, row.record.pk))


def stale_documents(school: School, since: datetime.date) -> list[StaleRow]:
    """For the board's yearly review: documents past their day of review, or not touched since."""
    on = months_after(since, STALE_MONTHS)
    sort = str(OfficialDocumentPage._meta.verbose_name)
    return [
        StaleRow(row.page.title, sort, row.touched_on, row.record.unit.name, row.record.unit_id, row.record.pk)
        for row in reviews(school)
        if row.touched_on < since or row.state(on) is ReviewState.OVERDUE
    ]


def kept_until_of(page: OfficialDocumentPage, ended_on: datetime.date | None = None) -> datetime.date | None:
    """The last day a document is kept: from the end of the year it ended in, else of its issue."""
    retention = Retention(page.retention) if page.retention in set(Retention) else None
    return kept_until(retention, page.issued_on, page.expires_on or ended_on)
