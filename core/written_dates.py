"""Days and moments as offices write them in the reader's language, in local time."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

DAY_FORMATS = {"vi": "d/m/Y", "ru": "d.m.Y"}
OTHER_DAY_FORMAT = "j F Y"
LONG_FORMATS = {"vi": r"l, \n\gà\y j \t\há\n\g n \nă\m Y", "ru": "l, j E Y г."}
OTHER_LONG_FORMAT = "l, j F Y"
SHORT_FORMATS = {"vi": "d/m", "ru": "d.m"}
OTHER_SHORT_FORMAT = "j M"

Moment = datetime.date | datetime.datetime


def written_day(value: Moment | None) -> str:
    """05/09/2026, 05.09.2026, else 5 September 2026; empty for nothing."""
    return _written(value, DAY_FORMATS.get(get_language() or "", OTHER_DAY_FORMAT))


def long_day(value: Moment | None) -> str:
    """A day with its weekday: Thứ 7, ngày 5 tháng 9 năm 2026; Суббота, 5 сентября 2026 г."""
    return _written(value, LONG_FORMATS.get(get_language() or "", OTHER_LONG_FORMAT))


def named_day(value: Moment | None) -> str:
    """A day with the name of its weekday: Thứ Hai, 25/09/2023; empty for nothing."""
    return f"{_written(value, 'l')}, {written_day(value)}" if value else ""


def short_day(value: Moment | None) -> str:
    """A day of these weeks: 05/09, 05.09, else 5 Sep."""
    return _written(value, SHORT_FORMATS.get(get_language() or "", OTHER_SHORT_FORMAT))


def written_moment(value: datetime.datetime | None) -> str:
    """Hour and date: 07:30, 05/09/2026."""
    return f"{_written(value, 'H:i')}, {written_day(value)}" if value else ""


def short_moment(value: datetime.datetime | None) -> str:
    """An hour of these weeks: 07:30 05/09."""
    return f"{_written(value, 'H:i')} {short_day(value)}" if value else ""


def _written(value: Moment | None, layout: str) -> str:
    if not value:
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return date_format(value, layout)
