"""What units entered in the sections they share, on the site or not."""

from __future__ import annotations

import dataclasses
from typing import Any

from django.db.models import Q

from documents.models.unit_written import UnitWrittenPage
from editorial.models import EditorialRecord
from editorial.rules.people import Actor
from editorial.rules.vocabulary import WorkState
from school.models import School, User


@dataclasses.dataclass(frozen=True, slots=True)
class Entered:
    """A page with its record; what was never released as its newest draft has it."""

    record: EditorialRecord
    page: Any


def entered(model: type[UnitWrittenPage], school: School, user: User, actor: Actor) -> list[Entered]:
    """Pages of this type that the person may see, what moved last first; two queries.

    Those of his units and his own; for the board whatever was handed in (Đ4.1, Đ15.2).
    """
    own = Q(unit__in=actor.unit_ids) | Q(created_by=user)
    if actor.is_board:
        own |= ~Q(work_state=WorkState.DRAFT)
    pages = model.objects.defer(*_long(model))
    records = EditorialRecord.objects.filter(own, school=school, page__in=pages.values("pk")).select_related("unit")
    rows = list(records.order_by("-state_since", "-pk"))
    found = pages.in_bulk([row.page_id for row in rows])
    return [Entered(row, found[row.page_id]) for row in rows]


def _long(model: type[UnitWrittenPage]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if hasattr(field, "stream_block")]
