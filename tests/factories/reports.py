"""Requests to take something down, as units and visitors make them."""

from __future__ import annotations

import datetime
import secrets
from types import SimpleNamespace
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from core.clock import now
from editorial import actions
from editorial.models import EditorialRecord, TakedownRequest
from editorial.rules.takedown import Report
from editorial.tracking import hash_of, sign_form

MOTHER = {"complaint": "report_child", "note": "Ảnh thứ hai, con tôi đứng hàng đầu", "contact": "0912 345 678"}
A_MINUTE = datetime.timedelta(minutes=1)


def reported(record: EditorialRecord, *, address: str = "", **said: str) -> TakedownRequest:
    """A visitor reported the item."""
    report = Report(**{**MOTHER, **said})
    return actions.report_page(
        record_id=record.pk, report=report, code_hash=hash_of(secrets.token_hex(8)), address_hash=address
    )


def asked(cast: SimpleNamespace, record: EditorialRecord, who: str = "toan") -> TakedownRequest:
    """The unit asked for its own item."""
    return actions.ask_takedown(
        record_id=record.pk, user=getattr(cast, who), ground="takedown_outdated", note="Cuộc thi đã kết thúc"
    )


def opened(record: EditorialRecord, ago: datetime.timedelta = A_MINUTE) -> str:
    """What the form carries that a visitor opened a while ago."""
    return sign_form(record.page_id, now() - ago)


def send(record: EditorialRecord, client: Client | None = None, **typed: Any) -> Any:
    """A visitor sends the form; the answer. `REMOTE_ADDR` among `typed` is where from."""
    address = {"REMOTE_ADDR": typed.pop("REMOTE_ADDR", "203.0.113.7")}
    data = {"opened": opened(record), "website": "", **MOTHER, **typed}
    return (client or Client()).post(reverse("report_page", args=[record.page_id]), data, **address)


def said_on(page: Any) -> str:
    """The words of a page's main part."""
    return " ".join(BeautifulSoup(page.content, "html.parser").main.get_text(" ").split())


def flood(record: EditorialRecord, count: int, address: str = "9" * 64) -> None:
    """So many reports of visitors in the register, one a minute until now, all from one address."""
    moment = now()
    TakedownRequest.objects.bulk_create(
        TakedownRequest(
            record=record,
            asker="asker_visitor",
            complaint="report_wrong",
            ground="takedown_content",
            note=f"Sai {number}",
            code_hash=hash_of(f"{record.pk}-{number}"),
            address_hash=address,
            asked_at=moment - datetime.timedelta(minutes=number),
        )
        for number in range(count)
    )
