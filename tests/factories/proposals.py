"""Readers' proposals, and incidents."""

from __future__ import annotations

import datetime
import secrets
from types import SimpleNamespace
from typing import Any

from django.test import Client
from django.urls import reverse

from core.clock import now
from editorial import actions
from editorial.forms.proposals import SALT
from editorial.models import CorrectionProposal, EditorialRecord, Incident
from editorial.rules.proposals import Proposal
from editorial.tracking import hash_of, sign_form
from tests.factories import items

WRONG_WORDS, RIGHT_WORDS = "trang nghiêm", "trang trọng"
READER = {"words": WRONG_WORDS, "wanted": RIGHT_WORDS, "why": "Em có dự buổi lễ", "contact": "0912 345 678"}
A_MINUTE = datetime.timedelta(minutes=1)
LONG_TEXT = items.TEXT + "<p>" + "Nhà trường trân trọng cảm ơn quý phụ huynh đã cùng chung tay. " * 8 + "</p>"


def reader() -> Client:
    """Somebody without an account who reads English."""
    client = Client()
    client.cookies.load({"portal_language": "en"})
    return client


def long_item(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """On the site, long enough for one word to be a small correction."""
    return items.published(cast, **{"body": [items.block("text", LONG_TEXT)], **fields})


def proposed(record: EditorialRecord, *, address: str = "", **said: str) -> CorrectionProposal:
    """A reader proposed other words."""
    return actions.propose_correction(
        record_id=record.pk,
        proposal=Proposal(**{**READER, **said}),
        code_hash=hash_of(secrets.token_hex(8)),
        address_hash=address,
    )


def opened_form(record: EditorialRecord, ago: datetime.timedelta = A_MINUTE) -> str:
    """What the form carries that a reader opened a while ago."""
    return sign_form(record.page_id, now() - ago, SALT)


def send(record: EditorialRecord, client: Client | None = None, **typed: Any) -> Any:
    """A reader sends the form; the answer. `REMOTE_ADDR` among `typed` is where from."""
    address = {"REMOTE_ADDR": typed.pop("REMOTE_ADDR", "203.0.113.7")}
    data = {"opened": opened_form(record), "website": "", **READER, **typed}
    return (client or reader()).post(reverse("propose_correction", args=[record.page_id]), data, **address)


def incident(cast: SimpleNamespace, record: EditorialRecord, who: str = "editor1") -> Incident:
    """Somebody of the board entered that the item was wrong."""
    return actions.open_incident(
        record_id=record.pk, user=getattr(cast, who), kind="incident_untrue", words="Số học sinh ghi chưa đúng."
    )
