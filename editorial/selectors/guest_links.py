"""Links for guests, how often each was used, and the entry behind a guest's tracking code."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Count, QuerySet

from editorial.guest_tokens import token_hash
from editorial.models.guest_links import GuestLink
from editorial.models.intake import IntakeEntry
from school.models import School, Unit


def headed_units(user: Any) -> frozenset[int]:
    """Units that the person is the head of."""
    return frozenset(Unit.objects.filter(head_id=user.pk, is_active=True).values_list("pk", flat=True))


def guest_links(school: School, unit_ids: frozenset[int] | None = None) -> QuerySet[GuestLink]:
    """Links with `used`, the newest first; of these units only, None for all."""
    links = GuestLink.objects.filter(school=school)
    if unit_ids is not None:
        links = links.filter(unit_id__in=unit_ids)
    return (
        links.select_related("unit", "made_by", "closed_by").annotate(used=Count("entries")).order_by("-made_at", "-pk")
    )


def link_by_token(token: str) -> GuestLink | None:
    """The link behind a token; None for one that nobody was given."""
    return GuestLink.objects.select_related("school", "unit").filter(token_hash=token_hash(token)).first()


def uses_of(link: GuestLink) -> int:
    """How many entries came by a link."""
    return IntakeEntry.objects.filter(guest_link=link).count()


def uses_since(since: datetime.datetime, link: GuestLink, address_hash: str) -> dict[str, int]:
    """What came after `since`, as `rules.guest_links.may_use_link` asks for it."""
    recent = IntakeEntry.objects.filter(entered_at__gt=since, guest_link__isnull=False)
    from_address = recent.filter(address_hash=address_hash).count() if address_hash else 0
    return {"from_address": from_address, "by_link": recent.filter(guest_link=link).count()}


def entry_by_code(code_hash: str) -> IntakeEntry | None:
    """The entry behind a guest's tracking code; None for a code nobody was given."""
    rows = IntakeEntry.objects.select_related("school", "record__page", "record__live_clearance")
    return rows.filter(code_hash=code_hash).first() if code_hash else None
