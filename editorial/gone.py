"""What the public reads at an address that left the site: that it did, and when; nothing of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.rules.vocabulary import PublicState


def gone(request: HttpRequest, record: EditorialRecord | None) -> HttpResponse:
    """410, not indexed, not kept; the ground only where the head chose to show it (Đ12.4)."""
    context = {
        "state": record.public_state if record else PublicState.TAKEN_DOWN.value,
        "taken_down_on": localdate(record.public_state_since) if record and record.public_state_since else None,
        "ground_label": _ground(record) if record else None,
    }
    response = render(request, "410.html", context, status=410)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store"
    return response


def _ground(record: EditorialRecord) -> str | None:
    if not record.shows_ground or record.public is not PublicState.TAKEN_DOWN:
        return None
    return choices.label(choices.TAKEDOWN_GROUNDS, record.public_ground)
