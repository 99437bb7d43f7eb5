"""A document of the demonstration that part of the staff is asked to read; most of them have."""

from __future__ import annotations

import datetime

from django.utils.timezone import make_aware

from documents.actions import Whom, announce_document, confirm_reading
from home.demo.documents import Pages
from home.demo.walking import Stage

CALLED_DAYS_AGO, DUE_IN_DAYS = 6, 12
NOON = datetime.time(12, 10)
FOR_ACQUAINTANCE = {"vn": "quy-dinh-an-toan-thong-tin", "ru": "polozhenie-o-professionalnoy-etike"}
NAMED = ("toan", "van", "anh", "ly", "hoa", "su")
HAVE_READ = ("toan", "van", "anh", "ly")


def ask_to_read(country: str, pages: Pages, stage: Stage) -> None:
    """The secretary announces the document to the subject groups; four of six heads of groups confirm within days."""
    today = stage.diary.today
    called_at = _noon(today, CALLED_DAYS_AGO)
    call = announce_document(
        record_id=pages[FOR_ACQUAINTANCE[country]].editorial_record.pk,
        user=stage.people["secretary" if stage.has_editing_stage else "deputy2"],
        whom=Whom(units=tuple(stage.units[code].pk for code in NAMED)),
        due_on=today + datetime.timedelta(days=DUE_IN_DAYS),
        at=called_at,
    )
    for number, name in enumerate(HAVE_READ):
        confirm_reading(call_id=call.pk, user=stage.people[name], at=_noon(today, CALLED_DAYS_AGO - 1 - number))


def _noon(today: datetime.date, days_ago: int) -> datetime.datetime:
    return make_aware(datetime.datetime.combine(today - datetime.timedelta(days=days_ago), NOON))
