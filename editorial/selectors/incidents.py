"""The register of incidents, and what can have put one right."""

from __future__ import annotations

from django.db.models import Case, IntegerField, QuerySet, When

from editorial.models.chain import Round
from editorial.models.corrections import Incident
from editorial.models.takedown import Takedown
from editorial.rules.incidents import NOT_CLOSED, IncidentState
from editorial.rules.people import Actor
from school.models import School, Unit

RANK = Case(
    When(state=IncidentState.OPEN, then=0),
    When(state=IncidentState.CORRECTED, then=1),
    default=2,
    output_field=IntegerField(),
)


def seen_by(actor: Actor, school: School) -> QuerySet[Incident]:
    """What this person may see: the board everything, a unit its own; open ones first, then the newest."""
    rows = Incident.objects.filter(record__school=school).select_related("record", "unit", "round", "takedown")
    if not actor.is_board:
        rows = rows.filter(unit_id__in=actor.unit_ids)
    return rows.order_by(RANK, "-opened_at", "-pk")


def narrowed(rows: QuerySet[Incident], state: str, unit_id: int | None) -> QuerySet[Incident]:
    """Only open or closed ones ("open", "closed"), only one unit's; what is empty narrows nothing."""
    if state == "open":
        rows = rows.filter(state__in=sorted(NOT_CLOSED))
    elif state == "closed":
        rows = rows.filter(state=IncidentState.CLOSED)
    return rows.filter(unit_id=unit_id) if unit_id else rows


def units_in(rows: QuerySet[Incident]) -> QuerySet[Unit]:
    """The units these incidents are about."""
    return Unit.objects.filter(pk__in=rows.order_by().values("unit_id")).order_by("short_name")


def remedies_of(incident: Incident) -> dict[str, Round | Takedown]:
    """What may have put it right: versions of the item that were cleared, and its take-downs; newest first."""
    rounds = Round.objects.filter(record_id=incident.record_id, clearance__isnull=False, number__gt=1)
    rounds = rounds.exclude(incident__isnull=False).select_related("clearance").order_by("-number")
    downs = Takedown.objects.filter(record_id=incident.record_id).order_by("-decided_at", "-pk")
    found: dict[str, Round | Takedown] = {f"round/{row.pk}": row for row in rounds}
    return {**found, **{f"takedown/{row.pk}": row for row in downs}}


def incidents_of(record_id: int, actor: Actor) -> list[Incident]:
    """The item's incidents that are not closed, the oldest first; for whoever may see them."""
    rows = Incident.objects.filter(record_id=record_id, state__in=sorted(NOT_CLOSED)).order_by("opened_at", "pk")
    return [row for row in rows if actor.is_board or row.unit_id in actor.unit_ids]
