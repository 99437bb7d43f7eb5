"""Requests to take down, the head's decisions, and what is withheld of a page."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Concat
from django.utils.timezone import get_current_timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from editorial.gates.digest import file_name
from editorial.models.chain import Decision, EditorialRecord
from editorial.models.files import AssetUse, HiddenFile
from editorial.models.takedown import Takedown, TakedownRequest
from editorial.rules.takedown import REPORT_WINDOW, URGENT, RequestState
from editorial.rules.vocabulary import RefusalGround, TakedownGround, Verb
from school.models import School

REFUSED, TAKEN_DOWN = "refused", "taken_down"
SHOWN_REQUESTS = 5


def reports_from(address_hash: str, at: datetime.datetime) -> int:
    """How many reports came from one address within the window that ends at `at`."""
    recent = TakedownRequest.objects.filter(address_hash=address_hash, asked_at__gt=at - REPORT_WINDOW)
    return recent.count() if address_hash else 0


def requests_of(school: School) -> QuerySet[TakedownRequest]:
    """The register: open ones first, those about a child before the others, the oldest first; then the answered."""
    rows = TakedownRequest.objects.filter(record__school=school)
    rows = rows.select_related("record__unit", "asked_by", "takedown")
    return rows.order_by(_urgency(), F("decided_at").desc(nulls_first=True), "asked_at", "pk")


@dataclasses.dataclass(frozen=True, slots=True)
class OpenRequests:
    """An item's unanswered requests: the first of them, those about a child before the others, and how many more."""

    first: list[TakedownRequest]
    more_count: int = 0


def open_requests_of(record: EditorialRecord) -> OpenRequests:
    """The item's unanswered requests; two queries only where there are more than can be shown."""
    rows = TakedownRequest.objects.filter(record=record, state=RequestState.OPEN).select_related("asked_by")
    first = list(rows.order_by(_urgency(), "asked_at", "pk")[: SHOWN_REQUESTS + 1])
    if len(first) <= SHOWN_REQUESTS:
        return OpenRequests(first)
    return OpenRequests(first[:SHOWN_REQUESTS], rows.count() - SHOWN_REQUESTS)


def _urgency() -> Case:
    """Open requests about a child first, then the open ones, then those that are answered."""
    return Case(
        When(state=RequestState.OPEN, complaint__in=sorted(URGENT), then=0),
        When(state=RequestState.OPEN, then=1),
        default=2,
        output_field=IntegerField(),
    )


def request_by_code(code_hash: str) -> TakedownRequest | None:
    """The request behind a tracking code; None for a code nobody was given."""
    rows = TakedownRequest.objects.select_related("record__school", "record__page", "takedown")
    return rows.filter(code_hash=code_hash).first()


@dataclasses.dataclass(frozen=True, slots=True)
class Removal:
    """A line of the register: an item refused, or taken down, and on which ground."""

    kind: str
    record: EditorialRecord
    at: datetime.datetime
    ground: str
    note: str
    who: str
    name: str = ""
    restored_at: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both counted; empty means open on that side."""

    first: datetime.date | None = None
    last: datetime.date | None = None

    def within(self, field: str) -> Q:
        """The condition for a moment stored in `field`, by the school's days."""
        wanted, zone = Q(), get_current_timezone()
        if self.first:
            wanted &= Q(**{f"{field}__gte": datetime.datetime.combine(self.first, datetime.time.min, zone)})
        if self.last:
            after = self.last + datetime.timedelta(days=1)
            wanted &= Q(**{f"{field}__lt": datetime.datetime.combine(after, datetime.time.min, zone)})
        return wanted


def removals(
    school: School, *, kind: str = "", ground: str = "", unit_id: int | None = None, period: Period | None = None
) -> list[Removal]:
    """Refusals and take-downs with their grounds, the newest first."""
    days = (period or Period()).within("decided_at")
    wanted = Q(record__school=school) & days
    wanted &= Q(ground=ground) if ground else Q()
    wanted &= Q(record__unit_id=unit_id) if unit_id else Q()
    refused = _refusals(wanted) if kind != TAKEN_DOWN and ground not in set(TakedownGround) else []
    down = _takedowns(wanted) if kind != REFUSED and ground not in set(RefusalGround) else []
    return sorted([*refused, *down], key=lambda row: row.at, reverse=True)


def _refusals(wanted: Q) -> list[Removal]:
    rows = Decision.objects.filter(wanted, act=Verb.REFUSE).select_related("record__unit")
    return [Removal(REFUSED, row.record, row.decided_at, row.ground, row.note, row.actor_name) for row in rows]


def _takedowns(wanted: Q) -> list[Removal]:
    rows = Takedown.objects.filter(wanted).select_related("record__unit")
    return [
        Removal(TAKEN_DOWN, row.record, row.decided_at, row.ground, row.note, row.actor_name, row.name, row.restored_at)
        for row in rows
    ]


def only_shown_images(images: QuerySet[Any]) -> QuerySet[Any]:
    """Of these images those that are not hidden; costs no query of its own."""
    return images.exclude(_is_hidden(get_image_model()))


def _is_hidden(model: Any) -> Exists:
    prefix = file_name(model, "")
    name = Concat(Value(prefix), Cast(OuterRef("pk"), CharField()), output_field=CharField())
    return Exists(HiddenFile.objects.filter(restored_at__isnull=True, name=name))


def withheld_of(page: Any) -> tuple[set[int], set[int]]:
    """Keys of the images and of the documents of a page's live version that are hidden now."""
    used = AssetUse.objects.filter(record__page_id=page.pk).values("name")
    names = set(HiddenFile.objects.filter(restored_at__isnull=True, name__in=used).values_list("name", flat=True))
    return _keys(names, get_image_model()), _keys(names, get_document_model())


def _keys(names: set[str], model: Any) -> set[int]:
    prefix = file_name(model, "")
    return {int(name.removeprefix(prefix)) for name in names if name.startswith(prefix)}
