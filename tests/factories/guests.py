"""Links for guests, and guests who use them."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from core.clock import now, today
from editorial import actions
from editorial.forms.guest_links import SALT
from editorial.models import GuestLink
from editorial.rules.guest_links import NewLink
from editorial.tracking import sign_form
from tests.factories import items

PUPIL = {
    "giver_name": "Ka Duyên",
    "from_where": "Lớp 12A1",
    "giver_contact": "0912 345 678",
    "subject": "Trại thu của lớp 12A1",
    "text": "Cả lớp dựng trại.\n\nChiều về.",
    "people": "agreed",
    "who": "Ka Duyên và K'Brin",
    "website": "",
}


def made(cast: SimpleNamespace, who: str = "secretary", **changes: Any) -> GuestLink:
    """A link for guests."""
    facts = {"label": "Lớp 12A1, trại thu", "valid_until": today() + datetime.timedelta(days=14), "most_uses": 40}
    facts["unit_id"] = cast.unit.doan.pk
    return actions.make_guest_link(school=cast.school, user=getattr(cast, who), link=NewLink(**{**facts, **changes}))


def opened(link: GuestLink, ago: datetime.timedelta = datetime.timedelta(seconds=30)) -> str:
    """The line of a form that was opened some time ago."""
    return sign_form(link.pk, now() - ago, SALT)


def photo(name: str = "trại.png", data: bytes | None = None) -> SimpleUploadedFile:
    """A picture as a browser sends it."""
    return SimpleUploadedFile(name, items.png() if data is None else data, content_type="image/png")


def send(link: GuestLink, client: Client | None = None, token: str = "", **changes: Any) -> Any:
    """Fill in the form behind a link and send it."""
    address = {name: changes.pop(name) for name in ("REMOTE_ADDR",) if name in changes}
    data = {"opened": opened(link), **PUPIL, **changes}
    return (client or Client()).post(reverse("guest_form", args=[token or link.token]), data, **address)


def code_in(answer: Any) -> str:
    """The tracking code of the address a sent form leads to."""
    return str(answer["Location"].split("/da-gui/")[1].split("/")[0])
