"""The yearly review: live pages and documents nobody touched or confirmed, with their owners (Đ5.3 dash 9)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from wagtail.models import Page

from editorial.models.chain import EditorialRecord
from editorial.models.ledger import LedgerEntry
from editorial.rules.reviewing import STALE_MONTHS, months_before
from editorial.rules.vocabulary import VISIBLE, Verb
from editorial.selectors.clocks import zone
from school.models import School

TOUCHES = tuple(f"editorial.{verb.value}" for verb in (Verb.CONFIRM_CURRENT, Verb.POST, Verb.URGENT_POST, Verb.RESTORE))


@dataclasses.dataclass(frozen=True, slots=True)
class StaleRow:
    """Something public that waits for a review.

    sort: what it is, in the reader's language; record_id: of a board page, for a link to its review
    page; page_id: None for what is no page; unit_name: its owner, empty where it has none.
    """

    title: str
    sort: str
    touched_on: datetime.date
    unit_name: str = ""
    unit_id: int | None = None
    record_id: int | None = None
    page_id: int | None = None
    address: str = ""


Provider = Callable[[School, datetime.date], Iterable[StaleRow]]

_PROVIDERS: dict[str, Provider] = {}
_COVERED: dict[str, type[Page]] = {}


def register_stale(name: str, provider: Provider, covers: type[Page] | None = None) -> None:
    """Register what another app has to review ("documents"): rows not touched since a day, in fixed queries.

    `covers` is the type of page that it answers for alone. Raises ValueError when another provider has the name.
    """
    if _PROVIDERS.setdefault(name, provider) is not provider:
        raise ValueError(f"stale rows called {name!r} are provided already")
    if covers is not None:
        _COVERED[name] = covers


def stale_rows(school: School, on: datetime.date, months: int = STALE_MONTHS) -> list[StaleRow]:
    """What nobody touched or confirmed for `months` months before the day `on`, the oldest first.

    Urgent notices and announcements of events end by themselves and are left out. The same number
    of queries however many pages there are.
    """
    since = months_before(on, months)
    rows = chain(
        _board_pages(school, since), *(provider(school, since) for _name, provider in sorted(_PROVIDERS.items()))
    )
    return sorted(rows, key=lambda row: (row.touched_on, row.title))


def _board_pages(school: School, since: datetime.date) -> list[StaleRow]:
    records = EditorialRecord.objects.filter(
        school=school, public_state__in=sorted(VISIBLE), is_notice=False, is_announcement=False
    )
    touches = LedgerEntry.objects.filter(school_id=school.pk, action__in=TOUCHES, record_id__isnull=False)
    newest = dict(touches.order_by().values_list("record_id").annotate(newest=Max("at")))
    fields = ("pk", "title", "unit_id", "unit__name", "page_id", "page__content_type_id", "page__last_published_at")
    covered = [model for name, model in _COVERED.items() if name in _PROVIDERS]
    if covered:
        records = records.exclude(page__content_type__in=ContentType.objects.get_for_models(*covered).values())
    values = records.filter(page__live=True, page__last_published_at__date__lt=since).values_list(*fields)
    sorts = _sorts()
    found = []
    for pk, title, unit_id, unit_name, page_id, type_id, posted_at in values.iterator(chunk_size=2000):
        touched_on = _local_day(max(posted_at, newest.get(pk, posted_at)))
        if touched_on < since:
            found.append(StaleRow(title, sorts.get(type_id, ""), touched_on, unit_name, unit_id, pk, page_id))
    return found


def _sorts() -> dict[int, str]:
    """What each type of page is called; one query."""
    types = ContentType.objects.all()
    models = [(row.pk, row.model_class()) for row in types]
    return {pk: str(model._meta.verbose_name) for pk, model in models if model and issubclass(model, Page)}


def _local_day(at: datetime.datetime) -> datetime.date:
    return at.astimezone(zone()).date()
